"""The days meant by words that a quote leaves open: "Tuesday", "last week", "May 7"."""

from __future__ import annotations

from datetime import date

from assistant.domain import Kind, Quote, ResolvedDate
from assistant.quotations import quotations
from assistant.when import TimeWords, time_words

# A full date that lies further from the day of publication tells of another time; what follows it may, too.
_SAME_TIME = 31
_KINDS = (Kind.BODY, Kind.CAPTION)


def resolved_dates(quote: Quote) -> tuple[ResolvedDate, ...]:
    """Resolved against the day of publication, where that is known and one reading stands out.

    Nothing within quotation marks: it was said on another day. Nothing after a date of another time, nor in a teaser:
    it tells of a story of another day.
    """
    day = None if quote.description.published_guessed else quote.description.day
    if day is None or quote.paragraph.kind not in _KINDS or quote.description.language not in (None, "en"):
        return ()
    text = quote.paragraph.text
    found = time_words(text, day)
    return tuple(
        ResolvedDate(
            each.start - quote.start, each.end - quote.start, each.first, each.last if each.last > each.first else None
        )
        for at, each in enumerate(found)
        if quote.start <= each.start and each.end <= quote.end
        if each.relative and each.sure and not _is_quoted(text, each) and not _elsewhere(found[:at], day)
    )


def _is_quoted(text: str, words: TimeWords) -> bool:
    return any(start < words.start < end for start, end in quotations(text))


def _elsewhere(before: list[TimeWords], day: date) -> bool:
    """Whether the words before have gone to another time."""
    return any(not each.relative and _distance(each, day) > _SAME_TIME for each in before)


def _distance(words: TimeWords, day: date) -> int:
    if words.first <= day <= words.last:
        return 0
    return min(abs((words.first - day).days), abs((words.last - day).days))
