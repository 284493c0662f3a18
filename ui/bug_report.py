"""What to send along with a report of a bug."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assistant.settings import EXTRACTIVE
from ui.answerers import asked_of
from ui.jobs import Failed
from ui.reaching import asked
from ui.status_text import status_text

if TYPE_CHECKING:
    from ui.status import Status


def bug_report(now: Status) -> str:
    """The status and who answers in this visit, with no key, no article's words and nobody's name in a path."""
    text = "\n".join([status_text(now), *_answerer(now)])
    return text.replace(str(Path.home()), "~")


def _answerer(now: Status) -> list[str]:
    model = asked_of()
    if model == EXTRACTIVE:
        return []
    found = asked(now.settings, model).look()
    known = found.answerer if found and not isinstance(found, Failed) else None
    key = (known.trouble or f"key: {known.key}") if known else "key: not known yet"
    return [f"{'visit':<10}{model}; {key}"]
