"""The database of conversations as a file of its own, where it is one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from assistant.conversations.database import FILE, Database
from assistant.conversations.tables import VERSION
from assistant.errors import BackupUnusable

_OURS = ("table", "index")


@dataclass(frozen=True, slots=True)
class Place:
    """Where conversations are kept: in a file, or elsewhere, on a server that has its own backups."""

    file: Path | None
    elsewhere: str | None = None


def file_of(home: Path, url: str | None) -> Place:
    """Where the conversations of this library are. Raises Misuse for a URL that is none."""
    if url is None:
        return Place(home / FILE)
    database = Database(home, url)
    return Place(Path(database.file)) if database.file else Place(None, database.place)


def count_in(path: Path) -> int:
    """How many conversations there are, those that were removed left out; none where nobody has asked anything yet."""
    with closing(sqlite3.connect(path)) as connection:
        columns = {str(column[1]) for column in connection.execute("PRAGMA table_info(conversations)")}
        kept = "WHERE deleted IS NULL" if "deleted" in columns else ""
        asked = f"SELECT COUNT(*) FROM conversations {kept}"  # noqa: S608  one of two words of ours
        return int(connection.execute(asked).fetchone()[0]) if columns else 0


def require_sound(data: bytes, where: str) -> None:
    """Raise BackupUnusable unless this is a database of conversations that this version can open, and no more."""
    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(data)
            _require_ours(connection, where)
    except sqlite3.Error as error:
        raise BackupUnusable(f"{where} is damaged: its conversations cannot be read; take another copy") from error


def _require_ours(connection: sqlite3.Connection, where: str) -> None:
    kinds = {str(kind) for (kind,) in connection.execute("SELECT type FROM sqlite_master")}
    [verdict] = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok" or not kinds <= set(_OURS):
        raise BackupUnusable(f"{where} is damaged: its conversations are not as Footnote keeps them")
    versions = "SELECT version FROM footnote_version WHERE what = 'conversations'"
    if "footnote_version" in {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}:
        found = connection.execute(versions).fetchone()
        if found and found[0] > VERSION:
            raise BackupUnusable(f"{where} holds conversations of a newer version of Footnote; update this one")
