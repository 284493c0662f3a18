"""Spans of whole days: months, seasons, years and weeks, never outside the calendar."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

MONTHS = 12
_WEEK = 7
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last, both included."""

    first: date
    last: date


def add(day: date, days: int) -> date:
    """That many days on, or the calendar's first or last."""
    ordinal = min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)


def one(day: date) -> Days:
    return Days(day, day)


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, where the calendar has it."""
    return date(year, month, day) if _has(year) and _month(month) and 1 <= day <= monthrange(year, month)[1] else None


def year(number: int, last: int | None = None) -> Days:
    """A year, or the years up to another; the calendar's edges where it lies outside."""
    first, last = _year(number), _year(number if last is None else last)
    return Days(date(first, 1, 1), date(last, MONTHS, 31))


def months(year_: int, first: int, count: int = 1) -> Days:
    """Whole months from the first on, which may lie in a later or an earlier year."""
    start, end = (year_ * MONTHS + first - 1 + step for step in (0, count - 1))
    return Days(_month_days(start).first, _month_days(end).last)


def season(name: str, year_: int) -> Days:
    """Three months of the northern year; winter ends in the next."""
    return months(year_, _SEASONS[name.lower()], 3)


def week(day: date, weeks: int = 0) -> Days:
    """Monday to Sunday around the day, or that many weeks on."""
    monday = add(day, _WEEK * weeks - day.weekday())
    return Days(monday, add(monday, _WEEK - 1))


def part(days: Days, name: str) -> Days:
    """The early, middle or late third; of a week three days."""
    length = (days.last - days.first).days + 1
    third = 3 if length == _WEEK else max(1, length // 3)
    if name.lower() in ("early", "beginning", "start"):
        return Days(days.first, add(days.first, third - 1))
    if name.lower() in ("mid", "middle"):
        rest = (length - third) // 2
        return Days(add(days.first, rest), add(days.last, -rest))
    return Days(add(days.last, 1 - third), days.last)


def _month_days(count: int) -> Days:
    number, month = divmod(count, MONTHS)
    number, month = _year(number), month + 1
    return Days(date(number, month, 1), date(number, month, monthrange(number, month)[1]))


def _has(number: int) -> bool:
    return MINYEAR <= number <= MAXYEAR


def _month(number: int) -> bool:
    return 1 <= number <= MONTHS


def _year(number: int) -> int:
    return min(max(number, MINYEAR), MAXYEAR)
