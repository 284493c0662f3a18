"""A library's folder shared between processes: locks, generation, and mending before use."""

from __future__ import annotations

import logging
import shlex
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.corpus import segments
from assistant.corpus.chroma import (
    NAMES,
    Chroma,
    Stamp,
    complete,
    drop_unfinished,
    failures,
    missing,
    refill,
    refill_past,
    swap,
)
from assistant.corpus.generation import Generation
from assistant.corpus.locks import CHROMA_PATIENCE, hold
from assistant.corpus.matrix import Matrix, Placed
from assistant.corpus.records import place_of
from assistant.corpus.remembered import Remembered
from assistant.corpus.stored import AtHand, stored_articles
from assistant.corpus.vectors import Vectors
from assistant.domain import Article
from assistant.errors import CorpusMismatch, LibraryBusy, LibraryDamaged, LibraryUnusable
from assistant.lexical import Entry, Lexical

log = logging.getLogger(__name__)

Waiting = Callable[[str], None]

# A reader that finds a broken index leaves it to a writer about to open it, and looks again after a pause.
_WRITERS_TURN = 10.0
_PAUSE = 0.2


@dataclass(frozen=True, slots=True)
class Opened:
    """Chroma and its caches, all at the same generation. counts: articles and passages."""

    chroma: Chroma
    counts: tuple[int, int]
    articles: AtHand
    lexical: Lexical
    matrix: Matrix
    generation: int


