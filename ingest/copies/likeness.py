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
# a hundred is as like; another's words it has only where it reprints or quotes them. Of reprints that were cut, led
# anew, styled and added to, one in twenty-five is less like than that (tests/benchmarks/copying.py).
_ENOUGH = 0.38
_ENOUGH_ELSEWHERE = 0.3

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
    return likeness(one.codes, other.codes) >= _needed(one, other)


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


def _needed(one: Told, other: Told) -> float:
    elsewhere = bool(one.outlet and other.outlet) and name_key(one.outlet) != name_key(other.outlet)
    apart = abs((one.day - other.day).days) if one.day and other.day else 0
    return min(_NEARLY_ALL, (_ENOUGH_ELSEWHERE if elsewhere else _ENOUGH) + _A_DAY * max(0, apart - _DAYS_APART))
