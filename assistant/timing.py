"""What the times in a question say about the articles: when they were published, or when what they tell happened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.when import Bound, TimeWords

_PIECE = r"(?:articles?|reports?|stor(?:y|ies)|pieces?|coverage|columns?|news|headlines?|posts?|reporting)"
_TELLING = r"(?:published|posted|printed|written|reported|wrote|write|report|said|say|claimed|claim|described|describe)"
_PUBLISHED = re.compile(rf"\b(?:{_TELLING}|dated)(?:\s+\w+)?\s*[(\"'“‘]?$|\b{_PIECE}\s+[(\"'“‘]?$", re.IGNORECASE)
_ITS_PIECE = re.compile(rf"^(?:['’]s?)?\s+(?:\w+\s+)?{_PIECE}\b", re.IGNORECASE)
_WHAT_IS_TOLD = re.compile(
    rf"\bwhat\s+(?:did|does|do|has|have|had|was|were|is)\b[^?.;]*\b{_TELLING}\b[^?.;]*$", re.IGNORECASE
)
# "the first time since 1999" tells of a record, not of when.
_RECORD = re.compile(r"\b(?:time|first|last|only|record|most|least|\w{3,}est)\b[^,;?.]*$", re.IGNORECASE)
_THE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_OF = re.compile(r"\b(?:of|for|from)\s+$", re.IGNORECASE)
_LOOSE = re.compile(r"\b(?:this|past|recent)\b|\btoday\b", re.IGNORECASE)

# A century says nothing of when it was told.
_TOO_LONG = timedelta(days=366)

# What happened is told on the day and in those after it.
_TOLD_WITHIN = timedelta(days=14)
# "This week" said on a Thursday is often the last seven days: of 77 news questions that say it, 62 are told of in
# articles since Monday, 72 in those of the week before the day of asking.
_WEEK = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Timing:
    """The days of publication that a time in the question points to (none: open), and its span.

    limits: nothing that appeared on other days can be meant, or can tell of it.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    limits: bool = False


def timings_in(question: str, times: Sequence[TimeWords], day: date | None) -> Iterator[Timing]:
    """What each time says of the articles; those that say nothing of them are left out."""
    for time in times:
        before, after = question[: time.lead], question[time.end :]
        told_then = _PUBLISHED.search(before) or _ITS_PIECE.search(after) or _WHAT_IS_TOLD.search(before)
        if told_then and not _is_a_record(before, time):
            yield Timing(_beginning(question, time), time.end, _loosely(question, time, day), time.latest, limits=True)
        elif found := _happened(question, time, day):
            yield found


def _happened(question: str, time: TimeWords, day: date | None) -> Timing | None:
    """Where an event's date points: to what appeared then or soon after, never to what appeared before."""
    first = _loosely(question, time, day)
    if first is None or _names(question, time) or _is_a_record(question[: time.lead], time) or (day and first > day):
        return None
    sound = time.bound is Bound.SINCE or (time.relative and not time.yearless)
    if not sound and (not time.sure or time.last - time.first > _TOO_LONG):
        return None
    recent = time.relative and day is not None and time.last >= day - _TOLD_WITHIN
    last = None if recent or time.latest is None else _later(time.latest, _TOLD_WITHIN)
    return Timing(_beginning(question, time), time.end, first, last, limits=sound)


def _names(question: str, time: TimeWords) -> bool:
    """Whether it is part of a name, or says which: "the 2023 Book Fair", "the best film of 2023"."""
    before = question[: time.start]
    in_a_name = time.lead == time.start or _THE.search(before) or _OF.search(before)
    return bool(in_a_name) and not time.relative


def _is_a_record(before: str, time: TimeWords) -> bool:
    return time.bound is Bound.SINCE and bool(_RECORD.search(before))


def _beginning(question: str, time: TimeWords) -> int:
    """With its preposition, unless that is another word's: "in Monday's vote"."""
    return time.start if question.startswith(("'s", "’s"), time.end) else time.lead


def _loosely(question: str, time: TimeWords, day: date | None) -> date | None:
    """The first day; of a time that runs up to the day of asking a week is meant at least."""
    first = time.earliest
    if first and day and first <= day <= time.last and _LOOSE.search(question[time.lead : time.end]):
        return min(first, day - _WEEK)
    return first


def _later(day: date, by: timedelta) -> date:
    return date.max if date.max - day < by else day + by
