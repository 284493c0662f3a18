"""How things are said in the terminal: results to standard output, all else to standard error."""

from __future__ import annotations

import json
import re
import shutil
import textwrap

import typer

from assistant.domain import Description, Kind, Moment, Paragraph, day_words
from assistant.settings import Settings
from assistant.wording import UNPRINTABLE, printable

_WIDEST = 100


def say(message: str) -> None:
    """Tell something that is not the result, on one line."""
    typer.echo(f"footnote: {printable(message)}", err=True)


def print_text(text: str) -> None:
    """Print a result for reading; no name or title in it moves the cursor."""
    typer.echo("\n".join(printable(line) for line in text.split("\n")))


def print_json(result: object) -> None:
    """Print a result for programs; what would move the cursor stands in it as an escape."""
    typer.echo(UNPRINTABLE.sub(_escaped, json.dumps(result, ensure_ascii=False)))


def _escaped(found: re.Match[str]) -> str:
    return "".join(f"\\u{ord(character):04x}" for character in found[0])


def say_home(settings: Settings) -> None:
    """Tell which library was opened."""
    say(f"library {settings.home.resolve()}")


def wrapped(text: str, indent: str = "") -> str:
    """The text at the terminal's width, line breaks kept."""
    width = min(_WIDEST, shutil.get_terminal_size().columns)
    return "\n".join(
        textwrap.fill(
            line, width, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
        )
        for line in text.splitlines()
    )


def day_text(moment: Moment | None) -> str:
    """ "8 May 2024", or that there is none."""
    return day_words(moment) if moment else "undated"


def credit(description: Description, paragraph: Paragraph) -> str:
    """Where a paragraph stands: title, outlet, date, number."""
    guessed = ", a guess" if description.published_guessed else ""
    where = "description" if paragraph.kind is Kind.DESCRIPTION else f"paragraph {paragraph.number}"
    if paragraph.kind in (Kind.CAPTION, Kind.TEASER):
        where += f" ({paragraph.kind})"
    parts = [f"“{description.title}”", description.outlet, day_text(description.published) + guessed, where]
    return ", ".join(part for part in parts if part)
