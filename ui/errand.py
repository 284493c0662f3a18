"""Work of a thread that the page only looks at, for a run of the page ends at every click."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING, Generic, TypeVar

from assistant.errors import FootnoteError
from assistant.listener import Left, Listener, working_for
from ui.jobs import Failed

if TYPE_CHECKING:
    from collections.abc import Callable

Found = TypeVar("Found")

FAILED = Failed("This could not be found out because of an error in the program. Its log says more.")


class Errand(Generic[Found]):
    """outcome: None while it is under way; what is no fault of a person's goes to the log by itself."""

    def __init__(self, work: Callable[[], Found], name: str) -> None:
        self.outcome: Found | Failed | None = None
        self._work = work
        self._over = Event()
        self._listener = Listener()
        Thread(target=self._run, name=name, daemon=True).start()

    def wait(self, seconds: float) -> Found | Failed | None:
        """The outcome, if there is one by then."""
        self._over.wait(seconds)
        return self.outcome

    def leave(self) -> None:
        """Nobody waits for it any more: a chat model that is being asked is hung up on."""
        self._listener.leave()

    def _run(self) -> None:
        try:
            with working_for(self._listener):
                self.outcome = self._work()
        except Left:
            pass  # and nobody looks at the outcome
        except FootnoteError as error:
            self.outcome = Failed(str(error))
        finally:
            self.outcome = self.outcome or FAILED
            self._over.set()
