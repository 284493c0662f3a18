"""Whether something of a sentence is told of something else in what it cites, as where two numbers are swapped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from assistant.support.around import Weights, alike

Thing = TypeVar("Thing")

# Measured on tests/evals/claims: a rival's words must be this much nearer than those of what matches.
_RATIO = 2.0
_LEAD = 0.5


@dataclass(frozen=True, slots=True)
class Told(Generic[Thing]):
    """Something that a text tells, with the words around it."""

    thing: Thing
    around: Weights


def rival_of(
    said: Told[Thing], matching: Sequence[Told[Thing]], others: Sequence[Told[Thing]]
) -> Told[Thing] | None:
    """What the words around something point to, where that is clearly not what it matches."""
    if not matching or not others:
        return None
    own = max(alike(said.around, each.around) for each in matching)
    best = max(others, key=lambda each: alike(said.around, each.around))
    near = alike(said.around, best.around)
    return best if near >= own * _RATIO and near - own >= _LEAD else None


def nearest(said: Told[Thing], others: Sequence[Told[Thing]]) -> Told[Thing] | None:
    """What the words around something point to, where they point to anything."""
    best = max(others, key=lambda each: alike(said.around, each.around), default=None)
    return best if best and alike(said.around, best.around) > 0 else None
