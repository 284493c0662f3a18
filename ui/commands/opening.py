"""`footnote status` and `footnote chat`: the library at a glance, or its page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.options import Home, Json, settings_of

app = typer.Typer()


@app.command(epilog="Example: footnote status --json")
def status(*, as_json: Json = False, home: Home = None) -> None:
    """Say what is in the library and what it is used with."""
    from ui.status_command import show_status

    show_status(settings_of(home), as_json=as_json)


@app.command(epilog="Example: footnote chat --port 8600")
def chat(
    *,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Where the page listens on this machine.")] = 8501,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
    samples: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="A folder whose articles are read when the library is empty, or new there."),
    ] = None,
    home: Home = None,
) -> None:
    """Open the chat page."""
    from ui.serve import serve

    serve(settings_of(home), port, samples, open_browser=browser)
