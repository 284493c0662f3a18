"""The ingest: articles read from their sources into the library, only what has changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from assistant.corpus.folder import Folder
from assistant.corpus.reading import Reader
from assistant.corpus.rebuilding import Rebuilder, rebuilding
from assistant.corpus.records import PASSAGES_VERSION, Entry, Known, known_of
from assistant.corpus.writing import writing
from assistant.domain import Article
from assistant.embeddings.encoder import Encoder
from assistant.errors import LibraryMissing
from ingest.draft import Draft, Rejected
from ingest.passages import passages, sentences
from ingest.report import Report
from ingest.shelf import Shelf, story_of

Drafts = Iterable[Draft | Rejected]
Progress = Callable[[Report], None]
Waiting = Callable[[str], None]

# Passages written at once: some ten seconds of encoding, which is what a kill can cost.
_BATCH = 500


def ingest(
    drafts: Drafts,
    home: Path,
    encoder: Encoder,
    *,
    sync: Sequence[Path] = (),
    on_progress: Progress = lambda _: None,
    on_wait: Waiting | None = None,
) -> Report:
    """Put what was read into the library. Running it twice changes nothing and embeds nothing.

    sync: files and folders that the drafts were read from; what came from them earlier and is gone is removed.
    Raises LibraryUnusable where the library cannot be written, or was made with another encoder.
    """
    started = time.monotonic()
    report = Report()
    with writing(home, encoder, PASSAGES_VERSION, on_wait) as writer:
        writer.require_same_encoder()
        shelf = Shelf(writer.known())
        for entries in _batches(_entries(drafts, shelf, report, on_progress)):
            report.embedded += writer.write(entries)
            on_progress(report)
        if sync:
            gone = shelf.gone_from(sync, [each.origin for each in report.rejected])
            writer.remove([each.article_id for each in gone])
            report.removed = len(gone)
        report.articles, report.passages = writer.counts()
    report.seconds = time.monotonic() - started
    return report


def rehearse(drafts: Drafts, home: Path, *, sync: Sequence[Path] = ()) -> Report:
    """Count what an ingest would do, without embedding or writing anything."""
    started = time.monotonic()
    report = Report()
    reader = Reader(home)
    try:
        shelf = Shelf(reader.known())
        report.articles, report.passages = reader.counts()
    except LibraryMissing:
        shelf = Shelf([])
    for _ in _entries(drafts, shelf, report, lambda _: None):
        pass
    report.removed = len(shelf.gone_from(sync, [each.origin for each in report.rejected]))
    report.seconds = time.monotonic() - started
    return report


def rebuild(home: Path, encoder: Encoder, *, on_progress: Progress, on_wait: Waiting | None = None) -> Report:
    """Cut and embed the stored articles anew, for another encoder or another version of Footnote."""
    started = time.monotonic()
    report = Report()

    def entries(rebuilder: Rebuilder) -> Iterator[Entry]:
        for known, article in rebuilder.stored():
            yield _entry(known.key, known.origin, article)
            report.updated += 1
            on_progress(report)

    with rebuilding(home, encoder, PASSAGES_VERSION, on_wait) as rebuilder:
        report.embedded = rebuilder.rebuild(_batches(entries(rebuilder)))
        report.articles, report.passages = rebuilder.counts()
    report.seconds = time.monotonic() - started
    return report


def remove(article_ids: Sequence[str], home: Path, encoder: Encoder, on_wait: Waiting | None = None) -> None:
    """Take articles out of the library. Raises LibraryMissing where there is none."""
    Folder(home).require_there()
    with writing(home, encoder, PASSAGES_VERSION, on_wait) as writer:
        writer.remove(article_ids)


def _entries(drafts: Drafts, shelf: Shelf, report: Report, on_progress: Progress) -> Iterator[Entry]:
    """The articles that have to be written; counts the others."""
    for draft in drafts:
        if isinstance(draft, Rejected):
            report.rejected.append(draft)
        elif entry := _changed(draft, shelf, report):
            yield entry
        on_progress(report)


def _changed(draft: Draft, shelf: Shelf, report: Report) -> Entry | None:
    """The draft as an entry, unless the library has it already."""
    before = shelf.same(draft)
    article_id = before.article_id if before else shelf.new_id(draft)
    article = Article(article_id, draft.description, draft.paragraphs, draft.furniture)
    now = known_of(draft.key, draft.origin, article, story_of(article.paragraphs))
    if before is None:
        report.added += 1
        report.copies += shelf.knows_story(now.story)
    elif before.fingerprint == now.fingerprint or _only_moved(before, now):
        report.unchanged += 1
    else:
        report.updated += 1
    shelf.note(now)
    return None if before and before.fingerprint == now.fingerprint else _entry(draft.key, draft.origin, article)


def _only_moved(before: Known, now: Known) -> bool:
    return before.key != now.key and before.words == now.words


def _entry(key: str, origin: str, article: Article) -> Entry:
    story = story_of(article.paragraphs)
    return Entry(key, origin, article, passages(article), article.lead, story, sentences(article))


def _batches(entries: Iterable[Entry]) -> Iterator[Sequence[Entry]]:
    """Some at a time; of an article that comes twice, as it came last."""
    batch: dict[str, Entry] = {}
    size = 0
    for entry in entries:
        batch[entry.article.id] = entry
        size += len(entry.passages)
        if size >= _BATCH:
            yield list(batch.values())
            batch.clear()
            size = 0
    if batch:
        yield list(batch.values())
