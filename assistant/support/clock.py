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
    r"(?:(?P<half>[ap])(?:\.\s?m\b\.?|m\b)|(?P<clock>o['’]clock)|(?P<midday>\s?noon\b)|(?P<part>in\s+the\s+(?:morning|afternoon|evening)|at\s+night)\b)"
    r"|(?P<hour24>[01]?\d|2[0-4])[:h](?P<minute24>[0-5]\d)(?![\w:.])"
    r"|(?P<named>\b(?:noon|midday|midnight)\b))",
    re.IGNORECASE,
)
_PAST = re.compile(
    rf"\b(?:(?P<half>half)|(?:a\s+)?(?P<quarter>quarter)|(?P<few>\d{{1,2}}|five|ten|twenty(?:[\s-]five)?)(?:\s+minutes)?)"
    rf"\s+(?P<way>past|to|after|before)\s+(?P<hour>\d{{1,2}}|{'|'.join(_HOURS)})\b(?![\d.,:%-]*\d|\s+(?:percent|per|million|billion))"
    r"(?:\s?(?P<late>[ap]\.?m\b\.?)|\s+(?P<part>in\s+the\s+(?:morning|afternoon|evening)|at\s+night)\b)?",
    re.IGNORECASE,
)
_MINUTES = {"five": 5, "ten": 10, "twenty": 20}
_NAMED = {"noon": 720, "midday": 720, "midnight": 0}


_LATE = re.compile(r"afternoon|evening|night", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: its span in the text; half: which half of the day is not said."""

    start: int
    end: int
    minutes: int
    half: bool = False

    def is_at(self, other: Clock, within: int = 0) -> bool:
        """Whether both may be one time, give or take some minutes."""
        every = _HALF if self.half or other.half else 2 * _HALF
        apart = (self.minutes - other.minutes) % every
        return min(apart, every - apart) <= within


@lru_cache(maxsize=2048)
def clocks_in(text: str) -> tuple[Clock, ...]:
    """All of them, in order; "at seven" alone is none."""
    spoken = [clock for found in _PAST.finditer(text) if (clock := _past(found))]
    read = [clock for found in _FORM.finditer(text) if (clock := _clock(found))]
    written = [each for each in read if not any(one.start <= each.start < one.end for one in spoken)]
    return tuple(sorted([*spoken, *written], key=lambda each: each.start))


def _past(found: re.Match[str]) -> Clock | None:
    """ "half past five", "twenty to six"; "ten to twelve" alone is as often a range."""
    few = (found["few"] or "").lower()
    is_range = few and found["way"].lower() == "to" and not (found["late"] or found["part"])
    hour = _HOURS.get(found["hour"].lower()) or int(found["hour"])
    if hour > 12 or is_range or (found["way"].lower() in ("after", "before") and not found["late"]):  # noqa: PLR2004
        return None
    off = 30 if found["half"] else 15 if found["quarter"] else _few(few)
    minutes = hour % 12 * _HOUR + (off if found["way"].lower() in ("past", "after") else -off)
    late = (found["late"] or "").lower().startswith("p") or bool(_LATE.search(found["part"] or ""))
    told = bool(found["late"] or found["part"])
    return Clock(*found.span(), (minutes + (_HALF if late else 0)) % (2 * _HALF), half=not told)


def _few(words: str) -> int:
    return int(words) if words.isdecimal() else sum(_MINUTES.get(each, 0) for each in re.split(r"[\s-]+", words))


def _clock(found: re.Match[str]) -> Clock | None:
    if found["named"]:
        return Clock(*found.span(), _NAMED[found["named"].lower()])
    if found["hour24"]:
        hour = int(found["hour24"])
        minutes = (hour * _HOUR + int(found["minute24"])) % (2 * _HALF)
        return Clock(*found.span(), minutes, half=1 <= hour <= 12)  # noqa: PLR2004
    return _twelve_hours(found)


def _twelve_hours(found: re.Match[str]) -> Clock | None:
    hour = _HOURS.get(found["hour"].lower()) or int(found["hour"])
    if hour > 12 and not found["clock"]:  # noqa: PLR2004
        return None
    minutes = hour % 12 * _HOUR + int(found["minute"] or 0)
    late = (found["half"] or "").lower() == "p" or found["midday"] or _LATE.search(found["part"] or "")
    return Clock(*found.span(), minutes + (_HALF if late else 0), half=bool(found["clock"]))
