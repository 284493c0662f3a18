"""Times told from the day of telling: weekdays, "yesterday", "two weeks ago", "last month"."""

from __future__ import annotations

import re
from datetime import date

from assistant.dates import days as calendar
from assistant.dates.days import Days, add, one
from assistant.dates.patterns import COUNT, MONTH_NAME, SEASON, WEEKDAY, compiled, month_number, number_of
from assistant.dates.patterns import weekday_number as number_of_weekday
from assistant.dates.reading import Form, Reading
from assistant.dates.tense import Looks, looks

_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_NAMED_DAY = compiled(
    r"\b(?:black|good|super|ash|bloody|fat|palm|easter|holy|giving|cyber|freaky|shrove|maundy|whit)\s+$"
)
_ANY_DAY = compiled(
    r"\b(?:an?|one|any|every|each|some|that|most|following|previous|preceding|same|first|second|third|fourth|final"
    r"|(?:day|week|month|year)s? from)\s+$"
)
_NAME_OF_DAY = re.compile(
    r"\s+(?:Night\s+(?:Live|Football)|Times|Mail|Mirror|Telegraph|Express|Post|Herald|Star|Independent|Service|the\s+13th)\b"
    r"|['’]s\s+Child|\s+(?:of\s+(?!(?:last|this|next)\b)\w|after\s+next)"
)
_DAYS_BACK = 4  # "ordered a hearing on Wednesday", told on a Tuesday, is told of tomorrow
_WEEK, _WEDNESDAY = 7, 2
# "two years ago" is said of twenty months, "ten weeks ago" is a round number.
_FEW = 3
_ROUGHLY = compiled(r"\b(?:about|around|nearly|almost|over|than|roughly|some|least|just)\s+$")
_POSSESSIVE = re.compile(r"['’]")  # "he rejected Thursday's vote": the verb does not say when that was
_NARRATED = re.compile(r"\bthe\s+$", re.IGNORECASE)


def _read_weekday(found: re.Match[str], day: date) -> Reading | None:
    text, before = found.string, found.string[max(0, found.start() - 16) : found.start()]
    named = _NAMED_DAY.search(before) or _ANY_DAY.search(before) or _NAME_OF_DAY.match(text, found.end("weekday"))
    if named or _NARRATED.search(before):
        return None
    number, which = number_of_weekday(found["weekday"]), (found["which"] or "").lower()
    if found["week"]:
        meant, sure = add(calendar.week(day, _STEPS[found["week"].lower()]).first, number), True
    elif which == "this":
        meant, sure = add(calendar.week(day).first, number), True
    elif which in ("last", "past"):
        meant = add(day, -((day.weekday() - number - 1) % 7 + 1))
        sure = meant < calendar.week(day).first or day.weekday() == number
    elif which in ("next", "coming"):
        meant = add(calendar.week(day, 1).first, number)
        sure = (meant - day).days <= _WEEK
    else:
        meant, sure = _bare_weekday(number, day, looks(text, *found.span()))
        sure = sure and (meant >= add(day, -1) or not _POSSESSIVE.match(text, found.end()))
    return Reading(*found.span(), one(meant), relative=True, sure=sure)


def _bare_weekday(number: int, day: date, looking: Looks) -> tuple[date, bool]:
    """The last one, or where the sentence looks ahead the next; the day itself is both."""
    back = (day.weekday() - number) % 7
    if looking is Looks.AHEAD:
        return add(day, (7 - back) % 7), True
    return add(day, -back), looking is Looks.BACK and back <= _DAYS_BACK


_NEAR_DAYS = {
    "the day before yesterday": -2, "yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "this morning": 0,
    "this afternoon": 0, "this evening": 0, "tomorrow": 1, "the day after tomorrow": 2,
}  # fmt: skip
_NOWADAYS = re.compile(r"['’]s\b|\s+and\b")
_SAID_TODAY = re.compile(r"\b(?:earlier|later)\s+$", re.IGNORECASE)


def _read_near_day(found: re.Match[str], day: date) -> Reading | None:
    """ "today" is often "nowadays", so it is sure only where a time of day is meant."""
    if re.search(r"\b(?:of|USA)\s+$", found.string[: found.start()]):
        return None
    said = re.sub(r"\s+", " ", found[0].lower())
    sure = said != "today" or bool(_SAID_TODAY.search(found.string[: found.start()]))
    return Reading(
        *found.span(),
        one(add(day, _NEAR_DAYS[said])),
        relative=True,
        sure=sure and not _NOWADAYS.match(found.string, found.end()),
    )


def _read_ago(found: re.Match[str], day: date) -> Reading | None:
    """ "two days ago" is a day; "two weeks ago" the week around it, "two months ago" that month, and so on."""
    count, unit = number_of(found["count"]), found["unit"].lower()
    if unit == "day":
        return Reading(*found.span(), one(add(day, -count)), relative=True)
    days = _whole(unit, day, -count)
    sure = count <= _FEW and unit in ("week", "month") and not _ROUGHLY.search(found.string, 0, found.start())
    return Reading(*found.span(), days, relative=True, sure=sure) if days else None


