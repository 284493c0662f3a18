"""The number by which readers see that the library has changed."""

from __future__ import annotations

import os
import time
from pathlib import Path


class Generation:
    """A counter in a file: odd while a batch is being written, even when the library is whole.

    Found odd by whoever holds chroma.lock, it says that a writer died in the middle of a batch.
    Written only under chroma.lock; read by anyone. A new library begins at the time it is made, so that
    readers of one that was deleted and made anew see another number.
    """

    def __init__(self, home: Path) -> None:
        self._path = home / "generation"

    def read(self) -> int:
        try:
            return int(self._path.read_text(encoding="ascii"))
        except (FileNotFoundError, ValueError):
            return 0

    def begin(self) -> int:
        """Mark a batch as begun; returns the number the library has when it is whole again."""
        odd = (self.read() or time.time_ns()) | 1
        self._write(odd)
        return odd + 1

    def finish(self, number: int) -> None:
        self._write(number)

    def _write(self, number: int) -> None:
        draft = self._path.with_suffix(f".{os.getpid()}.tmp")
        draft.write_text(str(number), encoding="ascii")
        draft.replace(self._path)
