"""The figures of two settings side by side, and whether their difference means anything."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evaluation.figures import QUALITY, Figure, figures
from assistant.evaluation.judging import Result


@dataclass(frozen=True, slots=True)
class Paired:
    """On how many of the same questions the others do better, and on how many worse."""

    better: int
    worse: int

    @property
    def chance(self) -> float:
        """How likely so uneven a split is where both are equally good: the sign test, two-sided."""
        split = self.better + self.worse
        tail = sum(math.comb(split, few) for few in range(min(self.better, self.worse) + 1))
        return min(1.0, 2.0 * tail / float(1 << split))


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure of these settings beside the others', question by question where it is made of questions."""

    figure: Figure
    other: Figure
    paired: Paired | None

    @property
    def difference(self) -> float:
        return self.other.value - self.figure.value


def compare(results: Sequence[Result], others: Sequence[Result]) -> list[Comparison]:
    """The figures that both have; results are of the same questions, in the same order."""
    theirs = {each.measure.name: each for each in figures(others)}
    return [
        Comparison(figure, theirs[figure.measure.name], _paired(figure, results, others))
        for figure in figures(results)
        if figure.measure.name in theirs
    ]


def _paired(figure: Figure, results: Sequence[Result], others: Sequence[Result]) -> Paired | None:
    measure = figure.measure
    if measure not in QUALITY:
        return None
    pairs = [(measure.of(one), measure.of(other)) for one, other in zip(results, others, strict=True)]
    gains = [other - one for one, other in pairs if one is not None and other is not None]
    better, worse = sum(gain > 0 for gain in gains), sum(gain < 0 for gain in gains)
    return Paired(better, worse) if measure.more_is_better else Paired(worse, better)
