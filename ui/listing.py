"""The articles of a library as the page lists them, looked up once for each of its generations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from threading import Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING

from assistant.errors import FootnoteError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assistant.domain import ArticleSummary
    from assistant.library import Library

PATIENCE_SECONDS = 0.3
"""How long the page waits for a newer list before it draws the one it has."""

REST = 5
"""While others write, a look is followed by a rest of so many times as long: one takes 1.6 s for 10,000 articles."""


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """Every article at one generation, newest first."""

    generation: int
    articles: tuple[ArticleSummary, ...]


class Listing:
    """Looks in a thread of its own; until it has, the page goes on with what was seen last."""

    def __init__(self, read: Callable[[], Sequence[ArticleSummary]], generation: Callable[[], int]) -> None:
        self._read = read
        self._generation = generation
        self._listed: Listed | None = None
        self._error: FootnoteError | None = None
        self._looking: Thread | None = None
        self._rests_until = 0.0
        self._lock = Lock()

    def look(self, patience: float = PATIENCE_SECONDS) -> Listed:
        """The newest list there is; raises what kept the library from giving one."""
        looking = self._begin() if self._is_stale() else self._looking
        if looking is not None:
            looking.join(None if self._listed is None else patience)
        if self._error is not None:
            raise self._error
        if self._listed is None:
            raise FootnoteError("The articles could not be listed. The program's log says more.")
        return self._listed

    def refresh(self) -> None:
        """Look now, and wait for it: the library has just been changed from here."""
        for _ in range(2):  # a look that was under way may have begun before the change
            self._rests_until = 0.0
            if self._is_stale():
                self._begin().join()

    def _is_stale(self) -> bool:
        """Whether there is something newer to see, and a moment to see it: not in the middle of a batch."""
        if self._listed is None:
            return True
        now = self._generation()
        return now != self._listed.generation and now % 2 == 0 and monotonic() >= self._rests_until

    def _begin(self) -> Thread:
        with self._lock:
            if self._looking is None or not self._looking.is_alive():
                self._looking = Thread(target=self._look, name="listing", daemon=True)
                self._looking.start()
            return self._looking

    def _look(self) -> None:
        began = monotonic()
        generation = self._generation()
        try:
            self._listed = Listed(generation, tuple(self._read()))
            self._error = None
        except FootnoteError as error:
            self._error = error
        ended = monotonic()
        self._rests_until = ended + REST * (ended - began)


@lru_cache(maxsize=2)
def listing(library: Library) -> Listing:
    """The one listing of an open library."""
    return Listing(library.articles, lambda: library.generation)
