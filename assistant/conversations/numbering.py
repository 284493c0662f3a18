"""Numbers of citations that go on within a conversation."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from assistant.conversations.kept import Unanswered
from assistant.domain import Abstention, Answer, Claim

Outcome = TypeVar("Outcome", bound=Answer | Abstention | Unanswered)


def numbers(outcome: Answer | Abstention | Unanswered) -> tuple[int, ...]:
    """The numbers that its citations have."""
    return () if isinstance(outcome, Abstention) else tuple(each.number for each in outcome.citations)


def numbered_after(outcome: Outcome, last: int) -> Outcome:
    """The same, with higher numbers where others have come to use its own: none is used twice."""
    lowest = min(numbers(outcome), default=last + 1)
    if isinstance(outcome, Abstention) or lowest > last:
        return outcome
    by = last + 1 - lowest
    return replace(
        outcome,
        claims=tuple(_moved(each, by) for each in outcome.claims),
        citations=tuple(replace(each, number=each.number + by) for each in outcome.citations),
    )


def _moved(claim: Claim, by: int) -> Claim:
    return replace(claim, citations=tuple(number + by for number in claim.citations))
