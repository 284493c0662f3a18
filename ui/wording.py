"""How things are said where Markdown cannot be avoided, how long something takes, and what stands under a headline."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from assistant.errors import ITS_WORDS
from assistant.wording import counted, listed, outlet, printable, said_date, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.domain import Description

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~$:@&^=\"'])")
_MEANT = re.compile(r"\\[:@]|(?<=www)\\\.|(?<=\\[-<>~])\\[->=]", re.IGNORECASE)
_APART = r":color[\g<0>]"  # without a colour, a span and nothing else
_SPACES = re.compile(" {2,}")  # four of them at the beginning would be a listing
_ICON = ":material/"  # Streamlit writes it otherwise wherever it stands
_THEIRS = re.compile(re.escape(ITS_WORDS) + r"(?:.*\)|.*)", re.DOTALL)
_MINUTE = 60  # seconds
_TOO_MANY = 100  # minutes, to be said as such


def plain(text: str) -> str:
    """The text for a place where Markdown cannot be avoided: on one line, every mark of it disarmed.

    Streamlit looks for addresses, icons and arrows in what was understood, where nothing is escaped any more. So their
    signs stand in a span of their own, and nothing is added to what is read and copied.
    """
    disarmed = _MARKDOWN.sub(r"\\\1", _SPACES.sub(" ", printable(text)))
    return _MEANT.sub(_APART, disarmed)


def said(message: str) -> str:
    """One of our own messages, as Markdown: a sentence, with only its commands set off."""
    told = printable(sentence(message))  # on one line: behind an empty one, a backtick would set nothing off
    return "".join(_set_off(words) if is_command else plain(words) for words, is_command in with_commands(told))


def with_commands(message: str) -> Iterator[tuple[str, bool]]:
    """The words of one of our own messages, each with whether it is a command, which stands in backticks.

    What others say is nothing to type, whatever stands in it.
    """
    theirs = _THEIRS.search(message)
    ours = message if theirs is None else message[: theirs.start()]
    parts = ours.split("`")
    if len(parts) % 2 == 0:
        parts = [ours]
    yield from ((part, at % 2 == 1) for at, part in enumerate(parts) if part)
    if theirs:
        yield theirs[0], False
        yield from with_commands(message[theirs.end() :])


def _set_off(part: str) -> str:
    return plain(f"`{part}`") if _ICON in part or not part.strip() else f"`{part}`"


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
