"""Unpack gzip while it is read, whatever it is called."""

from __future__ import annotations

import gzip
import io
import lzma
import zlib
from dataclasses import replace
from typing import BinaryIO, cast
from zipfile import BadZipFile

from ingest.decode import Unreadable
from ingest.offered import START, Offered, megabytes

RATIO = 200
"""Times its own size to which an archive may unpack: text comes to 3 to 10, a bomb to 1,000 and far more."""

HARMLESS = 32 * 1024 * 1024
"""Bytes that any archive may unpack to."""

DAMAGED = (EOFError, gzip.BadGzipFile, BadZipFile, zlib.error, lzma.LZMAError)
"""What unpacking raises where an archive is cut off or its bytes are not what they were."""

_GZIP = b"\x1f\x8b"


def unpacked(offered: Offered) -> Offered:
    """The same, or what it holds if it begins as gzip does, under the name without ``.gz``."""
    packed = offered.start.startswith(_GZIP)
    stem, dot, suffix = offered.name.rpartition(".")
    name = stem if dot and suffix.lower() == "gz" else offered.name
    if not packed:
        return replace(offered, name=name)
    return replace(offered, name=name, stream=io.BufferedReader(_Unpacked(offered.stream), START))


def refuse_bomb(size: int, packed: int) -> None:
    """Raise for what unpacks to more than any text does."""
    if size > HARMLESS and size > RATIO * packed:
        raise Unreadable(
            f"it unpacks to {megabytes(size)} or more, over {RATIO} times its size, as only archives made to do harm do"
        )


class _Unpacked(io.RawIOBase):
    """Unpacked bytes, as long as there are not far more of them than packed ones."""

    def __init__(self, stream: BinaryIO) -> None:
        self._packed = _Counted(stream)
        self._gzip = gzip.GzipFile(fileobj=cast(BinaryIO, self._packed))
        self._size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # the buffer that BufferedReader gives
        data = self._gzip.read1(len(buffer))
        buffer[: len(data)] = data
        self._size += len(data)
        refuse_bomb(self._size, self._packed.size)
        return len(data)


class _Counted:
    """A stream that knows how much of it was read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self.size = stream, 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.size += len(data)
        return data
