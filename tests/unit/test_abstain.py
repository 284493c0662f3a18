"""How likely it is that the best sentence answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import abstain
from assistant.abstain import THRESHOLD
from assistant.domain import Description, Paragraph, Ranked, Scores
from assistant.doubts import Doubts
from assistant.evidence import Sentence

share = st.floats(0, 1)
doubt = st.builds(Doubts, st.booleans(), st.booleans(), share)


def probability(best: Sentence, doubts: Doubts | None = None, passages: int = 400) -> float:
    return abstain.probability(best, doubts or Doubts(), passages)


def signs(meaning: float, around: float, relevance: float = 0.5) -> Sentence:
    scores = Scores(relevance=relevance)
    ranked = Ranked("a", Description("T", "s"), Paragraph(1, "The ferry stays."), 1.0, scores)
    return Sentence(ranked, 0, 16, meaning, 0.5, pairs=0.5, names=0.5, before=0.5, around=around, form=1.0)


def test_a_sentence_that_shares_nothing_with_the_question_does_not_answer() -> None:
    assert probability(signs(0.1, 0.0)) < 0.05


def test_a_sentence_with_the_questions_words_and_meaning_answers() -> None:
    assert probability(signs(0.8, 1.0)) > 0.9


def test_a_sentence_on_the_topic_that_lacks_half_the_words_does_not_answer() -> None:
    assert probability(signs(0.4, 0.4)) < THRESHOLD


def test_among_more_passages_the_same_signs_tell_less() -> None:
    likely = [probability(signs(0.5, 0.6), passages=passages) for passages in (30, 400, 100_000)]

    assert likely == sorted(likely, reverse=True)


@given(share, share, share, doubt, st.sampled_from(["meaning", "around", "relevance"]))
def test_more_of_any_sign_never_makes_an_answer_less_likely(
    meaning: float, around: float, relevance: float, doubts: Doubts, sign: str
) -> None:
    given_signs = {"meaning": meaning, "around": around, "relevance": relevance}
    before, after = signs(**given_signs), signs(**given_signs | {sign: 1.0})

    assert 0 <= probability(before, doubts) <= probability(after, doubts) <= 1


@given(share, share, doubt)
def test_no_doubt_makes_an_answer_more_likely(meaning: float, around: float, doubts: Doubts) -> None:
    assert probability(signs(meaning, around), doubts) <= probability(signs(meaning, around))


@pytest.mark.parametrize("doubts", [Doubts(uncounted=True), Doubts(other_year=True)])
def test_what_has_no_count_or_is_of_another_year_answers_only_where_all_else_speaks_for_it(doubts: Doubts) -> None:
    assert probability(signs(0.5, 0.5), doubts) < THRESHOLD < probability(signs(0.5, 0.5))
    assert probability(signs(0.9, 1.0, relevance=0.8), doubts) > THRESHOLD
