"""What several commands are told: options as they are written, and what they mean."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.errors import Misuse
from assistant.settings import Settings, read_settings

if TYPE_CHECKING:
    from assistant.domain import Filters

Home = Annotated[
    Path | None,
    typer.Option("--home", metavar="DIR", help="The library's folder (default: FOOTNOTE_HOME, else ./library)."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
After = Annotated[str | None, typer.Option(metavar="DATE", help="Only what was published on this day or later.")]
Before = Annotated[str | None, typer.Option(metavar="DATE", help="Only what was published on this day or earlier.")]
Outlets = Annotated[list[str] | None, typer.Option("--outlet", metavar="NAME", help="Only this outlet; repeatable.")]
Authors = Annotated[list[str] | None, typer.Option("--author", metavar="NAME", help="Only by them; repeatable.")]
ArticleIds = Annotated[
    list[str] | None,
    typer.Option("--article", metavar="ID", help="Only this article (`articles list` names it); repeatable."),
]
Asked = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="The day of asking: what was published shortly before it is preferred, and “last week” is read by it.",
    ),
]
Batch = Annotated[Path | None, typer.Option(metavar="IN.jsonl", help="Answer each line's question.")]
Out = Annotated[Path | None, typer.Option(metavar="OUT.jsonl", help="Where a batch's results go.")]


def settings_of(home: Path | None) -> Settings:
    """The settings of the library in this folder, or in the one that the environment names."""
    return read_settings().at(home)


def filters_of(
    after: str | None,
    before: str | None,
    outlets: list[str] | None,
    authors: list[str] | None,
    article_ids: list[str] | None,
) -> Filters:
    """What the options limit a search to. Raises Misuse where no day can fit."""
    from assistant.domain import Filters

    first, last = day_of(after, "--after"), day_of(before, "--before")
    filters = Filters(first, last, tuple(outlets or ()), tuple(authors or ()), tuple(article_ids or ()))
    if filters.after and filters.before and filters.after > filters.before:
        raise Misuse(f"no day is both after {filters.after} and before {filters.before}; swap the two")
    return filters


def day_of(text: str | None, option: str) -> date | None:
    """The day that this option gives. Raises Misuse where it is none."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise Misuse(f"{option} {text}: write the day as 2024-05-08") from error


def required(words: str | None, what: str) -> str:
    """The words given. Raises Misuse where there are none."""
    if not words or not words.strip():
        raise Misuse(f"{what} is missing; see --help for an example")
    return words.encode(errors="replace").decode()  # bytes of a terminal that is not UTF-8


def both_files(batch: Path | None, out: Path | None, words: str | None) -> tuple[Path, Path]:
    """The two files of a batch. Raises Misuse unless both are named, and nothing is asked beside them."""
    if batch is None or out is None or words:
        raise Misuse("--batch IN.jsonl goes with --out OUT.jsonl, and with no question beside them")
    return batch, out
