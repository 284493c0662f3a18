"""Times that a text names, as days on the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.dates import periods, relative, written
from assistant.dates.patterns import WEEKDAY
from assistant.dates.reading import Reading, read_forms

_FORMS = [*written.FORMS, *periods.FORMS, *relative.FORMS]
_ANY_DAY = date(2000, 1, 1)
_GRAINS = (1, 7, 31, 366, 3660)
# "the past three years" is a length of time, not days.
_LENGTH = re.compile(
    r"(?:last|past|previous|this|next|coming)\s+(?:\d+|one|t\w+|f(?:our|ive)|six|seven|eight|nine|eleven)\s",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(WEEKDAY, re.IGNORECASE)
_RANGE = re.compile(r"\d\s*(?:[-–—/]|to|through|until)\s*(?:the\s+)?\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Time:
    """Words that name days: their span, and the first and last day.

    yearless: a day or month whose year was not given. weekday: a day of the week alone. sure: one reading stands out.
    ranged: both ends are named. naming: it tells which one is meant, not when: "Friday's earthquake". told_on: the day
    of publication.
    """

    start: int
    end: int
    first: date
    last: date
    yearless: bool = False
    weekday: bool = False
    sure: bool = True
    ranged: bool = False
    naming: bool = False
    told_on: date | None = None

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def grain(self) -> int:
        """How coarse it is: the days of the smallest of day, week, month, year and decade that holds it."""
        return next((each for each in _GRAINS if self.length <= each), self.length)

    def within(self, other: Time) -> bool:
        return other.first <= self.first and self.last <= other.last


@lru_cache(maxsize=2048)
def times_in(text: str, day: date | None) -> tuple[Time, ...]:
    """The expressions of time in order, of overlapping ones the longest; ranges in words are two."""
    kept: list[Reading] = []
    for each in sorted(_readings(text, day), key=lambda one: (one.start, -one.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return tuple(_time(text, each, day) for each in kept)


def _readings(text: str, day: date | None) -> Iterator[Reading]:
    for each in read_forms(_FORMS, text, day or _ANY_DAY):
        if (day or not each.relative) and not _LENGTH.match(text, each.start):
            yield each


def _time(text: str, each: Reading, day: date | None) -> Time:
    words = text[each.start : each.end]
    return Time(
        each.start,
        each.end,
        each.days.first,
        each.days.last,
        each.yearless,
        bool(_WEEKDAY.fullmatch(words)),
        each.sure,
        bool(_RANGE.search(words)),
        text[each.end : each.end + 2] in ("'s", "’s"),
        day,
    )


def published(day: date) -> Time:
    """The day of publication as a time, which no words name."""
    return Time(0, 0, day, day)
