"""What was found out last, looked for again in the background once it is old."""

from __future__ import annotations

from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Generic, TypeVar

from ui.errand import Errand

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.jobs import Failed

Found = TypeVar("Found")

OLD_AFTER_SECONDS = 4.0


class Lookout(Generic[Found]):
    """Shared by all visits: however many look, one thread at a time does."""

    def __init__(self, find: Callable[[], Found], name: str, old_after: float = OLD_AFTER_SECONDS) -> None:
        self._find = find
        self._name = name
        self._old_after = old_after
        self._last: Found | Failed | None = None
        self._errand: Errand[Found] | None = None
        self._found_at = 0.0
        self._lock = Lock()

    def look(self, patience: float = 0.0) -> Found | Failed | None:
        """The newest there is; None before there is any. patience: seconds to wait for the first."""
        with self._lock:
            self._take()
            if self._errand is None and (self._last is None or monotonic() - self._found_at >= self._old_after):
                self._errand = Errand(self._find, self._name)
            errand = self._errand
        if self._last is None and errand is not None:
            return errand.wait(patience)
        return self._last

    def _take(self) -> None:
        """Take over what the thread has found by now."""
        if self._errand is not None and self._errand.outcome is not None:
            self._last, self._errand, self._found_at = self._errand.outcome, None, monotonic()
