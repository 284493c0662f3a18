"""The cues understood in a question, as short labels: what the reply was limited to, and what it preferred."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.domain import CueKind, Order, day_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from assistant.domain import Cue, Filters

_YEAR = re.compile(r"\b\d{4}\b")


def chips(filters: Filters) -> Iterator[dict[str, str]]:
    """Each cue with its words, by which it is taken back, and its label."""
    for cue in filters.cues:
        yield {"words": cue.words, "label": label(cue, filters)}


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
