"""Times of day that a text names, in minutes after midnight."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.support.spelled import SMALL

_HALF, _HOUR = 720, 60
_HOURS = {word: int(value) for word, value in SMALL.items() if 1 <= value <= 12}  # noqa: PLR2004
_FORM = re.compile(
    rf"(?<![\w:.,$£€-])(?:(?P<hour>\d{{1,2}}|{'|'.join(_HOURS)})(?:[:.h](?P<minute>[0-5]\d))?\s?"
    r"(?:(?P<half>[ap])(?:\.\s?m\b\.?|m\b)|(?P<clock>o['’]clock)|(?P<midday>\s?noon\b))"
    r"|(?P<hour24>[01]?\d|2[0-4])[:h](?P<minute24>[0-5]\d)(?![\w:.])"
    r"|(?P<named>\b(?:noon|midday|midnight)\b))",
    re.IGNORECASE,
)
_NAMED = {"noon": 720, "midday": 720, "midnight": 0}


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: its span in the text; half: which half of the day is not said."""

    start: int
    end: int
    minutes: int
    half: bool = False

    def is_at(self, other: Clock) -> bool:
        """Whether both may be one time."""
        every = _HALF if self.half or other.half else 2 * _HALF
        return (self.minutes - other.minutes) % every == 0


@lru_cache(maxsize=2048)
def clocks_in(text: str) -> tuple[Clock, ...]:
    """All of them, in order; "at seven" alone is none."""
    return tuple(clock for found in _FORM.finditer(text) if (clock := _clock(found)))


def _clock(found: re.Match[str]) -> Clock | None:
    if found["named"]:
        return Clock(*found.span(), _NAMED[found["named"].lower()])
    if found["hour24"]:
        hour = int(found["hour24"])
        return Clock(*found.span(), (hour * _HOUR + int(found["minute24"])) % (2 * _HALF), half=1 <= hour <= 12)  # noqa: PLR2004
    word = found["hour"].lower()
    hour = _HOURS.get(word) or int(word)
    if hour > 12 and found["half"]:  # noqa: PLR2004
        return None
    minutes = hour % 12 * _HOUR + int(found["minute"] or 0)
    if found["midday"]:
        return Clock(*found.span(), _HALF)
    if found["half"]:
        return Clock(*found.span(), minutes + (_HALF if found["half"].lower() == "p" else 0))
    return Clock(*found.span(), minutes, half=True)
