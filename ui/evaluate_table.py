"""Figures as a table for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.evaluation.comparing import Comparison
from assistant.evaluation.figures import Figure, Measure

_Row = Sequence[str]


def figure_table(found: Sequence[Figure]) -> str:
    """A line a figure, with the number of questions it rests on."""
    rows = [[each.measure.label, _number(each.measure, each.value), f"{each.questions:,}"] for each in found]
    return _table(["", "figure", "questions"], rows)


def comparison_table(found: Sequence[Comparison]) -> str:
    """The same beside the other settings: the difference, on how many questions they do better or worse, and how
    likely such a split is by chance."""
    return _table(["", "figure", "questions", "against", "change", "better", "worse", "chance"], map(_compared, found))


def _compared(each: Comparison) -> _Row:
    measure, paired = each.figure.measure, each.paired
    split = [str(paired.better), str(paired.worse), f"{paired.chance:.3f}"] if paired else ["", "", ""]
    return [
        measure.label,
        _number(measure, each.figure.value),
        f"{each.figure.questions:,}",
        _number(measure, each.other.value),
        _number(measure, each.difference, sign="+"),
        *split,
    ]


def _number(measure: Measure, value: float, sign: str = "") -> str:
    return f"{value:{sign}.0f} {measure.unit}" if measure.unit else f"{value:{sign}.3f}"


def _table(heading: _Row, rows: Iterable[_Row]) -> str:
    lines = [heading, *rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
