"""Words of a question that say where to look."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.cues import Known, Understood, understand
from assistant.domain import NO_FILTERS, Cue, CueKind, Filters, Order
from assistant.masthead import Credits

NAMES = Credits(("Hale Courier", "The River Wire", "The Week"), ("Ada Quill",), date(2020, 1, 1), date(2024, 6, 1))
WEDNESDAY = date(2024, 5, 15)


def understood(question: str, given: Filters = NO_FILTERS, day: date | None = WEDNESDAY, *ignored: str) -> Understood:
    return understand(question, given, Known(NAMES, lambda: ["b", "a"], day), ignored)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What does the undated article say about ferries?", "What does the article say about ferries?"),
        ("Is there an undated story on ferries?", "Is there the story on ferries?"),
        ("What do the UNDATED articles say?", "What do the articles say?"),
    ],
)
def test_an_undated_article_is_looked_for_among_those_without_a_date(question: str, words: str) -> None:
    found = understood(question)

    assert found.question == words
    assert found.within.articles == ("b", "a")


@pytest.mark.parametrize("question", ["What is an undated cheque?", "Is the letter undated?", "When was it?"])
def test_other_undated_things_limit_nothing(question: str) -> None:
    found = understood(question)

    assert (found.question, found.within, found.beyond) == (question, NO_FILTERS, NO_FILTERS)


def test_articles_that_were_named_are_not_replaced() -> None:
    named = Filters(after=date(2024, 1, 1), articles=("mine",))

    assert understood("the undated article", named).within == named


def test_where_every_article_has_a_date_the_cue_is_relaxed() -> None:
    found = understand("What does the undated article say?", NO_FILTERS, Known(NAMES, list))

    assert found.within.relaxed
    assert not found.within.narrow


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("According to Hale Courier, why did the lock close?", "why did the lock close?"),
        ("Why did the lock close, according to the Hale Courier?", "Why did the lock close ?"),
        ("What did the Hale Courier report about the lock?", "What did report about the lock?"),
    ],
)
def test_a_source_limits_and_is_no_word_to_look_for(question: str, rest: str) -> None:
    found = understood(question)

    assert found.question == rest
    assert found.within.outlets == ("Hale Courier",)
    assert found.beyond.outlets == ()
    assert found.beyond.preferred_outlets == ("Hale Courier",)


def test_an_author_limits_likewise() -> None:
    found = understood("What did Ada Quill write about the lock?")

    assert found.within.authors == ("Ada Quill",)
    assert found.within.cues == (Cue(CueKind.AUTHOR, "Ada Quill", limits=True),)


def test_a_source_that_the_library_lacks_is_named_as_absent() -> None:
    found = understood("According to Reuters, why did the lock close?")

    assert found.within.absent == ("Reuters",)
    assert not found.within.narrow


@pytest.mark.parametrize(
    ("question", "after", "before"),
    [
        ("Which articles from March 2024 mention the lock?", date(2024, 3, 1), date(2024, 3, 31)),
        ("What was reported about the lock on 2024-03-07?", date(2024, 3, 7), date(2024, 3, 7)),
        ("What was written about the lock between 3 May and 6 May 2024?", date(2024, 5, 3), date(2024, 5, 6)),
        ("What happened at the lock last week?", date(2024, 5, 6), None),
        ("What has been closed since April?", date(2024, 4, 1), None),
    ],
)
def test_times_limit_where_no_other_article_can_be_meant(question: str, after: date, before: date | None) -> None:
    found = understood(question)

    assert (found.within.after, found.within.before) == (after, before)
    assert (found.beyond.after, found.beyond.before) == (None, None)
    assert found.beyond.preferred_after == after


def test_the_day_of_an_event_only_prefers_what_was_published_then_or_soon_after() -> None:
    found = understood("What happened at the lock on 7 March 2024?")

    assert not found.within.narrow
    assert (found.within.preferred_after, found.within.preferred_before) == (date(2024, 3, 7), date(2024, 3, 21))


def test_the_day_of_an_event_long_before_the_first_article_says_nothing() -> None:
    assert understood("Who built the lock in 1873?").within == NO_FILTERS


def test_relative_times_say_nothing_where_no_day_is_known() -> None:
    assert understood("What happened at the lock last week?", day=None).within == NO_FILTERS


def test_what_was_given_goes_before_what_the_question_says() -> None:
    given = Filters(after=date(2020, 1, 1), outlets=("The River Wire",))

    found = understood("What did the Hale Courier report last week?", given)

    assert (found.within, found.beyond) == (given, given)


def test_a_cue_that_was_taken_back_says_nothing() -> None:
    question = "What did the Hale Courier report about the lock last week?"
    assert [cue.words for cue in understood(question).within.cues] == ["the Hale Courier", "last week"]

    found = understood(question, NO_FILTERS, WEDNESDAY, "the Hale Courier")

    assert found.within.outlets == ()
    assert [cue.words for cue in found.within.cues] == ["last week"]


def test_the_latest_and_the_earliest_are_preferred() -> None:
    assert understood("What is the latest on the lock?").within.order is Order.LATEST
    assert understood("When was the strike first reported?").within.order is Order.EARLIEST
    assert understood("Who was first at the lock?").within.order is None


def test_in_a_comparison_nothing_limits_and_each_part_has_its_own_source() -> None:
    found = understood(
        "Does the Hale Courier article say the lock is open, while the River Wire article says it is closed?"
    )

    assert [part.outlets for part in found.parts] == [("Hale Courier",), ("The River Wire",)]
    assert not found.within.narrow
    assert found.within == found.beyond
