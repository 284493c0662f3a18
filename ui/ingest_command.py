"""`footnote ingest`: progress on standard error, what was done on standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Never

from tqdm import tqdm

from assistant.embeddings import encoder_when_needed
from assistant.errors import Misuse
from assistant.settings import Settings
from ingest import ingesting
from ingest.draft import Rejected
from ingest.piece import Piece
from ingest.pieces import pieces_of, pieces_of_stream
from ingest.progress import Watch
from ingest.report import Report
from ui.stopping import Wish, asked_to_stop
from ui.terminal import print_json, print_text, say, say_home

_LONG = 200


def run_ingest(
    settings: Settings, sources: list[str], *, sync: bool, rebuild: bool, dry_run: bool, as_json: bool
) -> Report:
    """Read the sources into the library and print the report."""
    say_home(settings)
    for source in sources:
        _require_there(source)
    folders = [Path(source) for source in sources if source != "-" and not _is_link(source)]
    largest = settings.max_file_mb * 1024**2
    with asked_to_stop() as wish, tqdm(unit=" articles", disable=None, leave=False, smoothing=0) as bar:
        wanted = Wanted(folders, _pieces(settings, sources, bar, dry_run=dry_run), sync=sync)
        watch = Watch(folders, largest, complete=len(folders) == len(sources) > 0 and not bar.disable)

        def progress(report: Report) -> None:
            wish.begun = True
            now = watch.look(report)
            bar.total = now.of
            bar.update(now.done - bar.n)

        report = _done(settings, wanted, progress, wish, rebuild=rebuild, dry_run=dry_run)
    if report.stopped:
        say("stopped before the end: what is counted here is in the library; run the same again to go on")
    for each in report.rejected:
        say(f"not read: {each.source}: {each.reason}")
    if as_json:
        print_json(report_json(report))
    else:
        print_text(_for_reading(report, dry_run=dry_run))
    return report


def _require_there(source: str) -> None:
    if _is_link(source):
        return
    if source != "-" and not os.path.exists(source):  # noqa: PTH110  Path.exists raises for names that are too long
        raise Misuse(f"there is no file or folder {source if len(source) < _LONG else source[:_LONG] + '…'!r}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be read. folders: the files and folders among the sources. sync: whether what has gone goes."""

    folders: list[Path]
    pieces: Iterator[Piece | Rejected]
    sync: bool

    @property
    def synced(self) -> list[Path]:
        return self.folders if self.sync else []


def _done(
    settings: Settings, wanted: Wanted, progress: ingesting.Progress, wish: Wish, *, rebuild: bool, dry_run: bool
) -> Report:
    if dry_run:
        return ingesting.rehearse(wanted.pieces, settings.home, sync=wanted.synced, on_progress=progress, stop=wish)
    encoder = encoder_when_needed(settings.embeddings, settings.weights)
    if rebuild:
        return ingesting.rebuild(settings.home, encoder, on_progress=progress, on_wait=_waiting, stop=wish)
    return ingesting.ingest(
        wanted.pieces,
        settings.home,
        encoder,
        sync=wanted.synced,
        on_progress=progress,
        on_wait=_waiting,
        stop=wish,
    )


def _pieces(settings: Settings, sources: list[str], bar: tqdm[Never], *, dry_run: bool) -> Iterator[Piece | Rejected]:
    """What the sources hold; links come last, all together, so that each site is asked for its rules once."""
    largest = settings.max_file_mb * 1024**2
    for source in sources:
        if source == "-":
            yield from pieces_of_stream(sys.stdin.buffer, "-", largest)
        elif not _is_link(source):
            yield from pieces_of(Path(source), largest)
    if links := [source for source in sources if _is_link(source)]:
        from ingest.links.following import pieces_of_links  # loads all that speaks HTTP
        from ingest.links.limits import LIMITS

        yield from pieces_of_links(
            links,
            settings.home,
            allow_private=settings.allow_private_addresses,
            keeps=not dry_run,
            on_asking=bar.set_postfix_str,
            limits=replace(LIMITS, sent=largest, unpacked=largest),
        )


def _is_link(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))


def _waiting(holder: str) -> None:
    say(f"waiting for {holder}")


def report_json(report: Report) -> dict[str, object]:
    return {
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "removed": report.removed,
        "copies": report.copies,
        "rejected": [{"source": each.source, "reason": each.reason} for each in report.rejected],
        "articles": report.articles,
        "passages": report.passages,
        "embedded": report.embedded,
        "seconds": round(report.seconds, 1),
    }


def _for_reading(report: Report, *, dry_run: bool) -> str:
    done = [
        f"{count:,} {what}"
        for count, what in (
            (report.added, "added"),
            (report.updated, "updated"),
            (report.unchanged, "unchanged"),
            (report.removed, "removed"),
            (report.copies, "of them copies"),
            (len(report.rejected), "not read"),
        )
        if count
    ]
    told = ", ".join(done) or "nothing to do"
    if dry_run:
        return f"would be: {told}"
    return (
        f"{told}; the library holds {_counted(report.articles, 'article')} in {_counted(report.passages, 'passage')}"
        f" ({report.seconds:.1f} s)"
    )


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
