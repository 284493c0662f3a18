"""Days that are named by their number, alone or as a range."""

from __future__ import annotations

import re
from datetime import date

from assistant.dates.days import Days, day_of, one
from assistant.dates.nearest import nearest
from assistant.dates.patterns import DATED_WEEKDAY, DAY, MONTH, WITH_YEAR, compiled, day_number, month_number
from assistant.dates.patterns import weekday_number as number_of_weekday
from assistant.dates.reading import Form, Reading
from assistant.dates.tense import looks

_NO_MORE = r"(?![\w%]|[,.:/]?\d|-\d)"
_TO = r"(?:\s*[-–—]\s*|\s+(?:to|through|until)\s+)"
_NEARBY = {"last": -1, "this": 0, "next": 1}
_MONTHS = 12
# Spoken of by their day alone for years: 11 September 2001, 6 January 2021, 7 October 2023.
_DAYS_OF_EVENTS = {(9, 11), (1, 6), (10, 7)}
_NAMES = re.compile(
    r"\s+(?!(?:in|at|on|to|and|or|but|with|for|from|by|of|when|where|after|before|as|that|because|while)\b)[a-z]"
)
_RECENT = 60


def _read_named(found: re.Match[str], day: date) -> Reading | None:
    """ "Tuesday, May 7, 2024", "7 to 9 May": without a year, in the nearest that makes sense."""
    month = found["month"]
    if month in ("may", "march") and not (found["year"] or re.search(r"\bon\s+$", found.string[: found.start()])):
        return None

    def in_year(year: int) -> Days | None:
        first = day_of(year, month_number(month), day_number(found["day"]))
        last = day_of(year, month_number(month), day_number(found["until"] or found["day"]))
        return Days(first, last) if first and last and first <= last else None

    if found["year"]:
        days = in_year(int(found["year"]))
        return Reading(*found.span(), days) if days else None
    if found["nearby"]:
        days = in_year(day.year + _NEARBY[found["nearby"].lower()])
        return Reading(*found.span(), days, relative=True) if days else None
    weekday = number_of_weekday(found["weekday"]) if found["weekday"] else None
    meant = nearest(in_year, day, looks(found.string, *found.span()), weekday)
    if meant is None:
        return None
    sure = meant[1] and not (weekday is None and _names_an_event(found, meant[0], day))
    return Reading(*found.span(), meant[0], relative=True, yearless=True, sure=sure)


def _names_an_event(found: re.Match[str], days: Days, day: date) -> bool:
    """Whether it may be the name of something of another year: "Jan. 6", "the Nov. 3 election"."""
    known = (days.first.month, days.first.day) in _DAYS_OF_EVENTS
    names = _NAMES.match(found.string, found.end()) and abs((days.first - day).days) > _RECENT
    return known or bool(names)


def _read_iso(found: re.Match[str], _: date) -> Reading | None:
    day = day_of(int(found[1]), int(found[2]), int(found[3]))
    return Reading(*found.span(), one(day)) if day else None


def _read_slashed(found: re.Match[str], _: date) -> Reading | None:
    """ "25/12/2024"; not "7/5/2024", which is a day in May or in July."""
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if first != second and max(first, second) <= _MONTHS:
        return None
    day = day_of(year, second, first) or day_of(year, first, second)
    return Reading(*found.span(), one(day)) if day else None


FORMS: list[Form] = [
    (
        compiled(
            rf"(?<![\w.-]){DATED_WEEKDAY}\b(?P<month>{MONTH})\s+(?P<day>{DAY})(?:{_TO}(?P<until>{DAY}))?{WITH_YEAR}?{_NO_MORE}"
        ),
        _read_named,
    ),
    (
        compiled(
            rf"(?<![\w.,:/$£€-]){DATED_WEEKDAY}(?:the\s+)?\b(?P<day>{DAY})(?:{_TO}(?:the\s+)?(?P<until>{DAY}))?"
            rf"\s+(?:of\s+)?(?P<month>{MONTH})(?![\w’'-]){WITH_YEAR}?(?!\w|[,.:/]\d|\s+\d)"
        ),
        _read_named,
    ),
    (compiled(r"(?<![\w/.-])([12]\d{3})-(\d\d)-(\d\d)(?:(?=T\d\d:)|(?![\w/-]))"), _read_iso),
    (compiled(r"(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2([12]\d{3})(?![\w/-])"), _read_slashed),
]
