"""When the articles do not say, and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import abstain
from assistant.abstain import THRESHOLD, reason
from assistant.domain import Description, Paragraph, Ranked, Scores
from assistant.evidence import Sentence
from assistant.question import Question

share = st.floats(0, 1)
PASSAGES = {"ferri": 3, "port": 2, "mayor": 1}


def passages_with(stem: str) -> int:
    return PASSAGES.get(stem, 0)


def probability(best: Sentence, passages: int = 400) -> float:
    return abstain.probability(best, passages)


def signs(meaning: float, names: float, around: float, relevance: float = 0.5) -> Sentence:
    scores = Scores(relevance=relevance)
    ranked = Ranked("a", Description("T", "s"), Paragraph(1, "The ferry stays."), 1.0, scores)
    return Sentence(ranked, 0, 16, meaning, 0.5, pairs=0.5, names=names, before=0.5, around=around, form=1.0)


def test_a_sentence_that_shares_nothing_with_the_question_does_not_answer() -> None:
    assert probability(signs(0.1, 0.0, 0.0)) < 0.05


def test_a_sentence_with_the_questions_words_and_meaning_answers() -> None:
    assert probability(signs(0.8, 1.0, 1.0)) > 0.9


def test_a_sentence_on_the_topic_that_lacks_half_the_words_does_not_answer() -> None:
    assert probability(signs(0.4, 0.5, 0.5)) < THRESHOLD


def test_among_more_passages_the_same_signs_tell_less() -> None:
    likely = [probability(signs(0.5, 1.0, 0.6), passages) for passages in (30, 400, 100_000)]

    assert likely == sorted(likely, reverse=True)


@given(share, share, share, share, st.sampled_from(["meaning", "names", "around", "relevance"]))
def test_more_of_any_sign_never_makes_an_answer_less_likely(
    meaning: float, names: float, around: float, relevance: float, sign: str
) -> None:
    given_signs = {"meaning": meaning, "names": names, "around": around, "relevance": relevance}
    before, after = signs(**given_signs), signs(**given_signs | {sign: 1.0})

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
