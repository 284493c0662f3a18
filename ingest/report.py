"""What an ingest did, counted."""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.draft import Rejected


@dataclass(slots=True)
class Report:
    """Filled while an ingest runs; the one value here that changes.

    embedded: texts that had to be encoded. articles, passages: what the library then holds. stopped: whether it was
    asked to end before all was read.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    removed: int = 0
    copies: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    embedded: int = 0
    articles: int = 0
    passages: int = 0
    seconds: float = 0.0
    stopped: bool = False

    @property
    def read(self) -> int:
        """Articles read, whatever became of them."""
        return self.added + self.updated + self.unchanged
