"""Which questions of a long conversation are drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

AT_ONCE = 20
"""Exchanges drawn at once: on a busy machine a citation opens in 0.33 s beside one, in 0.57 s beside 20."""


@dataclass(frozen=True, slots=True)
class Block:
    """Questions from one place to before another, drawn or not. number: 0 for those before the last ones.

    earlier, later: whether what stands behind them, or before them, is drawn, so that one may go on from there.
    """

    number: int
    first: int
    end: int
    is_drawn: bool
    earlier: bool
    later: bool


@dataclass(slots=True)
class Window:
    """The last questions, and of those before them the blocks that were asked for; places are counted from 0.

    base: where the last ones begin. It stays where it is while others are asked, so that nothing drawn moves.
    """

    base: int | None = None
    drawn: set[int] = field(default_factory=set)

    def begins(self, count: int) -> int:
        """The place from which on all is drawn, of so many."""
        is_long = self.base is not None and not self.drawn and count - self.base > 2 * AT_ONCE
        if self.base is None or is_long:
            self.base = max(0, count - AT_ONCE)
        self.base = min(self.base, count)
        return self.base

    def blocks(self, count: int) -> Iterator[Block]:
        """Those before the last ones, from the earliest."""
        base = self.begins(count)
        for number in reversed(range(-(-base // AT_ONCE))):
            end = base - number * AT_ONCE
            earlier, later = number == 0 or number - 1 in self.drawn, number + 1 in self.drawn
            yield Block(number, max(0, end - AT_ONCE), end, number in self.drawn, earlier, later)

    def show(self, place: int, count: int) -> None:
        """Have the question in this place drawn."""
        base = self.begins(count)
        if place < base:
            self.drawn.add((base - 1 - place) // AT_ONCE)