def _read_near_period(found: re.Match[str], day: date) -> Reading | None:
    """ "last week" is Monday to Sunday; "the last week" the seven days up to the day."""
    step, unit = _STEPS[found["which"].lower()], found["unit"].lower()
    the = _NARRATED.search(found.string[: found.start()])
    of = re.match(r"\s+of\b", found.string[found.end() :])
    if of or found["which"].lower() == "previous" or (the and step > 0):
        return None
    if unit == "weekend":
        return _read_weekend(found, day, step)
    rolling = (the and step < 0) or found["which"].lower() in ("past", "coming")
    days = _rolling(unit, day, step) if rolling else _whole(unit, day, step)
    if days is None:
        return None
    return Reading(
        *found.span(), _narrowed(days, found["narrow"], day), relative=True, sure=not rolling and unit != "decade"
    )


def _narrowed(days: Days, narrow: str | None, day: date) -> Days:
    """ "earlier this week" ends today, "later this week" begins today."""
    word = (narrow or "").lower()
    within = days.first <= day <= days.last
    if word == "earlier" and within:
        return Days(days.first, day)
    if word in ("later", "rest of", "end of") and within:
        return Days(day, days.last)
    return calendar.part(days, word) if word in ("early", "mid", "late") else days


def _read_weekend(found: re.Match[str], day: date, step: int) -> Reading:
    """The weekend of this week; early in a week "this weekend" may be either."""
    saturday, looking = add(calendar.week(day).first, 5), looks(found.string, *found.span())
    early = day.weekday() <= _WEDNESDAY
    if step == 0 and early and looking is not Looks.AHEAD:
        saturday = add(saturday, -7)
    saturday = add(saturday, 7 * step)
    sure = step < 0 or (step == 0 and (not early or looking is Looks.AHEAD))
    return Reading(*found.span(), Days(saturday, add(saturday, 1)), relative=True, sure=sure)


def _read_span(found: re.Match[str], day: date) -> Reading | None:
    """ "the past two weeks": from that long ago until the day."""
    count, unit = number_of(found["count"]), found["unit"].lower()
    days = _rolling(unit, day, count * _STEPS[found["which"].lower()])
    return Reading(*found.span(), days, relative=True, sure=False) if days else None


def _read_near_name(found: re.Match[str], day: date) -> Reading | None:
    """ "last summer", "next March": the last that is over, the next that has not begun."""
    if found["name"] in ("may", "march") or re.match(r"\s+\d", found.string[found.end() :]):
        return None
    name, which = found["name"], found["which"].lower()
    seasonal = compiled(SEASON).fullmatch(name) is not None
    in_year = [
        calendar.season(name, y) if seasonal else calendar.months(y, month_number(name))
        for y in (day.year - 1, day.year, day.year + 1)
    ]
    if which == "this":
        meant, sure = in_year[1], True
    elif which in ("last", "past"):
        meant = next(each for each in reversed(in_year) if each.last < day or each is in_year[0])
        sure = meant.first.year < day.year
    else:
        meant = next(each for each in in_year if each.first > day or each is in_year[-1])
        sure = meant.first.year > day.year
    return Reading(*found.span(), meant, relative=True, sure=sure)


def _whole(unit: str, day: date, step: int) -> Days | None:
    """The whole week, month or year that lies so many from the day's own."""
    if unit == "week":
        return calendar.week(day, step)
    if unit not in _MONTHS:
        return None
    length = _MONTHS[unit]
    if unit == "decade":
        first = day.year - day.year % 10 + 10 * step
        return calendar.year(first, first + 9)
    first = (day.month - 1) // length * length + 1 + step * length
    return calendar.months(day.year, first, length)


def _rolling(unit: str, day: date, steps: int) -> Days | None:
    """So many days, weeks, months or years up to the day, or from it on."""
    if unit in _DAYS:
        other = add(day, steps * _DAYS[unit])
    elif unit in _MONTHS:
        month = calendar.months(day.year, day.month + steps * _MONTHS[unit])
        other = add(month.first, min(day.day, (month.last - month.first).days + 1) - 1)
    else:
        return None
    return Days(min(day, other), max(day, other))


_UNIT = r"(?P<unit>day|week|month|quarter|year|decade)"
_WHICH = r"(?P<which>last|past|previous|this|next|coming)"
FORMS: list[Form] = [
    (
        compiled(
            rf"\b(?:(?P<which>last|past|this|next|coming)\s+)?(?P<weekday>{WEEKDAY})\b(?!['’]?s?\s+(?:and|or|to|through)\s+{WEEKDAY}s\b)"
            r"(?:\s+of\s+(?P<week>last|this|next)\s+week)?"
        ),
        _read_weekday,
    ),
    (
        compiled(
            r"\b(?:the day before yesterday|the day after tomorrow|yesterday|today|tomorrow|tonight|last night"
            r"|this (?:morning|afternoon|evening))\b"
        ),
        _read_near_day,
    ),
    (compiled(rf"\b(?P<count>{COUNT})\s+{_UNIT}s?\s+ago\b"), _read_ago),
    (
        compiled(
            rf"\b(?:(?P<narrow>earlier|later|early|mid|late|rest of|end of)[\s-]+)?{_WHICH}"
            r"\s+(?P<unit>week|weekend|month|quarter|year|decade)\b(?!-)"
        ),
        _read_near_period,
    ),
    (compiled(rf"\b{_WHICH}\s+(?P<count>{COUNT})\s+{_UNIT}s?\b"), _read_span),
    (compiled(rf"\b(?P<which>last|past|this|next|coming)\s+(?P<name>{SEASON}|{MONTH_NAME})\b"), _read_near_name),
]
