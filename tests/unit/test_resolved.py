"""The days meant by words that a quote leaves open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.domain import Bases, Basis, Description, Kind, Paragraph, Quote, ResolvedDate
from assistant.resolved import resolved_dates

WEDNESDAY = Description("The ferry", "made", published=date(2024, 5, 8), language="en")


def quote(text: str, sentence: str = "", description: Description = WEDNESDAY) -> Quote:
    start = text.index(sentence)
    return Quote("ferry", description, Paragraph(1, text), start, start + len(sentence or text))


def test_a_weekday_is_the_day_that_was_meant() -> None:
    text = "It rained. The ferry left on Tuesday."

    assert resolved_dates(quote(text, "The ferry left on Tuesday.")) == (ResolvedDate(18, 25, date(2024, 5, 7)),)


def test_a_longer_span_has_a_last_day() -> None:
    (found,) = resolved_dates(quote("The ferry left last week."))

    assert (found.day, found.until) == (date(2024, 4, 29), date(2024, 5, 5))


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left on 7 May 2024.",
        "The ferry left in 2023.",
        "“The ferry left on Tuesday,” she said.",
        'She said: "The ferry left yesterday."',
        "He was born on 3 June 1951. The ferry left on Tuesday.",
        "The ferry is blue today.",
        "The ferry leaves",
    ],
)
def test_what_is_complete_quoted_elsewhere_or_open_to_doubt_is_left_alone(text: str) -> None:
    assert resolved_dates(quote(text)) == ()


@pytest.mark.parametrize(
    "description",
    [
        replace(WEDNESDAY, published=None),
        replace(WEDNESDAY, bases=Bases(published=Basis.GUESSED)),
        replace(WEDNESDAY, language="de"),
    ],
)
def test_without_a_known_day_of_publication_nothing_is_resolved(description: Description) -> None:
    assert resolved_dates(quote("The ferry left on Tuesday.", description=description)) == ()


def test_a_teaser_tells_of_a_story_of_another_day() -> None:
    teaser = Quote("ferry", WEDNESDAY, Paragraph(1, "The ferry left on Tuesday.", Kind.TEASER), 0, 26)

    assert resolved_dates(teaser) == ()
