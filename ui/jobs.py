"""Replies on their way, each written by its own thread."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from threading import BoundedSemaphore, Event, Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING

from assistant.domain import Abstention, Answer, Searching, Written
from assistant.errors import FootnoteError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from assistant.domain import Step

LONGEST_SECONDS = 180.0
MOST_AT_ONCE = 8

_places = BoundedSemaphore(MOST_AT_ONCE)
_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Stopped:
    """The reader had enough: what was written until then, checked against nothing."""

    text: str


@dataclass(frozen=True, slots=True)
class Failed:
    """No reply came; why, in plain words."""

    message: str


Outcome = Answer | Abstention | Stopped | Failed

FAILED = Failed("The answer could not be written because of an error in the program. Its log says more.")
LATE = Failed(f"No answer came within {LONGEST_SECONDS / 60:.0f} minutes.")
BUSY = Failed("Too many questions are being answered right now. Try again in a moment.")


class Job:
    """One reply on its way; ended: told once what came of it.

    A run of the page ends at every click, and with it whatever it was doing; so a thread writes and the
    page only looks. The thread cannot be killed: a reply that is stopped or late is given up at once, and
    its thread ends at the next step it is handed.
    """

    def __init__(
        self,
        steps: Callable[[], Iterator[Step]],
        seconds: float = LONGEST_SECONDS,
        places: BoundedSemaphore = _places,
        ended: Callable[[Outcome], None] = lambda _: None,
        over: Outcome | None = None,
    ) -> None:
        self.articles = 0
        self.text = ""
        self._steps = steps
        self._deadline = monotonic() + seconds
        self._places = places
        self._ended = ended
        self._outcome: Outcome | None = None
        self._over = Event()
        self._lock = Lock()
        if over is not None:
            self._end(over)
        elif places.acquire(blocking=False):
            Thread(target=self._work, name="reply", daemon=True).start()
        else:
            self._end(BUSY)

    @classmethod
    def ended_with(cls, outcome: Outcome) -> Job:
        """One that is over: what came of it is known."""
        return cls(lambda: iter(()), over=outcome)

    @property
    def outcome(self) -> Outcome | None:
        """What came of it; None while it is on its way."""
        return self.wait(0)

    def wait(self, seconds: float | None = None) -> Outcome | None:
        """Wait for the outcome, that long or until the reply is late."""
        left = max(0.0, self._deadline - monotonic())
        if not self._over.wait(left if seconds is None else min(seconds, left)) and monotonic() >= self._deadline:
            self._end(LATE)
        return self._outcome

    def stop(self) -> None:
        self._end(Stopped(self.text))

    def _end(self, outcome: Outcome) -> None:
        with self._lock:
            is_first = self._outcome is None
            self._outcome = self._outcome or outcome
        try:
            if is_first:
                self._ended(outcome)
        finally:
            self._over.set()

    def _work(self) -> None:
        try:
            self._follow()
        except FootnoteError as error:
            self._end(Failed(str(error)))
        except Exception:
            _logger.exception("a question was not answered")
        finally:
            self._places.release()
            self._end(FAILED)

    def _follow(self) -> None:
        for step in self._steps():
            if self._over.is_set():
                return
            match step:
                case Searching(articles=articles):
                    self.articles = articles
                case Written(text=text):
                    self.text += text
                case Answer() | Abstention():
                    self._end(step)
