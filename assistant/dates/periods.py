"""Months, seasons, quarters, years, decades and centuries that are named."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from assistant.dates import days as calendar
from assistant.dates.days import Days
from assistant.dates.nearest import nearest
from assistant.dates.patterns import MONTH, MONTH_NAME, PART, SEASON, WITH_YEAR, YEAR, compiled, month_number
from assistant.dates.reading import Form, Reading
from assistant.dates.tense import looks

_NEARBY = {"last": -1, "this": 0, "next": 1}
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "latter": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_ORDINAL = rf"(?:{'|'.join(_ORDINALS)})"
_YEAR = rf"(?P<year>{YEAR})"
_OF_YEAR = rf"(?:(?:\s+of|\s+in)?\s+|,\s*)(?:{_YEAR}|(?P<nearby>last|this|next)\s+year)"
_LEAD = compiled(r"\b(?:in|since|until|till|through|during|by|from|before|after|of|between|to|and)\s+$")
# Months that are also names or words: believed only where no name or verb can stand.
_NAMES = {"april", "may", "june", "august", "march"}
_FIRM_LEAD = compiled(r"\b(?:in|since|until|till|during|of|between)\s+$")
_FIRMEST_LEAD = compiled(r"\b(?:in|since|until|during)\s+$")
_AFTER_MONTH = re.compile(
    r"\s*(?:$|[.,;:!?)\]”\"’'–—-]|\b(?:to|and|or|in|on|at|of|when|with|after|before|until|through|as)\b)"
)
_NAME_FOLLOWS = re.compile(r"\s+[A-Z][a-z]")
_COUNTED = re.compile(
    r"[\s-]+(?:(?:more|other|new|additional|young|old|of)\s+)?(?:people|votes|cases|words|miles|homes|feet|meters|metres|"
    r"km|kilometers|kilometres|pounds|dollars|euros|tons|tonnes|troops|soldiers|jobs|workers|employees|students|members|"
    r"children|men|women|acres|hectares|calories|hours|days|years|times|seats|pages|points|patients|deaths|players|"
    r"fans|items|units|shares|residents|passengers|vehicles|cars|flights|square|mph|megawatts|degrees|grams|liters)\b"
)
_YEAR_LEAD = compiled(
    r"\b(?:in|since|until|till|by|from|of|during|before|after|between|and|to|through|than)(?:\s+the)?\s+$"
)
_DETERMINER = compiled(r"(?:\b(?:the|his|her|its|their|our|my|your|this)|['’]s)\s+$")
_NO_YEAR = compiled(r"(?:[$£€#№]\s*|\b(?:no|number|route|highway|room|flight|than|nearly|about|over|some)\.?\s+)$")
_CAPITALISED = re.compile(r"(?:^|\W)[A-Z]\w*\s+$")
_PLURAL = re.compile(r"\s+[a-z]+s\b")
_DECADE_2000 = 2000  # "the 1800s" are a century, "the 2000s" ten years
_FOURTH_OF = compiled(r"\bfourth\s+of\s+$")
_RECENT = range(1900, 2100)
_BEFORE_CHRIST = re.compile(r"[\s-]*(?:B\.?C\b|BCE\b)")


def _placed(found: re.Match[str], day: date, in_year: Callable[[int], Days]) -> Reading | None:
    """In the year that is named, or the last, this or the next."""
    year, nearby = found["year"], found["nearby"]
    number = int(year) if year else day.year + _NEARBY[nearby.lower()]
    return Reading(*found.span(), _parted(found, in_year(number)), relative=year is None)


def _parted(found: re.Match[str], days: Days) -> Days:
    """The early, middle or late part, where the words say so."""
    groups = found.groupdict()
    name = groups.get("part") or groups.get("edge")
    return calendar.part(days, name) if name else days


def _read_month(found: re.Match[str], day: date) -> Reading | None:
    return _placed(found, day, lambda year: calendar.months(year, month_number(found["month"])))


def _read_season(found: re.Match[str], day: date) -> Reading | None:
    return _placed(found, day, lambda year: calendar.season(found["season"], year))


def _read_quarter(found: re.Match[str], day: date) -> Reading | None:
    number = int(found["short"] or _ORDINALS[found["quarter"].lower()])
    return _placed(found, day, lambda year: calendar.months(year, 3 * number - 2, 3))


def _read_half(found: re.Match[str], day: date) -> Reading | None:
    number = int(found["short"] or _ORDINALS[found["half"].lower()])
    return _placed(found, day, lambda year: calendar.months(year, 6 * number - 5, 6))


def _read_yearless_month(found: re.Match[str], day: date) -> Reading | None:
    """ "in March": only where it cannot be the verb or a name."""
    if not _is_month(found):
        return None

    def in_year(year: int) -> Days:
        return _parted(found, calendar.months(year, month_number(found["month"])))

    meant = nearest(in_year, day, looks(found.string, *found.span()))
    return Reading(*found.span(), meant[0], relative=True, yearless=True, sure=meant[1]) if meant else None


def _is_month(found: re.Match[str]) -> bool:
    before = found.string[max(0, found.start() - 20) : found.start()]
    parted = found["part"] or found["edge"]
    if _FOURTH_OF.search(before):
        return False
    if found["month"].lower() in _NAMES and not (_firm(found, before) or (parted and not _named(found))):
        return False
    return bool(parted or _LEAD.search(before))


def _firm(found: re.Match[str], before: str) -> bool:
    """Whether a month that is also a name or a verb stands where only a month can."""
    if found["month"].islower():
        return bool(_FIRMEST_LEAD.search(before))
    follows = _AFTER_MONTH.match(found.string, found.end())
    return not _named(found) and bool(_FIRM_LEAD.search(before) or follows)


def _named(found: re.Match[str]) -> bool:
    return bool(_NAME_FOLLOWS.match(found.string, found.end()))


def _read_year(found: re.Match[str], _: date) -> Reading | None:
    """A number that is a year by what stands around it: "in 2023", "the 2020 election", not "2020 votes"."""
    if not _is_year(found):
        return None
    first, last = int(found["from"]), found["until"]
    end = first if last is None else int(f"{first}"[: -len(last)] + last)
    return Reading(*found.span(), _parted(found, calendar.year(first, end))) if end >= first else None


def _is_year(found: re.Match[str]) -> bool:
    text = found.string
    before = text[max(0, found.start("from") - 24) : found.start("from")]
    if _COUNTED.match(text, found.end()) or _BEFORE_CHRIST.match(text, found.end()):
        return False
    if found["part"] or found["edge"] or found["until"] or _YEAR_LEAD.search(before):
        return True
    if int(found["from"]) not in _RECENT or _NO_YEAR.search(before):
        return False
    plural = _PLURAL.match(text, found.end())
    return bool(_DETERMINER.search(before)) or not (plural or _CAPITALISED.search(before))


def _read_decade(found: re.Match[str], _: date) -> Reading | None:
    """ "the 1990s", "the '90s"; '20s and earlier are this century's."""
    short = found["short"]
    first = int(found["decade"]) if short is None else int(short) + (2000 if short < "30" else 1900)
    hundred = first % 100 == 0 and first < _DECADE_2000
    return Reading(*found.span(), _parted(found, calendar.year(first, first + (99 if hundred else 9))))


def _read_century(found: re.Match[str], _: date) -> Reading | None:
    number = int(found["century"])
    if number == 0 or _BEFORE_CHRIST.match(found.string, found.end()):
        return None
    return Reading(*found.span(), _parted(found, calendar.year(100 * number - 99, 100 * number)))


_START = r"(?<![\w.,:/$£€#@-])"
FORMS: list[Form] = [
    (compiled(rf"\b{PART}?(?P<month>{MONTH}){WITH_YEAR}"), _read_month),
    (compiled(rf"\b{PART}?(?P<month>{MONTH_NAME})\b(?!\s+\d)"), _read_yearless_month),
    (compiled(rf"\b{PART}?(?P<season>{SEASON}){_OF_YEAR}"), _read_season),
    (compiled(rf"\b(?:Q(?P<short>[1-4])|(?P<quarter>{_ORDINAL})[\s-]quarter){_OF_YEAR}"), _read_quarter),
    (compiled(rf"\b(?:H(?P<short>[12])|(?P<half>first|second|latter)\s+half){_OF_YEAR}"), _read_half),
    (
        compiled(
            rf"{_START}{PART}?(?P<from>[12]\d{{3}})(?:\s*[-–/]\s*(?P<until>[12]\d{{3}}|\d\d)(?![\w-]|[.,/]\d))?"
            r"(?![\w%]|[.,:/–-]\d)"
        ),
        _read_year,
    ),
    (compiled(rf"(?<!\w){PART}?(?:(?P<decade>(?:1\d|20)\d0)['’]?s|['’‘](?P<short>\d0)s)\b"), _read_decade),
    (compiled(rf"\b{PART}?(?P<century>\d{{1,2}})(?:st|nd|rd|th)[\s-]century\b"), _read_century),
]
