"""What a question asks for, and the words that carry it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.question import Asks, Question


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
    assert Question("Why did the ferries stop in Hale?").carrying == ("ferri", "stop", "hale")


def test_names_in_capitals_are_no_words_of_asking() -> None:
    assert Question("What did the US and the WHO do?").carrying == ("us", "who")
    assert not Question("WHAT DID WE DO?").names_something


def test_words_of_telling_carry_nothing_where_there_are_others() -> None:
    assert Question("What does the article say about dredging?").carrying == ("dredg",)
    assert Question("What does the article say?").carrying == ("articl", "say")


@pytest.mark.parametrize(
    "text", ["What happened?", "Why is that?", "Didn't they?", "What does the story say?", "?", ""]
)
def test_a_question_of_function_words_names_nothing(text: str) -> None:
    assert not Question(text).names_something


def test_a_question_with_a_word_of_its_own_names_something() -> None:
    assert Question("And the ferry?").names_something


@given(st.text())
def test_any_text_with_words_is_a_question_that_they_carry(text: str) -> None:
    question = Question(text)

    assert question.asks in Asks
    assert question.carrying or not any(each.isascii() and each.isalnum() for each in text) or len(text) >= 60


@pytest.mark.parametrize("text", ["What is the HPA?", "Who was Ada Quill?", "What does HPA stand for?"])
def test_a_name_and_little_else_asks_what_it_is(text: str) -> None:
    assert Question(text).asks is Asks.DEFINITION


@pytest.mark.parametrize(
    "text", ["What is the budget of the HPA?", "What is HPA's budget?", "Who was the first mayor?"]
)
def test_something_of_a_name_does_not(text: str) -> None:
    assert Question(text).asks is not Asks.DEFINITION


@pytest.mark.parametrize("text", ["Which towns have ports?", "What are the reasons for the strike?", "List the ships."])
def test_a_question_for_several_things_wants_a_list(text: str) -> None:
    assert Question(text).wants_many


@pytest.mark.parametrize("text", ["What does the mayor want?", "Which town has a port?", "What was sold?"])
def test_a_question_for_one_thing_does_not(text: str) -> None:
    assert not Question(text).wants_many


@pytest.mark.parametrize("text", ["Summarise the article.", "What is the report about?", "What happened to the ferry?"])
def test_a_question_for_all_there_is_wants_a_summary(text: str) -> None:
    assert Question(text).wants_summary
    assert not Question("Who sold the ferry?").wants_summary


def test_names_and_numbers_are_told_from_words_that_can_be_said_otherwise() -> None:
    assert Question("Did the Harbour Office sell 12 boats to Ada?").names == {"harbour", "offic", "12", "ada"}
    assert Question("Boats were sold?").names == frozenset()
