"""Questions for the newest or the oldest of what is told, and rankings that put it first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.domain import Favour, Order, Ranked
from assistant.evidence import Sentence

_LATEST = re.compile(
    r"\bthe\s+(?:very\s+)?(?:latest|newest|most\s+recent)\b|\bmost\s+recent(?:ly)?\b|\blatest\s+(?:news|report|article|on)\b",
    re.IGNORECASE,
)
_EARLIEST = re.compile(
    r"\b(?:first|originally|initially)\s+(?:announced?|report(?:ed)?|mention(?:ed)?|publish(?:ed)?|reveal(?:ed)?|written|said"
    r"|disclosed?|told|emerged?|came\s+out|broke)\b|\bthe\s+(?:earliest|oldest|first)\s+(?:article|report|story|piece|mention|news)\b"
    r"|\bearliest\b",
    re.IGNORECASE,
)

# So much, in log-odds, the newest (or oldest) of the sentences that answer is worth more than the other end.
_WORTH = 2.0

# Paragraphs nearly as good as the best are put in order; for being the newest (or oldest) of them counts so much.
_NEAR = 0.75
_BONUS = 0.2


@dataclass(frozen=True, slots=True)
class OrderWords:
    """The words that ask for it, as a span."""

    order: Order
    start: int
    end: int


def order_in(question: str) -> OrderWords | None:
    """Whether the newest or the oldest is asked for."""
    for order, form in ((Order.LATEST, _LATEST), (Order.EARLIEST, _EARLIEST)):
        if found := form.search(question):
            return OrderWords(order, *found.span())
    return None


def in_order(ranking: Sequence[Ranked], order: Order | None) -> list[Ranked]:
    """The ranking, its best paragraphs with a bonus for their place in time; those without a date get none."""
    best = max((each.score for each in ranking), default=0.0)
    near = [each for each in ranking if each.score >= _NEAR * best]
    places = _places([each.description.day for each in near], order)

    def raised(each: Ranked) -> Ranked:
        day = each.description.day
        if day is None or each.score < _NEAR * best:
            return each
        bonus = _BONUS * places[day]
        why = replace(each.why, favours=(*each.why.favours, Favour.ORDER)) if each.why and bonus else each.why
        return replace(each, score=each.score + bonus, why=why)

    return sorted(map(raised, ranking), key=lambda each: -each.score)


def in_time(ranked: Sequence[tuple[float, Sentence]], order: Order) -> list[tuple[float, Sentence]]:
    """Sentences that answer, with their scores raised by their articles' place in time."""
    places = _places([sentence.ranked.description.day for _, sentence in ranked], order)
    raised = [
        (score + _WORTH * places.get(sentence.ranked.description.day or date.min, 0.0), sentence)
        for score, sentence in ranked
    ]
    return sorted(raised, key=lambda pair: -pair[0])


def _places(days: Iterable[date | None], order: Order | None) -> dict[date, float]:
    """Each day's place between the one end (0) and the other (1), which the order asks for."""
    known = sorted({day for day in days if day}, reverse=order is Order.EARLIEST)
    last = len(known) - 1
    return {day: at / last if order and last else 0.0 for at, day in enumerate(known)}
