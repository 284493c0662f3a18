"""Vectors by what was embedded, kept beside Chroma so that nothing is encoded twice."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.corpus.batches import batches
from assistant.errors import LibraryUnusable

Vector = NDArray[np.float32]

_PARAMETERS = 900  # SQLite's smallest default limit on `?` in one statement is 999


class Vectors:
    """float32 vectors by (encoder, digest of the embedded text); safe to use from several threads.

    Raises LibraryUnusable where the disk does not let it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._mutex = threading.Lock()
        with self._told():
            self._connection = _connect(path)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise LibraryUnusable(
                f"{self._path} cannot be used ({error}); make room on the disk, or delete the file if it is "
                "damaged: `footnote ingest --rebuild` makes its vectors again"
            ) from error

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._told(), self._mutex, self._connection:
            yield

    def get(self, encoder: str, digests: Iterable[str]) -> dict[str, Vector]:
        """The vectors known among those asked for."""
        found: dict[str, Vector] = {}
        with self._told(), self._mutex:
            for some in batches(sorted(set(digests)), _PARAMETERS):
                marks = ",".join("?" * len(some))
                rows = self._connection.execute(
                    f"SELECT digest, vector FROM vectors WHERE encoder = ? AND digest IN ({marks})",  # noqa: S608  marks are question marks
                    (encoder, *some),
                )
                found |= {digest: np.frombuffer(blob, np.float32) for digest, blob in rows}
        return found

    def put(self, encoder: str, vectors: Mapping[str, Vector]) -> None:
        """Keep these vectors, all or none."""
        rows = [(encoder, digest, vector.astype(np.float32).tobytes()) for digest, vector in vectors.items()]
        with self._transaction():
            self._connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)

    def keep_only(self, encoder: str, digests: set[str]) -> int:
        """Forget every vector but these; returns how many went."""
        with self._transaction():
            known = self._connection.execute("SELECT encoder, digest FROM vectors").fetchall()
            stale = [row for row in known if row[0] != encoder or row[1] not in digests]
            self._connection.executemany("DELETE FROM vectors WHERE encoder = ? AND digest = ?", stale)
        return len(stale)

    def close(self) -> None:
        self._connection.close()


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=60, check_same_thread=False)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute(
        "CREATE TABLE IF NOT EXISTS vectors (encoder TEXT, digest TEXT, vector BLOB NOT NULL,"
        " PRIMARY KEY (encoder, digest))"
    )
    return connection
