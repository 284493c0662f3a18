"""Results summed up, and two of them compared."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.evaluation.comparing import Paired, compare
from assistant.evaluation.figures import area_under_roc, figures, within_95
from assistant.evaluation.judging import Result

RIGHT = Result(
    answerable=True,
    answered=True,
    confidence=0.9,
    paragraph_rank=1,
    article_rank=None,
    answer_rank=None,
    first_sentence=True,
    any_sentence=True,
    word_for_word=1.0,
    cited_paragraph=1.0,
    cited_article=None,
    search_milliseconds=10.0,
    ask_milliseconds=20.0,
)
LATE = replace(RIGHT, paragraph_rank=4, first_sentence=False)
LOST = replace(RIGHT, paragraph_rank=0, answered=False, confidence=0.2, first_sentence=False, any_sentence=False)
FOREIGN = replace(
    RIGHT, answerable=False, answered=False, confidence=0.1, paragraph_rank=None, first_sentence=None, any_sentence=None
)


def values(results: list[Result]) -> dict[str, float]:
    return {each.measure.name: each.value for each in figures(results)}


def test_recall_and_reciprocal_rank_count_what_was_found_how_high() -> None:
    found = values([RIGHT, LATE, LOST])

    assert found["paragraph_recall_at_1"] == pytest.approx(1 / 3)
    assert found["paragraph_recall_at_5"] == found["paragraph_recall_at_10"] == pytest.approx(2 / 3)
    assert found["paragraph_mrr"] == pytest.approx((1 + 1 / 4) / 3)


def test_each_figure_rests_on_the_questions_that_it_can_be_judged_by() -> None:
    rests_on = {each.measure.name: each.questions for each in figures([RIGHT, LATE, LOST, FOREIGN])}

    assert rests_on["paragraph_mrr"] == rests_on["answerable_refused"] == rests_on["sentence_first"] == 3
    assert rests_on["others_answered"] == 1
    assert rests_on["roc_area"] == rests_on["ask_p95"] == 4
    assert "article_mrr" not in rests_on


def test_both_ways_to_be_wrong_about_answering_are_counted() -> None:
    found = values([RIGHT, LOST, FOREIGN, replace(FOREIGN, answered=True)])

    assert (found["answerable_refused"], found["others_answered"]) == (0.5, 0.5)


def test_no_results_have_no_figures() -> None:
    assert figures([]) == []


@pytest.mark.parametrize(
    ("answerable", "others", "area"),
    [([0.9, 0.8], [0.1, 0.2], 1.0), ([0.1], [0.9], 0.0), ([0.5], [0.5], 0.5), ([0.4, 0.9], [0.5, 0.5], 0.5)],
)
def test_the_area_under_roc_is_how_often_the_answerable_has_more(
    answerable: list[float], others: list[float], area: float
) -> None:
    assert area_under_roc(answerable, others) == pytest.approx(area)


@given(st.lists(st.integers(0, 4), min_size=1), st.lists(st.integers(0, 4), min_size=1))
def test_the_area_under_roc_is_that_of_counting_pairs(answerable: list[int], others: list[int]) -> None:
    pairs = [(one > other) + 0.5 * (one == other) for one in answerable for other in others]

    assert area_under_roc(answerable, others) == pytest.approx(sum(pairs) / len(pairs))


def test_95_of_100_are_within() -> None:
    assert within_95(list(range(1, 101))) == 95
    assert within_95([7.0]) == 7.0


def test_a_comparison_counts_the_questions_that_changed() -> None:
    compared = {each.figure.measure.name: each for each in compare([RIGHT, LATE, LOST], [RIGHT, RIGHT, LATE])}

    first = compared["paragraph_recall_at_1"]
    assert (first.paired, first.difference) == (Paired(better=1, worse=0), pytest.approx(1 / 3))
    assert compared["paragraph_mrr"].paired == Paired(better=2, worse=0)


def test_fewer_refusals_and_wrong_answers_are_better() -> None:
    before = [LOST, replace(FOREIGN, answered=True)]
    after = [RIGHT, FOREIGN]

    compared = {each.figure.measure.name: each.paired for each in compare(before, after)}

    assert compared["answerable_refused"] == compared["others_answered"] == Paired(better=1, worse=0)


def test_times_have_no_count_of_better_and_worse() -> None:
    compared = {
        each.figure.measure.name: each.paired for each in compare([RIGHT], [replace(RIGHT, ask_milliseconds=9)])
    }

    assert compared["ask_median"] is None


@pytest.mark.parametrize(
    ("better", "worse", "chance"), [(0, 0, 1), (1, 0, 1), (5, 5, 1), (6, 0, 0.03125), (1, 7, 0.0703125)]
)
def test_chance_is_the_sign_test_s(better: int, worse: int, chance: float) -> None:
    assert Paired(better, worse).chance == pytest.approx(chance)
