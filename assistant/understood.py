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


def limits(filters: Filters) -> Iterator[str]:
    within = [
        f"published after {day_words(filters.after)}" if filters.after else "",
        f"published before {day_words(filters.before)}" if filters.before else "",
        f"from {listed(filters.outlets)}" if filters.outlets else "",
        f"by {listed(filters.authors)}" if filters.authors else "",
        f"among {len(filters.articles):,} that were chosen" if filters.articles else "",
    ]
    if any(within) and not any(cue.limits for cue in filters.cues):
        relaxed = ". Nothing else was found, so others were read too" if filters.relaxed else ""
        yield f"Only articles {', '.join(filter(None, within))}{relaxed}."
    elif filters.relaxed:
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
    days = _span(*(limits if cue.limits else (filters.preferred_after, filters.preferred_before)))
    return f" ({days})" if days else ""


def _span(first: date | None, last: date | None) -> str:
    if first and last:
        return day_words(first) if first == last else f"{day_words(first)} to {day_words(last)}"
    if first:
        return f"since {day_words(first)}"
    return f"until {day_words(last)}" if last else ""
