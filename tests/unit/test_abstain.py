"""When the articles do not say, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.abstain import THRESHOLD, probability, reason
from assistant.domain import Description, Paragraph, Ranked
from assistant.evidence import Sentence
from assistant.question import Question

share = st.floats(0, 1)
PASSAGES = {"ferri": 3, "port": 2, "mayor": 1}


def passages_with(stem: str) -> int:
    return PASSAGES.get(stem, 0)


def signs(meaning: float, words: float, around: float, form: float, score: float = 0.5) -> Sentence:
    ranked = Ranked("a", Description("T", "s"), Paragraph(1, "The ferry stays."), score)
    return Sentence(ranked, 0, 16, meaning, words, pairs=0.5, before=words, around=around, form=form)


def test_a_sentence_that_shares_nothing_with_the_question_does_not_answer() -> None:
    assert probability(signs(0.1, 0.0, 0.0, 1.0)) < 0.05


def test_a_sentence_with_the_questions_words_and_meaning_answers() -> None:
    assert probability(signs(0.8, 1.0, 1.0, 1.0)) > 0.9


def test_a_sentence_on_the_topic_that_lacks_half_the_words_does_not_answer() -> None:
    assert probability(signs(0.4, 0.3, 0.5, 0.0)) < THRESHOLD


@given(share, share, share, share, st.sampled_from(["meaning", "words", "around", "form"]))
def test_more_of_any_sign_never_makes_an_answer_less_likely(
    meaning: float, words: float, around: float, form: float, sign: str
) -> None:
    before = signs(meaning, words, around, form)
    after = replace(before, **{sign: 1.0})

    assert 0 <= probability(before) <= probability(after) <= 1


@pytest.mark.parametrize(
    ("question", "articles", "told"),
    [
        ("When do the penguins arrive?", 2, "there is nothing about “penguins” or “arrive” in any of the 2 articles"),
        ("Why is the ferry purple?", 1, "there is nothing about “purple” in the one article"),
        (
            "Who fed the “penguins” in the port, the zebras or the mayor?",
            1200,
            "there is nothing about “fed”, “penguins” or “zebras” in any of the 1,200 articles",
        ),
    ],
)
def test_the_reason_names_what_the_articles_do_not(question: str, articles: int, told: str) -> None:
    assert reason(Question(question), passages_with, articles) == told


def test_where_all_words_are_there_the_reason_says_that_no_sentence_answers() -> None:
    assert "no sentence in any of the 2 articles says" in reason(Question("Did the mayor port?"), passages_with, 2)
