"""Words of a question that limit it to some articles."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.cues import understand
from assistant.domain import NO_FILTERS, Filters


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        ("What does the undated article say about ferries?", "What does the article say about ferries?"),
        ("Is there an undated story on ferries?", "Is there the story on ferries?"),
        ("What do the UNDATED articles say?", "What do the articles say?"),
    ],
)
def test_an_undated_article_is_looked_for_among_those_without_a_date(question: str, understood: str) -> None:
    words, filters = understand(question, NO_FILTERS, lambda: ["b", "a"])

    assert words == understood
    assert filters == Filters(articles=("b", "a"))


def test_the_other_filters_stay() -> None:
    _, filters = understand("the undated piece", Filters(outlets=("Gazette",)), lambda: ["a"])

    assert filters == Filters(outlets=("Gazette",), articles=("a",))


@pytest.mark.parametrize("question", ["What is an undated cheque?", "Is the letter undated?", "When was it?"])
def test_other_undated_things_limit_nothing(question: str) -> None:
    assert understand(question, NO_FILTERS, lambda: ["a"]) == (question, NO_FILTERS)


def test_articles_that_were_named_are_not_replaced() -> None:
    named = Filters(after=date(2024, 1, 1), articles=("mine",))

    assert understand("the undated article", named, lambda: ["a"]) == ("the undated article", named)


def test_where_every_article_has_a_date_the_cue_is_relaxed() -> None:
    _, filters = understand("What does the undated article say?", NO_FILTERS, list)

    assert filters == Filters(relaxed=True)
