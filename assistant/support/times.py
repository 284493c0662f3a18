"""Times that a text names, as days on the calendar and minutes of a day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.dates import periods, relative, written
from assistant.dates.days import Days, add, months
from assistant.dates.reading import Reading, read_forms
from assistant.when import TimeWords, time_words

_DAY, _WEEK, _MONTH, _YEAR = 1, 7, 31, 366
_FORMS = [*written.FORMS, *periods.FORMS, *relative.FORMS]
# "the past three years" is an amount of time; "the third quarter" is no date without a year.
_DURATION = re.compile(
    r"(?:last|past|previous|this|next|coming)\s+(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Time:
    """Words that name days: their span, and the first and last day.

    yearless: a day or month whose year was not given. weekday: a day of the week alone. sure: one reading stands out.
    """

    start: int
    end: int
    first: date
    last: date
    yearless: bool = False
    weekday: bool = False
    sure: bool = True

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def grain(self) -> int:
        """How coarse it is: the days of the smallest of day, week, month, year and more that holds it."""
        return next((each for each in (_DAY, _WEEK, _MONTH, _YEAR) if self.length <= each), 10 * _YEAR)

    def within(self, other: Time) -> bool:
        return other.first <= self.first and self.last <= other.last


_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)


@lru_cache(maxsize=2048)
def times_in(text: str, day: date | None) -> tuple[Time, ...]:
    """The expressions of time in order, each once; what is no more than a length of time is left out."""
    return tuple(
        _time(text, each, Days(each.first, each.last))
        for each in time_words(text, day)
        if not _DURATION.match(text, each.start)
    )


@lru_cache(maxsize=2048)
def times_within(text: str, day: date | None) -> tuple[Time, ...]:
    """Also the ends of ranges, and the shorter expressions within longer ones."""
    parts = [
        _time(text, each, each.days)
        for each in read_forms(_FORMS, text, day or date(2000, 1, 1))
        if (day or not each.relative) and not _DURATION.match(text, each.start)
    ]
    return tuple(dict.fromkeys([*times_in(text, day), *parts]))


def _time(text: str, each: TimeWords | Reading, days: Days) -> Time:
    weekday = bool(_WEEKDAY.fullmatch(text[each.start : each.end]))
    return Time(each.start, each.end, days.first, days.last, each.yearless, weekday, each.sure)


_COUNT = (
    r"(?:(?P<count>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)"
    r"|(?P<single>an?|the|one|this|that))"
)
_SHIFT = re.compile(
    rf"\b{_COUNT}\s+(?P<unit>day|week|month|year|decade)s?\s+"
    r"(?P<way>earlier|before|previously|prior|ago|back|old|late|later|after|afterwards|on|less\s+than)\b"
    r"|\bthe\s+(?P<near>previous|preceding|following|next)\s+(?P<unit2>day|week|month|year)\b",
    re.IGNORECASE,
)
_COUNTS = {
    word: value
    for value, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
} | {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_ON = ("later", "after", "afterwards", "on", "following", "next")


def shifted(text: str, anchors: Iterable[Time]) -> list[Time]:
    """Times told from others: "a year earlier", "three months late", "two days later"."""
    known = list(anchors)
    return [moved for found in _SHIFT.finditer(text) for each in known if (moved := _moved(found, each))]


def _moved(found: re.Match[str], anchor: Time) -> Time | None:
    unit = (found["unit"] or found["unit2"]).lower()
    count = 1 if found["near"] or found["single"] else _number(found["count"].lower())
    step = count if (found["way"] or found["near"]).lower() in _ON else -count
    if unit in ("day", "week"):
        days = step * (_WEEK if unit == "week" else 1)
        return Time(*found.span(), add(anchor.first, days), add(anchor.last, days))
    moved = step * {"month": 1, "year": 12, "decade": 120}[unit]
    first, last = _month_on(anchor.first, moved), _month_on(anchor.last, moved)
    return Time(*found.span(), first, last)


def _number(count: str) -> int:
    return int(count) if count.isdigit() else _COUNTS[count]


def _month_on(day: date, count: int) -> date:
    month = months(day.year, day.month + count)
    return add(month.first, min(day.day, (month.last - month.first).days + 1) - 1)
