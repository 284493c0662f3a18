"""Two rankings made one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain import Kind, Scores
from assistant.fuse import KIND_WEIGHT, fuse

dense_scores = st.dictionaries(st.sampled_from("abcdef"), st.floats(-1, 1))
lexical_scores = st.dictionaries(st.sampled_from("abcdef"), st.floats(0, 50))


def test_what_both_find_best_is_first_with_a_score_of_one() -> None:
    first, *_ = fuse({"a": 0.8, "b": 0.4}, {"a": 12.0, "b": 3.0})

    assert first.passage_id == "a"
    assert first.score == pytest.approx(1.0)
    assert first.scores == Scores(0.8, 12.0)


def test_meaning_and_words_count_alike() -> None:
    by_meaning, by_words = fuse({"meaning": 0.9, "words": 0.1}, {"words": 7.0})

    assert by_meaning.score == by_words.score == pytest.approx(0.5)


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


def test_every_kind_has_its_weight_and_only_the_articles_own_words_count_in_full() -> None:
    assert KIND_WEIGHT.keys() == set(Kind)
    assert max(KIND_WEIGHT[Kind.CAPTION], KIND_WEIGHT[Kind.TEASER]) < KIND_WEIGHT[Kind.BODY] == 1
