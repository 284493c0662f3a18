"""Whether two articles tell the same story in the same text."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

import numpy as np

from assistant.domain import name_key
from ingest.copies.coverage import Marks, covered
from ingest.copies.grams import Codes

# How much of both must be the same, by `likeness`. An outlet repeats its own background in follow-ups, of which one in
# a hundred is as like; another's words it has only where it reprints or quotes them, and what is quoted is little of a
# roundup. Of reprints that were cut, led anew, styled and added to, one in twenty is not as like
# (tests/benchmarks/copying.py).
_ENOUGH = 0.38
_ENOUGH_ELSEWHERE = 0.32
_OF_THE_LONGER = 0.2

# Reprints are days apart. From then on more must be the same every day, in the end nearly all.
_DAYS_APART = 7
_A_DAY = 0.04
_NEARLY_ALL = 0.95


@dataclass(frozen=True, slots=True)
class Told:
    """What an article's body says, where and when. outlet: empty where it is not known."""

    codes: Codes
    outlet: str
    day: date | None


def same_story(one: Told, other: Told) -> bool:
    """Whether one is the other, cut, led anew, added to or styled; the same whichever comes first."""
    shared = Shared.of(one.codes, other.codes)
    elsewhere = bool(one.outlet and other.outlet) and name_key(one.outlet) != name_key(other.outlet)
    enough = _ENOUGH_ELSEWHERE if elsewhere and shared.of_the_longer >= _OF_THE_LONGER else _ENOUGH
    apart = abs((one.day - other.day).days) if one.day and other.day else 0
    return shared.likeness >= min(_NEARLY_ALL, enough + _A_DAY * max(0, apart - _DAYS_APART))


@dataclass(frozen=True, slots=True)
class Shared:
    """What share of the words of two texts stands in both; from_the_top: in the one that has less near its top."""

    of_the_shorter: float
    of_the_longer: float
    from_the_top: float

    @classmethod
    def of(cls, one: Codes, other: Codes) -> Shared:
        marks = covered(one, other), covered(other, one)
        shorter, longer = sorted(marks, key=lambda each: (len(each), float(each.mean())))
        return cls(float(shorter.mean()), float(longer.mean()), min(map(_from_the_top, marks)))

    @property
    def likeness(self) -> float:
        """0 to 1: how much of the shorter stands in the other, and how much of both from the top on.

        The top tells a reprint from a follow-up, which ends with what the last report began with, and from a roundup
        or a live blog, in which a story is one of many.
        """
        return math.sqrt(self.of_the_shorter * self.from_the_top)


def _from_the_top(marks: Marks) -> float:
    """The share of the words that are marked, the first counting most and the last nothing."""
    weights = np.arange(len(marks), 0, -1)
    return float(weights @ marks / weights.sum())
