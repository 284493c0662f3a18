"""Walk a folder: its files in the order of their names, each once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ingest.draft import Rejected
from ingest.reasons import why

_NOT_ARTICLES = ("readme", "license", "licence")


def files_in(folder: Path) -> Iterator[Path | Rejected]:
    """The files of a folder and of those in it; links are followed, a folder is entered once.

    Hidden files, and those about the folder (README, LICENSE), are passed over.
    """
    entered: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            if not path.is_dir():
                yield path
                continue
            status = path.stat()
            if (status.st_dev, status.st_ino) not in entered:
                entered.add((status.st_dev, status.st_ino))
                waiting += sorted((entry for entry in path.iterdir() if is_offered(entry.name)), reverse=True)
        except OSError as error:
            yield Rejected(path.relative_to(folder).as_posix(), why(error), str(path.absolute()))


def is_offered(name: str) -> bool:
    """Whether a file or folder of this name is one that holds articles, not one about them."""
    return not name.lower().startswith((".", *_NOT_ARTICLES))
