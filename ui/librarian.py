"""Changes to the library that the page asks for, one at a time, each made by its own thread."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

from assistant.errors import FootnoteError
from ui.jobs import Failed
from ui.listing import listing
from ui.opening import opening
from ui.progress import Progress
from ui.uploads import Upload, named_apart, pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.domain import ArticleSummary
    from assistant.embeddings.encoder import Encoder
    from assistant.settings import Settings
    from ingest.draft import Rejected
    from ingest.piece import Piece
    from ingest.report import Report
    from ui.opening import Opening

    Pieces = Iterator[Piece | Rejected]

_logger = logging.getLogger(__name__)

FAILED = Failed("The library was not changed to the end because of an error in the program. Its log says more.")


@dataclass(frozen=True, slots=True)
class Added:
    """Files were read into the library."""

    report: Report


@dataclass(frozen=True, slots=True)
class Removed:
    """Articles were taken out; they are kept aside until the next ingest."""

    articles: tuple[ArticleSummary, ...]


@dataclass(frozen=True, slots=True)
class Restored:
    """Articles are back that had been taken out."""

    count: int


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The library was made anew from its stored text."""

    articles: int


Done = Added | Removed | Restored | Rebuilt
Work = Callable[[Progress], Done]


class Change:
    """One change on its way. A run of the page ends at every click, so a thread works and the page looks."""

    def __init__(self, doing: str, work: Work, progress: Progress, *, stoppable: bool) -> None:
        self.doing = doing
        self.stoppable = stoppable
        self.progress = progress
        self.outcome: Done | Failed | None = None
        self._over = Event()
        Thread(target=self._make, args=(work,), name="librarian", daemon=True).start()

    def wait(self, seconds: float) -> bool:
        """Whether it is over by then."""
        return self._over.wait(seconds)

    def _make(self, work: Work) -> None:
        try:
            self.outcome = work(self.progress)
        except FootnoteError as error:
            self.outcome = Failed(str(error))
        except (OSError, sqlite3.Error) as error:
            _logger.exception("the disk refused a change")
            self.outcome = Failed(f"The library could not be written: {error}. What was done until then is kept.")
        except Exception:
            _logger.exception("a change was not made")
        finally:
            self.outcome = self.outcome or FAILED
            self._over.set()


class Librarian:
    """Makes the changes of all visits: what one began the others see, too."""

    def __init__(self, settings: Settings, opened: Opening) -> None:
        self.settings = settings
        self._opened = opened
        self._change: Change | None = None
        self._lock = Lock()

    @property
    def change(self) -> Change | None:
        """The change under way, or the last one, until it is put aside."""
        return self._change

    @property
    def is_busy(self) -> bool:
        return self._change is not None and self._change.outcome is None

    def put_aside(self) -> None:
        """What came of the last change has been read."""
        if not self.is_busy:
            self._change = None

    def add(self, uploads: Sequence[Upload]) -> bool:
        """Read files into the library; False where another change is under way."""

        def pieces(progress: Progress) -> Pieces:
            return pieces_of(named_apart(uploads), self._largest, progress)

        return self._ingest(pieces, Progress(sum(each.size for each in uploads)))

    def follow(self, addresses: Sequence[str]) -> bool:
        """Read what is behind these addresses into the library; False where another change is under way."""

        def pieces(progress: Progress) -> Pieces:
            from ingest.links.following import pieces_of_links
            from ingest.links.limits import LIMITS

            return pieces_of_links(
                addresses,
                self.settings.home,
                allow_private=self.settings.allow_private_addresses,
                on_asking=progress.ask,
                limits=replace(LIMITS, sent=self._largest, unpacked=self._largest),
            )

        return self._ingest(pieces, Progress(0))

    def remove(self, articles: Sequence[ArticleSummary]) -> None:
        """Take articles out of the library, unless another change is under way."""

        def work(progress: Progress) -> Removed:
            from ingest.ingesting import remove

            remove([each.id for each in articles], self.settings.home, self._encoder(), progress.wait_for)
            self._relist()
            return Removed(tuple(articles))

        self._begin("Removing articles", work, Progress(0))

    def restore(self, articles: Sequence[ArticleSummary]) -> None:
        """Put back what was removed, unless another change is under way."""

        def work(progress: Progress) -> Restored:
            from ingest.ingesting import restore

            restore([each.id for each in articles], self.settings.home, self._encoder(), progress.wait_for)
            self._relist()
            return Restored(len(articles))

        self._begin("Putting articles back", work, Progress(0))

    def rebuild(self) -> None:
        """Make the library anew from its stored text, unless another change is under way."""

        def work(_: Progress) -> Rebuilt:
            from ui.renewing import renew

            articles = renew(self.settings)
            self._opened.try_again()
            return Rebuilt(articles)

        self._begin("Making the library anew from its own text", work, Progress(0))

    def _begin(self, doing: str, work: Work, progress: Progress, *, stoppable: bool = False) -> bool:
        with self._lock:
            if self.is_busy:
                return False
            self._change = Change(doing, work, progress, stoppable=stoppable)
            return True

    def _ingest(self, pieces: Callable[[Progress], Pieces], progress: Progress) -> bool:
        def work(progress: Progress) -> Added:
            from ingest.ingesting import ingest

            def on_progress(report: Report) -> None:
                progress.begin()
                progress.articles, progress.rejected = report.read, len(report.rejected)

            report = ingest(
                pieces(progress),
                self.settings.home,
                self._encoder(),
                on_progress=on_progress,
                on_wait=progress.wait_for,
                stop=lambda: progress.is_stopping,
            )
            self._relist()
            return Added(report)

        return self._begin("Adding articles", work, progress, stoppable=True)

    @property
    def _largest(self) -> int:
        return self.settings.max_file_mb * 1024**2

    def _encoder(self) -> Encoder:
        """The one that the open library answers with; there is none yet for the first articles of all."""
        from assistant.embeddings import open_encoder
        from assistant.library import Library

        found = self._opened.look()
        if isinstance(found, Library):
            return found.encoder
        return open_encoder(self.settings.embeddings, self.settings.weights)

    def _relist(self) -> None:
        """Have the new list ready before the change is said to be over."""
        from assistant.library import Library

        found = self._opened.look()
        if isinstance(found, Library):
            listing(found).refresh()


@cache
def librarian(settings: Settings) -> Librarian:
    """The one librarian of this process."""
    return Librarian(settings, opening(settings))
