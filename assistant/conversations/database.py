"""The database in which conversations are kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert, make_url, select
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.schema import CreateTable

from assistant.conversations.tables import VERSION, metadata, version
from assistant.errors import ConversationsUnusable, Misuse

FILE = "conversations.db"

PATIENCE_SECONDS = 15
"""How long a write waits for those of others, each of which takes some milliseconds."""

REMEDIES = {
    "readonly": "make the library's folder and this file writable",
    "full": "make room on the disk",
    "locked": "another program holds it; close that program",
    "not a database": "it is damaged; put a copy from a backup in its place, or move it away to begin anew",
    "malformed": "it is damaged; put a copy from a backup in its place, or move it away to begin anew",
    "unable to open": "make the library's folder readable and writable",
}


class Database:
    """An SQLite file or whatever else the URL names, with our tables; may be used from several threads.

    Opened when it is first used. Raises ConversationsUnusable, with the remedy.
    """

    def __init__(self, home: Path, url: str | None = None) -> None:
        self._url = _read(url) if url else URL.create("sqlite", database=str(home / FILE))
        self._engine: Engine | None = None
        self._opening = Lock()

    @property
    def is_there(self) -> bool:
        """Whether it may hold anything: to look into a file that is not there would make it."""
        return self._file is None or self._file.startswith("file:") or Path(self._file).exists()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All that is done within is done, or none. What writes must begin with a write, or others may come between."""
        with self._told(), self._opened().begin() as connection:
            yield connection

    def close(self) -> None:
        if self._engine is not None:
            self._engine.dispose()

    def _opened(self) -> Engine:
        with self._opening:
            if self._engine is None:
                engine = _engine(self._url)
                try:
                    self._furnish(engine)
                except IntegrityError:
                    self._furnish(engine)  # another process has just done so
                self._engine = engine
            return self._engine

    def _furnish(self, engine: Engine) -> None:
        """Make the tables that are not there. Whatever moment it is killed at, the next one goes on."""
        with engine.begin() as connection:
            connection.execute(CreateTable(version, if_not_exists=True))
            found = connection.scalar(select(version.c.version))
            if found is not None and found > VERSION:
                raise ConversationsUnusable(
                    f"{self._place} was written by a newer version of Footnote; update this one to go on with it"
                )
            if found is None:
                for table in metadata.sorted_tables:
                    connection.execute(CreateTable(table, if_not_exists=True))
                connection.execute(insert(version).values(what="conversations", version=VERSION))

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except IntegrityError:
            raise  # two did the same in the same moment: whoever comes second knows what to do
        except SQLAlchemyError as error:
            cause = str(error.orig).strip() if isinstance(error, DBAPIError) else str(error)
            remedy = next((remedy for sign, remedy in REMEDIES.items() if sign in cause), "see that it can be reached")
            raise ConversationsUnusable(
                f"conversations cannot be read from or saved to {self._place} ({cause}); {remedy}"
            ) from error

    @property
    def _place(self) -> str:
        return self._file or self._url.render_as_string(hide_password=True)

    @property
    def _file(self) -> str | None:
        return self._url.database if self._url.get_backend_name() == "sqlite" else None


def _read(url: str) -> URL:
    try:
        return make_url(url)
    except ArgumentError as error:
        # What was given is not repeated: it may hold a password.
        raise Misuse(
            "FOOTNOTE_DATABASE_URL is not the address of a database; write it as postgresql://name:password@host/database"
        ) from error


def _engine(url: URL) -> Engine:
    try:
        if url.get_backend_name() != "sqlite":
            return create_engine(url, pool_pre_ping=True)
        engine = create_engine(url, connect_args={"timeout": PATIENCE_SECONDS})
    except NoSuchModuleError as error:
        raise Misuse(
            f"FOOTNOTE_DATABASE_URL names {url.drivername}, which is not known; use postgresql or sqlite"
        ) from error
    except ModuleNotFoundError as error:
        raise Misuse(
            f"FOOTNOTE_DATABASE_URL needs the Python package {error.name}, which is not installed; install it with pip"
        ) from error
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: DBAPIConnection, _: object) -> None:
    """Readers do not wait for a writer, and what a turn belongs to exists."""
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()
