"""The library as its one writer changes it: batch by batch, embedding only what is new."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assistant.corpus.batches import batches
from assistant.corpus.cached import Cached, cached_rows
from assistant.corpus.chroma import PAGE, Chroma, Row
from assistant.corpus.folder import Folder, Waiting
from assistant.corpus.known import Known
from assistant.corpus.linked import Linked, link_record
from assistant.corpus.memory import give_back, keep_little
from assistant.corpus.opening import Opened, open_to_write
from assistant.corpus.past import forget, put_by_articles, put_versions, removed_wholly, superseded
from assistant.corpus.records import Entry, Metadata, known_record, place_of
from assistant.corpus.remembered import Remembered
from assistant.corpus.repetitions import Line, Repetitions, read_repetitions, write_repetitions
from assistant.corpus.rows import article_rows, passage_rows, vectors_for
from assistant.corpus.stamp import Stamp, require_same
from assistant.corpus.stored import known_articles, linked_articles, passages_without_article, stored_articles
from assistant.domain import Article, Version
from assistant.embeddings.encoder import Encoder
from assistant.errors import LibraryUnusable

# More than any outlet puts into the articles of a library.
_HOLDING = 1_000_000

log = logging.getLogger(__name__)

# How long a second ingest waits for the first: a night's.
INGEST_PATIENCE = 12 * 3600.0


@contextmanager
def writing(
    home: Path,
    encoder: Encoder,
    passages_version: int,
    on_wait: Waiting | None = None,
    patience: float = INGEST_PATIENCE,
) -> Iterator[Writer]:
    """Be the one writer of the library in this folder, which is made if it is not there."""
    keep_little()
    _make_folder(home)
    folder = Folder(home)
    with folder.ingesting(patience, on_wait):
        folder.require_restored()
        writer = Writer(folder, encoder, Stamp(encoder.name, encoder.dimension, passages_version))
        try:
            yield writer
        finally:
            writer.close()


def _make_folder(home: Path) -> None:
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryUnusable(f"{home} cannot be made ({error.strerror}); name another folder with --home") from error


class Writer:
    """The one writer of the library. Each batch is there as a whole for readers, or not at all.

    Chroma is opened when there is something to write, or nobody noted what the library knows of its articles.
    """

    def __init__(self, folder: Folder, encoder: Encoder, stamp: Stamp) -> None:
        self._folder, self._encoder, self._stamp = folder, encoder, stamp
        self._vectors = folder.vectors()
        self._held: _Held | None = None
        self._remembered = folder.remembered() or self._remember()

    def close(self) -> None:
        self._vectors.close()
        if self._held:
            self._held.opened.chroma.close()

    def known(self) -> list[Known]:
        """What the library remembers of each article; asked for once."""
        return self._remembered.take()

    def counts(self) -> tuple[int, int]:
        """Articles and passages."""
        return self._remembered.counts

    def require_same_encoder(self) -> None:
        """Raise CorpusMismatch when the library was made another way."""
        require_same(self._folder.home, self._remembered.stamp, self._stamp)

    def articles(self, ids: Sequence[str]) -> Mapping[str, Article]:
        """These articles, without those that are not there."""
        return stored_articles(self._chroma, ids)

    def everything(self) -> Iterator[Article]:
        """Every article, some at a time in memory."""
        for some in batches(sorted(self._ids), PAGE // 10):
            yield from self.articles(list(some)).values()

    def holding(self, folded: str) -> Sequence[str]:
        """The articles that have a paragraph of these words, by id."""
        found = self._open().opened.lexical.same_words(folded, _HOLDING)
        return list(dict.fromkeys(place_of(each).article_id for each in found))

    def repetitions(self) -> Repetitions:
        """What is remembered of the lines that outlets repeat; an empty library has none to look for."""
        articles, _ = self.counts()
        return read_repetitions(self._folder.repetitions) if articles else Repetitions(cut_short=False)

    def note_repetitions(self, lines: Iterable[Line], *, cut_short: bool) -> None:
        """Remember them. cut_short: whether articles are still to be looked at."""
        write_repetitions(self._folder.repetitions, lines, cut_short=cut_short)

    @property
    def generation(self) -> int:
        """Changes with every batch that is written."""
        return self._folder.generation.read()

    @property
    def verdicts(self) -> Path:
        """Where it is kept which articles were compared."""
        return self._folder.verdicts

    def linked(self) -> list[Linked]:
        """Every article as it is compared with others."""
        return linked_articles(self._chroma)

    def link(self, articles: Sequence[Linked]) -> None:
        """Write down what these articles' copies are."""
        if articles:
            with self._changing() as number:
                self._chroma.restate(self._chroma.articles, {each.article_id: link_record(each) for each in articles})
                self._cache([], [], number)
                self._note([], [], number)

    def _remember(self) -> Remembered:
        """Note anew what Chroma knows."""
        chroma = self._chroma
        with self._folder.locked():
            generation, passages = self._folder.generation.read(), chroma.passages.count()
            return Remembered.build(self._folder.known, chroma.stamp, known_articles(chroma), generation, passages)

    def _open(self) -> _Held:
        if self._held is None:
            opened = open_to_write(self._folder, self._stamp)
            self._held = _Held(opened, set(opened.chroma.ids(opened.chroma.articles)))
            if self._folder.unswept.exists():
                self._sweep()
        return self._held

    @property
    def _chroma(self) -> Chroma:
        return self._open().opened.chroma

    @property
    def _ids(self) -> set[str]:
        """The articles that are there."""
        return self._open().ids

    @contextmanager
    def _changing(self) -> Iterator[int]:
        """A batch; what is written to is opened before, for opening waits for the same lock."""
        self._open()
        with self._folder.changing() as number:
            yield number

    def write(self, entries: Sequence[Entry], versions: Sequence[Version] = (), restated: Sequence[Known] = ()) -> int:
        """Put these articles in, or in place of what they were; returns how many texts were encoded.

        versions: what articles that are there already were before. restated: what is to be remembered of articles
        whose words stay as they are.
        """
        encoded, vectors = vectors_for(entries, self._vectors, self._encoder)
        known = [entry.article.id for entry in entries if entry.article.id in self._ids]
        before = stored_articles(self._chroma, known)
        changes = [self._change(entry, before.get(entry.article.id)) for entry in entries]
        rows = [row for change in changes for row in change.rows]
        stale = [each for change in changes for each in change.stale]
        earlier = [each for entry in entries for each in superseded(entry, before)]
        with self._changing() as number:
            # What an article was before what it is; passages before their article, what is stale last: an
            # interruption leaves a version that is still the present one, or passages too many.
            put_versions(self._chroma, [*versions, *earlier])
            self._chroma.upsert(self._chroma.passages, rows, vectors)
            self._chroma.upsert(self._chroma.articles, article_rows(entries), vectors)
            self._chroma.restate(self._chroma.articles, {each.article_id: known_record(each) for each in restated})
            self._chroma.delete(self._chroma.passages, stale)
            self._cache([*stale, *(row.id for row in rows)], cached_rows(entries, rows, vectors), number)
            self._note([], [*(entry.known for entry in entries), *restated], number)
        self._ids.update(entry.article.id for entry in entries)
        give_back()
        return encoded

    def remove(self, article_ids: Sequence[str], moment: datetime) -> None:
        """Take these articles out; they are kept aside to be put back."""
        if not article_ids:
            return
        self._folder.undoable.touch()
        for some in batches(article_ids, PAGE // 10):
            with self._changing() as number:
                put_by_articles(self._chroma, some, moment)
                stale = list(self._passages_of(some))
                # Articles first: an interruption leaves only passages too many.
                self._chroma.delete(self._chroma.articles, some)
                self._chroma.delete(self._chroma.passages, stale)
                self._cache(stale, [], number)
                self._note(some, [], number)
            self._ids.difference_update(some)

    def removed(self, article_ids: Sequence[str]) -> list[tuple[Known, Article]]:
        """Those of these articles that were taken out and are not back."""
        return removed_wholly(self._chroma, set(article_ids) - self._ids)

    def forget_removed(self, article_ids: Sequence[str] | None = None) -> None:
        """Forget that these articles were taken out: they are back. Where none are named, nothing comes back."""
        if self._folder.undoable.exists():
            with self._changing() as number:
                forget(self._chroma, article_ids)
                self._cache([], [], number)
                self._note([], [], number)
            if article_ids is None:
                self._folder.undoable.unlink()

    def _change(self, entry: Entry, before: Article | None) -> Change:
        """What of an article's passages is to be written and what is stale."""
        present = self._passages_of([entry.article.id]) if before else {}
        rows = passage_rows(entry)
        wanted = {row.id for row in rows}
        # The lexical index finds a passage by its article's description, too.
        described = before is not None and before.description == entry.article.description
        return Change(
            rows=[row for row in rows if not described or present.get(row.id) != row.metadata],
            stale=[each for each in present if each not in wanted],
        )

    def _passages_of(self, article_ids: Sequence[str]) -> dict[str, Metadata]:
        """The passages there are of these articles, with their metadata."""
        return self._chroma.metadata(self._chroma.passages, {"article_id": {"$in": list(article_ids)}})

    def _cache(self, stale: Sequence[str], cached: Sequence[Cached], number: int) -> None:
        opened = self._open().opened
        passages = self._chroma.passages.count()
        opened.lexical.change(stale, [each.lexical for each in cached], number, passages)
        opened.matrix.change(stale, [each.placed for each in cached], number, passages)

    def _note(self, gone: Sequence[str], known: Sequence[Known], number: int) -> None:
        self._remembered.change(gone, known, number, self._chroma.passages.count())

    def _sweep(self) -> None:
        """Take out the passages that a killed writer left without their article."""
        stale = passages_without_article(self._chroma, self._ids)
        if stale:
            log.warning("%s: taking out %d passages of an ingest that was cut short", self._folder.home, len(stale))
            with self._changing() as number:
                self._chroma.delete(self._chroma.passages, stale)
                self._cache(stale, [], number)
        self._folder.unswept.unlink()


@dataclass(frozen=True, slots=True)
class _Held:
    """The library open for writing. ids: the articles that are there, which changes with every batch."""

    opened: Opened
    ids: set[str]


@dataclass(frozen=True, slots=True)
class Change:
    """What writing an article does to its passages."""

    rows: list[Row]
    stale: list[str]
