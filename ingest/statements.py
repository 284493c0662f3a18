"""What sources say about their articles, each kind of source with the basis that it gives."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.domain import Basis
from ingest.dates import Dated


@dataclass(frozen=True, slots=True)
class Statements:
    """What one kind of source says of an article; None or empty where it says nothing.

    identity: what the source itself calls the article, where it has no address.
    """

    basis: Basis
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: Dated | None = None
    updated: Dated | None = None
    url: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    identity: str | None = None

    def basis_of(self, name: str) -> Basis:
        """The basis of a field; what was guessed from the source is no more than a guess."""
        value = getattr(self, name)
        return Basis.GUESSED if isinstance(value, Dated) and value.guessed else self.basis
