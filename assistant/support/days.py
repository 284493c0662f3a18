"""Whether every date of a sentence is in what it cites, told of the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from assistant.support.clock import clocks_in
from assistant.support.compared import Finding, Rules, Told, compare, told_in
from assistant.support.digits import is_foreign
from assistant.support.elapsed import elapsed
from assistant.support.equal import bears_out
from assistant.support.ground import Ground, Problem
from assistant.support.implied import implied, months_on, times_around
from assistant.support.marks import unmarked
from assistant.support.measured import amounts_in
from assistant.support.named_days import strange_words
from assistant.support.saying import LONGEST, TOO_LONG, cited_words, days_of, instead
from assistant.support.times import Time, published, times_in

# What an outlet says on the day it says it.
_REPORTS = re.compile(
    r"\b(?:report\w*|publish\w*|wrote|writes|written|article|story|according|dated|edition)\b", re.IGNORECASE
)

# "shortly after 11 p.m." of 11:04.
_LOOSE = re.compile(
    r"\b(?:about|around|some|shortly|just|soon|a\s+little|nearly|almost|roughly|towards?|after|before)\s+(?:after\s+|before\s+)?$",
    re.IGNORECASE,
)
_MINUTES_OPEN = 10
_WEEK, _YEAR = 7, 12
_MONTHS_LONG, _QUARTER = range(32, 185), 4
# By so much the words around another time must speak more for it.
_MORE = 1.0


def days(sentence: str, ground: Ground) -> list[Problem]:
    """A problem for each date or time of day that no paragraph cited bears out, or that one tells of something else."""
    if len(sentence) > LONGEST or is_foreign(sentence, ground):
        return [TOO_LONG] if len(sentence) > LONGEST else []
    said = unmarked(sentence)
    published_on: list[date | None] = [*days_of(ground)]
    dated = [_dated(said, day, ground) for day in published_on or [None]]
    return [*min(dated, key=len), *strange_words(said, ground), *_clocks(said, ground)]


def _dated(sentence: str, day: date | None, ground: Ground) -> list[Problem]:
    """Of the dates; what is told from the day of publication is told from this one."""
    told = [each for cited in ground.cited for each in days_told(cited.paragraph.text, cited.article.description.day)]
    found = compare(days_told(sentence, day), told, DAYS)
    return [_problem(each, ground) for each in found if not _is_borne_out(sentence, each, ground)]


@lru_cache(maxsize=2048)
def days_told(text: str, day: date | None) -> tuple[Told[Time], ...]:
    """The dates of a text, each with the words around it."""
    return tuple(told_in(text, [(each, span := (each.start, each.end), span) for each in times_in(text, day)]))


def _is_comparable(said: Time, told: Time) -> bool:
    return said.grain == told.grain and (said.naming or not told.naming)


def _is_borne_out(sentence: str, found: Finding[Time], ground: Ground) -> bool:
    said = found.said.thing
    if found.found:
        return found.rival is None
    if _is_told_otherwise(sentence, found.said, ground):
        return True
    own = [published(day) for day in days_of(ground)]
    reports = said.grain == 1 and _REPORTS.search(sentence)
    if (reports or any(each.paragraph.number == 0 for each in ground.cited)) and _fits_any(said, own):
        return True
    return found.rival is None and any(_fits_any(said, times_around(each)) for each in ground.cited)


def _is_told_otherwise(sentence: str, said: Told[Time], ground: Ground) -> bool:
    """Whether the texts leave the time to their reader, or give it as a weekday or as a length of time."""
    time = said.thing
    lengths = [each for each in amounts_in(sentence) if time.start <= each.start < time.end]
    return (
        (time.weekday and any(_on_weekday(said.words, text) for text in ground.texts))
        or any(elapsed(sentence, each, ground) for each in lengths)
        or _is_counted_there(said.words, ground)
        or any(_fits_any(time, implied(each.paragraph.text, each.article.description.day)) for each in ground.cited)
    )


def _on_weekday(words: str, text: str) -> bool:
    """Whether a text names the weekday too, of any week: "on Sundays" of "Sunday hours"."""
    return bool(re.search(rf"\b{re.escape(words)}s?\b", text, re.IGNORECASE))


def _is_counted_there(words: str, ground: Ground) -> bool:
    """Whether "61 years ago" is a length of time there: "a 61-year-old record"."""
    return any(
        bears_out(said, told)
        for said in amounts_in(words)
        if said.unit
        for text in ground.texts
        for told in amounts_in(text)
    )


def _fits_any(said: Time, times: Sequence[Time]) -> bool:
    if said.ranged:
        return any(each.first == said.first for each in times) and any(each.last == said.last for each in times)
    return any(fits(said, each) for each in times)


def fits(said: Time, told: Time) -> bool:
    """Whether a text's time is the sentence's, or lies in it: "in May" of 3 May."""
    if said.ranged:
        return (said.first, said.last) == (told.first, told.last)
    if told.within(said) or _is_about_same(said, told) or _ends_it(said, told):
        return True
    if _is_weekday_of_another_week(said, told):
        return True
    return (said.yearless or told.yearless) and not (said.sure and told.sure) and _is_same_in_another_year(said, told)


def _is_weekday_of_another_week(said: Time, told: Time) -> bool:
    """Whether both are one day of the week: which week, tense alone tells, and a paraphrase may change the tense."""
    return (
        (said.weekday or told.weekday)
        and said.length == told.length == 1
        and abs((said.first - told.first).days) == _WEEK
        and (said.weekday or told.told_on is None or abs((said.first - told.told_on).days) <= _WEEK)
    )


def _is_about_same(said: Time, told: Time) -> bool:
    """ "late March" and "at the end of March" are parts of one month, of about the same length."""
    shared = (min(said.last, told.last) - max(said.first, told.first)).days + 1
    return said.length > 1 and 2 * shared >= max(said.length, told.length)


def _ends_it(said: Time, told: Time) -> bool:
    """Whether it is the month at the end of what is told: December, of "by the end of 2026"."""
    return told.length in _MONTHS_LONG and said.last == told.last and _QUARTER * said.length >= told.length


def _is_same_in_another_year(said: Time, told: Time) -> bool:
    return any(Time(0, 0, *months_on(told, years)).within(said) for years in (-_YEAR, _YEAR))


DAYS = Rules(fits, _is_comparable, lambda _, __: 0.0, lambda _: _MORE)
"""How dates are compared."""


def _problem(found: Finding[Time], ground: Ground) -> Problem:
    says = instead(found.rival.words if found.rival else None)
    if found.found:
        return f"“{found.said.words}” is told of something else in {cited_words(ground)}{says}"
    return f"“{found.said.words}” is not what {cited_words(ground)} says{says}"


def _clocks(sentence: str, ground: Ground) -> list[Problem]:
    told = [(text[clock.start : clock.end], clock) for text in ground.texts for clock in clocks_in(text)]
    says = instead(told[0][0] if len(told) == 1 else None)
    return [
        f"“{sentence[each.start : each.end]}” is not in {cited_words(ground)}{says}"
        for each in clocks_in(sentence)
        if not any(each.is_at(clock, within=_loosely(sentence, each.start)) for _, clock in told)
    ]


def _loosely(sentence: str, at: int) -> int:
    """How many minutes the words before a time of day leave open."""
    return _MINUTES_OPEN if _LOOSE.search(sentence[max(0, at - 30) : at]) else 0
