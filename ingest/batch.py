"""What an ingest is about to write at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from assistant.corpus.known import Known, seen_of
from assistant.corpus.records import Entry
from assistant.domain import Article, Version
from ingest.entries import entry_of

# Passages written at once: some ten seconds of encoding, which is what a kill can cost.
PASSAGES = 500
_WINDOW = 1000  # characters of a passage of a long paragraph
_RECORDS = 2000  # articles of which only what is remembered changes: less than a second


@dataclass(frozen=True, slots=True)
class Pending:
    """An article to be written, and what it replaces: the version in the library, and those between it and this."""

    known: Known
    article: Article
    replaces: Known | None
    earlier: tuple[Version, ...] = ()

    def after(self, before: Pending) -> Pending:
        """The same after another of its article: that one is an earlier version, unless nobody changed it."""
        if self.replaces is None:
            return replace(self, replaces=before.replaces, earlier=before.earlier)
        between = Version(before.article, seen_of(before.known), datetime.fromisoformat(self.known.seen))
        return replace(self, replaces=before.replaces, earlier=(*before.earlier, between))


@dataclass(slots=True)
class Batch:
    """Filled while drafts are read, written when it is full. added, updated and copies: what it will have done."""

    added: int = 0
    updated: int = 0
    copies: int = 0
    _size: int = 0
    _pending: dict[str, Pending] = field(default_factory=dict)
    _versions: list[Version] = field(default_factory=list)
    _restated: dict[str, Known] = field(default_factory=dict)

    def put(self, known: Known, article: Article, replaces: Known | None = None) -> None:
        """Write this article. replaces: the version in the library, where its publisher has changed it."""
        pending, before = Pending(known, article, replaces), self._pending.get(article.id)
        self._pending[article.id] = pending.after(before) if before else pending
        self._restated.pop(article.id, None)
        self._size += sum(1 + len(each.text) // _WINDOW for each in article.paragraphs)

    def put_version(self, version: Version) -> None:
        """Keep what an article was."""
        self._versions.append(version)

    def restate(self, known: Known) -> None:
        """Change what is remembered of an article whose words stay."""
        if pending := self._pending.get(known.article_id):
            self._pending[known.article_id] = replace(pending, known=known)
        else:
            self._restated[known.article_id] = known

    def article(self, article_id: str) -> Article | None:
        """An article that it is about to write."""
        return self._pending[article_id].article if article_id in self._pending else None

    @property
    def is_full(self) -> bool:
        return self._size >= PASSAGES or len(self._restated) + len(self._versions) >= _RECORDS

    @property
    def is_empty(self) -> bool:
        return not (self._pending or self._versions or self._restated)

    @property
    def entries(self) -> list[Entry]:
        """The articles that it is about to write, cut into passages now."""
        return [
            replace(entry_of(each.known, each.article), replaces=each.replaces, earlier=each.earlier)
            for each in self._pending.values()
        ]

    @property
    def content(self) -> tuple[Sequence[Entry], Sequence[Version], Sequence[Known]]:
        """Articles, earlier versions, and what is to be remembered of others."""
        return self.entries, self._versions, list(self._restated.values())


def in_batches(articles: Iterable[tuple[Known, Article]]) -> Iterator[Sequence[Entry]]:
    """Different articles, so many at a time as are written at once."""
    batch = Batch()
    for known, article in articles:
        batch.put(known, article)
        if batch.is_full:
            yield batch.entries
            batch = Batch()
    if not batch.is_empty:
        yield batch.entries
