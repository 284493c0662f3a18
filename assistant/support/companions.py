"""Whether numbers that a sentence puts side by side are put so by what it cites: a whole, its parts and its change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from assistant.support.amounts import amounts_told
from assistant.support.compared import Told
from assistant.support.days import days_told, fits
from assistant.support.equal import bears_out, comparable
from assistant.support.ground import Ground, Problem
from assistant.support.marks import unmarked
from assistant.support.measured import Amount, Sort
from assistant.support.reckoning import leaves
from assistant.support.saying import LONGEST, cited_words, days_of, instead
from assistant.support.times import Time
from assistant.support.wording import carried

# Between a number and by how much it differs from an earlier one: "25 seats, two fewer".
_APART = 30
_CHANGE = re.compile(
    r"\s+(?:[^\W\d_]+\s+)?(?P<way>fewer|less|more|higher|lower|below|above|earlier|later)\b(?!\s+than\s+(?:\d|[$£€]))",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s+of\s+(?:them|which|whom)\b(?P<what>[^.;:!?]*)", re.IGNORECASE)
_SOME = re.compile(r"\b(?:some|many|most|several|few|including|among|them|which|whom)\b", re.IGNORECASE)
_PARTED = re.compile(r"\s+of\s+(?:the|its|their|his|her|these|those)\s+", re.IGNORECASE)
_ALL_BUT = re.compile(r"\ball\s+but\s+$", re.IGNORECASE)
_FEW = 3
_AND = re.compile(r",?\s+and\s+(?:(?:again|then|later|once\s+more)\s+)?(?:(?:in|on)\s+)?", re.IGNORECASE)

Pair = tuple[Amount, Amount, str]


def companions(sentence: str, ground: Ground) -> Sequence[Problem]:
    """A problem for the first number whose companion is another in what is cited."""
    said = unmarked(sentence)
    if len(said) > LONGEST:
        return []
    own = [each.thing for each in amounts_told(said, next(iter(days_of(ground)), None))]
    for cited in ground.cited:
        text = cited.paragraph.text
        there = [each.thing for each in amounts_told(text, cited.article.description.day)]
        for wrong, right in (*_changed(said, own, text, there), *_parts(said, own, text, there)):
            says = instead(text[right.start : right.end])
            return [f"“{said[wrong.start : wrong.end]}” is told of something else in {cited_words(ground)}{says}"]
    return [*_few(said, own, ground), *_listed(said, ground)][:1]


def _changed(said: str, own: Sequence[Amount], text: str, there: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """Numbers whose change is that of another there, or that have another change there."""
    told = _pairs(text, there)
    for number, change, way in _pairs(said, own):
        alike = [(one, by) for one, by, other in told if other == way and comparable(number, one)]
        if any(bears_out(number, one) and bears_out(change, by) for one, by in alike):
            continue
        for one, by in alike:
            if bears_out(change, by) and not any(bears_out(number, each) for each in there):
                yield number, one
            elif bears_out(number, one) and comparable(change, by):
                yield change, by


def _pairs(text: str, amounts: Sequence[Amount]) -> list[Pair]:
    """Numbers with by how much they differ from earlier ones, right behind them, and which way."""
    return [
        (one, by, found["way"].lower())
        for one, by in pairwise(amounts)
        if 0 <= by.lead - one.end <= _APART
        and "," in text[one.end : by.lead]
        and (found := _CHANGE.match(text, by.end))
    ]


def _parts(said: str, own: Sequence[Amount], text: str, there: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """Wholes of which the sentence tells what is told of their part alone: of "90 lamps, 12 of them mended"."""
    stems = carried(said)
    for whole, part in pairwise(there):
        found = _OF_THEM.match(text, part.end)
        what = carried(found["what"]) if found else frozenset[str]()
        if not what or not what <= stems or _SOME.search(said) or any(bears_out(each, part) for each in own):
            continue
        yield from ((each, part) for each in own if bears_out(each, whole) and not _PARTED.match(said, each.end))


def _few(said: str, own: Sequence[Amount], ground: Ground) -> list[Problem]:
    """A few of a number that is told are counted exactly: "all but two of the nine"."""
    there = [
        each.thing
        for cited in ground.cited
        for each in amounts_told(cited.paragraph.text, cited.article.description.day)
    ]
    for few, whole in pairwise(own):
        between = said[few.end : whole.start]
        if few.sort is not Sort.COUNT or few.value > _FEW or not _PARTED.fullmatch(between):
            continue
        totals = [each for each in there if bears_out(whole, each)]
        but = _ALL_BUT.search(said[: few.lead]) is not None or leaves(said, few)
        rest = [each for each in there if but and any(one.value - each.value == few.value for one in totals)]
        counts = [each for each in there if each.sort is Sort.COUNT and not each.unit and each not in totals]
        if totals and counts and not rest and not any(bears_out(few, each) for each in there):
            return [f"“{said[few.start : few.end]}” is not in {cited_words(ground)}"]
    return []


def _listed(said: str, ground: Ground) -> Iterator[Problem]:
    """Dates in a row of two, where the text has another beside one of them: "in 2020 and again in 2022"."""
    own = _rows(said, days_told(said, next(iter(days_of(ground)), None)))
    for cited in ground.cited:
        text = cited.paragraph.text
        for row, other in product(own, _rows(text, days_told(text, cited.article.description.day))):
            for at in (0, 1):
                wrong, right = row[at], other[at]
                if fits(row[1 - at].thing, other[1 - at].thing) and _is_other(wrong.thing, right.thing):
                    says = instead(right.words)
                    yield f"“{wrong.words}” is told of something else in {cited_words(ground)}{says}"


def _is_other(said: Time, told: Time) -> bool:
    """Whether one is another day, or another month, than the other."""
    return said.grain == told.grain and not fits(said, told)


def _rows(text: str, told: Sequence[Told[Time]]) -> list[tuple[Told[Time], Told[Time]]]:
    return [(one, two) for one, two in pairwise(told) if _AND.fullmatch(text[one.thing.end : two.thing.start])]
