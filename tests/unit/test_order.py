"""The newest or the oldest preferred."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.domain import Description, Order, Paragraph, Ranked
from assistant.order import in_order, order_in


def ranked(name: str, score: float, day: date | None) -> Ranked:
    return Ranked(name, Description(name, "s", published=day), Paragraph(1, f"{name} tells."), score)


RANKING = [
    ranked("old", 0.9, date(2020, 1, 1)),
    ranked("new", 0.85, date(2024, 1, 1)),
    ranked("undated", 0.8, None),
    ranked("elsewhere", 0.3, date(2025, 1, 1)),
]


@pytest.mark.parametrize(
    ("question", "order"),
    [
        ("What is the latest on the lock?", Order.LATEST),
        ("What does the most recent article say?", Order.LATEST),
        ("When was the strike first announced?", Order.EARLIEST),
        ("What was the earliest report of it?", Order.EARLIEST),
        ("Where was it originally reported?", Order.EARLIEST),
        ("Which team reached the final for the first time?", None),
        ("Who came late?", None),
    ],
)
def test_it_is_known_by_its_words(question: str, order: Order | None) -> None:
    found = order_in(question)

    assert (found.order if found else None) is order


def test_the_newest_of_those_on_the_topic_comes_first() -> None:
    assert [each.article_id for each in in_order(RANKING, Order.LATEST)] == ["new", "old", "undated", "elsewhere"]


def test_the_oldest_likewise_and_without_an_order_nothing_moves() -> None:
    assert in_order(RANKING, Order.EARLIEST)[0].article_id == "old"
    assert in_order(RANKING, None) == RANKING
