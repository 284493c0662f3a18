"""What of a conversation one may search for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from assistant.conversations.folding import folded
from assistant.conversations.kept import State, Unanswered
from assistant.domain import Abstention, Answer


class Part(StrEnum):
    """Where in a conversation words stand."""

    NAME = "name"
    QUESTION = "question"
    ANSWER = "answer"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of a conversation; number: the citation's whose quote they are."""

    part: Part
    text: str
    number: int | None = None


def wordings(question: str, outcome: Answer | Abstention | Unanswered | None = None) -> list[Wording]:
    """The question, the sentences of its answer, the quotes they rest on: each text once."""
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


def as_searched(question: str, outcome: Answer | Abstention | Unanswered | None = None) -> str:
    """All of it folded, a line each."""
    return "\n".join(folded(each.text) for each in wordings(question, outcome))
