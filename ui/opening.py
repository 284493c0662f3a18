"""The library of this process, opened in the background while the page is drawn."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from threading import Event, Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING

from assistant.errors import CorpusOutdated, FootnoteError, LibraryMissing, LibraryUnusable, ModelTrouble
from ui.keeping import keeper
from ui.listing import listing
from ui.tidying import begin_tidying

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.library import Library
    from assistant.settings import Settings

AGAIN_AFTER_SECONDS = 2.0
"""How long a library that could not be opened is left alone: another process may be mending it."""

_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Unopened:
    """The library could not be opened; why, with the remedy.

    missing: there is none yet. outdated: it can be made anew from its stored text.
    """

    message: str
    missing: bool = False
    outdated: bool = False


class Opening:
    """A library being opened, once for all visits, and again later where that failed."""

    def __init__(self, open_it: Callable[[], Library], again_after: float = AGAIN_AFTER_SECONDS) -> None:
        self._open = open_it
        self._again_after = again_after
        self._found: Library | Unopened | None = None
        self._tried = Event()
        self._tried_at = 0.0
        self._lock = Lock()
        self._start()

    def look(self) -> Library | Unopened | None:
        """The library, or why there is none; None while it is being opened for the first time."""
        with self._lock:
            failed = self._tried.is_set() and isinstance(self._found, Unopened)
            if failed and monotonic() - self._tried_at >= self._again_after:
                self._start()
        return self._found

    def library(self) -> Library:
        """Wait for the library; raise why there is none."""
        self._tried.wait()
        found = self.look()
        if found is None or isinstance(found, Unopened):
            raise LibraryUnusable(found.message if found else "The library is being opened. Try again.")
        return found

    def try_again(self) -> None:
        """Open it now, and wait for that: what was in the way is gone."""
        with self._lock:
            if self._tried.is_set():
                self._start()
        self._tried.wait()

    def _start(self) -> None:
        self._tried.clear()
        Thread(target=self._work, name="opening", daemon=True).start()

    def _work(self) -> None:
        self._found = self._attempt()
        self._tried_at = monotonic()
        self._tried.set()

    def _attempt(self) -> Library | Unopened:
        try:
            return self._open()
        except FootnoteError as error:
            return Unopened(str(error), isinstance(error, LibraryMissing), isinstance(error, CorpusOutdated))
        except Exception:
            _logger.exception("the library was not opened")
            return Unopened("The library could not be opened because of an error. The program's log says more.")


@cache
def opening(settings: Settings) -> Opening:
    """The one opening of this process; its heavy imports happen in its thread, not in the page's."""

    def open_it() -> Library:
        from assistant.library import open_library

        library = open_library(settings)
        begin_tidying()
        listing(library).look()  # before the page needs it
        Thread(target=prepare, args=(library,), name="preparing", daemon=True).start()
        keeper(settings).warm()
        return library

    return Opening(open_it)


def prepare(library: Library) -> None:
    """Have a chat model's client loaded before the first question; whoever asks is told what is wrong with it."""
    with suppress(ModelTrouble):
        library.prepare()


def ready(opened: Opening) -> Library | None:
    """The library, once it is open and holds an article."""
    found = opened.look()
    if found is None or isinstance(found, Unopened) or not listing(found).look().articles:
        return None
    return found
