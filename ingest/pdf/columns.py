"""Put the lines of a page into the order of its columns, where they are printed row by row across them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from ingest.pdf.printed import Line

_ROWS = 3  # in a column: fewer side by side are a table or a byline
_SHARE = 0.4  # of a page's rows that leave the same gap


def in_columns(lines: Sequence[Line]) -> list[Line]:
    """The lines as they are read: mostly as they are printed, else one column after the other."""
    rows = list(_rows(lines))
    gutters = _gutters(rows)
    ordered: list[Line] = []
    for across, group in groupby(rows, lambda row: _crosses(row, gutters)):
        if across or not gutters:
            ordered += [_merged(row) for row in group]
        else:
            parts = [line for row in group for line in _by_column(row, gutters)]
            ordered += sorted(parts, key=lambda line: _column(line, gutters))
    return ordered


def _rows(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Parts printed one after the other at the same height."""
    row: list[Line] = []
    for line in lines:
        if row and not _is_beside(row[-1], line):
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _is_beside(line: Line, other: Line) -> bool:
    return abs(line.bottom - other.bottom) < 0.3 * max(line.height, other.height) and other.left >= line.right


def _gutters(rows: Sequence[Sequence[Line]]) -> list[float]:
    """Where rows leave the same gap again and again."""
    gaps = [(one.right, other.left) for row in rows for one, other in pairwise(row)]
    found: list[float] = []
    for _, right in sorted(gaps, key=lambda gap: gap[1]):
        place = right - 1
        count = sum(one <= place <= other for one, other in gaps)
        if count >= max(_ROWS, _SHARE * len(rows)) and not any(_same(gaps, place, known) for known in found):
            found.append(place)
    return found


def _same(gaps: Sequence[tuple[float, float]], place: float, other: float) -> bool:
    return any(left <= min(place, other) and max(place, other) <= right for left, right in gaps)


def _crosses(row: Sequence[Line], gutters: Sequence[float]) -> bool:
    return any(line.left < gutter - 1 and line.right > gutter + 1 for line in row for gutter in gutters)


def _column(line: Line, gutters: Sequence[float]) -> int:
    return sum(line.left >= gutter for gutter in gutters)


def _by_column(row: Sequence[Line], gutters: Sequence[float]) -> list[Line]:
    return [_merged(list(parts)) for _, parts in groupby(row, lambda line: _column(line, gutters))]


def _merged(row: Sequence[Line]) -> Line:
    return Line(
        " ".join(line.text for line in row),
        min(line.left for line in row),
        min(line.bottom for line in row),
        max(line.right for line in row),
        max(line.top for line in row),
    )
