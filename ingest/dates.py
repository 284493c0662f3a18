"""Dates as sources write them, never completed from today's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from dateutil import parser

from assistant.domain import Moment
from ingest.months import MONTH, WEEKDAY, month_number
from ingest.wordings.known import one_of

_MONTHS = 12
_YEARS = range(1600, 2200)  # newspapers began in 1605; 0001 and 9999 stand for "unknown" in many dumps
_SECONDS = range(631_152_000, 4_102_444_800)  # 1990 to 2100: a number outside is no moment of publication
_OFFSETS = {
    "UTC": 0, "GMT": 0, "Z": 0, "BST": 1, "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "EET": 2, "EEST": 3, "MSK": 3,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = rf"(?:(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|{WEEKDAY})\.?,?\s+)?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:1[6-9]|20|21)\d\d"
# "8. Mai 2024", "1er mai 2024", "8 de mayo de 2024", "8 травня 2024 року"
_ELSEWHERE = (
    rf"(?P<day>\d{{1,2}})(?:\.|er|[ºª°])?\s+(?:de\s+)?(?P<month>{MONTH})\s+(?:del?\s+)?(?P<year>{_YEAR})"
    r"(?:\s*(?:р\.|року|г\.|года|r\.|roku)(?!\w))?"
)
_ZONE = r"(?:\s*(?:[+-]\d\d:?\d\d|\(?(?:Z|UTC|GMT|BST|E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T|CES?T|MES?Z|EES?T|MSK)\)?)\b)?"
_CLOCK = (
    r"(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?|\d{1,2}\s?h(?:\s?\d\d)?\b)"
    r"(?:\s(?:Uhr|uur|год|ч)\b\.?)?" + _ZONE
)
_BETWEEN = rf"(?:\s*[,|·•–—-]\s*|\s+)(?:(?:{one_of('at')})\s+)?"
_WRITTEN = re.compile(
    rf"(?<![\w/.:-])(?:(?P<before>{_CLOCK})[,\s]+)?{_WEEKDAY}"
    rf"(?P<date>{_YEAR}-\d\d-\d\d|{_MONTH}\s+{_DAY}(?:,\s*|\s+){_YEAR}|{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}"
    rf"|{_YEAR}\s+{_MONTH}\s+{_DAY}|\d{{1,2}}[./]\d{{1,2}}[./]{_YEAR}|{_ELSEWHERE})"
    rf"(?:(?:T|{_BETWEEN})(?P<after>{_CLOCK}))?(?![\w/-]|[.:]\d)",
    re.IGNORECASE,
)
_ANY_YEAR = re.compile(_YEAR)


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment, and whether it was guessed.

    either_way: it was written like 5/8/2024, which is 8 May where months come first.
    """

    moment: Moment
    guessed: bool = False
    either_way: bool = False

    @property
    def day(self) -> date:
        return self.moment.date() if isinstance(self.moment, datetime) else self.moment

    def settled(self, *, day_first: bool) -> Dated:
        """The date once it is known in which order day and month were written."""
        if not self.either_way:
            return self
        moment = self.moment
        return Dated(moment.replace(day=moment.month, month=moment.day) if day_first else moment)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A full date found in a text: the span of characters and what it says."""

    start: int
    end: int
    dated: Dated


def read_date(text: str) -> Dated | None:
    """Read a field that is a date and nothing else; None unless it gives year, month and day."""
    text = text.strip()[:100]
    found = _WRITTEN.fullmatch(text)
    dated = _read_found(found) if found else None
    if dated is None:
        moment = _iso(text) or _by_dateutil(text, day_first=False)
        dated = Dated(moment) if moment else None
    return dated and _plausible(dated)


def read_timestamp(number: float) -> Dated | None:
    """Read seconds or milliseconds since 1970, as databases write moments."""
    for unit in (1, 1000):
        if _SECONDS.start * unit <= number < _SECONDS.stop * unit:
            return Dated(datetime.fromtimestamp(int(number // unit), UTC))
    return None


def find_dates(text: str) -> Iterator[WrittenDate]:
    """Every full date written in a text, with its time of day where that follows or precedes it."""
    if not _ANY_YEAR.search(text):
        return
    for found in _WRITTEN.finditer(text):
        dated = _read_found(found)
        if dated and _plausible(dated):
            yield WrittenDate(found.start(), found.end(), dated)


def _read_found(found: re.Match[str]) -> Dated | None:
    """Read the date and the clock; in 5/8/2024 the month is taken to come first, and that is a guess."""
    written, clock = found["date"], _clock(found["after"] or found["before"] or "")
    if found["month"]:
        written = f"{found['year']}-{month_number(found['month']):02}-{int(found['day']):02}"
    written = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|\bof\b|,", " ", written, flags=re.IGNORECASE)
    day_first = re.match(r"\d+\.", written) is not None
    moment = _by_dateutil(f"{written} {clock}", day_first=day_first) or _by_dateutil(written, day_first=day_first)
    either_way = _either_way(re.match(r"(\d+)/(\d+)/", written))
    return Dated(moment, guessed=either_way, either_way=either_way) if moment else None


def _clock(written: str) -> str:
    """A time of day as dateutil takes it: "20:06" for "20h06", "20.06 Uhr" and "20:06 (CEST)"."""
    written = re.sub(r"([ap])\.?m\.?", r"\1m", written, flags=re.IGNORECASE)
    written = re.sub(r"\s(?:Uhr|uur|год|ч)\b\.?", "", written, flags=re.IGNORECASE)
    written = re.sub(r"(?<=\d)\s?h\s?(\d\d)?\b", lambda found: f":{found[1] or '00'}", written, flags=re.IGNORECASE)
    return written.replace(".", ":").strip("() ")


def _either_way(slashed: re.Match[str] | None) -> bool:
    return slashed is not None and max(map(int, slashed.groups())) <= _MONTHS and slashed[1] != slashed[2]


def _iso(text: str) -> Moment | None:
    for read in (date.fromisoformat, datetime.fromisoformat):
        try:
            return _without_midnight(read(text))
        except ValueError:
            continue
    return None


def _by_dateutil(text: str, *, day_first: bool) -> Moment | None:
    """Parse over two unlike defaults: what differs was not in the text."""
    try:
        one, other = (
            parser.parse(text, default=default, dayfirst=day_first, tzinfos=_zone)
            for default in (datetime(2000, 1, 1, 0), datetime(2004, 12, 28, 1))  # noqa: DTZ001  only ever compared
        )
    except (ValueError, OverflowError):
        return None
    if one.date() != other.date():
        return None
    return _without_midnight(one) if one.time() == other.time() else one.date()


def _zone(name: str | None, seconds: int | None) -> tzinfo | None:
    """An offset where it is known; "ET" is two of them, so the time stays without."""
    if seconds is not None:
        return timezone(timedelta(seconds=seconds))
    hours = _OFFSETS.get(name or "")
    return None if hours is None else timezone(timedelta(hours=hours))


def _without_midnight(moment: Moment) -> Moment:
    """A day that a program wrote as its first second is a day."""
    if isinstance(moment, datetime) and moment.time() == time() and moment.utcoffset() in (None, timedelta()):
        return moment.date()
    return moment


def _plausible(dated: Dated) -> Dated | None:
    return dated if dated.moment.year in _YEARS else None
