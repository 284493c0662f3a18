"""What of a conversation one may search for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from assistant.conversations.folding import folded
from assistant.conversations.kept import State, Unanswered
from assistant.domain import Abstention, Answer, Description

VERSION = 1
"""Raised with any change to what is searched: whatever was written otherwise is then written anew."""


class Part(StrEnum):
    """Where in a conversation words stand."""

    NAME = "name"
    QUESTION = "question"
    ANSWER = "answer"
    QUOTE = "quote"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of a conversation; number: the citation's whose quote, or whose article's title and outlet, they are."""

    part: Part
    text: str
    number: int | None = None


def wordings(question: str, outcome: Answer | Abstention | Unanswered | None = None) -> list[Wording]:
    """The question, the sentences of its answer, the quotes they rest on, the articles of those: each text once."""
    said = {question: Wording(Part.QUESTION, question)}
    for each in _answered(outcome):
        said.setdefault(each.text, each)
    return list(said.values())


def _answered(outcome: Answer | Abstention | Unanswered | None) -> Iterator[Wording]:
    if outcome is None or isinstance(outcome, Abstention):
        return
    yield from (Wording(Part.ANSWER, each.text) for each in outcome.claims)
    if isinstance(outcome, Unanswered) and outcome.state is State.STOPPED and outcome.words:
        yield Wording(Part.ANSWER, outcome.words)
    yield from (Wording(Part.QUOTE, each.quote.text, each.number) for each in outcome.citations)
    yield from (Wording(Part.SOURCE, _named(each.quote.description), each.number) for each in outcome.citations)


def _named(description: Description) -> str:
    """An article by what one remembers of it."""
    return ", ".join(filter(None, (description.title, description.outlet)))


def as_searched(question: str, outcome: Answer | Abstention | Unanswered | None = None) -> str:
    """All of it folded, a line each."""
    return "\n".join(folded(each.text) for each in wordings(question, outcome))
