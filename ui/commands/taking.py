"""`footnote export`, `backup` and `restore`: what is taken out of a library, or put back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assistant.exports.formats import Format
from ui.commands.options import Home, Json, settings_of

app = typer.Typer()


@app.command(epilog="Example: footnote export 5f0c2b71a9e84d36 --format docx --out bridge.docx")
def export(
    conversation_id: Annotated[
        str, typer.Argument(metavar="CONVERSATION_ID", help="It stands in the page's address, behind `conversation=`.")
    ],
    *,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="The conversation as a document (markdown, html, docx) or as data (json); or the articles that it"
            " cites as references (bibtex, ris, csl). Default: by the name of --out, else markdown.",
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where it goes (default: standard output); a Word file needs one."),
    ] = None,
    home: Home = None,
) -> None:
    """Take a conversation along, every reference with its quote; or the articles that it cites."""
    from ui.export_command import export as export_one

    export_one(settings_of(home), conversation_id, form, out)


@app.command(epilog="Example: footnote backup ~/backups/newsroom.zip")
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The archive to write, such as newsroom.zip.")],
    *,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Write the library and its conversations to one file, also while others work with it."""
    from ui.backup_command import run_backup

    run_backup(settings_of(home), file, overwrite=force, as_json=as_json)


@app.command(epilog="Example: footnote restore ~/backups/newsroom.zip --home newsroom")
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `footnote backup` has written.")],
    *,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Put a library and its conversations back from a backup, into a new or empty folder."""
    from ui.restore_command import run_restore

    run_restore(settings_of(home), file, as_json=as_json)
