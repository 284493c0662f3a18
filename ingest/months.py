"""The names of months and weekdays in the languages that dates are read in, English excepted."""

from __future__ import annotations

import re
from typing import Literal

from babel.dates import get_day_names, get_month_names

# In none of these does a name mean another month than in the others; Croatian's "listopada" would.
_LANGUAGES = ("de", "fr", "es", "it", "pt", "pl", "nl", "uk", "ru", "sv", "da", "nb", "cs", "ro", "tr")
_WIDTHS: tuple[Literal["wide", "abbreviated"], ...] = ("wide", "abbreviated")
_CONTEXTS: tuple[Literal["format", "stand-alone"], ...] = ("format", "stand-alone")


def _months() -> dict[str, int]:
    """Each name, in the form for dates and in that for headings, and the month it is."""
    return {
        _plain(name): number
        for language in _LANGUAGES
        for width in _WIDTHS
        for context in _CONTEXTS
        for number, name in get_month_names(width, context, language).items()
    }


def _weekdays() -> set[str]:
    return {_plain(name) for language in _LANGUAGES for name in get_day_names("wide", locale=language).values()}


def _plain(name: str) -> str:
    return name.casefold().strip(". ")


def _pattern(names: dict[str, int] | set[str]) -> str:
    return "(?:" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + ")"


_NUMBERS = _months()
MONTH = _pattern(_NUMBERS) + r"\.?"
WEEKDAY = _pattern(_weekdays())


def month_number(name: str) -> int:
    """Which month a name that `MONTH` matches is: 5 for "травня"."""
    return _NUMBERS[_plain(name)]
