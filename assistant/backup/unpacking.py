"""A backup opened, and believed only once every part of it has been looked through."""

from __future__ import annotations

import hashlib
import stat
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from assistant.backup import manifest as parts
from assistant.backup.conversations import require_sound
from assistant.backup.manifest import Manifest, read_manifest
from assistant.backup.packing import PIECE
from assistant.backup.records import Stored, articles_in, records_in, unlike, vector_size, vectors_in
from assistant.corpus.snapshot import Record
from assistant.corpus.vectors import Vector
from assistant.errors import BackupUnusable, Misuse

Progress = Callable[[int, int], None]
"""Told how many bytes of how many have been looked through."""

_ENCRYPTED = 0x1
_LARGEST = 1 << 20  # of a manifest
_HARMLESS = 1 << 25  # bytes that any part may unpack to
_RATIO = 200  # times its own size to which a larger one may: text comes to 3 to 10, a bomb to 1,000 and far more

_DAMAGED = (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError)


@contextmanager
def unpacked(file: Path, on_progress: Progress = lambda _done, _of: None) -> Iterator[Backup]:
    """Open a backup that is whole. Raises Misuse where there is none, BackupUnusable where it is not as it was written.

    Nothing is written to the disk, and nothing larger than a piece is held in memory but the conversations.
    """
    archive = _opened(file)
    with archive:
        manifest = _manifest(archive, file)
        backup = Backup(archive, file, manifest)
        backup.look_through(on_progress)
        yield backup


class Backup:
    """What a backup holds."""

    def __init__(self, archive: ZipFile, file: Path, manifest: Manifest) -> None:
        self._zip, self._file, self.manifest = archive, file, manifest

    def articles(self) -> Iterator[Stored]:
        """Every article, in the order in which they came."""
        with self._part(parts.ARTICLES) as lines:
            yield from articles_in(lines, parts.ARTICLES)

    def past(self) -> Iterator[Record]:
        """What is kept of the past."""
        with self._part(parts.PAST) as lines:
            yield from records_in(lines, parts.PAST)

    def vectors(self) -> Iterator[Mapping[str, Vector]]:
        """The vectors by the digest of their text, some at a time."""
        with self._part(parts.VECTORS) as data:
            yield from vectors_in(data, self.manifest.dimension)

    def bytes_of(self, name: str) -> bytes | None:
        """One of the small parts; None where there is none."""
        if name not in self.manifest.members:
            return None
        with self._part(name) as data:
            return data.read()

    def lexical(self) -> Iterator[tuple[str, bytes]]:
        """The files of the lexical index."""
        for name in self.manifest.lexical:
            with self._part(name) as data:
                yield name.removeprefix(parts.LEXICAL), data.read()

    def look_through(self, on_progress: Progress) -> None:
        """Raise BackupUnusable unless every part is what the manifest says, and can be read."""
        of, done = sum(each.size for each in self.manifest.members.values()), 0
        for name in self.manifest.members:
            for size in self._look_at(name):
                done += size
                on_progress(done, of)
        counts = self.manifest.counts
        vectors, rest = divmod(self.manifest.members[parts.VECTORS].size, vector_size(self.manifest.dimension))
        for name, found, said in (
            (parts.ARTICLES, sum(1 for _ in self.articles()), counts.articles),
            (parts.PAST, sum(1 for _ in self.past()), counts.past),
            (parts.VECTORS, vectors + bool(rest), counts.vectors),
        ):
            if found != said:
                raise unlike(name, min(found, said) + 1)
        if (conversations := self.bytes_of(parts.CONVERSATIONS)) is not None:
            require_sound(conversations, str(self._file))

    def _look_at(self, name: str) -> Iterator[int]:
        """Compare a part with its checksum; yields the sizes of its pieces."""
        member, digest, size = self.manifest.members[name], hashlib.sha256(), 0
        with self._part(name) as data:
            while piece := data.read(PIECE):
                digest.update(piece)
                size += len(piece)
                if size > member.size:
                    break
                yield len(piece)
        if (size, digest.hexdigest()) != (member.size, member.sha256):
            raise _damaged(self._file, name)

    @contextmanager
    def _part(self, name: str) -> Iterator[BinaryIO]:
        try:
            with self._zip.open(name) as data:
                yield cast("BinaryIO", data)
        except _DAMAGED as error:
            raise _damaged(self._file, name) from error


def _opened(file: Path) -> ZipFile:
    if not file.is_file():
        raise Misuse(f"there is no file {file}; name one that `footnote backup` has written")
    try:
        return ZipFile(file)
    except OSError as error:
        raise BackupUnusable(f"{file} cannot be read ({error.strerror or error})") from error
    except (BadZipFile, NotImplementedError, ValueError) as error:
        raise BackupUnusable(
            f"{file} is no backup, or its end is missing, as after a copy that was cut short; take another copy of it"
        ) from error


def _manifest(archive: ZipFile, file: Path) -> Manifest:
    members = archive.infolist()
    names = [each.filename for each in members]
    if parts.NAME not in names:
        raise BackupUnusable(f"{file} is no backup: it has no {parts.NAME}")
    info = archive.getinfo(parts.NAME)
    _require_plain(info, file)
    if info.file_size > _LARGEST:
        raise _damaged(file, parts.NAME)
    try:
        manifest = read_manifest(archive.read(info), str(file))
    except _DAMAGED as error:
        raise _damaged(file, parts.NAME) from error
    _require_known(members, manifest, file)
    return manifest


def _require_known(members: list[ZipInfo], manifest: Manifest, file: Path) -> None:
    """Raise BackupUnusable for a member that no backup has, or that is missing, or not what it is said to be."""
    names = sorted(each.filename for each in members)
    if strange := [name for name in names if not parts.is_known(name)]:
        raise BackupUnusable(f"{file} is refused: it holds {strange[0]!r}, which no backup does")
    if lost := [name for name in {*parts.ALWAYS, *manifest.members} if name not in names]:
        raise BackupUnusable(f"{file} is damaged: its part {min(lost)} is missing; take another copy of it")
    if names != sorted({parts.NAME, *manifest.members}):
        raise BackupUnusable(f"{file} is refused: it holds parts twice, or some that its {parts.NAME} does not name")
    for each in members:
        _require_plain(each, file)


def _require_plain(info: ZipInfo, file: Path) -> None:
    """Raise BackupUnusable for what is no file, or unpacks to more than any text does."""
    mode = info.external_attr >> 16
    is_plain = info.compress_type in (ZIP_STORED, ZIP_DEFLATED) and not info.flag_bits & _ENCRYPTED
    if not is_plain or (stat.S_IFMT(mode) and not stat.S_ISREG(mode)):
        raise BackupUnusable(f"{file} is refused: its part {info.filename} is no plain file")
    if info.file_size > _HARMLESS and info.file_size > _RATIO * info.compress_size:
        raise BackupUnusable(
            f"{file} is refused: its part {info.filename} unpacks to more than {_RATIO} times its size, "
            "as only archives made to do harm do"
        )


def _damaged(file: Path, name: str) -> BackupUnusable:
    return BackupUnusable(f"{file} is damaged: its part {name} is not as it was written; take another copy of it")
