"""Amounts that follow from what a text says, where the words around say that they were reckoned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations

from assistant.support.equal import bears_out, comparable
from assistant.support.measured import Amount, Bound, Sort

_MORE = (
    r"(?:fewer|less|more|higher|lower|below|above|beyond|short|ahead|behind|down|up|earlier|later|after|before|cheaper"
    r"|larger|smaller|longer|shorter|older|younger|apart|left|remain\w*|additional|extra|difference|increase|rise|drop|gain)"
)
# "fell by about 90", "a rise of 12", "the other three"; "nine seats fewer", "four more than".
_BEFORE = re.compile(
    r"\b(?:by|another|other|others|remaining|rest|left|difference\s+of|gap\s+of|lead\s+of|margin\s+of|rise\s+of|fall\s+of"
    r"|drop\s+of|gain\s+of|loss\s+of|increase\s+of|decrease\s+of|down|up|further|additional|lost|gained|added|cut|shed)\s+"
    r"(?:an?\s+|the\s+|just\s+|only\s+|about\s+|some\s+|around\s+|nearly\s+|almost\s+|roughly\s+|more\s+than\s+)*[$£€]?\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"[\s-]*(?:[^\W\d_]+\s+){{0,3}}?{_MORE}\b(?!\s+than\s+(?:\d|[$£€]))", re.IGNORECASE)
_SUM = re.compile(
    r"\b(?:total\w*|combin\w*|together|altogether|sum|overall|in\s+all|between\s+them|both|all)\b", re.IGNORECASE
)
_REST = re.compile(r"\b(?:rest|remainder|remaining|others?)\b", re.IGNORECASE)
_NEAR = 60
# Of more amounts than this, every number would be the difference of some two.
_MOST = 20


def follows(sentence: str, said: Amount, texts: Sequence[tuple[str, Sequence[Amount]]]) -> bool:
    """Whether an amount is the difference, sum or ratio of two of one text, and words say so."""
    return any(
        bears_out(said, each)
        for text, amounts in texts
        if len(amounts) <= _MOST
        for each in _reckoned(sentence, said, text, amounts)
    )


def _reckoned(sentence: str, said: Amount, text: str, amounts: Sequence[Amount]) -> Iterator[Amount]:
    before, after = sentence[max(0, said.start - _NEAR) : said.start], sentence[said.end : said.end + _NEAR]
    subtracts = _BEFORE.search(before) or _AFTER.match(after)
    adds = _SUM.search(before[-_NEAR // 2 :]) or _SUM.search(after[: _NEAR // 2])
    for one, other in permutations(amounts, 2):
        if one.sort is Sort.ORDINAL or not comparable(one, other):
            continue
        told = _AFTER.match(text, other.end)
        if one.size > other.size and (subtracts or told or (_REST.search(text) and said.sort is Sort.MONEY)):
            yield _made(one, other, one.size - other.size)
        if one.start < other.start and (adds or told):
            yield _made(one, other, one.size + other.size)
        if said.sort is Sort.SHARE and one.size < other.size:
            yield replace(one, value=100 * one.size / other.size, sort=Sort.SHARE, unit=None, currency="", step=0.0)
    if said.sort is Sort.SHARE and subtracts:
        yield from (replace(each, value=100 - each.value) for each in amounts if each.sort is Sort.SHARE)


def _made(one: Amount, other: Amount, size: float) -> Amount:
    """Of the kind of its operands, in the unit of the first."""
    value = size / (one.unit.size if one.unit else 1.0)
    return replace(one, value=value, bound=Bound.NONE, step=min(one.step, other.step), counted="")
