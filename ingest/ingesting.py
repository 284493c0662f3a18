"""The ingest: articles read from their sources into the library, only what has changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from assistant.corpus.folder import Folder
from assistant.corpus.known import Known
from assistant.corpus.reading import Reader
from assistant.corpus.rebuilding import Rebuilder, rebuilding
from assistant.corpus.records import PASSAGES_VERSION
from assistant.corpus.repetitions import Repetitions, read_repetitions
from assistant.corpus.writing import Writer, writing
from assistant.domain import Article
from assistant.embeddings.encoder import Encoder
from assistant.errors import LibraryMissing, UnknownArticle
from ingest.batch import Batch, in_batches
from ingest.copies.linking import link
from ingest.draft import Draft, Rejected
from ingest.entries import renewed
from ingest.piece import Piece
from ingest.repeating import Repeating
from ingest.report import Report
from ingest.setting_aside import look_through, set_aside_repeated
from ingest.telling import Outcome, Teller

Found = Iterable[Piece | Draft | Rejected]
Progress = Callable[[Report], None]
Waiting = Callable[[str], None]
Stop = Callable[[], bool]


class Stopped(Exception):
    """A rebuild was asked to end; the library is as it was before."""


def ingest(
    found: Found,
    home: Path,
    encoder: Encoder,
    *,
    sync: Sequence[Path] = (),
    on_progress: Progress = lambda _: None,
    on_wait: Waiting | None = None,
    stop: Stop = lambda: False,
) -> Report:
    """Put what was found into the library. Running it twice changes nothing, reads nothing and embeds nothing.

    sync: files and folders that were looked through; what came from them earlier and is gone is removed.
    stop: asked before each article; once it is true, what is written is kept and no more is begun.
    Raises LibraryUnusable where the library cannot be written, or was made with another encoder.
    """
    started = time.monotonic()
    report = Report()
    with writing(home, encoder, PASSAGES_VERSION, on_wait) as writer:
        writer.require_same_encoder()
        on_progress(report)
        now = datetime.now(UTC)
        known = writer.known()
        before = {each.article_id for each in known}
        teller = Teller(known, writer.articles, now, Repeating(writer.repetitions()))
        for batch in _batches(found, teller, report, on_progress, stop):
            writer.note_repetitions(teller.repeating.known, cut_short=True)
            _write(batch, writer, report)
            set_aside_repeated(teller, writer, report)
            on_progress(report)
        if not report.stopped:
            _settle(teller, writer, report, sync, now)
            look_through(teller, writer, report)
        writer.note_repetitions(teller.repeating.known, cut_short=teller.repeating.cut_short)
        report.copies = link(writer, before)
        report.articles, report.passages = writer.counts()
    report.seconds = time.monotonic() - started
    return report


def rehearse(
    found: Found,
    home: Path,
    *,
    sync: Sequence[Path] = (),
    on_progress: Progress = lambda _: None,
    stop: Stop = lambda: False,
) -> Report:
    """Count what an ingest would do, without embedding or writing anything.

    Of copies only those word for word: an ingest finds the others when it reads all that is stored side by side.
    """
    started = time.monotonic()
    report = Report()
    reader = Reader(home)
    try:
        known, (report.articles, report.passages) = reader.standing()
        repeating = Repeating(read_repetitions(Folder(home).repetitions))
        teller = Teller(known, reader.articles, datetime.now(UTC), repeating)
    except LibraryMissing:
        teller = Teller([], lambda _: {}, datetime.now(UTC), Repeating(Repetitions()))
    for batch in _batches(found, teller, report, on_progress, stop):
        _count(batch, report)
        on_progress(report)
    report.removed = len(teller.shelf.gone_from(sync, [each.origin for each in report.rejected]))
    report.seconds = time.monotonic() - started
    return report


def rebuild(
    home: Path,
    encoder: Encoder,
    *,
    on_progress: Progress,
    on_wait: Waiting | None = None,
    stop: Stop = lambda: False,
) -> Report:
    """Cut and embed the stored articles anew, for another encoder or another version of Footnote.

    stop: once it is true the library stays as it was; what was embedded is kept for the next time.
    """
    started = time.monotonic()
    report = Report()

    def articles(rebuilder: Rebuilder) -> Iterator[tuple[Known, Article]]:
        for known, article in rebuilder.stored():
            if stop():
                raise Stopped
            yield renewed(known, article), article
            report.updated += 1
            on_progress(report)

    with rebuilding(home, encoder, PASSAGES_VERSION, on_wait) as rebuilder:
        try:
            report.embedded = rebuilder.rebuild(in_batches(articles(rebuilder)))
        except Stopped:
            report.stopped, report.updated = True, 0
        report.articles, report.passages = rebuilder.counts()
    with writing(home, encoder, PASSAGES_VERSION, on_wait) as writer:
        link(writer)
    report.seconds = time.monotonic() - started
    return report


def remove(article_ids: Sequence[str], home: Path, encoder: Encoder, on_wait: Waiting | None = None) -> None:
    """Take articles out of the library; until the next ingest `restore` puts them back.

    An ingest of the source that they came from reads them again. Raises LibraryMissing where there is no library.
    """
    Folder(home).require_there()
    with writing(home, encoder, PASSAGES_VERSION, on_wait) as writer:
        writer.remove(article_ids, datetime.now(UTC))
        link(writer)


def restore(article_ids: Sequence[str], home: Path, encoder: Encoder, on_wait: Waiting | None = None) -> None:
    """Put back what was removed since the last ingest; nothing is embedded.

    Raises UnknownArticle, and puts nothing back, where one of them was not removed.
    """
    Folder(home).require_there()
    with writing(home, encoder, PASSAGES_VERSION, on_wait) as writer:
        writer.require_same_encoder()
        removed = writer.removed(article_ids)
        if lost := set(article_ids) - {known.article_id for known, _ in removed}:
            raise UnknownArticle(
                f"{', '.join(sorted(lost))} cannot be put back: what is removed is kept until the next ingest, "
                "and `footnote articles list --removed` names it"
            )
        for entries in in_batches(removed):
            writer.write(entries)
        writer.forget_removed(article_ids)
        link(writer)


def _batches(found: Found, teller: Teller, report: Report, on_progress: Progress, stop: Stop) -> Iterator[Batch]:
    """What has to be written, some at a time; counts the rest."""
    for each in found:
        if stop():
            report.stopped = True
            return
        _take(each, teller, report)
        on_progress(report)
        if teller.batch.is_full:
            yield teller.batch
            teller.batch = Batch()
    if not teller.batch.is_empty:
        yield teller.batch
        teller.batch = Batch()


def _take(each: Piece | Draft | Rejected, teller: Teller, report: Report) -> None:
    """Read one thing that was found; what is to be written is counted with its batch."""
    outcome = each if isinstance(each, Rejected) else teller.tell(each)
    match outcome:
        case Rejected():
            report.rejected.append(outcome)
        case Outcome.UNCHANGED:
            report.unchanged += 1
        case Outcome.UPDATED:
            teller.batch.updated += 1
        case Outcome.ADDED | Outcome.COPIED:
            teller.batch.added += 1
            teller.batch.copies += outcome is Outcome.COPIED


def _write(batch: Batch, writer: Writer, report: Report) -> None:
    report.embedded += writer.write(*batch.content)
    _count(batch, report)


def _count(batch: Batch, report: Report) -> None:
    report.added += batch.added
    report.updated += batch.updated
    report.copies += batch.copies


def _settle(teller: Teller, writer: Writer, report: Report, sync: Sequence[Path], now: datetime) -> None:
    """Forget what is no more: places where articles stood, what was removed before, and what is gone."""
    rejected = [each.origin for each in report.rejected]
    if outdated := list(teller.shelf.outdated(rejected)):
        writer.write([], restated=outdated)
    writer.forget_removed()
    gone = teller.shelf.gone_from(sync, rejected)
    writer.remove([each.article_id for each in gone], now)
    report.removed = len(gone)
