"""Outlets and authors that a question names as its sources."""

from __future__ import annotations

import pytest

from assistant.masthead import Credits, Masthead, masthead_of
from assistant.sources import sources_in

OUTLETS = (
    "Hale Courier",
    "The River Wire",
    "The Week",
    "Fortune",
    "LockSports.com",
    "Mole | Harbour Business Leader",
    "TIDE News - Health",
    "TIDE News - Sport",
    "Lower Bay Morning Herald",
)
NAMES = masthead_of(Credits(OUTLETS, ("Ada Quill", "Fortune")))


def named(question: str, names: Masthead = NAMES) -> list[str]:
    return [name for mention in sources_in(question, names) for name in mention.names]


@pytest.mark.parametrize(
    ("question", "outlet"),
    [
        ("According to Hale Courier, why did the lock close?", "Hale Courier"),
        ("according to hale courier why did the lock close", "Hale Courier"),
        ("What did The Week report about the lock?", "The Week"),
        ("What does 'River Wire' say about it?", "The River Wire"),
        ("Is the lock open, as reported by the River Wire?", "The River Wire"),
        ("What does the Fortune article suggest?", "Fortune"),
        ("Is Fortune's report on the lock right?", "Fortune"),
        ("What do LockSports articles say?", "LockSports.com"),
        ("What did Lock Sports report?", "LockSports.com"),
        ("What does the Mole story say?", "Mole | Harbour Business Leader"),
        ("Does the article from Mole | Harbour Business Leader say so?", "Mole | Harbour Business Leader"),
        ("What did the LBMH report?", "Lower Bay Morning Herald"),
        ("What does TIDE News - Sport report?", "TIDE News - Sport"),
    ],
)
def test_an_outlet_is_known_by_what_people_call_it(question: str, outlet: str) -> None:
    assert named(question) == [outlet]


def test_an_outlet_called_by_the_name_of_all_its_sections_is_all_of_them() -> None:
    assert named("According to TIDE News, is salt good?") == ["TIDE News - Health", "TIDE News - Sport"]


@pytest.mark.parametrize(
    "question",
    [
        "Who lost a fortune at the lock?",
        "Which Fortune 500 company owns the lock?",
        "What happened in the week of the strike?",
        "Who bought the Hale Courier?",
        "Where was the tide highest this week?",
        "How many moles report to the harbour master?",
    ],
)
def test_a_name_in_passing_and_a_common_word_are_no_sources(question: str) -> None:
    assert named(question) == []


def test_sources_named_in_one_breath_are_all_sources() -> None:
    assert named("Who is criticised in articles by both Fortune and The Week?") == ["Fortune", "The Week"]


def test_an_author_is_a_source_and_an_outlet_of_the_same_name_goes_first() -> None:
    (author,) = sources_in("What did Ada Quill write about the lock?", NAMES)
    (outlet,) = sources_in("What did Fortune write about the lock?", NAMES)

    assert (author.author, outlet.author) == (True, False)


@pytest.mark.parametrize(
    "question",
    [
        "According to Reuters, why did the lock close?",
        "What does the article in the Upper Bay Clarion say?",
        "What does the Upper Bay Clarion article say about the lock?",
    ],
)
def test_a_source_that_the_library_lacks_has_no_names(question: str) -> None:
    (mention,) = sources_in(question, NAMES)

    assert mention.names == ()


def test_a_month_is_no_outlet() -> None:
    assert sources_in("What do the articles from March 2024 say about the lock?", NAMES) == []


def test_an_organisation_that_said_something_is_no_outlet() -> None:
    assert sources_in("According to the Lock Keepers Union, who is on strike?", NAMES) == []
