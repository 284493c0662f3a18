"""Follow-ups made into questions that stand alone."""

from __future__ import annotations

import pytest

from assistant.domain import Turn
from assistant.followup import stand_alone

FERRY = (Turn("Why was the ferry late?", "A rope was caught in its screw."),)


@pytest.mark.parametrize(
    "question",
    ["Why?", "And on Tuesday?", "What about the bus?", "Who repaired it?", "What happened?", "Who wrote the article?"],
)
def test_a_question_that_leans_takes_the_one_before_along(question: str) -> None:
    assert stand_alone(question, FERRY) == f"{question} (Why was the ferry late?)"


@pytest.mark.parametrize(
    "question", ["How many islands has Norway?", "Which company built the lighthouse?", "Has Norway sold its ferries?"]
)
def test_a_question_that_names_its_topic_stands_alone(question: str) -> None:
    assert stand_alone(question, FERRY) == question


def test_without_a_history_nothing_is_added() -> None:
    assert stand_alone("Why?", []) == "Why?"


def test_it_leans_through_questions_that_lean_themselves() -> None:
    history = [*FERRY, Turn("Who repaired it?", "A diver.")]

    assert stand_alone("And when?", history) == "And when? (Who repaired it? (Why was the ferry late?))"


def test_it_leans_no_further_than_the_question_that_names_the_topic() -> None:
    history = [Turn("How large is the port?", "Small."), *FERRY]

    assert stand_alone("Why?", history) == "Why? (Why was the ferry late?)"


def test_a_very_long_conversation_of_follow_ups_stays_a_short_question() -> None:
    assert len(stand_alone("And then?", [Turn("And then?", "No more.")] * 5000)) < 200
