"""Two rankings made one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain import Scores
from assistant.fuse import DENSE_SHARE, fuse

dense_scores = st.dictionaries(st.sampled_from("abcdef"), st.floats(-1, 1))
lexical_scores = st.dictionaries(st.sampled_from("abcdef"), st.floats(0, 50))


def test_what_both_find_best_is_first_with_a_score_of_one() -> None:
    first, *_ = fuse({"a": 0.8, "b": 0.4}, {"a": 12.0, "b": 3.0})

    assert first.passage_id == "a"
    assert first.score == pytest.approx(1.0)
    assert first.scores == Scores(0.8, 12.0)


def test_each_arm_has_its_share() -> None:
    by_words, by_meaning = fuse({"meaning": 0.9, "words": 0.1}, {"words": 7.0})

    assert by_meaning.score == pytest.approx(DENSE_SHARE)
    assert by_words.score == pytest.approx(1 - DENSE_SHARE)


def test_what_shares_words_knows_its_share_of_the_best() -> None:
    shares = {each.passage_id: each.share for each in fuse({"c": 0.3}, {"a": 8.0, "b": 2.0})}

    assert shares == {"a": 1.0, "b": 0.25, "c": 0.0}


def test_what_one_arm_did_not_find_has_no_score_of_it() -> None:
    found = {each.passage_id: each.scores for each in fuse({"a": 0.5}, {"b": 2.0})}

    assert found == {"a": Scores(0.5, None), "b": Scores(None, 2.0)}


def test_nothing_found_is_nothing_fused() -> None:
    assert fuse({}, {}) == []


@given(dense_scores, lexical_scores)
def test_each_passage_comes_once_best_first_between_zero_and_one(
    dense: dict[str, float], lexical: dict[str, float]
) -> None:
    fused = fuse(dense, lexical)
    scores = [each.score for each in fused]

    assert sorted(each.passage_id for each in fused) == sorted(dense.keys() | lexical.keys())
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 + 1e-9 for score in scores)
