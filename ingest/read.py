"""Read pieces into drafts of articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from ingest.decode import Unreadable
from ingest.draft import Draft, Rejected
from ingest.json_record import read_json
from ingest.piece import Form, Piece
from ingest.pieces import pieces_of, pieces_of_stream
from ingest.text import read_text

_READERS: dict[Form, Callable[[Piece], Draft]] = {Form.TEXT: read_text, Form.RECORD: read_json}


def read_piece(piece: Piece) -> Draft | Rejected:
    """The article of a piece, or why there is none."""
    try:
        return _READERS[piece.form](piece)
    except Unreadable as reason:
        return Rejected(piece.source, str(reason), piece.origin)


def read(source: Path) -> Iterator[Draft | Rejected]:
    """Every article of a file, or of a folder and those in it, in the order of their names."""
    return _read(pieces_of(source))


def read_stream(stream: BinaryIO, origin: str) -> Iterator[Draft | Rejected]:
    """Every article of JSON Lines that come from elsewhere, packed or plain."""
    return _read(pieces_of_stream(stream, origin))


def _read(pieces: Iterable[Piece | Rejected]) -> Iterator[Draft | Rejected]:
    return (each if isinstance(each, Rejected) else read_piece(each) for each in pieces)
