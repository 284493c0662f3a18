"""Join the lines of a page's columns to paragraphs, across columns and pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.page import stands_alone
from ingest.pdf.hyphens import Hyphens
from ingest.pdf.printed import Line

_LIKE = 1.18  # times the height, within which letters are of one size
_NEAR = 3  # lines before and after, which show how wide the column is
_APART = 1.3  # times the usual distance, from which on lines are
_NONE = Line("", 0, 0, 0, 1)
_BULLET = re.compile(r"[•‣▪●◦■–—*-]\s|\(?\d{1,2}[.)]\s")
_TAIL = 8  # characters in which a sentence ends
_END = re.compile(r"[.!?…:][\W_]*$")


@dataclass(frozen=True, slots=True)
class Flow:
    """Lines in the order in which they are read, and how high and how far apart they mostly are."""

    lines: Sequence[Line]
    height: float
    step: float

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Flow:
        """Measure the lines; the distance is in heights of a line."""
        steps = [_step(one, other) for one, other in pairwise(lines) if _is_below(one, other)]
        return cls(lines, median(line.height for line in lines or [_NONE]), median(steps or [1.2]))

    def paragraphs(self) -> list[list[int]]:
        """The places of the lines of each paragraph."""
        groups: list[list[int]] = []
        for place in range(len(self.lines)):
            if place and not self._begins(place):
                groups[-1].append(place)
            else:
                groups.append([place])
        return groups

    def _begins(self, place: int) -> bool:
        """Whether a paragraph begins with this line."""
        line, before = self.lines[place], self.lines[place - 1]
        if not _is_like(before, line) or _BULLET.match(line.text) or stands_alone(before.text):
            return True
        if _is_below(before, line):
            apart = _step(before, line) > _APART * self.step
            if line.height > _LIKE * self.height:  # a heading of two lines
                return apart
            return apart or self._had_room(place) or self._is_indented(place)
        if self._had_room(place) or self._is_indented(place):
            return True
        return bool(_END.search(before.text[-_TAIL:])) and not self._is_flush(place - 1)

    def _had_room(self, place: int) -> bool:
        """Whether the line before would have had room for this one's first word."""
        line, before = self.lines[place], self.lines[place - 1]
        word = len(line.text.split(" ", 1)[0]) / max(len(line.text), 1) * (line.right - line.left)
        return max(near.right for near in self._near(place - 1)) - before.right > 1.15 * word + before.height

    def _is_flush(self, place: int) -> bool:
        """Whether a line ends at the edge at which those around it end, as inside a justified paragraph."""
        edge = max(near.right for near in self._near(place))
        near = [edge - near.right < 0.2 * near.height for near in self._near(place)]
        return edge - self.lines[place].right < 0.2 * self.height and sum(near) > len(near) / 2

    def _is_indented(self, place: int) -> bool:
        """Whether a line begins further in than the one before, or than the one after as that one did."""
        line, before = self.lines[place], self.lines[place - 1]
        inset = 0.5 * line.height
        if not _is_below(before, line):
            return line.left > min(near.left for near in self._near(place)) + inset
        if _BULLET.match(before.text):
            return False
        after = self.lines[place + 1] if place + 1 < len(self.lines) else line
        outdented = _is_below(line, after) and line.left > after.left + inset and not _BULLET.match(after.text)
        return before.left + inset < line.left or (outdented and abs(line.left - before.left) < inset)

    def _near(self, place: int) -> list[Line]:
        """The lines around one, itself too, that stand in the same column."""
        line = self.lines[place]
        around = self.lines[max(0, place - _NEAR) : place + _NEAR + 1]
        return [near for near in around if abs(near.left - line.left) < 4 * line.height and _is_like(near, line)]


def joined(lines: Sequence[Line], hyphens: Hyphens) -> str:
    """The words of a paragraph."""
    text = lines[0].text
    for line in lines[1:]:
        text = hyphens.join(text, line.text)
    return text


def _is_like(line: Line, other: Line) -> bool:
    return max(line.height, other.height) < _LIKE * min(line.height, other.height)


def _is_below(line: Line, other: Line) -> bool:
    """Whether the other line follows further down in the same column."""
    return other.bottom < line.bottom and other.left < line.right and line.left < other.right


def _step(line: Line, other: Line) -> float:
    return (line.bottom - other.bottom) / line.height
