"""The database in which conversations are kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from logging import CRITICAL, getLogger
from pathlib import Path
from threading import Lock

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection, DBAPICursor
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, SQLAlchemyError
from tenacity import retry, retry_if_exception, stop_after_delay, wait_random

from assistant.conversations import postgresql
from assistant.conversations.schema import Newer, furnish
from assistant.conversations.tidying import tidy
from assistant.errors import Clash, ConversationsUnusable, Misuse

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
    """An SQLite file, or the PostgreSQL database that the URL names, with our tables; for several threads at once.

    Opened when it is first used, and again after a connection was lost. Raises ConversationsUnusable, with the remedy.
    """

    def __init__(self, home: Path, url: str | None = None) -> None:
        self._url = _read(url) if url else URL.create("sqlite", database=str(home / FILE))
        self._engine: Engine | None = None
        self._opening = Lock()

    @property
    def is_there(self) -> bool:
        """Whether it may hold anything: to look into a file that is not there would make it."""
        return self.file is None or self.file.startswith("file:") or Path(self.file).exists()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All that is done within is done, or none. What writes must begin with a write, or others may come between.

        Raises Clash.
        """
        with self._told(), self._connected() as connection, connection.begin():
            yield connection

    def generation(self) -> str:
        """Another one as soon as anybody has written; to ask for it costs a look at two files, or a short question."""
        if self.file:
            return "/".join(_as_written(Path(f"{self.file}{end}")) for end in ("", "-wal"))
        with self.transaction() as connection:
            return postgresql.generation(connection)

    def close(self) -> None:
        if self._engine is not None:
            self._engine.dispose()

    def _connected(self) -> Connection:
        engine = self._opened()
        try:
            return engine.connect()
        except OSError:
            engine.dispose()  # pg8000 hands on as it is what the network says of a connection that was cut
            return engine.connect()

    def _opened(self) -> Engine:
        with self._opening:
            if self._engine is None:
                engine = _engine(self._url)
                with engine.begin() as connection:
                    furnish(connection)
                with suppress(DBAPIError), engine.begin() as connection:
                    tidy(connection)  # what is not tidied can be read all the same
                self._engine = engine
            return self._engine

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except Newer as error:
            raise ConversationsUnusable(
                f"{self.place} was written by a newer version of Footnote; update this one to go on with it"
            ) from error
        except (SQLAlchemyError, OSError) as error:
            below = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
            if isinstance(error, IntegrityError) or (postgresql.state(below) or "").startswith("23"):
                raise Clash(f"somebody else has just written the same to {self.place}; try again") from error
            cause, remedy = _told_by_sqlite(below) if self.file else postgresql.told(below)
            raise ConversationsUnusable(
                f"conversations cannot be read from or saved to {self.place} ({cause}); {remedy}"
            ) from error

    @property
    def place(self) -> str:
        """Where it is, as one may tell others: without the password."""
        return self.file or self._url.set(query={}).render_as_string(hide_password=True)

    @property
    def file(self) -> str | None:
        """The file that it is in; None on a server."""
        return self._url.database if self._url.get_backend_name() == "sqlite" else None


def _as_written(file: Path) -> str:
    with suppress(FileNotFoundError):
        found = file.stat()
        return f"{found.st_mtime_ns}:{found.st_size}"
    return ""


def _told_by_sqlite(error: BaseException) -> tuple[str, str]:
    cause = str(error).strip()
    return cause, next((remedy for sign, remedy in REMEDIES.items() if sign in cause), "see that it can be reached")


def _read(url: str) -> URL:
    try:
        return make_url("postgresql:" + url.removeprefix("postgres:") if url.startswith("postgres:") else url)
    except ArgumentError as error:
        # What was given is not repeated: it may hold a password.
        raise Misuse(
            "FOOTNOTE_DATABASE_URL is not the address of a database; write it as postgresql://name:password@host/database"
        ) from error


def _engine(url: URL) -> Engine:
    if url.get_backend_name() == "postgresql":
        full, told = postgresql.address(url, PATIENCE_SECONDS)
        getLogger("sqlalchemy.pool").setLevel(CRITICAL)  # that a lost connection cannot be closed is no news
        engine = create_engine(full, connect_args=told, pool_pre_ping=True)
        event.listen(engine, "connect", postgresql.prepare)
        return engine
    if url.get_backend_name() != "sqlite":
        raise Misuse(f"FOOTNOTE_DATABASE_URL names {url.drivername}, which is not known; use postgresql or sqlite")
    engine = create_engine(url, connect_args={"timeout": PATIENCE_SECONDS})
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: DBAPIConnection, _: object) -> None:
    """Readers do not wait for a writer, and what a turn belongs to exists."""
    cursor = connection.cursor()
    _log_ahead(cursor)
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


# While a new file changes to this mode, SQLite turns others away that open it, and does not wait as it does elsewhere.
@retry(
    retry=retry_if_exception(lambda error: "locked" in str(error)),
    stop=stop_after_delay(PATIENCE_SECONDS),
    wait=wait_random(0.005, 0.05),
    reraise=True,
)
def _log_ahead(cursor: DBAPICursor) -> None:
    cursor.execute("PRAGMA journal_mode=WAL")
