"""Results summed up in figures, each with the number of questions it rests on."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import fmean, median

import numpy as np

from assistant.evaluation.judging import Result

Values = Sequence[float]

DEPTH = 10
"""Paragraphs looked at for recall and reciprocal rank."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure to be: its name in JSON and for people, what each question adds to it, and how it is summed up."""

    name: str
    label: str
    of: Callable[[Result], float | None]
    more_is_better: bool = True
    unit: str = ""
    summed_up: Callable[[Values], float] = fmean


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured number, and how many questions it rests on."""

    measure: Measure
    value: float
    questions: int


def area_under_roc(answerable: Values, others: Values) -> float:
    """How often an answerable question has the higher confidence of two; ties count half."""
    ordered = np.sort(np.asarray(others))
    below = np.searchsorted(ordered, answerable, side="left")
    up_to = np.searchsorted(ordered, answerable, side="right")
    return float((below + up_to).sum() / (2 * len(answerable) * len(ordered)))


def within_95(values: Values) -> float:
    """The value that 95 of 100 do not exceed."""
    return sorted(values)[math.ceil(0.95 * len(values)) - 1]


def figures(results: Sequence[Result]) -> list[Figure]:
    """Every figure that any question adds to, in the order in which one reads them."""
    quality, times = ([_figure(each, results) for each in measures] for measures in (QUALITY, TIMES))
    return [figure for figure in (*quality, _area(results), *times) if figure]


def _figure(measure: Measure, results: Sequence[Result]) -> Figure | None:
    values = [value for each in results if (value := measure.of(each)) is not None]
    return Figure(measure, measure.summed_up(values), len(values)) if values else None


def _area(results: Sequence[Result]) -> Figure | None:
    answerable = [each.confidence for each in results if each.answerable]
    others = [each.confidence for each in results if each.answerable is False]
    if not (answerable and others):
        return None
    return Figure(AREA, area_under_roc(answerable, others), len(answerable) + len(others))


def _within(rank: Callable[[Result], int | None], depth: int) -> Callable[[Result], float | None]:
    def found(result: Result) -> float | None:
        at = rank(result)
        return None if at is None else float(0 < at <= depth)

    return found


def _reciprocal(rank: Callable[[Result], int | None]) -> Callable[[Result], float | None]:
    def value(result: Result) -> float | None:
        at = rank(result)
        return None if at is None else float(0 < at <= DEPTH) / max(at, 1)

    return value


def _finding(name: str, what: str, rank: Callable[[Result], int | None]) -> list[Measure]:
    return [
        Measure(f"{name}_recall_at_1", f"{what} found first", _within(rank, 1)),
        Measure(f"{name}_recall_at_5", f"{what} among the first 5", _within(rank, 5)),
        Measure(f"{name}_recall_at_10", f"{what} among the first 10", _within(rank, 10)),
        Measure(f"{name}_mrr", f"{what}, mean reciprocal rank", _reciprocal(rank)),
    ]


def _taking(name: str, what: str, time: Callable[[Result], float]) -> list[Measure]:
    return [
        Measure(f"{name}_median", f"{what}, median", time, more_is_better=False, unit="ms", summed_up=median),
        Measure(f"{name}_p95", f"{what}, 95 of 100 within", time, more_is_better=False, unit="ms", summed_up=within_95),
    ]


QUALITY = (
    *_finding("paragraph", "the right paragraph", lambda each: each.paragraph_rank),
    *_finding("article", "the right article", lambda each: each.article_rank),
    *_finding("answer", "a paragraph with the answer", lambda each: each.answer_rank),
    Measure("sentence_first", "the answer is in the first sentence", lambda each: each.first_sentence),
    Measure("sentence_any", "the answer is in any sentence", lambda each: each.any_sentence),
    Measure("word_for_word", "claims quoted word for word", lambda each: each.word_for_word),
    Measure("cited_paragraph", "citations of the right paragraph", lambda each: each.cited_paragraph),
    Measure("cited_article", "citations of the right article", lambda each: each.cited_article),
    Measure(
        "rests_on_wrong",
        "answers that rest on a passage called wrong",
        lambda each: each.rests_on_wrong,
        more_is_better=False,
    ),
    Measure(
        "answerable_refused",
        "answerable questions refused",
        lambda each: float(not each.answered) if each.answerable else None,
        more_is_better=False,
    ),
    Measure(
        "others_answered",
        "unanswerable questions answered",
        lambda each: float(each.answered) if each.answerable is False else None,
        more_is_better=False,
    ),
)
AREA = Measure("roc_area", "answerable told from the others (area under ROC)", lambda each: each.confidence)
TIMES = (
    *_taking("search", "search", lambda each: each.search_milliseconds),
    *_taking("ask", "answer", lambda each: each.ask_milliseconds),
)
