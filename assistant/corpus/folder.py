"""A library's folder shared between processes: what is where, who may touch it, and at which generation it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.corpus.client import failures, missing
from assistant.corpus.generation import Generation
from assistant.corpus.locks import CHROMA_PATIENCE, hold
from assistant.corpus.remembered import Remembered
from assistant.corpus.vectors import Vectors
from assistant.errors import LibraryUnusable

Waiting = Callable[[str], None]


class Folder:
    """What the processes that share a library agree on.

    `ingest.lock` is held for a whole ingest or removal. `chroma.lock` is held for each write batch and for each open
    together with its first query: Chroma dies or loses vectors when a process opens its files while another
    writes. Whoever takes chroma.lock and finds the generation odd knows that a writer died, and mends; the
    file `unswept` then tells the next writer to look for passages without an article.
    """

    def __init__(self, home: Path) -> None:
        self.home = home
        self.chroma = home / "chroma"
        self.lexical = home / "lexical"
        self.matrix = home / "matrix"
        self.known = home / "known"
        self.unswept = home / "unswept"
        self.repetitions = home / "repetitions.json"
        self.rebuilding = home / "rebuilding"
        self.swapping = home / "swapping"
        self.undoable = home / "undoable"
        self.restoring = home / "restoring"
        self.verdicts = home / "copies.json"
        self.generation = Generation(home)

    @property
    def exists(self) -> bool:
        return (self.chroma / "chroma.sqlite3").exists()

    def require_there(self) -> None:
        """Raise LibraryMissing where no library was made, LibraryUnusable where one has been restored in part."""
        self.require_restored()
        if not self.exists:
            raise missing(self.home)

    def require_restored(self) -> None:
        """Raise LibraryUnusable where a backup is being restored, or was not to the end."""
        if self.restoring.exists():
            raise LibraryUnusable(
                f"{self.home} is being restored from a backup, or that was cut short; wait until it has ended, or run "
                "the same `footnote restore` again, which begins anew"
            )

    def remembered(self) -> Remembered | None:
        """What is known of the articles without opening Chroma; None where nobody noted it or something is amiss."""
        signs = (self.unswept, self.rebuilding, self.swapping, self.restoring)
        is_amiss = not self.exists or any(each.exists() for each in signs)
        return None if is_amiss else Remembered.open(self.known, self.generation.read())

    def vectors(self) -> Vectors:
        return Vectors(self.home / "vectors.db")

    @contextmanager
    def ingesting(self, patience: float, on_wait: Waiting | None = None) -> Iterator[None]:
        """Be the one writer; others wait."""
        with hold(self.home / "ingest.lock", patience, on_wait):
            yield

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Touch Chroma's files without changing what readers see. Raises LibraryUnusable for a full disk."""
        with hold(self.home / "chroma.lock", CHROMA_PATIENCE):
            try:
                yield
            except failures() as error:
                raise LibraryUnusable(
                    f"{self.home} cannot be written ({str(error)[:200]}); is the disk full? "
                    "Make room, then run the same again: what was done is kept"
                ) from error

    @contextmanager
    def changing(self) -> Iterator[int]:
        """Write a batch; yields the generation that it ends with. Readers wait, and reopen afterwards."""
        with self.locked():
            number = self.generation.begin()
            yield number
            self.generation.finish(number)


def make_home(home: Path) -> None:
    """Make the library's folder, if it is not there. Raises LibraryUnusable where that cannot be."""
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryUnusable(f"{home} cannot be made ({error.strerror}); name another folder with --home") from error
