"""Whether a sentence holds the kind of thing that a question asks for."""

from __future__ import annotations

import pytest

from assistant.form import answers_in_form
from assistant.question import Question


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("When did the port open?", "It opened on 3 May."),
        ("When did the port open?", "It opened in 1987."),
        ("When did the port open?", "It opened on Tuesday."),
        ("How many boats came?", "Some forty boats came."),
        ("How many boats came?", "There were 12."),
        ("Who sold the ferry?", "It was sold by Miriam Okoye."),
        ("Where is the ferry?", "It lies in Hale."),
        ("Why did the ferry stop?", "It stopped because a rope broke."),
        ("Did the ferry stop?", "It stopped at noon."),
        ("What is the HPA?", "The HPA, a union of dockers, met."),
        ("Who is Ada Quill?", "Ada Quill is the mayor."),
        ("What did the Harbour Office say?", "The Harbour Office is closed, it said."),
        ("What happened?", "It sank."),
    ],
)
def test_a_sentence_with_what_is_asked_for_answers_in_form(question: str, sentence: str) -> None:
    assert answers_in_form(Question(question), sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("When did the port open?", "It opened late."),
        ("How many boats came?", "Boats came."),
        ("Who sold the ferry?", "it was sold."),
        ("Why did the ferry stop?", "It stopped."),
        ("Has Ada Quill resigned?", "Ada Quill likes tea."),
        ("What is the HPA?", "The HPA met a union of dockers."),
        ("What did the Harbour Office say?", "The weather is fine."),
    ],
)
def test_a_sentence_without_it_does_not(question: str, sentence: str) -> None:
    assert not answers_in_form(Question(question), sentence)


def test_what_the_question_says_itself_is_no_answer() -> None:
    assert not answers_in_form(Question("What did Ada Quill do in 1987? When?"), "In 1987 it rained.")
    assert not answers_in_form(Question("Who is Ada Quill?"), "Ada Quill sailed.")


def test_who_reported_something_is_the_one_it_is_attributed_to() -> None:
    question = Question("Who reported the closure?")

    assert answers_in_form(question, "The bridge is closed, according to the Hale Courier.")
    assert not answers_in_form(question, "The Harbour Office closes the bridge.")
