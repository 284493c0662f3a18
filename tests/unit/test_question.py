"""What a question asks for, and the words that carry it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question import TELLING_WEIGHT, Asks, Question


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("How many people came?", Asks.NUMBER),
        ("What is the price of a ticket?", Asks.NUMBER),
        ("Which percentage of boats is late?", Asks.NUMBER),
        ("When did the port open?", Asks.DATE),
        ("In which year was the port built?", Asks.DATE),
        ("Where is the port?", Asks.PLACE),
        ("Which city bought the ferry?", Asks.PLACE),
        ("Why did the ferry stop?", Asks.REASON),
        ("What led to the strike?", Asks.REASON),
        ("Who sold the ferry?", Asks.PERSON),
        ("Which company built the ferry?", Asks.PERSON),
        ("Did the mayor resign?", Asks.DECISION),
        ("Hasn't the mayor resigned?", Asks.DECISION),
        ("What happened in the port?", Asks.ANYTHING),
        ("Tell me about dredging.", Asks.ANYTHING),
        ("", Asks.ANYTHING),
    ],
)
def test_the_form_tells_what_is_asked_for(text: str, asks: Asks) -> None:
    assert Question(text).asks is asks


def test_words_of_asking_carry_nothing_where_there_are_others() -> None:
    assert Question("Why did the ferries stop in Hale?").weights == {"ferri": 1.0, "stop": 1.0, "hale": 1.0}


def test_names_in_capitals_are_no_words_of_asking() -> None:
    assert Question("What did the US and the WHO do?").weights == {"us": 1.0, "who": 1.0}
    assert not Question("WHAT DID WE DO?").names_something


def test_words_of_telling_carry_little() -> None:
    assert Question("What does the article say about dredging?").weights == {
        "articl": TELLING_WEIGHT,
        "say": TELLING_WEIGHT,
        "dredg": 1.0,
    }


@pytest.mark.parametrize(
    "text", ["What happened?", "Why is that?", "Didn't they?", "What does the story say?", "?", ""]
)
def test_a_question_of_function_words_names_nothing(text: str) -> None:
    assert not Question(text).names_something


def test_a_question_with_a_word_of_its_own_names_something() -> None:
    assert Question("And the ferry?").names_something


@given(st.text())
def test_any_text_is_a_question_whose_words_weigh_something(text: str) -> None:
    question = Question(text)

    assert question.asks in Asks
    assert all(weight > 0 for weight in question.weights.values())
    assert question.weights or not any(each.isascii() and each.isalnum() for each in text) or len(text) >= 60
