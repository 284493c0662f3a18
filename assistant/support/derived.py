"""Amounts that follow from what a text says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise, permutations

from assistant.support.bounds import Bound
from assistant.support.equal import bears_out, comparable
from assistant.support.measured import Amount, Sort
from assistant.support.operations import in_one_kind, made, part, product, quotient, ratios
from assistant.support.reckoning import adds, averages, is_exact, is_reckoned_there, leaves, names_each, subtracts

_REST = re.compile(r"\b(?:rest|remainder|remaining|others?)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\s+(?:other|others|more|rivals|competitors)\b", re.IGNORECASE)
# "three climbers from Norway and one from Chile".
_AND_ONE = re.compile(
    r"[^.!?;\d]{0,50}?\b(?:and|plus)\s+(?:one|another|an?)\b(?!\s+(?:half|quarter|third)\b)", re.IGNORECASE
)
_OF_THEM = re.compile(r"\s+of\s+(?:them|whom|which|these|those)\b", re.IGNORECASE)
_TURNS = re.compile(r"\b(?:turn(?:s|ing)?|will\s+(?:be|turn))\s+$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?;]\W*\s")
_TWICE = re.compile(r",?\s+(?:which\s+is\s+)?(?:twice|double)\b", re.IGNORECASE)
# Of more amounts than this, every number would be the difference of some two.
MOST = 20
_FEW = 10
# Two counts up to here are added or taken away in so many texts that their neighbourhood says nothing.
_SMALL, _LARGE = 10, 100


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
    """Whether an amount is reckoned from those of one text: where words say so, or where chance hardly made it."""
    return any(_follows(said, sentence, text) for text in texts if len(text.amounts) <= MOST)


def _follows(said: Amount, sentence: Passage, text: Passage) -> bool:
    ways = (
        _between_or_together(said, sentence, text),
        _shares(said, sentence, text),
        _each(said, sentence, text),
        _neighbours(said, text),
        _with_others(said, sentence, text),
        _whole(said, text),
    )
    if any(bears_out(said, each) for way in ways for each in way):
        return True
    return _is_rest(said, sentence, text) or _counts_them(said, text)


def _between_or_together(said: Amount, sentence: Passage, text: Passage) -> Iterator[Amount]:
    exact = is_exact(said)
    less, more = exact or subtracts(sentence.text, said), exact or adds(sentence.text, said)
    rest = said.sort is Sort.MONEY and _REST.search(text.text) is not None
    for one, other in _pairs(text):
        told = is_reckoned_there(text.text, one) or is_reckoned_there(text.text, other)
        if one.size > other.size and (less or told or rest):
            yield made(one, other, one.size - other.size)
        if one.start < other.start and (more or told):
            yield made(one, other, one.size + other.size)


def _pairs(text: Passage) -> Iterator[tuple[Amount, Amount]]:
    for one, other in permutations(text.amounts, 2):
        if comparable(one, other):
            yield in_one_kind(one, other)


def _shares(said: Amount, sentence: Passage, text: Passage) -> Iterator[Amount]:
    changes = subtracts(sentence.text, said)
    for one, other in _pairs(text):
        yield from ratios(said, one, other, changes=changes)
    if said.sort is Sort.SHARE and (leaves(sentence.text, said) or _REST.search(text.text)):
        yield from (replace(each, value=100 - each.value) for each in text.amounts if each.sort is Sort.SHARE)


def _each(said: Amount, sentence: Passage, text: Passage) -> Iterator[Amount]:
    """A percentage in numbers, an average, so many at so much each, and half of what is twice as much."""
    average, there = averages(sentence.text, said), names_each(text.text) or is_exact(said)
    for one, other in permutations(text.amounts, 2):
        if one.sort is Sort.SHARE and other.sort is said.sort is not Sort.SHARE and said.value > _SMALL:
            yield from _of_a_share(said, one, other)
        if average and other.sort is Sort.COUNT and 1 < other.value < one.value:
            yield quotient(one, other)
        if there and one.sort is said.sort and other.sort is Sort.COUNT:
            yield product(one, other)
    for each in text.amounts:
        if _TWICE.search(text.text, each.end, each.end + 40):
            yield replace(each, value=each.value / 2, bound=Bound.NONE)
        if _TURNS.search(text.text, max(0, each.start - 20), each.start):
            yield replace(each, value=each.value - 1)
        if _AND_ONE.match(text.text, each.end):
            yield replace(each, value=each.value + 1, bound=Bound.NONE, nouns=frozenset(), counted="")


def _of_a_share(said: Amount, share: Amount, other: Amount) -> Iterator[Amount]:
    """So many percent of something, what it comes to with them or without them, and what it is so many percent of."""
    portion = part(said, share, other)
    yield portion
    if is_exact(said):
        yield replace(portion, value=other.value + portion.value)
        yield replace(portion, value=other.value - portion.value)
        yield replace(portion, value=100 * other.value / (100 + share.value))
    if share.value and said.value >= _LARGE:
        yield replace(portion, value=100 * other.value / share.value)


def _neighbours(said: Amount, text: Passage) -> Iterator[Amount]:
    """Two numbers in a row together, or the rest: "62 hurt, nine of them badly"; few numbers have so few neighbours."""
    if said.unit or said.sort not in (Sort.COUNT, Sort.MONEY):
        return
    for one, other in pairwise(text.amounts):
        if said.value <= _SMALL and not _OF_THEM.match(text.text, other.end):
            continue
        apart = _SENTENCE_END.search(text.text, one.end, other.start)
        if one.sort is other.sort and comparable(one, other) and not (one.unit or other.unit or apart):
            yield made(one, other, one.value + other.value)
            yield made(one, other, abs(one.value - other.value))


def _with_others(said: Amount, sentence: Passage, text: Passage) -> Iterator[Amount]:
    """ "over 17 other films" of a field of 18, or the other way round."""
    others = _OTHERS.match(sentence.text, said.end)
    for each in text.amounts if said.sort is Sort.COUNT and not said.unit else ():
        if each.sort is Sort.COUNT and said.nouns & each.nouns:
            if others:
                yield replace(each, value=each.value - 1)
            elif _OTHERS.match(text.text, each.end):
                yield replace(each, value=each.value + 1)


def _whole(said: Amount, text: Passage) -> Iterator[Amount]:
    """What all the counts of a text make together: 11 golds, 12 silvers and 9 bronzes are 32 medals."""
    counts = [each for each in text.amounts if each.sort is Sort.COUNT and each.unit is None]
    if is_exact(said) and len(counts) <= _FEW:
        for some in combinations(counts, 3):
            yield replace(made(some[0], some[1], sum(each.value for each in some)), step=0.0)
    for first, last in combinations(range(len(counts) + 1), 2):
        if last - first > 2:  # noqa: PLR2004
            yield replace(
                made(counts[first], counts[last - 1], sum(each.value for each in counts[first:last])), step=0.0
            )


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
    is_rest = any(whole is not less and whole.value == less.value + said.value for whole in beside for less in there)
    return is_rest or any(said.value == one.value + other.value for one, other in combinations(beside, 2))


def _counts_them(said: Amount, text: Passage) -> bool:
    """Whether it is the number of the shares or sums that the text lists: "of the four states"."""
    if said.sort is not Sort.COUNT or said.unit or not 1 < said.value <= _FEW:
        return False
    listed = [each for each in text.amounts if each.sort in (Sort.SHARE, Sort.MONEY) and each.value != said.value]
    return said.value in Counter(each.sort for each in listed).values()
