"""A library's folder opened for one of three purposes, and mended before where it is broken."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from assistant.corpus import segments
from assistant.corpus.chroma import Chroma
from assistant.corpus.client import NAMES, complete
from assistant.corpus.folder import Folder
from assistant.corpus.matrix import Matrix
from assistant.corpus.recaching import open_lexical, open_matrix
from assistant.corpus.refilling import refill, refill_past
from assistant.corpus.stamp import Stamp
from assistant.corpus.stored import AtHand
from assistant.corpus.succession import drop_unfinished, swap
from assistant.errors import LibraryBusy, LibraryDamaged
from assistant.lexical import Lexical

log = logging.getLogger(__name__)

# A reader that finds a broken index leaves it to a writer about to open it, and looks again after a pause.
_WRITERS_TURN = 10.0
_PAUSE = 0.2


@dataclass(frozen=True, slots=True)
class Opened:
    """Chroma and its caches, all at the same generation. counts: articles and passages."""

    chroma: Chroma
    counts: tuple[int, int]
    articles: AtHand
    lexical: Lexical
    matrix: Matrix
    generation: int


def open_to_read(folder: Folder) -> Opened:
    """Open for reading. Raises LibraryMissing; mends what a killed writer or a bad disk left."""
    folder.require_there()
    deadline = time.monotonic() + _WRITERS_TURN
    while True:
        try:
            with folder.locked():
                return _open(folder, _mend_alone)
        except LibraryBusy:
            if time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE)


def open_to_write(folder: Folder, stamp: Stamp) -> Opened:
    """Open, made first where there is nothing. Only while `ingesting`."""
    with folder.locked():
        _end_rebuild(folder)
        complete(folder.chroma, stamp)
        return _open(folder, _mend)


def open_to_rebuild(folder: Folder) -> Chroma:
    """Open the records, whatever state the index is in. Only while `ingesting`."""
    with folder.locked():
        _end_rebuild(folder)
        whole = _look_whole(folder)
        if not whole:
            segments.set_aside(folder.chroma)
        chroma = Chroma.without_index(folder.chroma)
        if not whole:
            refill_past(chroma)
        return chroma


def _end_rebuild(folder: Folder) -> None:
    """Finish a rebuild that was cut short in its swap; drop one that was cut short before."""
    swap(folder.chroma, folder.swapping)
    if folder.rebuilding.exists():
        drop_unfinished(folder.chroma)
        folder.rebuilding.unlink()


def _look_whole(folder: Folder) -> bool:
    """Whether the index can be opened; looked at closely where a writer died."""
    cut_short = folder.generation.read() % 2 == 1
    if cut_short:
        log.warning("%s: the last ingest was cut short; looking whether its index is whole", folder.home)
        folder.unswept.touch()
    return segments.look_whole(folder.chroma, NAMES) and not (cut_short and not segments.survive_a_probe(folder.chroma))


def _open(folder: Folder, mend: Callable[[Folder], None]) -> Opened:
    swap(folder.chroma, folder.swapping)
    if not _look_whole(folder):
        mend(folder)
    elif folder.generation.read() % 2:
        folder.generation.finish(folder.generation.read() + 1)
    try:
        chroma = Chroma(folder.chroma)
    except LibraryDamaged as damage:
        log.warning("%s", damage)
        mend(folder)
        chroma = Chroma(folder.chroma)
    generation = folder.generation.read()
    # Chroma counts anew each time: 5 ms at 100,000 passages.
    counts = chroma.articles.count(), chroma.passages.count()
    lexical = open_lexical(folder.lexical, chroma, generation, counts[1])
    matrix = open_matrix(folder.matrix, chroma, generation, counts[1])
    return Opened(chroma, counts, AtHand(chroma), lexical, matrix, generation)


def _mend_alone(folder: Folder) -> None:
    """Mend, unless a writer is at work: it holds the index in memory and would write over what is mended."""
    try:
        with folder.ingesting(patience=0):
            _mend(folder)
    except LibraryBusy as busy:
        raise LibraryBusy(f"{folder.chroma} has a broken index, and it cannot be mended now: {busy}") from busy


def _mend(folder: Folder) -> None:
    log.warning("%s: the vector index is broken; filling it again from vectors.db", folder.home)
    vectors = folder.vectors()
    number = folder.generation.begin()
    filled = refill(folder.chroma, vectors)
    folder.generation.finish(number)
    vectors.close()
    log.warning("%s: the vector index is whole again (%d vectors)", folder.home, filled)
