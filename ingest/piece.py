"""What may hold one article, before it is read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from ingest.statements import Statements

READING_VERSION = 3
"""Raised when the same bytes would be read otherwise: pieces known to an older version are read again."""


class Form(StrEnum):
    """How the bytes of a piece are read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    RECORD = "record"  # one JSON object
    PAGE = "page"  # HTML
    PDF = "pdf"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Piece:
    """The bytes of a file, a line of a dump, a member of an archive, a page fetched.

    origin: the absolute path or the address that it was read from (``-`` for standard input). place: where in it,
    what makes it the same article next time if nothing better does. source: how a person would name it.
    url, encoding: what whoever sent it said of it. told: what a feed said of it that led to it.
    """

    form: Form
    data: bytes
    origin: str
    place: str
    source: str
    url: str | None = None
    encoding: str | None = None
    told: Statements | None = None

    @property
    def digest(self) -> str:
        """Names the bytes and what was said of them: the same, read the same way, is the same article."""
        said = f"{self.form}\n{self.url}\n{self.encoding}\n" + (f"{self.told}\n" if self.told else "")
        digest = hashlib.sha256(said.encode("utf-8", "surrogatepass"))
        digest.update(self.data)
        return digest.hexdigest()[:32]
