"""Replies on their way, each written by its own thread."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from math import inf
from threading import BoundedSemaphore, Condition, Event, Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING

from assistant.domain import Abstention, Answer
from assistant.errors import FootnoteError, ModelTrouble
from assistant.listener import Left, Listener, working_for
from ui.underway import Underway

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from assistant.domain import Citation, Claim, Step

LONGEST_SECONDS = 240.0
"""Longer than a model may say nothing before it is asked again, and than a judge may in all: an answer that is there
is not given up for either."""

MOST_AT_ONCE = 40
"""Twenty pages whose chat model takes its time, twice over: those threads wait for it and cost nothing meanwhile."""

_places = BoundedSemaphore(MOST_AT_ONCE)
_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Stopped:
    """The reader had enough: the sentences checked until then, and what was written since, checked against nothing."""

    text: str
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """No reply came; why, in plain words. of_answerer: it is who answers that failed, so that another may do better."""

    message: str
    of_answerer: bool = False


Outcome = Answer | Abstention | Stopped | Failed

FAILED = Failed(
    "The answer could not be written because of an error in the program. Its log says more.", of_answerer=True
)
LATE = Failed(f"Nothing came for {LONGEST_SECONDS / 60:.0f} minutes, so the answer was given up.", of_answerer=True)
BUSY = Failed("Too many questions are being answered right now. Try again in a moment.")


class Job:
    """One reply on its way; ended: told once what came of it, and has it shown, as it is kept.

    A run of the page ends at every click, and with it whatever it was doing; so a thread writes and the
    page only looks. The thread cannot be killed: a reply that is stopped or late is given up at once, a chat model that
    is being asked is hung up on, and the thread ends at the next step it is handed.
    """

    def __init__(
        self,
        steps: Callable[[], Iterator[Step]],
        seconds: float = LONGEST_SECONDS,
        places: BoundedSemaphore = _places,
        ended: Callable[[Outcome, Callable[[Outcome], None]], None] = lambda outcome, show: show(outcome),
        over: Outcome | None = None,
        *,
        elsewhere: bool = False,
    ) -> None:
        self.underway = Underway(elsewhere=elsewhere)
        self._patience = seconds
        self._deadline = monotonic() + seconds
        self._places = places
        self._ended = ended
        self._is_given_up = over is not None
        self._outcome: Outcome | None = None
        self._over = Event()
        self._lock = Lock()
        self._news = Condition()
        self._listener = Listener()
        if over is not None:
            self._show(over)
        elif places.acquire(blocking=False) and not elsewhere:
            Thread(target=self._work, args=(steps,), name="reply", daemon=True).start()
        elif not elsewhere:
            self._is_given_up = True
            ended(BUSY, self._show)

    @classmethod
    def ended_with(cls, outcome: Outcome) -> Job:
        """One that is over: what came of it is known."""
        return cls(lambda: iter(()), over=outcome)

    @classmethod
    def elsewhere(cls) -> Job:
        """One that another process follows, which takes no place here: what came of it arrives."""
        return cls(lambda: iter(()), places=BoundedSemaphore(), elsewhere=True)

    def arrive(self, outcome: Outcome) -> None:
        """What came of it elsewhere."""
        self._end(outcome)

    @property
    def outcome(self) -> Outcome | None:
        """What came of it; None while it is on its way."""
        return self.wait(0)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """What can be opened of it by now."""
        match self.outcome:
            case Answer(citations=citations) | Stopped(citations=citations):
                return citations
            case None:
                return self.underway.citations
        return ()

    def wait(self, seconds: float | None = None) -> Outcome | None:
        """Wait for the outcome, that long or until the reply is late: until nothing has come of it for too long."""
        end = inf if seconds is None else monotonic() + seconds
        while not self._over.wait(max(0.0, min(end, self._deadline) - monotonic())):
            if monotonic() >= self._deadline:
                self._end(LATE)
            elif monotonic() >= end:
                break
        return self._outcome

    def wait_for_news(self, drawn: Underway, seconds: float) -> None:
        """Wait until there is more of it than what was drawn, or an outcome; so long at most."""
        with self._news:
            self._news.wait_for(lambda: self._over.is_set() or self.underway is not drawn, seconds)

    def stop(self) -> None:
        now = self.underway
        self._end(Stopped(now.text, now.claims, now.citations))

    def _end(self, outcome: Outcome) -> None:
        """Take this for what came of it, if it is the first, and make room for another."""
        with self._lock:
            is_first, self._is_given_up = not self._is_given_up, True
            self._deadline = inf
        if is_first:
            self._places.release()
            self._listener.leave()
            self._ended(outcome, self._show)

    def _show(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self._over.set()
        self._tell()

    def _tell(self) -> None:
        with self._news:
            self._news.notify_all()

    def _work(self, steps: Callable[[], Iterator[Step]]) -> None:
        """Steps are held no longer than they are followed: they know all that was asked before them."""
        try:
            with working_for(self._listener):
                self._follow(steps)
        except Left:
            pass
        except ModelTrouble as error:
            self._end(Failed(str(error), of_answerer=True))
        except FootnoteError as error:
            self._end(Failed(str(error)))
        except Exception:
            _logger.exception("a question was not answered")
        finally:
            self._end(FAILED)

    def _follow(self, steps: Callable[[], Iterator[Step]]) -> None:
        for step in steps():
            if self._is_given_up:
                return
            if isinstance(step, Answer | Abstention):
                self._end(step)
            else:
                self.underway = self.underway.after(step)
                self._deadline = monotonic() + self._patience
                self._tell()
