"""Conversations of a test's own, as several processes see them."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import create_engine, text

from assistant.conversations.database import FILE, Database
from assistant.conversations.store import Conversations


class Stores:
    """One database; every store that is opened is another process's."""

    def __init__(self, home: Path, url: str | None = None) -> None:
        self.home, self.url = home, url
        self._opened: list[Conversations] = []

    def open(self) -> Conversations:
        self._opened.append(Conversations(Database(self.home, self.url)))
        return self._opened[-1]

    def do(self, *statements: str) -> list[tuple[object, ...]]:
        """Do something to the tables that no store would; what the last statement finds."""
        url = self.url.replace("://", "+pg8000://", 1) if self.url else f"sqlite:///{self.home / FILE}"
        engine = create_engine(url)
        with engine.begin() as connection:
            results = [connection.execute(text(each)) for each in statements]
            found = [tuple(row) for row in results[-1]] if results and results[-1].returns_rows else []
        engine.dispose()
        return found

    def close(self) -> None:
        for each in self._opened:
            each.close()
