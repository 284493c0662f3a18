"""What sources say about their articles, each kind of source with the basis that it gives."""

from __future__ import annotations

from dataclasses import dataclass, replace

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

    def settled(self, *, day_first: bool | None) -> Statements:
        """The same once it is known whether 5/8/2024 is in May or in August; where it is not, it stays a guess."""
        if day_first is None:
            return self
        published, updated = (each and each.settled(day_first=day_first) for each in (self.published, self.updated))
        return replace(self, published=published, updated=updated)
