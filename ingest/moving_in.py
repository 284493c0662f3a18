"""A library put into an empty folder from its backup."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.backup import manifest as parts
from assistant.backup.manifest import Manifest
from assistant.backup.unpacking import Backup, unpacked
from assistant.conversations.database import FILE
from assistant.corpus.known import Known
from assistant.corpus.records import PASSAGES_VERSION, Entry
from assistant.corpus.restocking import Restocker, require_empty, restocking
from assistant.domain import Article
from assistant.embeddings.encoder import Encoder
from assistant.embeddings.named import NamedEncoder
from ingest.batch import in_batches
from ingest.entries import renewed

Progress = Callable[[str, int, int], None]
"""Told what is being done, and how much of how much is done: bytes looked through, then articles put in."""

# Passages put in at once: Chroma writes its index with each batch, and 20,000 took 37 s of CPU so, 54 s by 500.
_AT_ONCE = 5000

LOOKING, PUTTING = "looking through", "restoring"


@dataclass(frozen=True, slots=True)
class MovedIn:
    """What was restored. embedded: the texts whose vectors were not in the backup."""

    manifest: Manifest
    passages: int
    embedded: int
    seconds: float


def move_in(
    file: Path, home: Path, open_encoder: Callable[[], Encoder], on_progress: Progress = lambda _doing, _done, _of: None
) -> MovedIn:
    """Restore a backup: its articles are cut into passages anew, as this version does, and indexed with their vectors.

    The backup is looked through before anything is written; whoever is killed after that leaves a folder that says so.
    open_encoder: called only where a vector is missing, as for articles that this version cuts another way.
    Raises Misuse, BackupUnusable, LibraryUnusable.
    """
    started = time.monotonic()
    require_empty(home)
    with unpacked(file, lambda done, of: on_progress(LOOKING, done, of)) as backup:
        manifest = backup.manifest
        encoder = NamedEncoder(manifest.encoder, manifest.dimension, open_encoder)
        with restocking(home, encoder, PASSAGES_VERSION) as restocker:
            embedded = _put(backup, restocker, on_progress)
            passages = restocker.count_passages()
    return MovedIn(manifest, passages, embedded, time.monotonic() - started)


def _put(backup: Backup, restocker: Restocker, on_progress: Progress) -> int:
    manifest = backup.manifest
    # Conversations first: a page that is open here may write to them as soon as there is a library.
    if (conversations := backup.bytes_of(parts.CONVERSATIONS)) is not None:
        (restocker.home / FILE).write_bytes(conversations)
    for vectors in backup.vectors():
        restocker.put_vectors(vectors)
    restocker.put_past(backup.past(), undoable=manifest.undoable)
    links = {each.article.id: each.links for each in backup.articles()}
    embedded = done = 0
    for entries in _gathered(in_batches(_articles(backup))):
        embedded += restocker.put(entries, links)
        done += len(entries)
        on_progress(PUTTING, done, manifest.counts.articles)
    if manifest.lexical and manifest.passages_version == PASSAGES_VERSION:
        restocker.put_lexical(backup.lexical(), manifest.generation)
    restocker.put_notes(backup.bytes_of(parts.COPIES), backup.bytes_of(parts.REPETITIONS))
    return embedded


def _articles(backup: Backup) -> Iterator[tuple[Known, Article]]:
    for stored in backup.articles():
        yield renewed(stored.known, stored.article), stored.article


def _gathered(batches: Iterable[Sequence[Entry]]) -> Iterator[Sequence[Entry]]:
    """Batches put together, until so many passages are in them."""
    gathered: list[Entry] = []
    for entries in batches:
        gathered += entries
        if sum(len(each.passages) for each in gathered) >= _AT_ONCE:
            yield gathered
            gathered = []
    if gathered:
        yield gathered
