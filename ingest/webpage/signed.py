"""What the lines around a story state: who wrote it and when, as readers see it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain import Basis
from ingest.dates import Dated
from ingest.marks import Mark
from ingest.statements import Statements
from ingest.webpage.article import Laid


def seen_statements(laid: Laid) -> Statements:
    """The names under the headline, else those below the story; the date under the headline; whose page it is."""
    return Statements(
        Basis.TEXT,
        outlet=next((mark.value for mark in laid.foot if mark.field == "copyright"), None),
        authors=_names(laid.head) or _names(laid.foot),
        published=_date(laid.head),
        updated=next((one for mark in laid.head for one in mark.updates), None),
    )


def _names(marks: Sequence[Mark]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for mark in marks for name in mark.names))


def _date(marks: Sequence[Mark]) -> Dated | None:
    """A date that says what it is of before others."""
    ranked = sorted((mark for mark in marks if mark.dates), key=lambda mark: not mark.labelled)
    return ranked[0].dates[0] if ranked else None
