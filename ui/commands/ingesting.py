"""`footnote ingest`: articles on their way into the library."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.errors import Misuse
from ui.commands.codes import INTERRUPTED, REJECTED
from ui.commands.options import Home, Json, settings_of

app = typer.Typer()


@app.command(epilog="Example: footnote ingest my-articles/ report.pdf dump.json.gz https://gazette.example/feed.xml")
def ingest(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE]...",
            help="Files, folders, .zip archives, addresses of articles, feeds and sitemaps;"
            " - reads JSON Lines from standard input.",
        ),
    ] = None,
    *,
    sync: Annotated[
        bool,
        typer.Option(
            help="Remove articles whose files have gone from the files and folders named; what left a feed stays."
        ),
    ] = False,
    rebuild: Annotated[bool, typer.Option(help="Make the library anew from its stored text; takes no source.")] = False,
    dry_run: Annotated[bool, typer.Option(help="Say what would be done; change nothing.")] = False,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Read articles into the library; what is there already costs nothing."""
    from ui.ingest_command import run_ingest

    if rebuild == bool(sources):
        raise Misuse("name files, folders or addresses to ingest, or use --rebuild without any")
    if rebuild and (sync or dry_run):
        raise Misuse("--rebuild goes with neither --sync nor --dry-run")
    settings = settings_of(home)
    report = run_ingest(settings, sources or [], sync=sync, rebuild=rebuild, dry_run=dry_run, as_json=as_json)
    if report.stopped:
        raise typer.Exit(INTERRUPTED)
    raise typer.Exit(REJECTED if report.rejected else 0)
