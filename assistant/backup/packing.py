"""The archive as it is being written, each part with its checksum."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from assistant.backup.manifest import NAME, Manifest, Member, written

PIECE = 1 << 20

_MODE = 0o100600 << 16  # a plain file that is its owner's


class Packing:
    """A zip archive, which any program can look into. members: what was written by now."""

    def __init__(self, path: Path) -> None:
        self._zip = ZipFile(path, "x")
        self.members: dict[str, Member] = {}

    def put(self, name: str, pieces: Iterable[bytes], *, packed: bool = True) -> None:
        """Write a part. packed: not vectors, which lose a fourteenth in ten times as long."""
        digest, size = hashlib.sha256(), 0
        with self._zip.open(_info(name, packed=packed), "w", force_zip64=True) as member:
            for piece in pieces:
                member.write(piece)
                digest.update(piece)
                size += len(piece)
        self.members[name] = Member(size, digest.hexdigest())

    def put_file(self, name: str, path: Path) -> None:
        """Write a part that is a file."""
        with path.open("rb") as file:
            self.put(name, iter(lambda: file.read(PIECE), b""))

    def end(self, manifest: Manifest) -> None:
        """Write the manifest, and with it the archive's end: before, no program takes it for one."""
        self._zip.writestr(_info(NAME, packed=True), written(manifest))
        self._zip.close()

    def give_up(self) -> None:
        """Let go of the file, which nobody will want."""
        with suppress(OSError, ValueError):
            self._zip.close()


def _info(name: str, *, packed: bool) -> ZipInfo:
    info = ZipInfo(name)
    info.compress_type = ZIP_DEFLATED if packed else ZIP_STORED
    info.external_attr = _MODE
    return info
