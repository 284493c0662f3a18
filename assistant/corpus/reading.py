"""The library as readers see it: always at its newest generation."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from assistant.corpus.client import failures
from assistant.corpus.folder import Folder
from assistant.corpus.known import Known
from assistant.corpus.opening import Opened, open_to_read
from assistant.corpus.past import removed_articles, versions_of
from assistant.corpus.records import PASSAGES_VERSION, summary_from, vector_digest
from assistant.corpus.stamp import Stamp, require_same
from assistant.corpus.stored import known_articles
from assistant.corpus.vectors import Vector, Vectors
from assistant.corpus.within import nearest_within, similarities
from assistant.domain import Article, ArticleSummary, Filters, Removed, Version
from assistant.embeddings.encoder import Encoder
from assistant.errors import LibraryDamaged, UnknownArticle
from assistant.masthead import Credits

Told = TypeVar("Told")

# A look at all articles is followed by a rest of so many times as long.
_REST = 20


@dataclass(frozen=True, slots=True)
class _Looked:
    """What was found in a generation, and until when that will do in the next."""

    generation: int
    credits: Credits
    until: float


class Reader:
    """What the answering side asks of the corpus; safe to use from several threads.

    Before each call it looks whether another process has written, and reopens if so.
    """

    def __init__(self, home: Path) -> None:
        self._folder = Folder(home)
        self._opened: Opened | None = None
        self._vectors: Vectors | None = None
        self._credits: _Looked | None = None
        self._mutex = threading.RLock()

    def _ask(self, question: Callable[[Opened], Told]) -> Told:
        """Put a question to the newest generation; again where a writer took away what it was put to."""
        with self._mutex:
            while True:
                now = self._current()
                try:
                    return question(now)
                except failures() as error:
                    if now.generation == self._folder.generation.read():
                        raise LibraryDamaged(f"{self._folder.home} does not answer ({error})") from error

    def _current(self) -> Opened:
        if self._opened is None or self._opened.generation != self._folder.generation.read():
            self.close()
            self._opened = open_to_read(self._folder)
        return self._opened

    def close(self) -> None:
        """Let go of the index; the next call opens it again."""
        with self._mutex:
            if self._opened is not None:
                self._opened.chroma.close()
                self._opened = None
            if self._vectors is not None:
                self._vectors.close()
                self._vectors = None

    @property
    def generation(self) -> int:
        """Changes with every batch that any process writes."""
        return self._folder.generation.read()

    @property
    def stamp(self) -> Stamp:
        return self._ask(lambda now: now.chroma.stamp)

    def require(self, encoder: Encoder) -> None:
        """Raise CorpusMismatch unless the library was made with this encoder by this version."""
        wanted = Stamp(encoder.name, encoder.dimension, PASSAGES_VERSION)
        require_same(self._folder.home, self.stamp, wanted)

    def known(self) -> list[Known]:
        """What is remembered of each article."""
        return self._ask(lambda now: known_articles(now.chroma))

    def standing(self) -> tuple[list[Known], tuple[int, int]]:
        """What is remembered of each article, and the counts; without opening the library where they are noted."""
        remembered = self._folder.remembered()
        return (remembered.take(), remembered.counts) if remembered else (self.known(), self.counts())

    def counts(self) -> tuple[int, int]:
        """Articles and passages."""
        return self._ask(lambda now: now.counts)

    def nearest(self, vector: Vector, count: int, filters: Filters) -> list[tuple[str, float]]:
        """Ids of the passages nearest in meaning with their cosine similarity, best first."""
        if filters.narrow:
            return self._ask(lambda now: nearest_within(now.chroma, now.matrix, vector, count, filters))
        return self._ask(lambda now: now.chroma.nearest(now.chroma.passages, vector, count))

    def matching(
        self, question: str, count: int, filters: Filters, among: Sequence[str] = ()
    ) -> list[tuple[str, float]]:
        """Ids of the passages that share words with the question with their BM25 score, best first."""
        return self._ask(lambda now: now.lexical.search(question, count, filters, among))

    def similarities(self, vector: Vector, passages: Sequence[str]) -> dict[str, float]:
        """The cosine similarity of these passages."""
        return self._ask(lambda now: similarities(now.chroma, vector, passages))

    def vectors_of(self, texts: Sequence[str]) -> dict[str, Vector]:
        """The vectors kept of these texts, without those that are not."""
        digests = {vector_digest(text): text for text in texts}
        with self._mutex:
            encoder = self.stamp.encoder  # first: a library that has changed is opened anew, and its vectors with it
            if self._vectors is None:
                self._vectors = self._folder.vectors()
            kept = self._vectors.get(encoder, digests)
        return {digests[digest]: vector for digest, vector in kept.items()}

    def passages_with(self, stem: str) -> int:
        """In how many passages a stem stands."""
        return self._ask(lambda now: now.lexical.passages_with(stem))

    def articles(self, ids: Sequence[str]) -> Mapping[str, Article]:
        """These articles, without those that are not there."""
        return self._ask(lambda now: now.articles.get(ids))

    def article(self, article_id: str) -> Article:
        """One article; raises UnknownArticle."""
        found = self.articles([article_id])
        if article_id not in found:
            raise UnknownArticle(
                f"no article {article_id!r} in the library; `footnote articles list` names those there are"
            )
        article = found[article_id]
        there = self._ask(lambda now: now.chroma.present(now.chroma.articles, article.copies))
        return replace(article, copies=tuple(each for each in article.copies if each in there))

    def versions(self, article_id: str) -> Sequence[Version]:
        """What an article was before its publisher changed it, newest first."""
        return self._ask(lambda now: versions_of(now.chroma, article_id))

    def removed(self) -> Sequence[Removed]:
        """What was taken out and can be put back until the next ingest, the last first."""
        return self._ask(lambda now: removed_articles(now.chroma))

    def same_words(self, folded: str, count: int) -> list[str]:
        """Ids of passages whose paragraphs are the same but for case, space and punctuation."""
        return self._ask(lambda now: now.lexical.same_words(folded, count))

    def summaries(self) -> list[ArticleSummary]:
        """Every article's line in the list, newest first, those without a date last."""
        found = self._ask(_summaries)
        there = {summary.id for summary in found}
        standing = (replace(each, copies=tuple(copy for copy in each.copies if copy in there)) for each in found)
        return sorted(standing, key=_newest_first)

    def credits(self) -> Credits:
        """Outlets, authors and days of all articles.

        Looked up once for each generation (0.4 s for 2,000 articles), and while others write for a twentieth of the
        time at most: until then those that just came are not known by name.
        """

        def look(now: Opened) -> Credits:
            known = self._credits
            if known is None or (known.generation != now.generation and time.monotonic() > known.until):
                began = time.monotonic()
                found = _credits(now)
                ended = time.monotonic()
                known = self._credits = _Looked(now.generation, found, ended + _REST * (ended - began))
            return known.credits

        return self._ask(look)

    def passages_within(self, filters: Filters) -> int:
        """How many passages the filters let through."""
        return self._ask(lambda now: len(now.matrix.within(filters)))

    def undated(self) -> list[str]:
        """The ids of the articles that have no date."""
        return self._ask(lambda now: list(now.chroma.articles.get(where={"dated": False}, include=[])["ids"]))


def _summaries(now: Opened) -> list[ArticleSummary]:
    return [
        summary_from(each, metadata)
        for page in now.chroma.pages(now.chroma.articles, ["metadatas"])
        for each, metadata in zip(page["ids"], page["metadatas"], strict=True)
    ]


def _credits(now: Opened) -> Credits:
    described = [summary.description for summary in _summaries(now)]
    outlets = {each.outlet for each in described if each.outlet}
    authors = {author for each in described for author in each.authors}
    days = [each.day for each in described if each.day]
    return Credits(tuple(sorted(outlets)), tuple(sorted(authors)), min(days, default=None), max(days, default=None))


def _newest_first(summary: ArticleSummary) -> tuple[int, str]:
    day = summary.description.day
    return (-day.toordinal() if day else 0, summary.description.title)
