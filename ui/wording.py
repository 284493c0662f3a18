"""How things are said where Markdown cannot be avoided, how long something takes, and what stands under a headline."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from assistant.wording import UNPRINTABLE, counted, listed, outlet, said_date, sentence

if TYPE_CHECKING:
    from assistant.domain import Description

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~$:@&^=\"'])")
_MINUTE = 60  # seconds
_TOO_MANY = 100  # minutes, to be said as such


def plain(text: str) -> str:
    """The text for a place where Markdown cannot be avoided: on one line, every mark of it disarmed."""
    return _MARKDOWN.sub(r"\\\1", UNPRINTABLE.sub(" ", text))


def said(message: str) -> str:
    """One of our own messages, as Markdown: a sentence, with only what stands in backticks set off."""
    parts = sentence(message).split("`")
    if len(parts) % 2 == 0:
        return plain(sentence(message))
    return "".join(f"`{part}`" if at % 2 and part.strip() else plain(part) for at, part in enumerate(parts))


def span(seconds: float) -> str:
    """A length of time as one says it of what is left."""
    if seconds < _MINUTE:
        return counted(max(1, round(seconds)), "second")
    minutes = round(seconds / _MINUTE)
    return counted(minutes, "minute") if minutes < _TOO_MANY else counted(round(minutes / _MINUTE), "hour")


def byline(description: Description) -> list[str]:
    """What stands under a headline: outlet, date (with its hour where known), authors."""
    published = description.published
    hour = f", {published:%H:%M}" if isinstance(published, datetime) else ""
    when = f"{said_date(description)}{hour}"
    return [
        outlet(description),
        when,
        *([f"by {listed(description.authors)}"] if description.authors else []),
    ]
