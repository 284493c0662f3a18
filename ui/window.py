"""Which questions of a long conversation are drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

AT_ONCE = 20
"""Exchanges of a block, drawn as one part of the page: each by itself, twenty took four times as long as one."""

MOST = 2 * AT_ONCE
"""Exchanges drawn of those that nobody has asked for."""


@dataclass(frozen=True, slots=True)
class Block:
    """Questions from one place to before another, drawn or not, the first block of number 0.

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
    """The last blocks, and of those before them the ones that were asked for; places are counted from 0.

    since: the first of the last ones. It stays where it is while others are asked, so that nothing drawn moves.
    """

    since: int | None = None
    drawn: set[int] = field(default_factory=set)

    def blocks(self, count: int) -> Iterator[Block]:
        """All there are of so many questions, from the earliest."""
        drawn = self.drawn.union(range(self.begins(count), count // AT_ONCE + 1))
        for number in range(-(-count // AT_ONCE)):
            first = number * AT_ONCE
            earlier, later = number + 1 in drawn, number - 1 in drawn
            yield Block(number, first, min(count, first + AT_ONCE), number in drawn, earlier, later)

    def begins(self, count: int) -> int:
        """The block from which on all are drawn, of so many questions; at least half as many as a block holds."""
        latest = max(0, count - AT_ONCE // 2) // AT_ONCE
        is_long = self.since is not None and not self.drawn and count - self.since * AT_ONCE > MOST
        self.since = latest if self.since is None or is_long else min(self.since, latest)
        return self.since

    def show(self, place: int, count: int) -> None:
        """Have the question in this place drawn."""
        number = place // AT_ONCE
        if number < self.begins(count):
            self.drawn.add(number)
