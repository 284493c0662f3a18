"""Amounts that follow from what a text says, where the words around say that they were reckoned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from assistant.support.amount import Amount, Bound, Sort
from assistant.support.equal import bears_out, comparable

_DIFFERENCE = re.compile(
    r"\b(?:left|rest|remain\w*|fewer|less|more|higher|lower|below|above|beyond|rises?|rose|risen|fell|falls?|fallen|drop\w*"
    r"|gain\w*|los[st]\w*|down|up|differ\w*|gap|increas\w*|decreas\w*|grew|grow\w*|short|ahead|behind|margin|lead|by|than"
    r"|earlier|later|after|before|since|cut|cheaper|others?|further|another|larger|smaller|longer|shorter|older|younger"
    r"|between|span\w*|over|short|extra|additional|raised?|lowered|reduc\w*|shrank|declin\w*)\b",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"\b(?:total\w*|combin\w*|together|altogether|all|both|sum|overall|in\s+all|between\s+them|whole|including)\b", re.IGNORECASE
)
_RATIO = re.compile(
    r"\b(?:times|twice|double\w*|tripl\w*|third|half|halv\w*|quarter|share|rate|proportion|percent\w*|out\s+of|one\s+in|of)\b|%",
    re.IGNORECASE,
)
# In the text itself: "four more than in 2024", "two fewer", "the rest".
_TOLD = re.compile(
    r"^[\s-]*(?:[^\W\d]+\s+){0,2}(?:more|fewer|less|higher|lower|up|down|above|below|short|additional|extra|ahead|behind|increase|gain)\b",
    re.IGNORECASE,
)
_REST = re.compile(r"\b(?:rest|remainder|remaining|others?)\b", re.IGNORECASE)
_REACH = 60
# Of more amounts than this in what is cited, every number would be the difference of some two.
_MOST = 24


def follows(sentence: str, said: Amount, texts: Sequence[tuple[str, Sequence[Amount]]]) -> bool:
    """Whether an amount is the difference, sum or ratio of two of one text, and words say so."""
    near = sentence[max(0, said.start - _REACH) : said.end + _REACH]
    return any(
        bears_out(said, each)
        for text, amounts in texts
        if len(amounts) <= _MOST
        for each in _reckoned(near, said, text, amounts)
    )


def _reckoned(near: str, said: Amount, text: str, amounts: Sequence[Amount]) -> Iterator[Amount]:
    subtracts, adds, divides = _DIFFERENCE.search(near), _SUM.search(near), _RATIO.search(near)
    rest = _REST.search(text)
    for one, other in permutations(amounts, 2):
        if comparable(one, other) and one.sort is not Sort.ORDINAL:
            told = _TOLD.match(text[other.end : other.end + _REACH])
            if (subtracts or rest or told) and one.size > other.size:
                yield _made(said, one, one.value - other.value, other)
            if (adds or told) and one.start < other.start:
                yield _made(said, one, one.value + other.value, other)
            if divides and said.sort is Sort.SHARE and 0 < one.size < other.size:
                yield replace(one, value=100 * one.size / other.size, sort=Sort.SHARE, unit=None, currency="", step=0.0)
    yield from (replace(each, value=100 - each.value) for each in amounts if each.sort is Sort.SHARE and subtracts)


def _made(said: Amount, one: Amount, value: float, other: Amount) -> Amount:
    """Of the kind of its operands; what is counted stays with the first."""
    del said
    return replace(one, value=value, bound=Bound.NONE, step=min(one.step, other.step))
