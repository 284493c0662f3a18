"""How a question was understood, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from assistant.domain import Cue, CueKind, Filters, Inquiry, Order, day_words
from assistant.wording import counted, listed, not_rewritten

_YEAR = re.compile(r"\b\d{4}\b")


def remarks(inquiry: Inquiry) -> Iterator[str]:
    """How the question was understood, where that is not just what was asked."""
    if inquiry.standalone_question.strip() != inquiry.question.strip():
        yield f"Understood as: {inquiry.standalone_question}"
    if without_model := not_rewritten(inquiry):
        yield without_model
    yield from limits(inquiry.filters)
    yield from left_out(inquiry.filters)


def limits(filters: Filters) -> Iterator[str]:
    """What the asker limited it to; what was found in the question is said by labels."""
    given = filters.given
    within = [
        f"published after {day_words(given.after)}" if given.after else "",
        f"published before {day_words(given.before)}" if given.before else "",
        f"from {listed(given.outlets)}" if given.outlets else "",
        f"by {listed(given.authors)}" if given.authors else "",
        f"among {len(given.articles):,} that were chosen" if given.articles else "",
    ]
    if any(within):
        yield f"Only articles {', '.join(filter(None, within))}."


def left_out(filters: Filters) -> Iterator[str]:
    """Where limits were given up, and what they left out for having no date."""
    if filters.relaxed:
        yield "What the question names did not answer it, so other articles were read too."
    if filters.undated_left_out:
        were = "was" if filters.undated_left_out == 1 else "were"
        yield f"{counted(filters.undated_left_out, 'article')} without a date {were} left out."


def label(cue: Cue, filters: Filters) -> str:
    """ "Only from The Gazette", "In March 2024 first", "Newest first"."""
    if cue.kind is CueKind.ORDER:
        return "Newest first" if filters.order is Order.LATEST else "Oldest first"
    said = {
        CueKind.OUTLET: f"from {cue.words}",
        CueKind.AUTHOR: f"by {cue.words}",
        CueKind.DATES: cue.words + _days(cue, filters),
        CueKind.UNDATED: "without a date",
    }[cue.kind]
    return f"Only {said}" if cue.limits else f"{said[:1].upper()}{said[1:]} first"


def _days(cue: Cue, filters: Filters) -> str:
    """The days that the only words for a time were understood as, where they leave the year open."""
    if _YEAR.search(cue.words) or sum(each.kind is CueKind.DATES for each in filters.cues) > 1:
        return ""
    limits = (filters.after, filters.before)
    days = days_between(*(limits if cue.limits else (filters.preferred_after, filters.preferred_before)))
    return f" ({days})" if days else ""


def days_between(first: date | None, last: date | None) -> str:
    """ "since 1 March 2024", "until 5 May 2024", "1 March 2024 to 5 May 2024"."""
    if first and last:
        return day_words(first) if first == last else f"{day_words(first)} to {day_words(last)}"
    if first:
        return f"since {day_words(first)}"
    return f"until {day_words(last)}" if last else ""
