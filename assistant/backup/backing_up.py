"""A library with its conversations written to one file, while others go on working with it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from filelock import FileLock, Timeout

from assistant.backup import manifest as parts
from assistant.backup.conversations import count_in, file_of
from assistant.backup.manifest import Counts, Manifest, manifest_of
from assistant.backup.packing import Packing
from assistant.backup.records import line_of, vector_pieces, vector_size
from assistant.corpus.snapshot import Snapshot, copy_database, snapshot
from assistant.errors import BackupUnusable, LibraryUnusable, Misuse

Progress = Callable[[int, int], None]
"""Told how many articles of how many are written."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What was written. conversations_left: the server on which conversations are, and stay, where they are on one."""

    file: Path
    size: int
    manifest: Manifest
    conversations_left: str | None


def back_up(
    home: Path,
    database_url: str | None,
    file: Path,
    *,
    overwrite: bool = False,
    on_progress: Progress = lambda _done, _of: None,
) -> BackedUp:
    """Write the library and its conversations to the file; whatever happens, it is as it was until it is whole.

    Archived are the articles as they are stored with what they were before, and the vectors, so that nothing need be
    encoded again. Chroma's records and index are made anew from these: they would double the size, and tie it to
    Chroma's version. The lexical index goes along, for it remembers what was taken out: made anew, it weighs words a
    little otherwise, and of 150 questions to 1,500 articles 11 had another order among the ten best paragraphs.
    Raises Misuse, LibraryUnusable, or BackupUnusable where the file cannot be written.
    """
    _require_place(file, overwrite=overwrite)
    conversations = file_of(home, database_url)
    with _told(file), _beside(file) as scratch:
        draft = scratch / "archive"
        # Before the articles: what a conversation cites was there before it was cited.
        count = _copied(conversations.file, scratch / parts.CONVERSATIONS)
        with snapshot(home, scratch) as taken:
            manifest = _pack(taken, draft, scratch / parts.CONVERSATIONS, count, on_progress)
        size = draft.stat().st_size
        _require_place(file, overwrite=overwrite)
        draft.replace(file)
    return BackedUp(file, size, manifest, conversations.elsewhere)


def _pack(taken: Snapshot, draft: Path, conversations: Path, count: int, on_progress: Progress) -> Manifest:
    packing = Packing(draft)
    try:
        of, dimension = taken.count_articles(), taken.stamp.dimension
        past = _Counted(taken.past())
        articles = _Counted(taken.articles(), lambda done: on_progress(done, of))
        packing.put(parts.ARTICLES, map(line_of, articles))
        packing.put(parts.PAST, map(line_of, past))
        packing.put(parts.VECTORS, vector_pieces(taken.vectors(), dimension), packed=False)
        for name, data in ((parts.COPIES, taken.verdicts), (parts.REPETITIONS, taken.repetitions)):
            if data is not None:
                packing.put(name, [data])
        for each in taken.lexical:
            packing.put_file(parts.LEXICAL + each.name, each)
        if conversations.exists():
            packing.put_file(parts.CONVERSATIONS, conversations)
        vectors = packing.members[parts.VECTORS].size // vector_size(dimension)
        counts = Counts(articles.count, past.count, vectors, count)
        manifest = manifest_of(taken, counts, packing.members)
        packing.end(manifest)
    except BaseException:
        packing.give_up()
        raise
    _settle(draft)
    return manifest


class _Counted(Iterable[Item]):
    """What passes by, counted."""

    def __init__(self, items: Iterable[Item], on_each: Callable[[int], None] = lambda _: None) -> None:
        self._items, self._on_each, self.count = items, on_each, 0

    def __iter__(self) -> Iterator[Item]:
        for each in self._items:
            self.count += 1
            self._on_each(self.count)
            yield each


def _copied(source: Path | None, target: Path) -> int:
    if source is None or not source.exists():
        return 0
    copy_database(source, target)
    return count_in(target)


def _settle(draft: Path) -> None:
    """Have it on the disk before it takes a name that promises it."""
    with draft.open("rb") as file:
        os.fsync(file.fileno())


def _require_place(file: Path, *, overwrite: bool) -> None:
    if file.is_dir():
        raise Misuse(f"{file} is a folder; name a file in it, such as {file / 'footnote.zip'}")
    if not file.absolute().parent.is_dir():
        raise Misuse(f"there is no folder {file.absolute().parent}; make it, or name another place for the backup")
    if file.exists() and not overwrite:
        raise Misuse(f"{file} is there already; name another file, or write over it with --force")


@contextmanager
def _beside(file: Path) -> Iterator[Path]:
    """A folder for what is not done yet; what a backup that was killed left in it goes first."""
    folder = file.absolute().with_name(f"{file.name}.unfinished")
    folder.mkdir(exist_ok=True)
    lock = FileLock(folder / ".lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise BackupUnusable(f"another backup is being written to {file}; wait until it has ended") from error
    try:
        scratch = folder / "parts"
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir()
        yield scratch
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        lock.release()


@contextmanager
def _told(file: Path) -> Iterator[None]:
    try:
        yield
    except LibraryUnusable:
        raise
    except OSError as error:
        raise BackupUnusable(
            f"{file} cannot be written ({error.strerror or error}); make room there, or name a file in a folder "
            "that you may write to. No backup was made"
        ) from error
