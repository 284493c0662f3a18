"""Times that a text leaves to its reader, and those of the story it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from assistant.dates.days import Days, add, months
from assistant.dates.patterns import MONTH_NAME, month_number, number_of
from assistant.domain import Kind
from assistant.support.times import Time, published, times_in
from assistant.support.verdict import Cited

_MONTH, _QUARTER = 31, 92


@lru_cache(maxsize=1024)
def implied(text: str, day: date | None) -> tuple[Time, ...]:
    """Times that a text leaves to its reader: "that October", "the end of the year", "three months before"."""
    named = list(times_in(text, day))
    known = [*named, *([published(day)] if day else [])]
    years = {year for each in known for year in (each.first.year, each.last.year)} | _bare_years(text)
    return (
        *_bare_months(text, named, years),
        *_bare_seasons(text, day),
        *_a_year_before(text, named),
        *_edges(text, day),
        *_shifted(text, known),
        *_ends(named),
        *_aged(text, named),
    )


_YEAR = re.compile(r"(?<![\w.,$£€-])(?:1[5-9]|20)\d\d(?![\w,.]\d|\w)")


def _bare_years(text: str) -> set[int]:
    return {int(found[0]) for found in _YEAR.finditer(text)}


_BARE = re.compile(rf"(?<![\w-]){MONTH_NAME}(?![\w-])", re.IGNORECASE)


def _bare_months(text: str, named: Iterable[Time], years: Iterable[int]) -> Iterator[Time]:
    for found in _BARE.finditer(text):
        if found[0][0].isupper() and not any(each.start < found.end() and found.start() < each.end for each in named):
            for year in years:
                days = months(year, month_number(found[0]))
                yield Time(*found.span(), days.first, days.last, yearless=True, sure=False)


_SEASON = re.compile(
    r"\b(?:in|by|until|before|this|next|last)\s+(?:the\s+)?(?P<season>spring|summer|autumn|fall|winter)\b(?!\s+of\b)"
)


def _bare_seasons(text: str, day: date | None) -> Iterator[Time]:
    """ "in the autumn": of the year of publication, or the one next to it."""
    for found in _SEASON.finditer(text) if day else ():
        for year in (day.year - 1, day.year, day.year + 1) if day else ():
            yield from times_in(f"{found['season']} {year}", day)


_SAME = re.compile(
    r"\bsame\s+(?:month|period|quarter|week|day|time)\s+(?:of\s+)?(?:last|the\s+previous|a)\s+year", re.IGNORECASE
)


def _a_year_before(text: str, named: Iterable[Time]) -> Iterator[Time]:
    """ "in February, more than in the same month last year"."""
    if _SAME.search(text):
        yield from (Time(0, 0, *months_on(each, -12)) for each in named if each.length <= _QUARTER)


_EDGE = re.compile(
    r"\b(?:(?P<edge>end|start|beginning|middle|rest)\s+of\s+(?:the|this)\s+|(?P<year>year-?end))(?P<unit>year|month|week)?\b",
    re.IGNORECASE,
)


def _edges(text: str, day: date | None) -> Iterator[Time]:
    for found in _EDGE.finditer(text) if day else ():
        unit = (found["unit"] or "year").lower()
        if unit != "week" and day:
            span = months(day.year, 1, 12) if unit == "year" else months(day.year, day.month)
            yield Time(*found.span(), *_at_edge(span, (found["edge"] or "end").lower()))


def _at_edge(span: Days, edge: str) -> tuple[date, date]:
    third = max(1, ((span.last - span.first).days + 1) // 3)
    if edge in ("start", "beginning"):
        return span.first, add(span.first, third - 1)
    return (add(span.last, 1 - third), span.last) if edge == "end" else (span.first, span.last)


def _ends(named: Iterable[Time]) -> Iterator[Time]:
    """The first and the last day of what has two ends: "7 to 9 May", "2007–2014" by its years."""
    for each in named:
        if each.ranged:
            year = each.grain > _MONTH
            for end in (each.first, each.last):
                days = months(end.year, 1, 12) if year else Days(end, end)
                yield Time(each.start, each.end, days.first, days.last)


_SHIFT = re.compile(
    r"\b(?P<count>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|an?|the)\s+"
    r"(?P<unit>day|week|month|year|decade)s?\s+(?P<way>earlier|before|previously|prior|ago|late|later|after|afterwards|on)\b"
    r"|\b(?:in|within|for|tak(?:e|es|ing)|took|last(?:s|ed|ing)?|ha[sd]|have|given)\s+(?P<ahead>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|an?)\s+"
    r"(?P<unit3>day|week|month|year)s?\b"
    r"|\bthe\s+(?P<near>previous|preceding|following|next)\s+(?P<unit2>day|week|month|year)\b",
    re.IGNORECASE,
)
_ON = ("later", "after", "afterwards", "on", "following", "next")
_IN_MONTHS = {"month": 1, "year": 12, "decade": 120}
_MOST = 12


def _shifted(text: str, anchors: list[Time]) -> Iterator[Time]:
    """Times told from others: "a year earlier", "three months late", "two days later"."""
    for found in _SHIFT.finditer(text):
        for each in anchors[:_MOST]:
            yield _moved(found, each)


_BORN = re.compile(r"\b(?:born|birth)\b", re.IGNORECASE)
_AGED = re.compile(
    r"\b(?:at\s+(?:the\s+age\s+of\s+)?|aged\s+|(?:when|as)\s+\w+\s+was\s+)(?P<age>\d{1,2})(?![\w:%]|\.\d|\s+\w+\s+later)"
)


def _aged(text: str, named: Iterable[Time]) -> Iterator[Time]:
    """Years of a life: born in 1979, she moved at 24."""
    births = [each for each in named if _BORN.search(text, max(0, each.start - 40), each.start)]
    for found in _AGED.finditer(text):
        for each in births:
            days = months(each.first.year + int(found["age"]), 1, 12)
            yield Time(*found.span(), days.first, days.last)


def _moved(found: re.Match[str], anchor: Time) -> Time:
    unit = (found["unit"] or found["unit2"] or found["unit3"]).lower()
    count = 1 if found["near"] or found["count"] in ("the", "The") else number_of(found["count"] or found["ahead"])
    step = count if found["ahead"] or (found["way"] or found["near"]).lower() in _ON else -count
    if unit in _IN_MONTHS:
        return Time(*found.span(), *months_on(anchor, step * _IN_MONTHS[unit]))
    days = step * (7 if unit == "week" else 1)
    return Time(*found.span(), add(anchor.first, days), add(anchor.last, days))


def months_on(anchor: Time, count: int) -> tuple[date, date]:
    """The first and last day so many months later."""
    return _month_on(anchor.first, count), _month_on(anchor.last, count)


def _month_on(day: date, count: int) -> date:
    month = months(day.year, day.month + count)
    return add(month.first, min(day.day, (month.last - month.first).days + 1) - 1)


def times_around(cited: Cited) -> list[Time]:
    """The times of a paragraph, and those that set the day of its story: of publication, title and first paragraph."""
    description = cited.article.description
    lead = [each.text for each in cited.article.paragraphs if each.kind is Kind.BODY][:1]
    texts = dict.fromkeys([cited.paragraph.text, description.title, *lead])
    day = [published(description.day)] if description.day else []
    return [*day, *(time for text in texts for time in times_in(text, description.day))]
