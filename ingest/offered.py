"""What may hold articles: a file, a member of an archive, a stream."""

from __future__ import annotations

import io
from dataclasses import dataclass

from assistant.settings import MAX_FILE_MB
from ingest.decode import Unreadable
from ingest.draft import Rejected
from ingest.piece import Form, Piece

LARGEST = MAX_FILE_MB * 1024**2
"""Bytes in memory at once unless a person says otherwise."""

START = 64 * 1024  # bytes that tell a kind


@dataclass(frozen=True, slots=True)
class Offered:
    """Bytes that can be read once, and what they are called.

    name: what its kind is told by, with what it begins with. place: what tells it from all others. source: how a person
    would name it. largest: how many bytes of it may be in memory at once; what is streamed may be longer.
    """

    name: str
    stream: io.BufferedReader
    origin: str
    place: str
    source: str
    largest: int = LARGEST

    @property
    def start(self) -> bytes:
        """The first bytes, which stay to be read."""
        return self.stream.peek(START)[:START]

    def whole(self) -> bytes:
        """All of it; raises `Unreadable` where that is too much for one article."""
        data = self.stream.read(self.largest + 1)
        if len(data) > self.largest:
            raise Unreadable(f"it is larger than {megabytes(self.largest)}, {REMEDY}")
        return data

    def piece(self, form: Form) -> Piece:
        """All of it as one article."""
        return Piece(form, self.whole(), self.origin, self.place, self.source)

    def record(self, number: int, data: bytes) -> Piece:
        """One of the articles in it, counted from 1."""
        return Piece(Form.RECORD, data, self.origin, f"{self.place}#{number}", f"{self.source}:{number}")

    def rejected(self, reason: object, number: int | None = None) -> Rejected:
        """Why there is no article in it, or in one of its lines."""
        return Rejected(self.source if number is None else f"{self.source}:{number}", str(reason), self.origin)


REMEDY = "the most that is read as one article; set FOOTNOTE_MAX_FILE_MB to read more"


def megabytes(size: int) -> str:
    """A size as a person reads it."""
    return f"{size / 1024**2:,.0f} MB" if size >= 1024**2 else f"{size:,} bytes"
