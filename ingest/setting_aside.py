"""Move what outlets turned out to repeat into the furniture of their articles, the earlier ones too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.corpus.repetitions import Line
from assistant.corpus.writing import Writer
from assistant.domain import Article
from ingest.batch import in_batches
from ingest.entries import renewed
from ingest.report import Report
from ingest.shelf import Shelf
from ingest.telling import Teller


def set_aside_repeated(teller: Teller, writer: Writer, report: Report) -> None:
    """Settle what the articles written so far have shown.

    After each batch: what is known early is set aside as later articles are read, and need not be moved.
    """

    def remember(lines: Iterable[Line]) -> None:
        writer.note_repetitions(lines, cut_short=True)

    for moved in teller.repeating.settle(_Shelved(writer, teller.shelf), remember):
        known = [renewed(teller.shelf.known(article.id), article) for article in moved]
        for each in known:
            teller.shelf.renew(each)
        for some in in_batches(zip(known, moved, strict=True)):
            report.embedded += writer.write(some)


def look_through(teller: Teller, writer: Writer, report: Report) -> None:
    """Look at every article where an earlier ingest may not have come to it."""
    if teller.repeating.cut_short:
        teller.repeating.look_through(_Shelved(writer, teller.shelf))
        set_aside_repeated(teller, writer, report)


@dataclass(frozen=True, slots=True)
class _Shelved:
    """The library as `Repeating` asks it."""

    writer: Writer
    shelf: Shelf

    def holding(self, folded: str) -> Sequence[str]:
        return self.writer.holding(folded)

    def articles(self, ids: Sequence[str]) -> Mapping[str, Article]:
        return self.writer.articles(ids)

    def everything(self) -> Iterable[Article]:
        return self.writer.everything()

    def origin(self, article_id: str) -> str:
        return self.shelf.known(article_id).origin
