"""Whether two articles tell the same story in the same text."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

import numpy as np

from ingest.copies.coverage import Marks, covered
from ingest.copies.grams import Codes

# How much of both must be the same, by `likeness`. Of made follow-ups, columns and live blogs one in two hundred is as
# like; of reprints that were cut, led anew, styled and added to one in fifteen is not (tests/benchmarks/copying.py).
_ENOUGH = 0.38

# Reprints are days apart. From then on more must be the same every day, in the end nearly all.
_DAYS_APART = 7
_A_DAY = 0.04
_NEARLY_ALL = 0.95


@dataclass(frozen=True, slots=True)
class Told:
    """What an article's body says, and when."""

    codes: Codes
    day: date | None


def same_story(one: Told, other: Told) -> bool:
    """Whether one is the other, cut, led anew, added to or styled; the same whichever comes first."""
    return likeness(one.codes, other.codes) >= _needed(one.day, other.day)


def likeness(one: Codes, other: Codes) -> float:
    """0 to 1: how much of the shorter stands in the other, and how much of both from the top on.

    The top tells a reprint from a follow-up, which ends with what the last report began with, and from a roundup
    or a live blog, in which a story is one of many.
    """
    marks = covered(one, other), covered(other, one)
    short, long = sorted(marks, key=lambda each: (len(each), float(each.mean())))
    return math.sqrt(float(short.mean()) * min(_from_the_top(short), _from_the_top(long)))


def _from_the_top(marks: Marks) -> float:
    """The share of the words that are marked, the first counting most and the last nothing."""
    weights = np.arange(len(marks), 0, -1)
    return float(weights @ marks / weights.sum())


def _needed(one: date | None, other: date | None) -> float:
    apart = abs((one - other).days) if one and other else 0
    return min(_NEARLY_ALL, _ENOUGH + _A_DAY * max(0, apart - _DAYS_APART))
