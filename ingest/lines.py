"""Find the records in JSON Lines, one line in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.draft import Rejected
from ingest.offered import REMEDY, Offered, megabytes
from ingest.piece import Piece


def records_in(offered: Offered) -> Iterator[Piece | Rejected]:
    """Each line that is not blank."""
    for number, line in enumerate(_lines(offered), start=1):
        if len(line) > offered.largest:
            yield offered.rejected(f"the line is longer than {megabytes(offered.largest)}, {REMEDY}", number)
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield offered.record(number, line)


def _lines(offered: Offered) -> Iterator[bytes]:
    """Lines as bytes; of one that is too long only the start, so that no line can fill the memory."""
    while line := offered.stream.readline(offered.largest + 1):
        rest = line
        while len(rest) > offered.largest and not rest.endswith(b"\n"):
            rest = offered.stream.readline(offered.largest + 1)
        yield line
