"""Whether every date and time of day of a sentence is in what it cites, told of the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from assistant.domain import Kind
from assistant.support.around import around
from assistant.support.clock import Clock, clocks_in
from assistant.support.ground import Ground, Problem
from assistant.support.marks import unmarked
from assistant.support.swapped import Told, nearest, rival_of
from assistant.support.times import Time, shifted, times_in, times_within
from assistant.support.verdict import Cited

# What an outlet says on the day it says it.
_REPORTS = re.compile(
    r"\b(?:report\w*|publish\w*|wrote|writes|written|article|story|accord\w*|dated|edition|said|says|told|quoted)\b",
    re.IGNORECASE,
)


def days(sentence: str, ground: Ground) -> list[Problem]:
    """A problem for each date or time of day that no paragraph cited bears out, or that one tells of something else."""
    said = unmarked(sentence)
    return [*_days(said, ground), *_clocks(said, ground)]


@dataclass(frozen=True, slots=True)
class _There:
    """What the paragraphs cited say of time; also: shorter and derived times, which are no rivals of any."""

    told: Sequence[Told[Time]]
    also: Sequence[Time]
    around: Sequence[Time]
    published: Sequence[date]


def _days(sentence: str, ground: Ground) -> list[Problem]:
    there = _there(ground)
    readings = [_told(sentence, day) for day in there.published or (None,)]
    return [
        problem
        for at in range(len(readings[0]))
        if (problem := _first_problem(sentence, at, readings, there, ground)) is not None
    ]


def _first_problem(
    sentence: str, at: int, readings: Sequence[Sequence[Told[Time]]], there: _There, ground: Ground
) -> Problem | None:
    """None where one of the days of publication makes it fit."""
    problems = [_problem(sentence, reading, at, there, ground) for reading in readings if at < len(reading)]
    return None if None in problems else problems[0]


def _there(ground: Ground) -> _There:
    told: list[Told[Time]] = []
    also: list[Time] = []
    context: list[Time] = []
    for cited in ground.cited:
        text, day = cited.paragraph.text, cited.article.description.day
        told += _told(text, day)
        every = [*times_within(text, day), *([_published(day)] if day else [])]
        also += [*every, *shifted(text, every)]
        context += _context(cited)
    published = list(dict.fromkeys(each.article.description.day for each in ground.cited if each.article.description.day))
    return _There(told, also, context, published)


def _published(day: date) -> Time:
    return Time(0, 0, day, day)


def _context(cited: Cited) -> list[Time]:
    """The times of the title and of the first paragraph, which set the day of a story."""
    description = cited.article.description
    lead = [each.text for each in cited.article.paragraphs if each.kind is Kind.BODY][:1]
    return [time for text in [description.title, *lead] for time in times_within(text, description.day)]


@lru_cache(maxsize=2048)
def _told(text: str, day: date | None) -> tuple[Told[Time], ...]:
    found = times_in(text, day)
    spans = [(each.start, each.end) for each in found]
    return tuple(Told(each, around(text, each.start, each.end, spans)) for each in found)


def _problem(
    sentence: str, said: Sequence[Told[Time]], at: int, there: _There, ground: Ground
) -> Problem | None:
    one, beside = said[at], [other for each, other in enumerate(said) if each != at]
    matching = [each for each in there.told if fits(one.thing, each.thing)]
    rivals = [
        each
        for each in there.told
        if each not in matching and each.thing.grain <= one.thing.grain
        if not any(fits(other.thing, each.thing) for other in beside)
    ]
    words = sentence[one.thing.start : one.thing.end]
    if matching:
        rival = rival_of(one, matching, rivals)
        return f"“{words}” is told of something else in {_cited(ground)}{_says(rival, ground)}" if rival else None
    same_grain = [each for each in rivals if each.thing.grain == one.thing.grain]
    if any(fits(one.thing, each) for each in there.also if not _is_published(each)):
        return None
    if _is_of_publication(sentence, one.thing, there, same_grain):
        return None
    if not same_grain and any(fits(one.thing, each) for each in there.around):
        return None
    return f"“{words}” is not what {_cited(ground)} says{_says(nearest(one, same_grain or rivals), ground)}"


def _is_published(time: Time) -> bool:
    return time.start == time.end


def _is_of_publication(sentence: str, said: Time, there: _There, rivals: Sequence[Told[Time]]) -> bool:
    """Whether it is the day of publication, told of reporting, or a month or year of it that nothing rivals."""
    holds = any(fits(said, _published(day)) for day in there.published)
    if not holds or rivals:
        return False
    return said.grain > 1 or bool(_REPORTS.search(sentence))


def fits(said: Time, told: Time) -> bool:
    """Whether a text's time is the sentence's, or lies in it: "in May" of 3 May."""
    if told.within(said) or _edge(said, told):
        return True
    if said.yearless or told.yearless or (said.weekday and told.weekday):
        return _same_in_another_year(said, told) and not (said.sure and told.sure)
    return False


def _edge(said: Time, told: Time) -> bool:
    """ "late March" and "at the end of March" are parts of one month, of about the same length."""
    overlap = min(said.last, told.last).toordinal() - max(said.first, told.first).toordinal() + 1
    return said.length > 1 and overlap > 0 and 2 * overlap >= max(said.length, told.length)


def _same_in_another_year(said: Time, told: Time) -> bool:
    if said.weekday or told.weekday:
        return said.length == told.length == 1 and said.first.weekday() == told.first.weekday()
    return (said.first.month, said.first.day, said.length) == (told.first.month, told.first.day, told.length)


def _cited(ground: Ground) -> str:
    return "the paragraph cited" if len(ground.cited) == 1 else "the paragraphs cited"


def _says(rival: Told[Time] | None, ground: Ground) -> str:
    if rival is None:
        return ""
    for each in ground.cited:
        text = each.paragraph.text
        if any(other is rival for other in _told(text, each.article.description.day)):
            return f" (it says “{text[rival.thing.start : rival.thing.end]}”)"
    return ""


def _clocks(sentence: str, ground: Ground) -> list[Problem]:
    told = [(text, clock) for text in ground.texts for clock in clocks_in(text)]
    return [
        _clock_problem(sentence, each, told, ground)
        for each in clocks_in(sentence)
        if not any(each.is_at(clock) for _, clock in told)
    ]


def _clock_problem(sentence: str, said: Clock, told: Sequence[tuple[str, Clock]], ground: Ground) -> Problem:
    words = sentence[said.start : said.end]
    says = f" (it says “{told[0][0][told[0][1].start : told[0][1].end]}”)" if len(told) == 1 else ""
    return f"“{words}” is not in {_cited(ground)}{says}"
