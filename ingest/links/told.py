"""Remember what feeds said of an article, for when it is reached another way."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import dataclass, fields, replace

from pydantic import TypeAdapter, ValidationError

from assistant.domain import Basis
from ingest.address import canonical
from ingest.links.cache import today
from ingest.statements import Statements

_JSON = TypeAdapter(Statements)
_NOTHING = Statements(Basis.GIVEN)


@dataclass(frozen=True, slots=True)
class Told:
    """What was said of articles by their addresses, in the cache of links.

    An article named by itself would else lose the date that only its feed gives, and be another one each time.
    """

    cache: sqlite3.Connection

    def heard(self, address: str, now: Statements | None) -> Statements | None:
        """All that was ever said of an article, what is said now first; None if nothing was."""
        key = canonical(address)
        told = _together(now or _NOTHING, self._recall(key))
        if told == _NOTHING:
            return None
        self._keep(key, told)
        return _JSON.validate_json(_JSON.dump_json(told))  # word for word as it will come back the next time

    def _recall(self, key: str) -> Statements:
        with suppress(sqlite3.Error, ValidationError):
            row = self.cache.execute("SELECT told FROM told WHERE address = ?", (key,)).fetchone()
            if row:
                return _JSON.validate_json(row[0])
        return _NOTHING

    def _keep(self, key: str, told: Statements) -> None:
        with suppress(sqlite3.Error), self.cache:
            row = (key, _JSON.dump_json(told).decode(), today())
            self.cache.execute("INSERT OR REPLACE INTO told VALUES (?, ?, ?)", row)


def _together(one: Statements, other: Statements) -> Statements:
    names = (field.name for field in fields(Statements))
    return replace(one, **{name: getattr(one, name) or getattr(other, name) for name in names})
