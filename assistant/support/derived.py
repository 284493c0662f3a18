"""Amounts that follow from what a text says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from assistant.support.bounds import Bound
from assistant.support.equal import bears_out, comparable
from assistant.support.measured import Amount, Sort, scale_of
from assistant.support.reckoning import adds, leaves, subtracts

# "22 lamps, four more than in spring": the text reckons, too.
_MORE = re.compile(
    r"[\s-]*(?:[^\W\d_]+\s+){0,3}?(?:fewer|less|more|higher|lower|below|above|beyond|short|ahead|behind|down|up|earlier|later|after"
    r"|before|cheaper|larger|smaller|longer|shorter|older|younger|senior|junior|apart|left|remain\w*|additional|extra"
    r"|difference|increase|rise|drop|gain)\b(?!\s+than\s+(?:\d|[$£€]))",
    re.IGNORECASE,
)
_REST = re.compile(r"\b(?:rest|remainder|remaining|others?)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\s+(?:other|others|more|rivals|competitors)\b", re.IGNORECASE)
# Of more amounts than this, every number would be the difference of some two.
MOST = 20
_FEW = 10
# The stems of what is counted in "three and a half times as many".
_TIMES = ("time", "fold")
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its amounts."""

    text: str
    amounts: Sequence[Amount]


def joined(texts: Sequence[Passage]) -> Passage:
    """Several as one: what is reckoned may take its numbers from two paragraphs."""
    text, amounts = "", list[Amount]()
    for each in texts:
        at = len(text)
        amounts += [replace(one, start=at + one.start, end=at + one.end, lead=at + one.lead) for one in each.amounts]
        text += f"{each.text}\n"
    return Passage(text, amounts)


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
    less, more = subtracts(sentence.text, said), adds(sentence.text, said)
    rest = said.sort is Sort.MONEY and _REST.search(text.text) is not None
    for one, other in permutations(text.amounts, 2):
        if said.sort is Sort.MONEY and one.sort is Sort.SHARE and other.sort is Sort.MONEY and less:
            yield from _part(said, one, other)
        if not comparable(one, other):
            continue
        one, other = _in_one_kind(one, other)
        told = _MORE.match(text.text, other.end) is not None
        if one.size > other.size and (less or told or rest):
            yield _made(one, other, one.size - other.size)
        if one.start < other.start and (more or told):
            yield _made(one, other, one.size + other.size)
        yield from _ratios(said, one, other, changes=less)
    if said.sort is Sort.SHARE and (less or leaves(sentence.text, said)):
        yield from (replace(each, value=100 - each.value) for each in text.amounts if each.sort is Sort.SHARE)
    yield from _with_others(said, sentence, text)


def _ratios(said: Amount, one: Amount, other: Amount, *, changes: bool) -> Iterator[Amount]:
    """Times as many, a share of the larger, or a change by so many percent."""
    if said.counted in _TIMES and 0 < other.size < one.size:
        yield replace(said, value=one.size / other.size, bound=Bound.NONE, step=0.0)
    if said.sort is Sort.SHARE and one.sort is not Sort.SHARE and other.size:
        share = replace(said, value=100 * one.size / other.size, bound=Bound.NONE, step=0.0)
        if one.size < other.size:
            yield share
        if changes:
            yield replace(share, value=abs(share.value - 100))


def _part(said: Amount, share: Amount, whole: Amount) -> Iterator[Amount]:
    """So many percent of a sum, as exactly as the percentage is given."""
    least, most = (whole.value * (share.value + off * share.step) / 100 for off in (-0.5, 0.5))
    value = said.value if least <= said.value <= most else whole.value * share.value / 100
    yield replace(whole, value=value, bound=Bound.NONE, step=0.0)


def _in_one_kind(one: Amount, other: Amount) -> tuple[Amount, Amount]:
    """ "from 32 weeks to 28", "$7 million then and 20 now": a bare number is of the kind of the other."""
    return _as(one, other), _as(other, one)


def _as(bare: Amount, kind: Amount) -> Amount:
    if bare.sort is not Sort.COUNT or bare.unit or not (kind.unit or kind.sort is Sort.MONEY):
        return bare
    scale = 1.0 if bare.scaled or bare.value >= _THOUSAND or not kind.scaled else scale_of(kind)
    return replace(
        bare, value=bare.value * scale, step=bare.step * scale, sort=kind.sort, unit=kind.unit, currency=kind.currency
    )


def _with_others(said: Amount, sentence: Passage, text: Passage) -> Iterator[Amount]:
    """ "over 17 other films" of a field of 18, or the other way round."""
    others = _OTHERS.match(sentence.text, said.end)
    for each in text.amounts if said.sort is Sort.COUNT and not said.unit else ():
        if each.sort is Sort.COUNT and said.nouns & each.nouns:
            if others:
                yield replace(each, value=each.value - 1)
            elif _OTHERS.match(text.text, each.end):
                yield replace(each, value=each.value + 1)


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
    """Whether the sentence reckons before its reader's eyes: of the seven five were, two were not.

    Of the seven, two were not: the five may stand in the text alone where words say that it is the rest.
    """
    beside = [
        each
        for each in sentence.amounts
        if each is not said and each.sort is said.sort and any(bears_out(each, other) for other in text.amounts)
    ]
    there = [each for each in text.amounts if each.sort is said.sort] if leaves(sentence.text, said) else beside
    return any(
        whole is not part and whole.value == part.value + said.value for whole in beside for part in there
    ) or any(said.value == one.value + other.value for one, other in permutations(beside, 2))


def _counts_them(said: Amount, text: Passage) -> bool:
    """Whether it is the number of the shares or sums that the text lists: "of the four states"."""
    if said.sort is not Sort.COUNT or said.unit or not 1 < said.value <= _FEW:
        return False
    listed = [each for each in text.amounts if each.sort in (Sort.SHARE, Sort.MONEY) and each.value != said.value]
    return said.value in Counter(each.sort for each in listed).values()
