"""How far an ingest has come: written by its thread, read by the page."""

from __future__ import annotations

from threading import Event
from time import monotonic

from assistant.wording import counted
from ui.wording import span

_TOLD_AFTER = 2.0
"""Seconds before a speed is worth saying."""


class Progress:
    """Of so many bytes, these are read; of the articles in them, these were dealt with."""

    def __init__(self, total: int) -> None:
        self.articles = 0
        self.rejected = 0
        self.waiting_for: str | None = None
        self.asking: str | None = None
        self._total = max(1, total)
        self._reached = 0
        self._began = monotonic()
        self._stopping = Event()

    @property
    def is_stopping(self) -> bool:
        return self._stopping.is_set()

    def stop(self) -> None:
        """Ask for the end: what has been read until then goes in."""
        self._stopping.set()

    def wait_for(self, holder: str) -> None:
        self.waiting_for = holder

    def ask(self, host: str) -> None:
        """A site is being asked for what is behind an address."""
        self.asking = host

    def begin(self) -> None:
        """The waiting, if any, is over."""
        if self.waiting_for is not None:
            self.waiting_for = None
            self._began = monotonic()

    def reach(self, byte: int) -> None:
        """A reader may go back in its file; the bar does not."""
        self._reached = max(self._reached, min(byte, self._total))

    @property
    def share(self) -> float:
        return self._reached / self._total

    def told(self) -> str:
        """ "1,204 articles read, 85 a second, about 2 minutes left"."""
        done = words(self.articles, self.rejected, self.share, monotonic() - self._began)
        return done if self.asking is None else f"{done}, asking {self.asking}"


def words(articles: int, rejected: int, share: float, seconds: float) -> str:
    """What was done in those seconds, and what is left by that."""
    if not (articles or rejected):
        return "Beginning to read"
    parts = [f"{counted(articles, 'article')} read"]
    if rejected:
        parts.append(f"{rejected:,} could not be")
    if seconds >= _TOLD_AFTER and articles:
        parts.append(speed(articles / seconds))
        left = seconds * (1 - share) / share if share else None
        if left is not None:
            parts.append(f"about {span(left)} left" if left else "the last of them go in")
    return ", ".join(parts)


def speed(a_second: float) -> str:
    return f"{a_second:,.0f} a second" if a_second >= 1 else f"{60 * a_second:,.0f} a minute"
