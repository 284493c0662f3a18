"""Chroma's vector index beside its records: whether it is whole, and setting it aside when it is not."""

from __future__ import annotations

import logging
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.corpus.hnsw import Unsound, indexed

log = logging.getLogger(__name__)

_PROBE = "from assistant.corpus.probing import probe; import sys; probe(sys.argv[1])"
_PROBE_PATIENCE = 600

_SEGMENTS = """
    SELECT vector.id, record.id, COALESCE(persisted.seq_id, 0)
    FROM collections
    JOIN segments vector ON vector.collection = collections.id AND vector.scope = 'VECTOR'
    JOIN segments record ON record.collection = collections.id AND record.scope = 'METADATA'
    LEFT JOIN max_seq_id persisted ON persisted.segment_id = vector.id
    WHERE collections.name IN (?, ?, ?)
"""
_PERSISTED = "SELECT embedding_id FROM embeddings WHERE segment_id = ? AND seq_id <= ?"
_LOST = """
    SELECT COUNT(*) FROM embeddings WHERE segment_id = ? AND seq_id > ?
    AND NOT EXISTS (SELECT 1 FROM embeddings_queue WHERE embeddings_queue.seq_id = embeddings.seq_id)
"""


@dataclass(frozen=True, slots=True)
class _Segment:
    """A collection's index: its folder, its records' segment, and up to where in the log it was persisted."""

    folder: Path
    records: str
    persisted: int


def segment_folders(chroma: Path) -> list[Path]:
    return [each for each in sorted(chroma.iterdir()) if each.is_dir()] if chroma.is_dir() else []


def look_whole(chroma: Path, names: tuple[str, str, str]) -> bool:
    """Whether the indexes of these collections can be read, and have a vector for each record.

    Chroma ends the process with SIGSEGV where their files are cut short, so this comes first. A second for
    100,000 passages where the index has changed since it was last looked at.
    """
    try:
        with closing(sqlite3.connect(chroma / "chroma.sqlite3", timeout=60)) as records:
            for segment in _segments(records, chroma, names):
                _look_at_log(records, segment)
                _look_at(segment, _signature(segment.folder))
    except (Unsound, sqlite3.Error) as error:
        log.warning("%s", error)
        return False
    return True


def _segments(records: sqlite3.Connection, chroma: Path, names: tuple[str, str, str]) -> Iterator[_Segment]:
    for vector, record, persisted in records.execute(_SEGMENTS, names).fetchall():
        yield _Segment(chroma / vector, record, persisted)


def _look_at_log(records: sqlite3.Connection, segment: _Segment) -> None:
    """Raise Unsound unless the log holds what is not in the index yet."""
    if lost := records.execute(_LOST, (segment.records, segment.persisted)).fetchone()[0]:
        raise Unsound(f"{segment.folder}: the vectors of {lost} records are gone from the log")


def _signature(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Changes whenever the index is written."""
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    return tuple((each.name, each.stat().st_size, each.stat().st_mtime_ns) for each in files)


@lru_cache(maxsize=6)
def _look_at(segment: _Segment, signature: tuple[tuple[str, int, int], ...]) -> None:
    """Raise Unsound unless each record has its vector in the index; once for each time that it was written."""
    ids = indexed(segment.folder) if signature else set()
    with closing(sqlite3.connect(segment.folder.with_name("chroma.sqlite3"), timeout=60)) as records:
        persisted = records.execute(_PERSISTED, (segment.records, segment.persisted)).fetchall()
    if missing := sum(row[0] not in ids for row in persisted):
        raise Unsound(f"{segment.folder}: the vectors of {missing} records are missing")


def drop_orphans(chroma: Path) -> None:
    """Delete the files of collections that are gone, which Chroma leaves behind."""
    with closing(sqlite3.connect(chroma / "chroma.sqlite3")) as connection:
        living = {str(row[0]) for row in connection.execute("SELECT id FROM segments")}
    for folder in segment_folders(chroma):
        if folder.name not in living:
            shutil.rmtree(folder)


def survive_a_probe(chroma: Path) -> bool:
    """Whether a process that opens the folder and reads every vector lives to tell (1 to 10 seconds)."""
    command = [sys.executable, "-c", _PROBE, str(chroma)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_PROBE_PATIENCE, check=False)  # noqa: S603  our own interpreter
    except subprocess.TimeoutExpired:
        return False
    if done.returncode:
        log.info("probe of %s ended with %s: %s", chroma, done.returncode, done.stderr.decode()[-500:])
    return done.returncode == 0


def set_aside(chroma: Path) -> None:
    """Move the index files out of Chroma's way; the last ones set aside are kept for a look."""
    aside = chroma.with_name("chroma-set-aside")
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(exist_ok=True)
    for folder in segment_folders(chroma):
        shutil.move(folder, aside / folder.name)
