"""Unpack what was sent packed, as far as a limit."""

from __future__ import annotations

import zlib

from ingest.decode import Unreadable
from ingest.offered import REMEDY, megabytes

GZIP = b"\x1f\x8b"
_PART = 4096  # bytes at once: of what follows a member, no more than that is copied


def unpacked(data: bytes, largest: int) -> bytes:
    """What gzip packed, all its members; never more in memory than the limit, whatever the bytes promise."""
    whole, at = bytearray(), 0
    while data and (at == 0 or data.startswith(GZIP, at)):
        at = _next_member(data, at, whole, largest)
    return bytes(whole)


def _next_member(data: bytes, at: int, whole: bytearray, largest: int) -> int:
    """Unpack the member that begins there: where it ends."""
    gunzip = zlib.decompressobj(zlib.MAX_WBITS + 16)
    while not gunzip.eof:
        part = data[at : at + _PART]
        if not part:
            raise Unreadable("what was sent is a gzip file that is cut off")
        try:
            whole += gunzip.decompress(part, largest + 1 - len(whole))
        except zlib.error:
            raise Unreadable("what was sent is a damaged gzip file") from None
        if len(whole) > largest:
            raise Unreadable(f"what was sent unpacks to more than {megabytes(largest)}, {REMEDY}")
        at += len(part) - len(gunzip.unused_data)
    return at
