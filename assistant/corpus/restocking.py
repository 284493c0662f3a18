"""An empty folder filled with a library that is known from elsewhere."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from assistant.corpus.batches import batches
from assistant.corpus.chroma import WRITE, Chroma, Row
from assistant.corpus.client import complete
from assistant.corpus.folder import Folder, make_home
from assistant.corpus.memory import give_back, keep_little
from assistant.corpus.opening import open_to_write
from assistant.corpus.records import Entry, Metadata
from assistant.corpus.rows import article_rows, passage_rows, vectors_for
from assistant.corpus.snapshot import Record
from assistant.corpus.stamp import Stamp
from assistant.corpus.vectors import Vector
from assistant.corpus.whole import write_whole
from assistant.embeddings.encoder import Encoder
from assistant.errors import Misuse

_LOCKS = (".lock", ".holder")


@contextmanager
def restocking(home: Path, encoder: Encoder, passages_version: int) -> Iterator[Restocker]:
    """Be the one who fills this folder, which is made if it is not there; until the end, all others refuse it.

    Raises Misuse where there is something in it, unless that is what a restore left that did not come to its end.
    """
    keep_little()
    require_empty(home)
    make_home(home)
    folder = Folder(home)
    with folder.ingesting(patience=0):
        require_empty(home)
        write_whole(folder.restoring, "")
        _clear(folder)
        restocker = Restocker(folder, encoder, Stamp(encoder.name, encoder.dimension, passages_version))
        try:
            yield restocker
            restocker.finish()
        finally:
            restocker.close()
        folder.restoring.unlink()


def require_empty(home: Path) -> None:
    """Raise Misuse unless this is a folder to put a library in."""
    if home.exists() and not home.is_dir():
        raise Misuse(f"{home} is a file; name a new folder with --home")
    folder = Folder(home)
    if not folder.restoring.exists() and any(_contents(home)):
        raise Misuse(
            f"{home} is not empty; a backup is restored into a new folder or an empty one: name it with --home"
        )


class Restocker:
    """Puts articles in as they were, with the vectors that were kept of them; nothing is in any index until the end."""

    def __init__(self, folder: Folder, encoder: Encoder, stamp: Stamp) -> None:
        self._folder, self._encoder, self._stamp = folder, encoder, stamp
        with folder.locked():
            complete(folder.chroma, stamp)
            self._chroma: Chroma | None = Chroma.without_index(folder.chroma)
        self._vectors = folder.vectors()

    @property
    def home(self) -> Path:
        return self._folder.home

    def put_vectors(self, vectors: Mapping[str, Vector]) -> None:
        """Keep these vectors of the encoder's, by the digest of their text."""
        self._vectors.put(self._encoder.name, vectors)

    def put_past(self, records: Iterable[Record], *, undoable: bool) -> None:
        """Keep what is past. undoable: whether some of it was taken out and can be put back."""
        if undoable:
            self._folder.undoable.touch()
        for some in batches(list(records), WRITE):
            with self._folder.locked():
                self._open.put_by(some)

    def put(self, entries: Sequence[Entry], links: Mapping[str, Metadata]) -> int:
        """Put these articles in, with what their records said of their copies; returns how many texts were encoded."""
        encoded, vectors = vectors_for(entries, self._vectors, self._encoder)
        with self._folder.locked():
            passages = [row for entry in entries for row in passage_rows(entry)]
            self._open.upsert(self._open.passages, passages, vectors)
            self._open.upsert(self._open.articles, _linked(article_rows(entries), links), vectors)
        give_back()
        return encoded

    def count_passages(self) -> int:
        return self._open.passages.count()

    def put_notes(self, verdicts: bytes | None, repetitions: bytes | None) -> None:
        """Put back what was noted of articles compared, and of the lines that outlets repeat."""
        for path, data in ((self._folder.verdicts, verdicts), (self._folder.repetitions, repetitions)):
            if data is not None:
                write_whole(path, data.decode("utf-8", "replace"))

    def put_lexical(self, files: Iterable[tuple[str, bytes]], generation: int) -> None:
        """Put back the lexical index of these very passages; it is made anew where it turns out not to be."""
        self._folder.lexical.mkdir()
        for name, data in files:
            (self._folder.lexical / name).write_bytes(data)
        self._folder.generation.finish(generation)

    def finish(self) -> None:
        """Open it as its next writer will, which makes what is derived from it."""
        self.close()
        if not self._folder.generation.read():
            with self._folder.changing():
                pass
        opened = open_to_write(self._folder, self._stamp)
        opened.chroma.close()

    def close(self) -> None:
        self._vectors.close()
        if self._chroma is not None:
            self._chroma.close()
            self._chroma = None

    @property
    def _open(self) -> Chroma:
        assert self._chroma is not None
        return self._chroma


def _linked(rows: Iterable[Row], links: Mapping[str, Metadata]) -> list[Row]:
    return [replace(row, metadata=row.metadata | links.get(row.id, {})) for row in rows]


def _contents(home: Path) -> Iterator[Path]:
    """What is in the folder, but for the locks that other commands leave there."""
    if home.is_dir():
        yield from (each for each in home.iterdir() if each.suffix not in _LOCKS)


def _clear(folder: Folder) -> None:
    """Take away what a restore left that was cut short."""
    for each in _contents(folder.home):
        if each.is_dir() and not each.is_symlink():
            shutil.rmtree(each)
        elif each != folder.restoring:
            each.unlink()
