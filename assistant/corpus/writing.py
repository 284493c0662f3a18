"""The library as its one writer changes it: batch by batch, embedding only what is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from assistant.corpus.batches import batches
from assistant.corpus.cached import cached_rows
from assistant.corpus.chroma import PAGE, Chroma, Row
from assistant.corpus.folder import Folder, Waiting, make_home
from assistant.corpus.in_step import InStep
from assistant.corpus.known import Known
from assistant.corpus.linked import Linked, link_record
from assistant.corpus.memory import give_back, keep_little
from assistant.corpus.past import forget, put_by_articles, put_versions, removed_wholly, superseded
from assistant.corpus.records import Entry, Metadata, known_record, place_of
from assistant.corpus.repetitions import Line, Repetitions, read_repetitions, write_repetitions
from assistant.corpus.rows import article_rows, passage_rows, vectors_for
from assistant.corpus.stamp import Stamp, require_same
from assistant.corpus.stored import linked_articles, stored_articles
from assistant.domain import Article, Version
from assistant.embeddings.encoder import Encoder

# More than any outlet puts into the articles of a library.
_HOLDING = 1_000_000

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
    make_home(home)
    folder = Folder(home)
    with folder.ingesting(patience, on_wait):
        folder.require_restored()
        with closing(Writer(folder, encoder, Stamp(encoder.name, encoder.dimension, passages_version))) as writer:
            yield writer


@dataclass(frozen=True, slots=True)
class Change:
    """What writing an article does to its passages."""

    rows: list[Row]
    stale: list[str]


class Writer:
    """The one writer of the library. Each batch is there as a whole for readers, or not at all."""

    def __init__(self, folder: Folder, encoder: Encoder, stamp: Stamp) -> None:
        self._folder, self._encoder, self._stamp = folder, encoder, stamp
        self._vectors = folder.vectors()
        self._open = InStep(folder, stamp)

    @property
    def _chroma(self) -> Chroma:
        return self._open.chroma

    def close(self) -> None:
        self._vectors.close()
        self._open.close()

    def known(self) -> list[Known]:
        """What the library remembers of each article; asked for once."""
        return self._open.remembered.take()

    def counts(self) -> tuple[int, int]:
        """Articles and passages."""
        return self._open.remembered.counts

    def require_same_encoder(self) -> None:
        """Raise CorpusMismatch when the library was made another way."""
        require_same(self._folder.home, self._open.remembered.stamp, self._stamp)

    def articles(self, ids: Sequence[str]) -> Mapping[str, Article]:
        """These articles, without those that are not there."""
        return stored_articles(self._chroma, ids)

    def everything(self) -> Iterator[Article]:
        """Every article, some at a time in memory."""
        for some in batches(sorted(self._open.ids), PAGE // 10):
            yield from self.articles(list(some)).values()

    def holding(self, folded: str) -> Sequence[str]:
        """The articles that have a paragraph of these words, by id."""
        found = self._open.lexical.same_words(folded, _HOLDING)
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
            with self._open.changing() as number:
                self._chroma.restate(self._chroma.articles, {each.article_id: link_record(each) for each in articles})
                self._open.follow(number)

    def write(self, entries: Sequence[Entry], versions: Sequence[Version] = (), restated: Sequence[Known] = ()) -> int:
        """Put these articles in, or in place of what they were; returns how many texts were encoded.

        versions: what articles that are there already were before. restated: what is to be remembered of articles
        whose words stay as they are.
        """
        encoded, vectors = vectors_for(entries, self._vectors, self._encoder)
        there = [entry.article.id for entry in entries if entry.article.id in self._open.ids]
        before = stored_articles(self._chroma, there)
        changes = [self._change(entry, before.get(entry.article.id)) for entry in entries]
        rows = [row for change in changes for row in change.rows]
        stale = [each for change in changes for each in change.stale]
        earlier = [each for entry in entries for each in superseded(entry, before)]
        with self._open.changing() as number:
            # What an article was before what it is; passages before their article, what is stale last: an
            # interruption leaves a version that is still the present one, or passages too many.
            put_versions(self._chroma, [*versions, *earlier])
            self._chroma.upsert(self._chroma.passages, rows, vectors)
            self._chroma.upsert(self._chroma.articles, article_rows(entries), vectors)
            self._chroma.restate(self._chroma.articles, {each.article_id: known_record(each) for each in restated})
            self._chroma.delete(self._chroma.passages, stale)
            changed = [*stale, *(row.id for row in rows)]
            known = [*(entry.known for entry in entries), *restated]
            self._open.follow(number, changed, cached_rows(entries, rows, vectors), known=known)
        self._open.ids.update(entry.article.id for entry in entries)
        give_back()
        return encoded

    def remove(self, article_ids: Sequence[str], moment: datetime) -> None:
        """Take these articles out; they are kept aside to be put back."""
        if not article_ids:
            return
        self._folder.undoable.touch()
        for some in batches(article_ids, PAGE // 10):
            with self._open.changing() as number:
                put_by_articles(self._chroma, some, moment)
                stale = list(self._passages_of(some))
                # Articles first: an interruption leaves only passages too many.
                self._chroma.delete(self._chroma.articles, some)
                self._chroma.delete(self._chroma.passages, stale)
                self._open.follow(number, stale, gone=some)
            self._open.ids.difference_update(some)

    def removed(self, article_ids: Sequence[str]) -> list[tuple[Known, Article]]:
        """Those of these articles that were taken out and are not back."""
        return removed_wholly(self._chroma, set(article_ids) - self._open.ids)

    def forget_removed(self, article_ids: Sequence[str] | None = None) -> None:
        """Forget that these articles were taken out: they are back. Where none are named, nothing comes back."""
        if self._folder.undoable.exists():
            with self._open.changing() as number:
                forget(self._chroma, article_ids)
                self._open.follow(number)
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
