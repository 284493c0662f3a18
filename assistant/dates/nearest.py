"""The year of a day or month that is named without one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from assistant.dates.days import Days
from assistant.dates.tense import Looks

InYear = Callable[[int], Days | None]

# A page is often dated a little before its last edit: what it tells as past may lie some days ahead.
_SLACK = 3
# Within four months the nearest year is meant whatever the tense; beyond, only where the tense agrees.
_CLOSE = 120


def nearest(in_year: InYear, day: date, looks: Looks, weekday: int | None = None) -> tuple[Days, bool] | None:
    """The days in the year that is meant, and whether that is beyond doubt."""
    around = (in_year(year) for year in (day.year - 1, day.year, day.year + 1))
    options = [days for days in around if days]
    if weekday is not None:
        fitting = [days for days in options if days.first.weekday() == weekday]
        return (fitting[0], True) if len(fitting) == 1 else None
    if not options:
        return None
    closest = min(options, key=lambda days: abs(_distance(days, day)))
    meant = _meant(options, day, looks) or closest
    close = abs(_distance(closest, day)) <= _CLOSE
    told = looks in (Looks.BACK, Looks.AHEAD)
    return meant, meant == closest and (told or (close and looks is Looks.UNKNOWN))


def _meant(options: list[Days], day: date, looks: Looks) -> Days | None:
    if looks is Looks.BACK:
        return next((days for days in reversed(options) if _distance(days, day) <= _SLACK), None)
    if looks is Looks.AHEAD:
        return next((days for days in options if _distance(days, day) >= -_SLACK), None)
    return None


def _distance(days: Days, day: date) -> int:
    """Days from the day to the span: negative where it is over, 0 within."""
    if days.first <= day <= days.last:
        return 0
    return (days.first - day).days if days.first > day else (days.last - day).days
