"""The names of months, days and years as patterns."""

from __future__ import annotations

import re

_FULL = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SHORT = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

MONTH_NAME = rf"(?:{'|'.join(_FULL)})"
MONTH = rf"(?:{'|'.join(_FULL)}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
PART = r"(?:(?:(?P<part>early|mid|late)(?:\s+in)?|(?P<edge>beginning|start|middle|end)\s+of)(?:\s+|-)(?:the\s+)?)"
# Before a day that follows: "Tues., May 7".
DATED_WEEKDAY = (
    r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|r|ur)?(?:day)?\.?"
    r"(?:\s+(?:morning|afternoon|evening|night))?,?\s+(?:the\s+)?)?"
)
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"[12]\d{3}(?![\w%]|[.,:/]\d|-\d{3})"
# The year after a day or a month, where there is one.
WITH_YEAR = rf"(?:(?:,\s*|\s+)(?:of\s+|in\s+)?(?:(?P<year>{YEAR})|(?P<nearby>last|this|next)\s+year))"
COUNT = rf"(?:{'|'.join(_COUNTS)}|an?|\d{{1,3}})"


def month_number(name: str) -> int:
    return _SHORT.index(name[:3].lower()) + 1


def weekday_number(name: str) -> int:
    return next(number for number, full in enumerate(WEEKDAYS) if full.startswith(name[:3].lower()))


def number_of(count: str) -> int:
    """ "two", "a" or "12" as a number."""
    count = count.lower()
    if count in ("a", "an"):
        return 1
    return int(count) if count.isdigit() else _COUNTS.index(count) + 1


def day_number(day: str) -> int:
    return int(day.rstrip("stndrh"))


def compiled(form: str) -> re.Pattern[str]:
    return re.compile(form, re.IGNORECASE)
