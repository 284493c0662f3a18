"""What words of a text are told of: the words around them, the nearest weighing most."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.stems import stems
from assistant.support.spelled import SMALL, TENS
from assistant.terms import spans_in

Weights = Mapping[str, float]
Span = tuple[int, int]

_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_PAUSE = re.compile(
    r"[,;:()–—]|\b(?:and|but|while|whereas|against|compared|from|than|up|down|or|with|after|when)\b", re.IGNORECASE
)
# Each word further away weighs less, each pause and each rival between much less: an amount belongs to its clause.
_FURTHER, _ACROSS = 0.88, 0.75
_REACH, _BESIDE = 14, 5
# How much it counts whose word it is rather than another's, and how near it is. All four were measured on paraphrases
# of news with one number swapped for another of its paragraph, and so were the limits in compared.py.
_SHARE, _OWN = 0.5, 0.6


def _any_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


# They say nothing of what an amount or a time is told of.
_PLAIN = _any_of(
    """a about after all also am an and any are as at be been being but by can could did do does for from had has have
    he her hers him his how i if in into is it its me more most my no not of on one only or our out over s said say
    says she should so some still t than that the their them then there these they this those to told too up us was we
    were what when where which while who whom whose why will with would you your percent per cent million billion
    thousand dozen hundred half first second third nearly almost around roughly least according year month day week
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december people person"""
)


def around(text: str, spans: Sequence[Span]) -> list[Weights]:
    """For each span the stems of the words in its sentence; those nearer to another span weigh less."""
    reached = [_reached(text, span, [each for each in spans if each != span]) for span in spans]
    most: dict[int, float] = {}
    for near in reached:
        for at, (_, weight) in near.items():
            most[at] = max(most.get(at, 0.0), weight)
    return [_shares(near, most) for near in reached]


def _shares(near: Mapping[int, tuple[str, float]], most: Mapping[int, float]) -> Weights:
    weights: dict[str, float] = {}
    for at, (stem, weight) in near.items():
        weights[stem] = max(weights.get(stem, 0.0), (weight / most[at]) ** _SHARE * weight**_OWN)
    return weights


def _reached(text: str, span: Span, rivals: Sequence[Span]) -> dict[int, tuple[str, float]]:
    """The words of the same sentence by where they begin, with their stems and their weights: less further away."""
    words, starts = _words(text)
    first, last = _sentence(text, span[0])
    until, at = bisect_left(starts, span[0]), bisect_left(starts, span[1])
    before = words[max(bisect_left(starts, first), until - _REACH) : until]
    after = words[at : min(bisect_left(starts, last), at + _REACH)]
    weights: dict[int, tuple[str, float]] = {}
    for side in (reversed(before), after):
        weight, edge = 1.0, span
        for start, end, stem in side:
            weight *= _left_across(text, edge, (start, end), rivals)
            if stem:
                weights[start] = (stem, weight)
                weight *= _FURTHER
            edge = (start, end)
    return weights


@dataclass(frozen=True, slots=True)
class Beside:
    """The words right before something, the nearest first, and those right behind it, plain ones included."""

    before: Sequence[str]
    behind: Sequence[str]

    def run(self, other: Beside) -> int:
        """How many words in a row both have right beside them."""
        return _run(self.before, other.before) + _run(self.behind, other.behind)


def beside(text: str, span: Span) -> Beside:
    words, starts = _words(text)
    until, at = bisect_left(starts, span[0]), bisect_left(starts, span[1])
    before = [_said(text, word) for word in words[max(0, until - _BESIDE) : until]]
    return Beside(before[::-1], [_said(text, word) for word in words[at : at + _BESIDE]])


def _said(text: str, word: tuple[int, int, str]) -> str:
    return word[2] or text[word[0] : word[1]].lower()


def _run(one: Sequence[str], other: Sequence[str]) -> int:
    both = min(len(one), len(other))
    return next((at for at in range(both) if one[at] != other[at]), both)


def alike(one: Weights, other: Weights) -> float:
    """How much the words around two things share."""
    return sum(weight * other[stem] for stem, weight in one.items() if stem in other)


def _left_across(text: str, one: Span, other: Span, rivals: Sequence[Span]) -> float:
    """How much of the weight is left across what stands between two spans."""
    start, end = (one[1], other[0]) if one[1] <= other[0] else (other[1], one[0])
    rival = any(start <= each[0] and each[1] <= end for each in rivals)
    pause = _PAUSE.search(text, start, end) or _PAUSE.fullmatch(text, *other)
    return (_ACROSS if rival else 1.0) * (_ACROSS if pause else 1.0)


def _sentence(text: str, at: int) -> Span:
    return next((span for span in spans_in(text) if span[0] <= at < span[1]), (0, len(text)))


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[Sequence[tuple[int, int, str]], Sequence[int]]:
    """Spans and stems of the words, plain ones without a stem; and where each begins."""
    words = [(*found.span(), _stem(found[0].lower())) for found in _WORD.finditer(text)]
    return words, [start for start, _, _ in words]


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    """A number is compared as one, in digits or in words."""
    if word in _PLAIN or word[0].isdigit():
        return word.replace(",", "") if word[0].isdigit() else ""
    value = SMALL.get(word, TENS.get(word))
    return next(iter(stems(word)), "") if value is None else f"{value:.0f}"
