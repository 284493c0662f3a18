"""Amounts of a text: numbers with what they count or measure, and how exactly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from assistant.stems import stems
from assistant.support.bounds import Bound, bounded
from assistant.support.nouns import counted, may_name, nouns
from assistant.support.numerals import numerals
from assistant.support.spelled import SMALL
from assistant.support.tokens import Numeral
from assistant.support.units import CURRENCIES, HUNDREDTHS, OTHER_MONEY, UNITS, Unit


class Sort(StrEnum):
    """What a number is."""

    COUNT = "count"
    SHARE = "share"
    MONEY = "money"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a text: its span, with unit and sign; shares are of one hundred.

    step: what its last written digit counts. counted: the stem of the word after it, which it counts or is told of.
    nouns: the stems of the words that name what it counts. lead: where the words that bound it begin. rate: the stems
    of what it is reckoned for, as of "for each passenger".
    """

    start: int
    end: int
    value: float
    sort: Sort
    step: float
    bound: Bound = Bound.NONE
    unit: Unit | None = None
    currency: str = ""
    counted: str = ""
    nouns: frozenset[str] = frozenset()
    scaled: bool = False
    lead: int = 0
    rate: frozenset[str] = frozenset()

    @property
    def size(self) -> float:
        """The value in the smallest unit of its kind."""
        return self.value * (self.unit.size if self.unit else 1.0)


_SIGN = re.compile(r"(?P<country>US|A|C|NZ|HK|R)?(?P<sign>[$£€¥₹₽₪₩₴])\s?$")
_PERCENT = re.compile(
    r"[\s\u00a0\u202f-]*(?:%|٪|per[\s-]?cent\b|percent(?:age)?\b|pct\b)(?:[\s-]+points?\b)?|\s+percentage[\s-]+points?\b",
    re.IGNORECASE,
)
# One more word may stand before a unit: "30 nautical miles", "14 more days", "1,206 rushing yards".
_UNIT = re.compile(r"[\s\u00a0\u202f-]{0,2}(?P<unit>°\s?[CF]\b|°|km/h|[^\W\d_]+(?:-hours?\b)?|¢)")
_NEXT = re.compile(r"[\s\u00a0\u202f-]{1,2}(?P<word>[^\W\d_]+)(?:[\s-]+(?P<unit>[^\W\d_]{3,}))?")
# "a quarter of a century", "a third of a mile".
_OF_UNIT = re.compile(r"\s+of\s+an?\s+(?P<unit>[^\W\d_]{3,})")
# Between the ends of a range.
_FAR = 40
_RANGE = re.compile(r"\s*[-–—]\s*|\s+(?:to|and|or|through)\s+(?:about\s+|some\s+)?(?:US|A|C)?[$£€¥]?")
_HOURLY = re.compile(r"\s+(?:an|per)\s+hour\b", re.IGNORECASE)
_AND = re.compile(r",?\s+(?:and\s+)?")


@lru_cache(maxsize=4096)
def amounts_in(text: str) -> tuple[Amount, ...]:
    """All of them, in order; within a range ("10 to 12 percent") the first has the unit of the last."""
    special = [*_points(text), *_durations(text)]
    apart = [each for each in numerals(text) if not any(one.start <= each.start < one.end for one in special)]
    found = sorted([*(_amount(text, each) for each in apart), *special], key=lambda each: each.start)
    for at in range(len(found) - 2, -1, -1):
        found[at], found[at + 1] = _as_in_range(text, found[at], found[at + 1])
    return tuple(_joined(text, found))


_POINTS = re.compile(
    r"\b(?:an?\s+)?(?P<part>quarter|half)[\s-](?:of\s+an?\s+|an?\s+)?(?:percentage[\s-])?points?\b"
    r"|(?<![\w.,])(?P<basis>\d{1,4}|twenty-five|fifty|seventy-five)[\s-]basis[\s-]points?\b",
    re.IGNORECASE,
)
_PARTS = {"half": 0.5, "quarter": 0.25}
_BASIS = {"twenty-five": 0.25, "fifty": 0.5, "seventy-five": 0.75}
_DURATION = re.compile(r"(?<![\d:])(?P<hours>\d{1,2}):(?P<minutes>[0-5]\d):(?P<seconds>[0-5]\d)(?![\d:])")


def _points(text: str) -> Iterator[Amount]:
    """ "a quarter point", "half a percentage point", "25 basis points"."""
    for found in _POINTS.finditer(text):
        bound, lead = bounded(text, *found.span())
        value = _PARTS[found["part"].lower()] if found["part"] else _basis(found["basis"].lower())
        yield Amount(*found.span(), value, Sort.SHARE, 0.01, bound, counted="point", lead=lead)


def _basis(points: str) -> float:
    return _BASIS[points] if points in _BASIS else int(points) / 100


def _durations(text: str) -> Iterator[Amount]:
    """ "2:24:10" of a race."""
    for found in _DURATION.finditer(text):
        seconds = 3600 * int(found["hours"]) + 60 * int(found["minutes"]) + int(found["seconds"])
        yield Amount(*found.span(), seconds, Sort.COUNT, 1.0, unit=UNITS["second"], lead=found.start())


def _joined(text: str, amounts: Sequence[Amount]) -> Iterator[Amount]:
    """ "two hours and 22 minutes" are 142 minutes."""
    last: Amount | None = None
    for each in amounts:
        if last and _is_continued(text, last, each) and last.unit and each.unit:
            value = each.value + last.size / each.unit.size
            last = replace(each, start=last.start, lead=last.lead, bound=last.bound, value=value)
            continue
        if last:
            yield last
        last = each
    if last:
        yield last


