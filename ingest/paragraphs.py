"""Cut text into lines that are each one paragraph, joining what was only broken to fit a width."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.clean import one_line

_WIDTHS = range(40, 101)  # columns that text is broken at by hand or by mail programs
_PAIRS = 2  # line breaks: fewer show no pattern
_ENDS = tuple('.!?…:;"”’)')


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text, with the number of the block it stands in; blank lines part blocks."""

    text: str
    block: int
    indented: bool = False


def split_paragraphs(text: str) -> list[str]:
    """The paragraphs of a text that has no furniture: parted by blank lines, else by line breaks."""
    lines = split_lines(text)
    if not lines or lines[-1].block == 0:
        return [line.text for line in unwrap(lines)]
    blocks: dict[int, list[str]] = {}
    for line in lines:
        blocks.setdefault(line.block, []).append(line.text)
    return [" ".join(block) for block in blocks.values()]


def split_lines(text: str) -> list[Line]:
    """The lines that are not blank, their inner white space made single spaces."""
    lines: list[Line] = []
    block, blank = 0, False
    for raw in text.split("\n"):
        if not raw.strip():
            blank = bool(lines)
            continue
        block, blank = block + blank, False
        lines.append(Line(one_line(raw), block, indented=raw[:1].isspace()))
    return lines


def unwrap(lines: Sequence[Line], stands_alone: Callable[[str], bool] = lambda _: False) -> list[Line]:
    """Join the lines of a text that was broken at a fixed width; others stay as they are."""
    width = _width(lines)
    if not width:
        return list(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][-1], line, width) and not _apart(groups[-1][-1], line, stands_alone):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Line(" ".join(line.text for line in group), group[0].block, group[0].indented) for group in groups]


def _width(lines: Sequence[Line]) -> int:
    """The column that the text is broken at; 0 where lines end because a paragraph does.

    Broken text mostly breaks inside sentences, and where the next word would not have fitted.
    """
    pairs = [(one, other) for one, other in pairwise(lines) if one.block == other.block]
    within = sorted(len(one.text) for one, _ in pairs if not one.text.endswith(_ENDS))
    if len(pairs) < _PAIRS or len(within) < 0.5 * len(pairs):
        return 0
    width = within[int(0.9 * (len(within) - 1))]
    full = sum(_goes_on(one, other, width) for one, other in pairs)
    longer = sum(len(line.text) > 1.2 * width for line in lines)
    return width if width in _WIDTHS and full >= 0.6 * len(pairs) and longer <= 0.1 * len(lines) else 0


def _goes_on(line: Line, following: Line, width: int) -> bool:
    first_word = following.text.split(" ", 1)[0]
    return line.block == following.block and len(line.text) + 1 + len(first_word) > width - 4


def _apart(line: Line, following: Line, stands_alone: Callable[[str], bool]) -> bool:
    indented = following.indented and not line.indented
    return indented or stands_alone(line.text) or stands_alone(following.text)