class Folder:
    """What the processes that share a library agree on.

    `ingest.lock` is held for a whole ingest or removal. `chroma.lock` is held for each write batch and for each open
    together with its first query: Chroma dies or loses vectors when a process opens its files while another
    writes. Whoever takes chroma.lock and finds the generation odd knows that a writer died, and mends; the
    file `unswept` then tells the next writer to look for passages without an article.
    """

    def __init__(self, home: Path) -> None:
        self.home = home
        self.chroma = home / "chroma"
        self.lexical = home / "lexical"
        self.matrix = home / "matrix"
        self.known = home / "known"
        self.unswept = home / "unswept"
        self.repetitions = home / "repetitions.json"
        self.rebuilding = home / "rebuilding"
        self.swapping = home / "swapping"
        self.undoable = home / "undoable"
        self.restoring = home / "restoring"
        self.verdicts = home / "copies.json"
        self.generation = Generation(home)

    @property
    def exists(self) -> bool:
        return (self.chroma / "chroma.sqlite3").exists()

    def require_there(self) -> None:
        """Raise LibraryMissing where no library was made, LibraryUnusable where one has been restored in part."""
        self.require_restored()
        if not self.exists:
            raise missing(self.home)

    def require_restored(self) -> None:
        """Raise LibraryUnusable where a backup is being restored, or was not to the end."""
        if self.restoring.exists():
            raise LibraryUnusable(
                f"{self.home} is being restored from a backup, or that was cut short; wait until it has ended, or run "
                "the same `footnote restore` again, which begins anew"
            )

    def remembered(self) -> Remembered | None:
        """What is known of the articles without opening Chroma; None where nobody noted it or something is amiss."""
        signs = (self.unswept, self.rebuilding, self.swapping, self.restoring)
        is_amiss = not self.exists or any(each.exists() for each in signs)
        return None if is_amiss else Remembered.open(self.known, self.generation.read())

    def vectors(self) -> Vectors:
        return Vectors(self.home / "vectors.db")

    def require(self, found: Stamp, wanted: Stamp) -> None:
        """Raise CorpusMismatch unless the library was made with this encoder and cut this way."""
        self.require_no_newer(found, wanted)
        command = f"footnote ingest --rebuild --home {shlex.quote(str(self.home))}"
        remedy = f"run `{command}`, which makes it anew from the stored text"
        if (found.encoder, found.dimension) != (wanted.encoder, wanted.dimension):
            raise CorpusMismatch(
                f"{self.home} was embedded with {found.encoder}, but {wanted.encoder} is set; {remedy}"
            )
        if found.passages_version != wanted.passages_version:
            raise CorpusMismatch(f"{self.home} was made by an older version of Footnote; {remedy}")

    def require_no_newer(self, found: Stamp, wanted: Stamp) -> None:
        """Raise CorpusMismatch where a version made the library that knows what this one does not."""
        if found.passages_version > wanted.passages_version:
            raise CorpusMismatch(f"{self.home} was made by a newer version of Footnote; update this one to open it")

    @contextmanager
    def ingesting(self, patience: float, on_wait: Waiting | None = None) -> Iterator[None]:
        """Be the one writer; others wait."""
        with hold(self.home / "ingest.lock", patience, on_wait):
            yield

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Touch Chroma's files without changing what readers see. Raises LibraryUnusable for a full disk."""
        with hold(self.home / "chroma.lock", CHROMA_PATIENCE):
            try:
                yield
            except failures() as error:
                raise LibraryUnusable(
                    f"{self.home} cannot be written ({str(error)[:200]}); is the disk full? "
                    "Make room, then run the same again: what was done is kept"
                ) from error

    @contextmanager
    def changing(self) -> Iterator[int]:
        """Write a batch; yields the generation that it ends with. Readers wait, and reopen afterwards."""
        with self.locked():
            number = self.generation.begin()
            yield number
            self.generation.finish(number)

    def open(self) -> Opened:
        """Open for reading. Raises LibraryMissing; mends what a killed writer or a bad disk left."""
        self.require_there()
        deadline = time.monotonic() + _WRITERS_TURN
        while True:
            try:
                with self.locked():
                    return self._open(self._mend_alone)
            except LibraryBusy:
                if time.monotonic() > deadline:
                    raise
                time.sleep(_PAUSE)

    def open_to_write(self, stamp: Stamp) -> Opened:
        """Open, made first where there is nothing. Only while `ingesting`."""
        with self.locked():
            self._end_rebuild()
            complete(self.chroma, stamp)
            return self._open(self._mend)

    def open_to_rebuild(self) -> Chroma:
        """Open the records, whatever state the index is in. Only while `ingesting`."""
        with self.locked():
            self._end_rebuild()
            whole = self._look_whole()
            if not whole:
                segments.set_aside(self.chroma)
            chroma = Chroma.without_index(self.chroma)
            if not whole:
                refill_past(chroma)
            return chroma

    def _end_rebuild(self) -> None:
        """Finish a rebuild that was cut short in its swap; drop one that was cut short before."""
        swap(self.chroma, self.swapping)
        if self.rebuilding.exists():
            drop_unfinished(self.chroma)
            self.rebuilding.unlink()

    def _look_whole(self) -> bool:
        """Whether the index can be opened; looked at closely where a writer died."""
        cut_short = self.generation.read() % 2 == 1
        if cut_short:
            log.warning("%s: the last ingest was cut short; looking whether its index is whole", self.home)
            self.unswept.touch()
        return segments.look_whole(self.chroma, NAMES) and not (cut_short and not segments.survive_a_probe(self.chroma))

    def _open(self, mend: Callable[[], None]) -> Opened:
        swap(self.chroma, self.swapping)
        if not self._look_whole():
            mend()
        elif self.generation.read() % 2:
            self.generation.finish(self.generation.read() + 1)
        try:
            chroma = Chroma(self.chroma)
        except LibraryDamaged as damage:
            log.warning("%s", damage)
            mend()
            chroma = Chroma(self.chroma)
        generation = self.generation.read()
        # Chroma counts anew each time: 5 ms at 100,000 passages.
        counts = chroma.articles.count(), chroma.passages.count()
        lexical, matrix = self._lexical(chroma, generation, counts[1]), self._matrix(chroma, generation, counts[1])
        return Opened(chroma, counts, AtHand(chroma), lexical, matrix, generation)

    def _mend_alone(self) -> None:
        """Mend, unless a writer is at work: it holds the index in memory and would write over what is mended."""
        try:
            with self.ingesting(patience=0):
                self._mend()
        except LibraryBusy as busy:
            raise LibraryBusy(f"{self.chroma} has a broken index, and it cannot be mended now: {busy}") from busy

    def _mend(self) -> None:
        log.warning("%s: the vector index is broken; filling it again from vectors.db", self.home)
        vectors = self.vectors()
        number = self.generation.begin()
        filled = refill(self.chroma, vectors)
        self.generation.finish(number)
        vectors.close()
        log.warning("%s: the vector index is whole again (%d vectors)", self.home, filled)

    def _lexical(self, chroma: Chroma, generation: int, passages: int) -> Lexical:
        lexical = Lexical.open(self.lexical, generation, passages)
        if lexical is None:
            log.info("%s: rebuilding the lexical index", self.home)
            lexical = Lexical.build(self.lexical, _entries(chroma), generation, passages)
        return lexical

    def _matrix(self, chroma: Chroma, generation: int, passages: int) -> Matrix:
        matrix = Matrix.open(self.matrix, generation, passages)
        if matrix is None:
            log.info("%s: rebuilding the matrix of vectors", self.home)
            matrix = Matrix.build(self.matrix, _placed(chroma), generation, passages)
        return matrix


def _entries(chroma: Chroma) -> Iterator[Entry]:
    """Every passage as the lexical index takes it."""
    for page, articles in _described(chroma, ["documents", "metadatas"]):
        for passage_id, text, metadata in zip(page["ids"], page["documents"], page["metadatas"], strict=True):
            article_id = place_of(passage_id).article_id
            if article_id in articles:
                folded = str(metadata["folded"])
                yield Entry(passage_id, article_id, text, folded, articles[article_id].description)


def _placed(chroma: Chroma) -> Iterator[Placed]:
    """Every passage as the matrix takes it."""
    for page, articles in _described(chroma, ["embeddings"]):
        for passage_id, vector in zip(page["ids"], page["embeddings"], strict=True):
            article = articles.get(place_of(passage_id).article_id)
            if article:
                yield Placed(passage_id, vector, article.description)


def _described(chroma: Chroma, include: Sequence[str]) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Article]]]:
    """Every passage with its article, a page at a time in memory."""
    articles: dict[str, Article] = {}
    for page in chroma.pages(chroma.passages, include):
        wanted = {place_of(each).article_id for each in page["ids"]}
        articles = {each: article for each, article in articles.items() if each in wanted}
        articles |= stored_articles(chroma, sorted(wanted - set(articles)))
        yield page, articles
