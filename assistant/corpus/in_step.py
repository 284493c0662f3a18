"""What the one writer of a library has open, and brings to each new generation together."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from assistant.corpus.cached import Cached
from assistant.corpus.chroma import Chroma
from assistant.corpus.folder import Folder
from assistant.corpus.known import Known
from assistant.corpus.opening import Opened, open_to_write
from assistant.corpus.remembered import Remembered
from assistant.corpus.stamp import Stamp
from assistant.corpus.stored import known_articles, passages_without_article
from assistant.lexical import Lexical

log = logging.getLogger(__name__)


class InStep:
    """Chroma, the caches beside it, and what is remembered of the articles.

    Chroma is opened when there is something to write, or nobody noted what the library knows of its articles.
    """

    def __init__(self, folder: Folder, stamp: Stamp) -> None:
        self._folder, self._stamp = folder, stamp
        self._held: _Held | None = None
        self.remembered = folder.remembered() or self._remember()

    def close(self) -> None:
        if self._held:
            self._held.opened.chroma.close()

    @property
    def chroma(self) -> Chroma:
        return self._open().opened.chroma

    @property
    def lexical(self) -> Lexical:
        return self._open().opened.lexical

    @property
    def ids(self) -> set[str]:
        """The articles that are there; to be changed with them."""
        return self._open().ids

    @contextmanager
    def changing(self) -> Iterator[int]:
        """A batch; what is written to is opened before, for opening waits for the same lock."""
        self._open()
        with self._folder.changing() as number:
            yield number

    def follow(
        self,
        number: int,
        stale: Sequence[str] = (),
        cached: Sequence[Cached] = (),
        gone: Iterable[str] = (),
        known: Iterable[Known] = (),
    ) -> None:
        """Bring all that is beside Chroma to this generation. stale, cached: passages; gone, known: articles."""
        passages = self.chroma.passages.count()
        self._cache(stale, cached, number, passages)
        self.remembered.change(gone, known, number, passages)

    def _cache(self, stale: Sequence[str], cached: Sequence[Cached], number: int, passages: int) -> None:
        opened = self._open().opened
        opened.lexical.change(stale, [each.lexical for each in cached], number, passages)
        opened.matrix.change(stale, [each.placed for each in cached], number, passages)

    def _open(self) -> _Held:
        if self._held is None:
            opened = open_to_write(self._folder, self._stamp)
            self._held = _Held(opened, set(opened.chroma.ids(opened.chroma.articles)))
            if self._folder.unswept.exists():
                self._sweep()
        return self._held

    def _remember(self) -> Remembered:
        """Note anew what Chroma knows."""
        chroma = self.chroma
        with self._folder.locked():
            generation, passages = self._folder.generation.read(), chroma.passages.count()
            return Remembered.build(self._folder.known, chroma.stamp, known_articles(chroma), generation, passages)

    def _sweep(self) -> None:
        """Take out the passages that a killed writer left without their article."""
        stale = passages_without_article(self.chroma, self.ids)
        if stale:
            log.warning("%s: taking out %d passages of an ingest that was cut short", self._folder.home, len(stale))
            with self.changing() as number:
                self.chroma.delete(self.chroma.passages, stale)
                self._cache(stale, [], number, self.chroma.passages.count())
        self._folder.unswept.unlink()


@dataclass(frozen=True, slots=True)
class _Held:
    """The library open for writing. ids: the articles that are there, which changes with every batch."""

    opened: Opened
    ids: set[str]
