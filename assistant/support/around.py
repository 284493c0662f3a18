"""What words of a text are told of: the words around them, the nearest weighing most."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from assistant.stems import stems
from assistant.terms import spans_in

_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
_BREAK = re.compile(r"[,;:()–—]|\b(?:and|but|while|whereas|against|compared|from|than|up|down|or|with|after|when)\b")
# Each word further away weighs less, each pause and each rival between halves the rest: an amount belongs to its clause.
_DECAY = 0.88
_PAUSE = 0.55
_REACH = 14

_PLAIN = frozenset(
    """a about after all also am an and any are as at be been being but by can could did do does for from had has have he
    her hers him his how i if in into is it its me more most my no not of on one only or our out over s said say says she
    should so some still t than that the their them then there these they this those to told too up us was we were what
    when where which while who whom whose why will with would you your percent per cent million billion thousand dozen
    hundred half two three four five six seven eight nine ten eleven twelve first second third nearly almost around
    roughly least according year month day week monday tuesday wednesday thursday friday saturday sunday""".split()
)

Weights = Mapping[str, float]


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    return next(iter(stems(word)), "") if word.lower() not in _PLAIN else ""


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[tuple[int, int, str], ...]:
    return tuple((*found.span(), _stem(found[0])) for found in _WORD.finditer(text))


def around(text: str, start: int, end: int, rivals: Sequence[tuple[int, int]] = ()) -> Weights:
    """The stems of the words in the same sentence with their weights; rivals: what else such words may be told of."""
    first, last = next((span for span in spans_in(text) if span[0] <= start < span[1]), (0, len(text)))
    before = [word for word in _words(text) if first <= word[0] and word[1] <= start][-_REACH:]
    after = [word for word in _words(text) if end <= word[0] and word[1] <= last][:_REACH]
    weights: dict[str, float] = {}
    for side in (reversed(before), after):
        weight, edge = 1.0, (start, end)
        for word in side:
            weight *= _crossed(text, edge, (word[0], word[1]), rivals)
            if word[2]:
                weights[word[2]] = max(weights.get(word[2], 0.0), weight)
                weight *= _DECAY
            edge = (word[0], word[1])
    return weights


def _crossed(text: str, one: tuple[int, int], other: tuple[int, int], rivals: Sequence[tuple[int, int]]) -> float:
    """How much of the weight is left across what stands between two spans."""
    start, end = (one[1], other[0]) if one[1] <= other[0] else (other[1], one[0])
    between = any(start <= rival[0] and rival[1] <= end for rival in rivals)
    word = text[other[0] : other[1]].lower()
    pause = _BREAK.search(text, start, end) or _BREAK.fullmatch(word)
    return (_PAUSE if between else 1.0) * (_PAUSE if pause else 1.0)


def alike(one: Weights, other: Weights) -> float:
    """How much the words around two things share."""
    return sum(weight * other[stem] for stem, weight in one.items() if stem in other)
