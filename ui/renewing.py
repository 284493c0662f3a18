"""A library made anew from its stored text, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from assistant.errors import LibraryUnusable

if TYPE_CHECKING:
    from assistant.settings import Settings

PREFIX = "footnote: "


def renew(settings: Settings) -> int:
    """Wait until it is done, and say for how many articles; raises LibraryUnusable with what the command said.

    Not in this process: the page goes on trying to open the library meanwhile, and a Chroma folder belongs to one
    process at a time.
    """
    command = [sys.executable, "-m", "ui.commands", "ingest", "--rebuild", "--json", "--home", str(settings.home)]
    environment = os.environ | {"PYTHONUTF8": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)  # noqa: S603  our own
    if done.returncode:
        raise LibraryUnusable(why(done.stderr))
    articles: int = json.loads(done.stdout)["articles"]
    return articles


def why(said: str) -> str:
    """The last thing that the command said."""
    lines = said.strip().splitlines()
    return (
        lines[-1].removeprefix(PREFIX) if lines else "the library could not be made anew; the program's log says more"
    )