def _is_continued(text: str, first: Amount, last: Amount) -> bool:
    units = first.unit and last.unit and first.unit.measures == last.unit.measures in ("time", "months")
    smaller = first.unit and last.unit and last.unit.size < first.unit.size
    return bool(units and smaller and _AND.fullmatch(text, first.end, last.start))


def _amount(text: str, number: Numeral) -> Amount:
    sort = Sort.ORDINAL if number.ordinal else Sort.SHARE if number.share else Sort.COUNT
    value = number.value * (100 if number.share else 1)
    amount = Amount(
        number.start, number.end, value, sort, number.step * (100 if number.share else 1), scaled=number.scaled
    )
    measured = _measured(text, amount)
    bound, lead = bounded(text, measured.start, measured.end)
    named = nouns(text, number.end) if measured.sort in (Sort.COUNT, Sort.ORDINAL) else frozenset[str]()
    return replace(measured, bound=bound, lead=lead, rate=_rate(text, measured.end), nouns=named)


def _measured(text: str, amount: Amount) -> Amount:
    """With the unit that stands behind it, or the sign before it."""
    if amount.sort is Sort.ORDINAL:
        return replace(amount, counted=counted(text, amount.end))
    if sign := _SIGN.search(text, max(0, amount.start - 6), amount.start):
        currency = OTHER_MONEY if sign["country"] == "R" else CURRENCIES[sign["sign"]]
        return replace(amount, start=sign.start(), sort=Sort.MONEY, currency=currency)
    if amount.sort is Sort.COUNT and (percent := _PERCENT.match(text, amount.end)):
        return replace(amount, end=percent.end(), sort=Sort.SHARE)
    if amount.sort is Sort.SHARE and (of := _OF_UNIT.match(text, amount.end)) and of["unit"].lower() in UNITS:
        part = replace(amount, sort=Sort.COUNT, value=amount.value / 100)
        return replace(part, end=of.end(), unit=UNITS[of["unit"].lower()])
    unit = _UNIT.match(text, amount.end)
    return _in_unit(text, amount, unit) if unit else amount


def _in_unit(text: str, amount: Amount, found: re.Match[str]) -> Amount:
    name = found["unit"].lower().replace(" ", "")
    if name in CURRENCIES:
        return replace(amount, end=found.end(), sort=Sort.MONEY, currency=CURRENCIES[name])
    if name in HUNDREDTHS:
        return replace(
            amount, end=found.end(), sort=Sort.MONEY, currency=HUNDREDTHS[name], value=amount.value / 100,
            step=amount.step / 100,
        )  # fmt: skip
    unit, hourly = UNITS.get(name), _HOURLY.match(text, found.end())
    if hourly and unit and name.startswith(("km", "kilomet", "mile")):
        return replace(amount, end=hourly.end(), unit=UNITS["mph" if name.startswith("mile") else "kph"])
    # "5m people", "2 in a row": a letter or "in" measures only where a noun cannot follow.
    if unit and not (name in ("in", "m", "second", "g") and not _ends(text, found.end(), name)):
        return replace(amount, end=found.end(), unit=unit, counted=counted(text, found.end()))
    further = _NEXT.match(text, amount.end)
    near = further and may_name(further["word"]) and further["word"].lower() not in SMALL
    unit = UNITS.get((further["unit"] or "").lower()) if further and near else None
    return replace(amount, unit=unit, counted=counted(text, amount.end))


def _ends(text: str, end: int, name: str) -> bool:
    return name in ("m", "g") and not text[end : end + 1].isalpha()


_RATE = re.compile(r"\s+(?:(?:for\s+)?(?:each|every)|per|an?)\s+(?P<words>[^\W\d_]+(?:\s+[^\W\d_]+)?)", re.IGNORECASE)


def _rate(text: str, end: int) -> frozenset[str]:
    found = _RATE.match(text, end)
    return frozenset(stems(found["words"])) if found else frozenset()


def _as_in_range(text: str, first: Amount, last: Amount) -> tuple[Amount, Amount]:
    """ "12 to 15 metres", "$1-2 million", "between 3.1 and 4.6 millimetres"."""
    plain = first.sort is Sort.COUNT and not first.unit and not first.counted
    signed = first.sort is Sort.MONEY and last.sort in (Sort.MONEY, Sort.COUNT) and not last.unit and last.scaled
    between = text[first.end : last.start] if last.start - first.end <= _FAR else ""
    if last.sort is Sort.ORDINAL or not (plain or signed) or not _RANGE.fullmatch(between):
        return first, last
    if signed and last.sort is Sort.COUNT:
        last = replace(last, sort=Sort.MONEY, currency=first.currency)
    rise = scale_of(last) if last.scaled and not first.scaled else 1.0
    if first.value * rise > last.value and last.sort is Sort.COUNT and not last.unit:
        return first, last
    return replace(
        last, start=first.start, end=first.end, lead=first.lead, value=first.value * rise, step=first.step * rise,
        bound=first.bound,
    ), last  # fmt: skip


def scale_of(amount: Amount) -> float:
    """What "million" multiplied by: a power of a thousand."""
    return next((each for each in (1e12, 1e9, 1e6, 1e3) if amount.value >= each and amount.step <= each), 1.0)
