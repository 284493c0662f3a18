"""The library made anew from its stored text, beside the present one until it is whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from assistant.corpus.batches import batches
from assistant.corpus.chroma import PAGE, Row
from assistant.corpus.folder import Folder, Waiting
from assistant.corpus.known import Known
from assistant.corpus.memory import give_back
from assistant.corpus.opening import open_to_rebuild, open_to_write
from assistant.corpus.records import Entry
from assistant.corpus.rows import article_rows, passage_rows, vectors_for
from assistant.corpus.stamp import Stamp, require_no_newer
from assistant.corpus.stored import known_articles, links_of, stored_articles
from assistant.corpus.succession import swap
from assistant.corpus.writing import INGEST_PATIENCE
from assistant.domain import Article
from assistant.embeddings.encoder import Encoder


@contextmanager
def rebuilding(
    home: Path,
    encoder: Encoder,
    passages_version: int,
    on_wait: Waiting | None = None,
    patience: float = INGEST_PATIENCE,
) -> Iterator[Rebuilder]:
    """Be the one writer, whatever state the index is in. Raises LibraryMissing where there is no library."""
    folder = Folder(home)
    folder.require_there()
    with folder.ingesting(patience, on_wait):
        stamp = Stamp(encoder.name, encoder.dimension, passages_version)
        with closing(Rebuilder(folder, encoder, stamp)) as rebuilder:
            yield rebuilder


class Rebuilder:
    """Reads the records and writes others beside them; the present index is neither read nor needed."""

    def __init__(self, folder: Folder, encoder: Encoder, stamp: Stamp) -> None:
        self._folder, self._encoder, self._stamp = folder, encoder, stamp
        self._chroma = open_to_rebuild(folder)
        require_no_newer(folder.home, self._chroma.stamp, stamp)
        self._vectors = folder.vectors()

    def close(self) -> None:
        self._vectors.close()
        self._chroma.close()

    def counts(self) -> tuple[int, int]:
        """Articles and passages."""
        return self._chroma.articles.count(), self._chroma.passages.count()

    def stored(self) -> Iterator[tuple[Known, Article]]:
        """Every article as it is stored."""
        for some in batches(known_articles(self._chroma), PAGE // 10):
            articles = stored_articles(self._chroma, [each.article_id for each in some])
            yield from ((each, articles[each.article_id]) for each in some)

    def rebuild(self, pieces: Iterable[Sequence[Entry]]) -> int:
        """Make the library anew, then swap; returns how many texts were encoded."""
        encoded, used = 0, set[str]()
        self._folder.rebuilding.touch()
        with self._folder.locked():
            articles, passages = self._chroma.start_over(self._stamp)
        for entries in pieces:
            count, vectors = vectors_for(entries, self._vectors, self._encoder)
            encoded += count
            used |= set(vectors)
            with self._folder.locked():
                self._chroma.upsert(passages, [row for each in entries for row in passage_rows(each)], vectors)
                self._chroma.upsert(articles, self._linked_rows(entries), vectors)
            give_back()
        self._swap()
        self._vectors.keep_only(self._stamp.encoder, used)
        return encoded

    def _linked_rows(self, entries: Sequence[Entry]) -> list[Row]:
        """The articles' rows, with the copies that they were linked with: their words stay as they are."""
        links = links_of(self._chroma, [each.article.id for each in entries])
        return [replace(row, metadata=row.metadata | links[row.id]) for row in article_rows(entries)]

    def _swap(self) -> None:
        with self._folder.changing():
            self._folder.swapping.touch()
            self._chroma.close()
            swap(self._folder.chroma, self._folder.swapping)
        self._folder.rebuilding.unlink(missing_ok=True)
        self._chroma = open_to_write(self._folder, self._stamp).chroma
