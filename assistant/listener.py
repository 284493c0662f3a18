"""Whoever waits for a reply, as the thread that works on it knows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Event, Lock


class Left(Exception):
    """Nobody waits any more for what is being done: no failure, and nothing to be told."""


class Listener:
    """They may leave at any moment, in another thread; they do not come back."""

    def __init__(self) -> None:
        self._has_left = False
        self._calls: list[Callable[[], None]] = []
        self._lock = Lock()

    def leave(self) -> None:
        with self._lock:
            self._has_left = True
            calls = list(self._calls)
        for call in calls:
            call()

    @contextmanager
    def calling(self, call: Callable[[], None]) -> Iterator[None]:
        """Meanwhile have this called when they leave; at once where they have. It must come back without waiting."""
        with self._lock:
            self._calls.append(call)
            has_left = self._has_left
        try:
            if has_left:
                call()
            yield
        finally:
            with self._lock:
                self._calls.remove(call)


# No argument: of all that a reply goes through, only what waits for others needs to know.
_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


def listener() -> Listener:
    """Whom this thread works for; where nobody said, somebody who stays."""
    return _listener.get() or Listener()


@contextmanager
def working_for(someone: Listener) -> Iterator[None]:
    """Work for someone in this thread."""
    before = _listener.set(someone)
    try:
        yield
    finally:
        _listener.reset(before)


def pause(seconds: float) -> None:
    """Wait; raises Left as soon as nobody else does."""
    left = Event()
    with listener().calling(left.set):
        if left.wait(seconds):
            raise Left
