"""How far an ingest has come, and how long it will take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from time import monotonic

from ingest.offered import LARGEST
from ingest.pieces import pieces_of
from ingest.report import Report


@dataclass(frozen=True, slots=True)
class Progress:
    """done: articles dealt with, whatever became of them. of: how many there are; None where nobody knows yet."""

    done: int
    of: int | None
    seconds: float

    @property
    def share(self) -> float | None:
        """From 0 to 1."""
        return None if self.of is None else min(1.0, self.done / max(1, self.of))

    @property
    def per_second(self) -> float:
        return self.done / self.seconds if self.seconds else 0.0


class Watch:
    """Counts what is in the sources while they are read, and tells how far an ingest of them has come.

    sources: files and folders. largest: bytes of an article. complete: whether they are all there is, so that their
    number is that of the articles.
    """

    def __init__(self, sources: Sequence[Path], largest: int = LARGEST, *, complete: bool = True) -> None:
        self._started = monotonic()
        self._of: int | None = None
        if complete:
            Thread(target=self._count, args=(sources, largest), daemon=True).start()

    def look(self, report: Report) -> Progress:
        """How far it has come by now."""
        return Progress(report.read + len(report.rejected), self._of, monotonic() - self._started)

    def _count(self, sources: Sequence[Path], largest: int) -> None:
        """Only looks for what may hold articles, and reads none: a second for 10,000."""
        self._of = sum(1 for source in sources for _ in pieces_of(source, largest))
