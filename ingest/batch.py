"""What an ingest is about to write at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from assistant.corpus.known import Known, seen_of
from assistant.corpus.records import Entry
from assistant.domain import Article, Version

# Passages written at once: some ten seconds of encoding, which is what a kill can cost.
PASSAGES = 500
_RECORDS = 2000  # articles of which only what is remembered changes: less than a second


@dataclass(slots=True)
class Batch:
    """Filled while drafts are read, written when it is full. added, updated and copies: what it will have done."""

    added: int = 0
    updated: int = 0
    copies: int = 0
    passages: int = 0
    _entries: dict[str, Entry] = field(default_factory=dict)
    _versions: list[Version] = field(default_factory=list)
    _restated: dict[str, Known] = field(default_factory=dict)

    def put(self, entry: Entry) -> None:
        """Write this article; what the batch held of it becomes an earlier version, if its publisher changed it."""
        article_id = entry.article.id
        if before := self._entries.get(article_id):
            entry = _after(before, entry)
        self._entries[article_id] = entry
        self._restated.pop(article_id, None)
        self.passages += len(entry.passages)

    def put_version(self, version: Version) -> None:
        """Keep what an article was."""
        self._versions.append(version)

    def restate(self, known: Known) -> None:
        """Change what is remembered of an article whose words stay."""
        if entry := self._entries.get(known.article_id):
            self._entries[known.article_id] = replace(entry, known=known)
        else:
            self._restated[known.article_id] = known

    def article(self, article_id: str) -> Article | None:
        """An article that it is about to write."""
        return self._entries[article_id].article if article_id in self._entries else None

    @property
    def is_full(self) -> bool:
        return self.passages >= PASSAGES or len(self._restated) + len(self._versions) >= _RECORDS

    @property
    def is_empty(self) -> bool:
        return not (self._entries or self._versions or self._restated)

    @property
    def content(self) -> tuple[Sequence[Entry], Sequence[Version], Sequence[Known]]:
        """Articles, earlier versions, and what is to be remembered of others."""
        return list(self._entries.values()), self._versions, list(self._restated.values())


def _after(before: Entry, entry: Entry) -> Entry:
    """An entry that comes after another of its article in one batch."""
    if entry.replaces is None:
        return replace(entry, replaces=before.replaces, earlier=before.earlier)
    between = Version(before.article, seen_of(before.known), datetime.fromisoformat(entry.known.seen))
    return replace(entry, replaces=before.replaces, earlier=(*before.earlier, between))


def in_batches(entries: Iterable[Entry]) -> Iterator[Sequence[Entry]]:
    """Entries of different articles, so many at a time as are written at once."""
    batch = Batch()
    for entry in entries:
        batch.put(entry)
        if batch.is_full:
            yield batch.content[0]
            batch = Batch()
    if not batch.is_empty:
        yield batch.content[0]
