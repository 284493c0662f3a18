"""Questions of several parts taken apart."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.masthead import Credits, masthead_of
from assistant.parts import Part, parts_of
from assistant.sources import sources_in
from assistant.when import time_words

NAMES = masthead_of(Credits(("Hale Courier", "The River Wire", "Mole"), ()))


def parts(question: str) -> list[Part]:
    return parts_of(question, sources_in(question, NAMES), time_words(question, None))


def test_a_comparison_of_two_articles_has_a_part_for_each() -> None:
    one, other = parts(
        "Does the Hale Courier article suggest that barges wait, while the River Wire article says that trains run?"
    )

    assert one.outlets == ("Hale Courier",)
    assert "barges wait" in one.question
    assert "trains" not in one.question
    assert other.outlets == ("The River Wire",)
    assert "trains run" in other.question
    assert "River Wire" not in other.question


def test_each_part_has_the_day_of_its_own_report() -> None:
    one, other = parts(
        "Between the report from Mole on barges published on May 6, 2024, and the report from Mole on trains published "
        "on May 9, 2024, was there a change in the portrayal of the strike?"
    )

    assert (one.first, one.last) == (date(2024, 5, 6), date(2024, 5, 6))
    assert (other.first, other.last) == (date(2024, 5, 9), date(2024, 5, 9))
    assert "portrayal" not in one.question + other.question


def test_sources_that_follow_what_they_say_are_told_apart_as_well() -> None:
    one, other = parts(
        "Who was praised for her maps of the coast by the Hale Courier, and is accused of selling fakes by Mole?"
    )

    assert (one.outlets, other.outlets) == (("Hale Courier",), ("Mole",))
    assert "maps" in one.question
    assert "fakes" in other.question


def test_clauses_that_share_their_sources_are_parts() -> None:
    found = parts(
        "Which harbour lost forty barges in the storm, is led by a former singer, and was sold to a bank in Lisbon, as "
        "reported by both Mole and the Hale Courier?"
    )

    assert len(found) == 3
    assert {part.outlets for part in found} == {("Mole", "Hale Courier")}


def test_one_thing_asked_of_two_sources_is_asked_of_each() -> None:
    found = parts("What do Mole and the Hale Courier say about the barges?")

    assert [part.outlets for part in found] == [("Mole",), ("Hale Courier",)]


def test_joined_questions_are_parts_and_one_that_points_back_takes_the_first_along() -> None:
    first, second = parts("When did the strike at the lock begin and who reported it?")

    assert first.question == "When did the strike at the lock begin"
    assert second.question == "who reported it? (When did the strike at the lock begin)"


@pytest.mark.parametrize(
    "question",
    [
        "When did the strike at the lock begin?",
        "According to Mole, why do barges and trains wait?",
        "Grain and salt were lost in the fire. Where was it?",
        "Who is the master of the harbour of Hale and its locks?",
    ],
)
def test_a_question_of_one_part_is_left_whole(question: str) -> None:
    assert parts(question) == []


def test_a_comparison_with_the_same_topic_takes_the_topic_along() -> None:
    _, other = parts("Is the Hale Courier report on barges consistent with Mole's coverage of the same topic?")

    assert "barges" in other.question
