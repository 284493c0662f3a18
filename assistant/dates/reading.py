"""How one expression of time is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.dates.days import Days


@dataclass(frozen=True, slots=True)
class Reading:
    """The days meant by a span of the text.

    relative: the day of reference was needed. yearless: it gave the year of a day or month that is named.
    sure: one reading stands out; else the likeliest was taken.
    """

    start: int
    end: int
    days: Days
    relative: bool = False
    yearless: bool = False
    sure: bool = True


Form = tuple[re.Pattern[str], Callable[[re.Match[str], date], Reading | None]]


def read_forms(forms: Sequence[Form], text: str, day: date) -> Iterator[Reading]:
    """Every reading of every form, overlapping ones, too."""
    for form, read in forms:
        for found in form.finditer(text):
            if reading := read(found, day):
                yield reading
