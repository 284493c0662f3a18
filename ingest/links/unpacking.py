"""Unpack what was sent packed, as far as a limit."""

from __future__ import annotations

import zlib

from ingest.decode import Unreadable
from ingest.offered import REMEDY, megabytes

GZIP = b"\x1f\x8b"


def unpacked(data: bytes, largest: int) -> bytes:
    """What gzip packed, all its members; never more in memory than the limit, whatever the bytes promise."""
    whole = bytearray()
    while data:
        gunzip = zlib.decompressobj(zlib.MAX_WBITS + 16)
        try:
            whole += gunzip.decompress(data, largest + 1 - len(whole))
        except zlib.error:
            raise Unreadable("what was sent is a damaged gzip file") from None
        if len(whole) > largest:
            raise Unreadable(f"what was sent unpacks to more than {megabytes(largest)}, {REMEDY}")
        if not gunzip.eof:
            raise Unreadable("what was sent is a gzip file that is cut off")
        data = gunzip.unused_data if gunzip.unused_data.startswith(GZIP) else b""
    return bytes(whole)
