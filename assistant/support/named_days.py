"""Names of months and weekdays in a sentence that nothing in what it cites accounts for."""

from __future__ import annotations

import re

from assistant.dates.patterns import MONTH_NAME, WEEKDAY, month_number, weekday_number
from assistant.support.ground import Ground, Problem
from assistant.support.implied import months_on, times_around
from assistant.support.saying import cited_words, instead
from assistant.support.times import Time, times_in

_NAMED = re.compile(rf"(?<![\w-])(?:(?P<month>{MONTH_NAME})|(?P<weekday>{WEEKDAY})s?)(?![\w-])", re.IGNORECASE)
# At the beginning of a sentence "May" and "March" are verbs or names as often.
_VERBS = ("may", "march", "august")


def strange_words(sentence: str, ground: Ground) -> list[Problem]:
    """A problem for each: "a Wednesday" of a text with Saturdays only, "Fourth of October" of the Fourth of July."""
    names = [found for found in _NAMED.finditer(sentence) if _is_name(found)]
    there = _names_in(ground) if names else []
    strange = [found for found in names if _key(found) not in map(_key, there)]
    said = {_key(found) for found in names}
    return [
        _problem(found, others, ground)
        for found in strange
        if not _is_accounted_for(
            found, sentence, ground, others := [each for each in _like(found, there) if _key(each) not in said]
        )
    ]


def _names_in(ground: Ground) -> list[re.Match[str]]:
    return [found for text in ground.texts for found in _NAMED.finditer(text)]


def _like(found: re.Match[str], others: list[re.Match[str]]) -> list[re.Match[str]]:
    return [each for each in others if each.lastgroup == found.lastgroup]


def _key(found: re.Match[str]) -> str:
    return found[0].lower().rstrip("s")


def _is_name(found: re.Match[str]) -> bool:
    return found[0][0].isupper() and not (found.start() == 0 and found[0].lower() in _VERBS)


def _is_accounted_for(found: re.Match[str], sentence: str, ground: Ground, others: list[re.Match[str]]) -> bool:
    """Whether a time there falls on it (of the story's own only where the text names no other), or it is compared."""
    day = ground.cited[0].article.description.day
    read = [each for each in times_in(sentence, day) if each.start <= found.start() < each.end]
    if read and (found["month"] or read[0].weekday):
        return True
    own = [time for cited in ground.cited for time in times_in(cited.paragraph.text, cited.article.description.day)]
    story = [] if others else [time for cited in ground.cited for time in times_around(cited)]
    return any(_has(found, each) for each in [*own, *story])


def _has(found: re.Match[str], time: Time) -> bool:
    if found["weekday"]:
        years = (-12, 0, 12) if time.yearless and not time.sure else (0,)
        days = [months_on(time, each)[0].weekday() for each in years]
        return time.length == 1 and weekday_number(found["weekday"]) in days
    return time.first.month <= month_number(found["month"]) <= time.last.month and time.first.year == time.last.year


def _problem(found: re.Match[str], others: list[re.Match[str]], ground: Ground) -> Problem:
    names = list(dict.fromkeys(each[0] for each in others))
    return f"“{found[0]}” is not in {cited_words(ground)}{instead(names[0] if len(names) == 1 else None)}"
