"""Files that only grow, with a note of how far they are whole and of what."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

_NOTE = "state.json"
_PIECE = 1 << 24


@dataclass(frozen=True, slots=True)
class State:
    """What Chroma held when the files were last added to; files: size in bytes and CRC-32 by name."""

    schema: int
    generation: int
    passages: int
    files: Mapping[str, tuple[int, int]]


class Growing:
    """Files in a folder of their own. What is written is never changed, so whoever has mapped them may go on reading.

    The note is replaced last: whoever is killed before leaves one that is out of step, and bytes that nobody counts.
    """

    def __init__(self, folder: Path, state: State) -> None:
        self.folder, self.state = folder, state

    @classmethod
    def open(cls, folder: Path, schema: int, generation: int, passages: int | None = None) -> Growing | None:
        """The files if they are whole and in step; else None, and they want making anew.

        passages: None where it is not known how many there are.
        """
        state = _state(folder)
        if state is None or (state.schema, state.generation) != (schema, generation):
            return None
        if passages is not None and state.passages != passages:
            return None
        whole = all(_checksum(folder / name, size) == known for name, (size, known) in state.files.items())
        return cls(folder, state) if whole else None

    def path(self, name: str) -> Path:
        return self.folder / name

    def size(self, name: str) -> int:
        """How many bytes of a file count."""
        return self.state.files.get(name, (0, 0))[0]

    def append(self, pieces: Mapping[str, bytes], generation: int, passages: int) -> None:
        """Add to each of these files, then note what Chroma now holds."""
        files = {name: self._append(name, data) for name, data in pieces.items()}
        self.state = replace(self.state, generation=generation, passages=passages, files={**self.state.files, **files})
        self._note()

    def _note(self) -> None:
        draft = self.folder / f"{_NOTE}.{os.getpid()}.tmp"
        draft.write_text(json.dumps(asdict(self.state)), encoding="utf-8")
        draft.replace(self.folder / _NOTE)

    def _append(self, name: str, data: bytes) -> tuple[int, int]:
        size, checksum = self.state.files.get(name, (0, 0))
        with self.path(name).open("r+b" if size else "wb") as file:
            file.truncate(size)  # what a writer that was cut short had added
            file.seek(size)
            file.write(data)
        return size + len(data), zlib.crc32(data, checksum)


def _state(folder: Path) -> State | None:
    try:
        known = json.loads((folder / _NOTE).read_text(encoding="utf-8"))
        files = {str(name): (int(size), int(checksum)) for name, (size, checksum) in known.pop("files").items()}
        return State(**known, files=files)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _checksum(path: Path, size: int) -> int | None:
    """CRC-32 of the first bytes of a file; None where it has not so many (0.3 s for 400 MB)."""
    checksum = 0
    try:
        with path.open("rb") as file:
            while size and (piece := file.read(min(size, _PIECE))):
                checksum, size = zlib.crc32(piece, checksum), size - len(piece)
    except OSError:
        return None
    return None if size else checksum
