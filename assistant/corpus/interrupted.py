"""What a killed ingest or rebuild left to be done."""

from __future__ import annotations

from pathlib import Path

from assistant.corpus.folder import Folder

REBUILD = "A rebuild was cut short: run `footnote ingest --rebuild` again; until then the library is as it was before."
INGEST = "An ingest was cut short: the next one goes on where it ended, so run the same again; nothing is lost."


def interrupted(home: Path) -> str | None:
    """What was cut short, with what to do; None where nothing was. It holds only while nobody is writing."""
    folder = Folder(home)
    if folder.rebuilding.exists() or folder.swapping.exists():
        return REBUILD
    cut_short = folder.unswept.exists() or folder.generation.read() % 2 == 1
    return INGEST if cut_short else None
