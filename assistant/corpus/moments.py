"""Days and moments as they are written down, with the precision that is known."""

from __future__ import annotations

from datetime import date, datetime

from assistant.domain import Moment


def moment_text(moment: Moment) -> str:
    """ISO 8601, to the minute unless seconds are known."""
    if isinstance(moment, datetime):
        return moment.isoformat(timespec="seconds" if moment.second else "minutes")
    return moment.isoformat()


def moment_from(text: str) -> Moment:
    """The day or date-time that `moment_text` wrote."""
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
