"""Remember pages as they were sent, so that a site need only say that nothing has changed."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import suppress
from dataclasses import dataclass

from ingest.links.cache import today
from ingest.links.sent import Sent


@dataclass(frozen=True, slots=True)
class Remembered:
    """Pages by their addresses, in the cache of links."""

    cache: sqlite3.Connection

    def recall(self, address: str) -> Sent | None:
        """What was sent last time, if the site can tell whether it still is so."""
        with suppress(sqlite3.Error, zlib.error):
            row = self.cache.execute(
                "SELECT status, content_type, etag, modified, data FROM pages WHERE address = ?", (address,)
            ).fetchone()
            if row:
                status, content_type, etag, modified, data = row
                return Sent(address, status, zlib.decompress(data), content_type, etag, modified)
        return None

    def keep(self, sent: Sent) -> None:
        """Remember what was sent, or that it was asked for again today."""
        if not (sent.etag or sent.modified):
            return
        row = (
            sent.address,
            sent.status,
            sent.content_type,
            sent.etag,
            sent.modified,
            zlib.compress(sent.data),
            today(),
        )
        with suppress(sqlite3.Error), self.cache:
            self.cache.execute("INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?, ?, ?)", row)
