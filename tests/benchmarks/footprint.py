"""What a server holds in memory while questions are asked of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import linear_regression
from typing import Protocol

WARM = 100
"""Questions after which whatever is loaded once has been loaded; and so often the figures are told."""


class Measured(Protocol):
    """Megabytes in all, and of these its own: the others are of files, which the system takes back as it likes."""

    @property
    def megabytes(self) -> float: ...

    @property
    def own_megabytes(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Held:
    """After so many questions, in megabytes as above."""

    asked: int
    whole: float
    own: float


def held(server: Measured, asked: int) -> Held:
    return Held(asked, server.megabytes, server.own_megabytes)


def told(noted: Sequence[Held]) -> Iterator[str]:
    """The figures of each hundred questions, least and most: what is being drawn comes and goes. Then what they add."""
    yield f"{'questions':>12} {'own MB':>11} {'whole MB':>11}"
    for each in stretches(noted):
        numbers = f"{each[0].asked} to {each[-1].asked}"
        yield f"{numbers:>12} {_span([one.own for one in each]):>11} {_span([one.whole for one in each]):>11}"
    added = slope([each for each in noted if each.asked > WARM])
    if added is not None:
        yield f"{added:+.1f} MB of its own per 100 questions after the first {WARM}"


def stretches(noted: Sequence[Held]) -> list[list[Held]]:
    """Of a hundred questions each."""
    return [list(each) for _, each in groupby(noted, lambda one: (one.asked - 1) // WARM)]


def _span(figures: Sequence[float]) -> str:
    return f"{min(figures):.0f} to {max(figures):.0f}"


def slope(noted: Sequence[Held]) -> float | None:
    """Megabytes of its own that a hundred questions add; None where there are too few to tell."""
    if len(noted) < WARM:
        return None
    asked, own = [each.asked for each in noted], [each.own for each in noted]
    return 100 * linear_regression(asked, own).slope
