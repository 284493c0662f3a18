"""Expressions of time in a text, placed on the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from assistant.dates import periods, relative, written
from assistant.dates.days import Days
from assistant.dates.reading import Reading, read_forms

# Where there is none, what needs a day of reference is read from this one, and left out once ranges are joined.
_ANY_DAY = date(2000, 1, 1)
_FORMS = [*written.FORMS, *periods.FORMS, *relative.FORMS]


class Bound(StrEnum):
    """How the words before a time bound what is meant by it."""

    WITHIN = "within"
    SINCE = "since"
    AFTER = "after"
    BEFORE = "before"
    UNTIL = "until"


@dataclass(frozen=True, slots=True)
class TimeWords:
    """An expression of time: its span of the text in characters, and the days that it names, both included.

    lead: where its preposition begins ("in", "since the"). bound: how that preposition bounds the time.
    relative: the day of reference was needed. yearless: it gave the year of a day or month that is named.
    sure: one reading stands out; else the likeliest was taken.
    """

    start: int
    end: int
    first: date
    last: date
    relative: bool = False
    yearless: bool = False
    sure: bool = True
    bound: Bound = Bound.WITHIN
    lead: int = 0

    @property
    def earliest(self) -> date | None:
        """The first day that fits the bound; None where the past is open."""
        if self.bound in (Bound.BEFORE, Bound.UNTIL):
            return None
        return _next(self.last) if self.bound is Bound.AFTER else self.first

    @property
    def latest(self) -> date | None:
        """The last day that fits the bound; None where the future is open."""
        if self.bound in (Bound.AFTER, Bound.SINCE):
            return None
        return _previous(self.first) if self.bound is Bound.BEFORE else self.last


def time_words(text: str, day: date | None) -> list[TimeWords]:
    """Every expression of time, in order; without a day of reference those that need one are left out."""
    readings = _joined(text, _apart(read_forms(_FORMS, text, day or _ANY_DAY)))
    return [_bounded(text, each) for each in readings if day or not each.relative]


def _apart(readings: Iterable[Reading]) -> list[Reading]:
    """Of overlapping readings the longest, in the order of the text."""
    kept: list[Reading] = []
    for each in sorted(readings, key=lambda reading: (reading.start - reading.end, reading.start)):
        if all(each.end <= other.start or other.end <= each.start for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda reading: reading.start)


_DASH = re.compile(r"\s*[–—-]\s*|\s+(?:to|through|until|till)\s+")
_AND = re.compile(r"\s+and\s+")
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)


def _joined(text: str, readings: list[Reading]) -> list[Reading]:
    """A first and a last time that stand as a range become one."""
    joined: list[Reading] = []
    for each in readings:
        if joined and _is_range(text, joined[-1], each):
            joined[-1] = _range(joined[-1], each) or joined[-1]
            if joined[-1].end == each.end:
                continue
        joined.append(each)
    return joined


def _is_range(text: str, first: Reading, last: Reading) -> bool:
    gap, before = text[first.end : last.start], text[max(0, first.start - 14) : first.start]
    if _AND.fullmatch(gap):
        return bool(_BETWEEN.search(before))
    return bool(_DASH.fullmatch(gap)) and (bool(_FROM.search(before)) or gap.strip() in "–—-")


def _range(first: Reading, last: Reading) -> Reading | None:
    """The first's year is the last's, where only that is named ("between March and May 2023")."""
    start = first.days.first
    if first.yearless and not last.yearless:
        start = _in_year_of(start, last.days.last)
    if start > last.days.last:
        return None
    return replace(
        last,
        start=first.start,
        days=Days(start, last.days.last),
        relative=last.relative or (first.relative and not first.yearless),
        sure=last.sure and (first.sure or first.yearless),
    )


def _in_year_of(day: date, other: date) -> date:
    leap = day.replace(day=28) if (day.month, day.day) == (2, 29) else day
    moved = leap.replace(year=other.year)
    return moved if moved <= other or other.year == date.min.year else leap.replace(year=other.year - 1)


_LEAD = re.compile(
    r"\b(?:(?P<since>since|starting(?:\s+in)?|beginning(?:\s+in)?|as\s+of)|(?P<after>after|following|later\s+than)"
    r"|(?P<before>before|prior\s+to|earlier\s+than)|(?P<until>until|till|up\s+to|through|by|by\s+the\s+end\s+of)"
    r"|from|in|on|during|at|over|throughout|within|around|between|of|for)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OPEN_AFTER = re.compile(r"\s+(?:onwards?|and\s+later|or\s+later|and\s+after)\b", re.IGNORECASE)


def _bounded(text: str, reading: Reading) -> TimeWords:
    found = _LEAD.search(text, max(0, reading.start - 24), reading.start)
    bound = Bound(found.lastgroup) if found and found.lastgroup else Bound.WITHIN
    if _OPEN_AFTER.match(text, reading.end):
        bound = Bound.SINCE
    return TimeWords(
        reading.start,
        reading.end,
        reading.days.first,
        reading.days.last,
        reading.relative,
        reading.yearless,
        reading.sure,
        bound,
        found.start() if found else reading.start,
    )


def _next(day: date) -> date:
    return date.fromordinal(min(day.toordinal() + 1, date.max.toordinal()))


def _previous(day: date) -> date:
    return date.fromordinal(max(day.toordinal() - 1, 1))
