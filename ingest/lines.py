"""Find the records in JSON Lines, one line in memory at a time."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from ingest.decode import Unreadable, refuse_binary
from ingest.draft import Rejected
from ingest.piece import Form, Piece

LARGEST_LINE = 20 * 1024 * 1024  # bytes; an article is a thousandth of it
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def records_in(stream: BinaryIO, origin: str, source: str) -> Iterator[Piece | Rejected]:
    """Each line that is not blank; of a damaged archive, those before the damage."""
    number = 0
    try:
        for number, line in enumerate(_lines(stream), start=1):
            if number == 1:
                _refuse(line)
            if line.strip(b" \t\r\n\xef\xbb\xbf"):
                yield _piece(line, origin, source, number)
    except Unreadable as reason:
        yield Rejected(source, str(reason), origin)
    except (EOFError, gzip.BadGzipFile, zlib.error):
        cut = f"the gzip file is cut off or damaged after line {number}; what came before was read"
        yield Rejected(source, cut, origin)
    else:
        if number == 0:
            yield Rejected(source, "it is empty", origin)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines as bytes; of one that is too long only the start, so that no line can fill the memory."""
    while line := stream.readline(LARGEST_LINE + 1):
        rest = line
        while len(rest) > LARGEST_LINE and not rest.endswith(b"\n"):
            rest = stream.readline(LARGEST_LINE + 1)
        yield line


def _refuse(line: bytes) -> None:
    refuse_binary(line)
    if line.startswith(_UTF16):
        raise Unreadable("it is UTF-16; save it as UTF-8")


def _piece(line: bytes, origin: str, source: str, number: int) -> Piece | Rejected:
    if len(line) > LARGEST_LINE:
        return Rejected(f"{source}:{number}", f"the line is longer than {LARGEST_LINE // 1024**2} MB", origin)
    return Piece(Form.RECORD, line, origin, f"{origin}#{number}", f"{source}:{number}")
