"""`footnote ingest`: progress on standard error, what was done on standard output."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Never

import typer
from tqdm import tqdm

from assistant.embeddings import open_encoder
from assistant.errors import Misuse
from assistant.settings import Settings
from ingest import ingesting
from ingest.draft import Rejected
from ingest.piece import Piece
from ingest.pieces import pieces_of, pieces_of_stream
from ingest.report import Report
from ui.terminal import say, say_home

_LONG = 200


def run_ingest(
    settings: Settings, sources: list[str], *, sync: bool, rebuild: bool, dry_run: bool, as_json: bool
) -> Report:
    """Read the sources into the library and print the report."""
    say_home(settings)
    for source in sources:
        _require_there(source)
    folders = [Path(source) for source in sources if source != "-" and not _is_link(source)]
    with tqdm(unit=" articles", disable=None, leave=False) as bar:
        report = _done(
            settings,
            _pieces(settings, sources, bar, dry_run=dry_run),
            folders if sync else [],
            bar,
            rebuild=rebuild,
            dry_run=dry_run,
        )
    for each in report.rejected:
        say(f"not read: {each.source}: {each.reason}")
    typer.echo(json.dumps(_json(report), ensure_ascii=False) if as_json else _for_reading(report, dry_run=dry_run))
    return report


def _require_there(source: str) -> None:
    if _is_link(source):
        return
    if source != "-" and not os.path.exists(source):  # noqa: PTH110  Path.exists raises for names that are too long
        raise Misuse(f"there is no file or folder {source if len(source) < _LONG else source[:_LONG] + '…'!r}")


def _done(
    settings: Settings,
    pieces: Iterator[Piece | Rejected],
    sync: list[Path],
    bar: tqdm[Never],
    *,
    rebuild: bool,
    dry_run: bool,
) -> Report:
    if dry_run:
        return ingesting.rehearse(pieces, settings.home, sync=sync)

    def progress(report: Report) -> None:
        bar.update(report.read - bar.n)

    encoder = open_encoder(settings.embeddings, settings.weights)
    if rebuild:
        return ingesting.rebuild(settings.home, encoder, on_progress=progress, on_wait=_waiting)
    return ingesting.ingest(pieces, settings.home, encoder, sync=sync, on_progress=progress, on_wait=_waiting)


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


def _json(report: Report) -> dict[str, object]:
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
