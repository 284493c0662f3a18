"""Amounts that follow from what a text says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from assistant.support.bounds import Bound
from assistant.support.equal import bears_out, comparable
from assistant.support.measured import Amount, Sort

_MORE = (
    r"(?:fewer|less|more|higher|lower|below|above|beyond|short|ahead|behind|down|up|earlier|later|after|before|cheaper"
    r"|larger|smaller|longer|shorter|older|younger|senior|junior|apart|left|remain\w*|additional|extra|difference|increase|rise|drop|gain)"
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
MOST = 20
_FEW = 10
# The stem of "three and a half times as many".
_TIMES = "time"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its amounts."""

    text: str
    amounts: Sequence[Amount]


def follows(said: Amount, sentence: Passage, texts: Iterable[Passage]) -> bool:
    """Whether an amount is the difference, sum or ratio of two of one text, where words say that it was reckoned."""
    for text in texts:
        if len(text.amounts) > MOST:
            continue
        if any(bears_out(said, each) for each in (*_reckoned(said, sentence, text), *_whole(text))):
            return True
        if _is_rest(said, sentence, text) or _counts_them(said, text):
            return True
    return False


def _reckoned(said: Amount, sentence: Passage, text: Passage) -> Iterator[Amount]:
    before, after = sentence.text[max(0, said.start - _NEAR) : said.start], sentence.text[said.end : said.end + _NEAR]
    subtracts = _BEFORE.search(before) or _AFTER.match(after)
    adds = _SUM.search(before[-_NEAR // 2 :]) or _SUM.search(after[: _NEAR // 2])
    rest = said.sort is Sort.MONEY and _REST.search(text.text)
    for one, other in permutations(text.amounts, 2):
        if not comparable(one, other):
            continue
        told = _AFTER.match(text.text, other.end)
        if one.size > other.size and (subtracts or told or rest):
            yield _made(one, other, one.size - other.size)
        if one.start < other.start and (adds or told):
            yield _made(one, other, one.size + other.size)
        if said.counted == _TIMES and 0 < other.size < one.size:
            yield replace(said, value=one.size / other.size, bound=Bound.NONE, step=0.0)
        if said.sort is Sort.SHARE and one.size < other.size:
            yield replace(one, value=100 * one.size / other.size, sort=Sort.SHARE, unit=None, currency="", step=0.0)
    if said.sort is Sort.SHARE and subtracts:
        yield from (replace(each, value=100 - each.value) for each in text.amounts if each.sort is Sort.SHARE)


def _made(one: Amount, other: Amount, size: float) -> Amount:
    """Of the kind of its operands, in the unit of the first; between two places in a row lies a count."""
    value = size / (one.unit.size if one.unit else 1.0)
    sort = Sort.COUNT if one.sort is Sort.ORDINAL else one.sort
    return replace(one, value=value, sort=sort, bound=Bound.NONE, step=min(one.step, other.step), counted="")


def _whole(text: Passage) -> Iterator[Amount]:
    """What all the counts of a text make together: 11 golds, 12 silvers and 9 bronzes are 32 medals."""
    counts = [each for each in text.amounts if each.sort is Sort.COUNT and each.unit is None]
    for first in range(len(counts) - 2):
        for last in range(first + 3, len(counts) + 1):
            listed = counts[first:last]
            yield replace(listed[0], value=sum(each.value for each in listed), bound=Bound.NONE, counted="", step=0.0)


def _is_rest(said: Amount, sentence: Passage, text: Passage) -> bool:
    """Whether the sentence reckons before its reader's eyes: of the seven five were, two were not."""
    beside = [
        each
        for each in sentence.amounts
        if each is not said and each.sort is said.sort and any(bears_out(each, other) for other in text.amounts)
    ]
    return any(
        one.value in (other.value + said.value, said.value - other.value) for one, other in permutations(beside, 2)
    )


def _counts_them(said: Amount, text: Passage) -> bool:
    """Whether it is the number of the shares or sums that the text lists: "of the four states"."""
    if said.sort is not Sort.COUNT or said.unit or not 1 < said.value <= _FEW:
        return False
    listed = [each for each in text.amounts if each.sort in (Sort.SHARE, Sort.MONEY) and each.value != said.value]
    return said.value in Counter(each.sort for each in listed).values()
