"""Open the file in which links are remembered; what goes wrong with it costs a download, never an ingest."""

from __future__ import annotations

import sqlite3
import time
from contextlib import suppress
from pathlib import Path

_DAYS = 60  # what has not been met for so long has left the feeds
_TABLES = {
    "pages": "address TEXT PRIMARY KEY, status INTEGER, content_type TEXT, etag TEXT, modified TEXT,"
    " data BLOB, day INTEGER",
    "told": "address TEXT PRIMARY KEY, told TEXT, day INTEGER",
}


def open_cache(path: Path | None, *, keeps: bool = True) -> sqlite3.Connection:
    """The cache; a new one where it is damaged, one in memory where the disk has or allows none.

    path: None to remember for this run only. keeps: whether what is met is remembered for the next time.
    """
    if path is not None:
        for _ in range(2):
            try:
                return _connected(str(path)) if keeps else _only_read(path)
            except sqlite3.OperationalError:
                break
            except sqlite3.DatabaseError:
                if not keeps:
                    break
                with suppress(OSError):
                    path.unlink()
    return _connected(":memory:")


def today() -> int:
    """The day, counted from 1970."""
    return int(time.time()) // 86_400


def _connected(name: str) -> sqlite3.Connection:
    connection = sqlite3.connect(name, timeout=10, check_same_thread=False)
    try:
        with connection:
            for table, columns in _TABLES.items():
                connection.execute(f"CREATE TABLE IF NOT EXISTS {table} ({columns})")
                connection.execute(f"DELETE FROM {table} WHERE day < ?", (today() - _DAYS,))  # noqa: S608  a name above
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _only_read(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=10, check_same_thread=False)
