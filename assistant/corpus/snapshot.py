"""The library as it is at one moment, to be read while others go on writing."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from assistant.corpus.chroma import Chroma
from assistant.corpus.folder import Folder
from assistant.corpus.records import Metadata
from assistant.corpus.stamp import Stamp
from assistant.corpus.succession import swap
from assistant.errors import LibraryDamaged, LibraryUnusable
from assistant.lexical import is_lexical

Record = tuple[str, str, Metadata]
"""An id, a document and metadata, as Chroma keeps them."""

Kept = tuple[bytes, bytes]
"""The digest of a text as it is written down, and its vector as bytes."""

_CHROMA, _FILE = "chroma", "chroma.sqlite3"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """undoable: whether something was taken out that can be put back. verdicts, repetitions: files as they were.

    lexical: the files of the lexical index, none where it is not of this generation.
    """

    stamp: Stamp
    generation: int
    lexical: Sequence[Path]
    undoable: bool
    verdicts: bytes | None
    repetitions: bytes | None
    _chroma: Chroma
    _vectors: sqlite3.Connection | None

    def articles(self) -> Iterator[Record]:
        """Every article's record, in the order in which they came."""
        return _records(self._chroma, "articles")

    def past(self) -> Iterator[Record]:
        """What is kept of the past."""
        return _records(self._chroma, "past")

    def count_articles(self) -> int:
        return self._chroma.articles.count()

    def vectors(self) -> Iterator[Kept]:
        """The vectors of the library's encoder. Raises LibraryDamaged where they cannot be read."""
        if self._vectors is None:
            return
        asked = "SELECT digest, vector FROM vectors WHERE encoder = ?"
        try:
            for digest, vector in self._vectors.execute(asked, (self.stamp.encoder,)):
                yield str(digest).encode(), bytes(vector)
        except sqlite3.Error as error:
            raise LibraryDamaged(
                f"the library's vectors.db cannot be read ({error}); delete it, run `footnote ingest --rebuild`, "
                "which makes its vectors again, then back up again"
            ) from error


@contextmanager
def snapshot(home: Path, scratch: Path) -> Iterator[Snapshot]:
    """Hold on to the library as it is now; scratch: an empty folder with room for Chroma's records.

    Writers wait only while the records are copied: a second for 60,000 passages. Of the vectors, SQLite keeps what they
    were, for a vector is written before the article that needs it. Raises LibraryMissing, LibraryUnusable.
    """
    folder = Folder(home)
    folder.require_there()
    with ExitStack() as held:
        with folder.locked():
            swap(folder.chroma, folder.swapping)
            (scratch / _CHROMA).mkdir()
            copy_database(folder.chroma / _FILE, scratch / _CHROMA / _FILE)
            vectors = _pinned(folder.home / "vectors.db", held)
            undoable, generation = folder.undoable.exists(), folder.generation.read()
            lexical = [] if generation % 2 else _copied(folder.lexical, scratch / "lexical")
            verdicts, repetitions = _bytes_of(folder.verdicts), _bytes_of(folder.repetitions)
        # The index files stay behind, whatever state they are in: the records are all that is read.
        chroma = Chroma.without_index(scratch / _CHROMA)
        held.callback(chroma.close)
        yield Snapshot(chroma.stamp, generation, lexical, undoable, verdicts, repetitions, chroma, vectors)


def copy_database(source: Path, target: Path) -> None:
    """Copy an SQLite database that others may be writing to. Raises LibraryUnusable, which names the one to blame."""
    try:
        with closing(sqlite3.connect(source, timeout=60)) as old, closing(sqlite3.connect(target)) as new:
            new.execute("PRAGMA synchronous=OFF")  # whoever is killed here begins anew
            old.backup(new)
            new.execute("PRAGMA journal_mode=DELETE")  # one file, which may be read only
    except sqlite3.Error as error:
        raise LibraryUnusable(
            f"{source} cannot be copied to {target.parent} ({error}); make room on that disk, then run the same again"
        ) from error


def _copied(folder: Path, target: Path) -> Sequence[Path]:
    """Copies of the files of an index that its last writer saw whole."""
    if not (folder / "state.json").exists():
        return []
    target.mkdir()
    return [
        Path(shutil.copyfile(each, target / each.name)) for each in sorted(folder.iterdir()) if is_lexical(each.name)
    ]


def _pinned(path: Path, held: ExitStack) -> sqlite3.Connection | None:
    """A connection that goes on seeing what the database holds now, for it is written ahead."""
    if not path.exists():
        return None
    connection = held.enter_context(closing(sqlite3.connect(path, timeout=60, isolation_level=None)))
    connection.execute("BEGIN")
    connection.execute("SELECT 1 FROM vectors LIMIT 1").fetchone()
    return connection


def _bytes_of(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _records(chroma: Chroma, name: str) -> Iterator[Record]:
    collection = getattr(chroma, name)
    if collection is not None:
        for page in chroma.pages(collection, ["documents", "metadatas"]):
            yield from zip(page["ids"], page["documents"], cast("list[Metadata]", page["metadatas"]), strict=True)
