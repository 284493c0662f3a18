"""Names of months and weekdays in a sentence that nothing in what it cites accounts for."""

from __future__ import annotations

import re

from assistant.dates.patterns import MONTH_NAME, WEEKDAY, month_number, weekday_number
from assistant.support.ground import Ground, Problem
from assistant.support.saying import cited_words, instead
from assistant.support.times import Time, times_around, times_in

_NAMED = re.compile(
    rf"(?<![\w-])(?:(?P<month>{MONTH_NAME})|(?P<weekday>{WEEKDAY})s?)(?![\w-])", re.IGNORECASE
)
# At the beginning of a sentence "May" and "March" are verbs or names as often.
_VERBS = ("may", "march", "august")


def strange_words(sentence: str, ground: Ground) -> list[Problem]:
    """A problem for each: "a Wednesday" of a text that has only Saturdays, "Fourth of October" of the Fourth of July."""
    names = [found for found in _NAMED.finditer(sentence) if _is_name(found)]
    if not names:
        return []
    there = [found for text in [*ground.texts, *ground.descriptions] for found in _NAMED.finditer(text)]
    said = {found[0].lower().rstrip("s") for found in there}
    return [
        _problem(found, there, ground)
        for found in names
        if found[0].lower().rstrip("s") not in said and not _is_accounted_for(found, sentence, ground)
    ]


def _is_name(found: re.Match[str]) -> bool:
    return found[0][0].isupper() and not (found.start() == 0 and found[0].lower() in _VERBS)


def _is_accounted_for(found: re.Match[str], sentence: str, ground: Ground) -> bool:
    """Whether it is the month or weekday of a time there, or stands in a time that is compared as such."""
    day = ground.cited[0].article.description.day
    read = [each for each in times_in(sentence, day) if each.start <= found.start() < each.end]
    times = [time for cited in ground.cited for time in times_around(cited)]
    return bool(read and (found["month"] or read[0].weekday)) or any(_has(found, each) for each in times)


def _has(found: re.Match[str], time: Time) -> bool:
    if found["weekday"]:
        return time.length == 1 and time.first.weekday() == weekday_number(found["weekday"])
    return time.first.month <= month_number(found["month"]) <= time.last.month and time.first.year == time.last.year


def _problem(found: re.Match[str], there: list[re.Match[str]], ground: Ground) -> Problem:
    others = list(dict.fromkeys(each[0] for each in there if each.lastgroup == found.lastgroup))
    return f"“{found[0]}” is not in {cited_words(ground)}{instead(others[0] if len(others) == 1 else None)}"
