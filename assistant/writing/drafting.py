"""What a chat model's sentences come to: an answer, or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answerer import Draft
from assistant.domain import Usage
from assistant.writing.numbering import numbered
from assistant.writing.weighing import Weighed

NOT_BORNE_OUT = "nothing of what the chat model wrote is borne out by the articles"
NO_STATEMENT = "the chat model wrote no statement about the question"


def drafted(sentences: Sequence[Weighed], first_number: int, usage: Usage, milliseconds: int) -> Draft:
    """The sentences numbered; where not one of them is borne out, they are withheld, without their markers."""
    if not all(each.fails for each in sentences):
        claims, citations = numbered(sentences, first_number)
        return Draft(claims, citations, usage=usage, milliseconds=milliseconds)
    are_remarks = state_nothing(sentences)
    withheld = [replace(each.as_remark if are_remarks else each, quotes=()) for each in sentences]
    reason = NO_STATEMENT if are_remarks else NOT_BORNE_OUT
    return Draft(reason=reason, withheld=numbered(withheld, first_number)[0], usage=usage, milliseconds=milliseconds)


def state_nothing(sentences: Sequence[Weighed]) -> bool:
    """Whether they are remarks only: on what the articles leave open, or to whoever asked."""
    return all(each.states_nothing for each in sentences)
