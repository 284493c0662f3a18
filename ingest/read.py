"""Read pieces into drafts of articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from ingest.decode import Unreadable
from ingest.draft import Draft, Rejected
from ingest.json_record import read_json
from ingest.offered import LARGEST
from ingest.pdf.reading import read_pdf
from ingest.piece import Form, Piece
from ingest.pieces import pieces_of, pieces_of_stream
from ingest.text import read_text


def _read_markdown(piece: Piece) -> Draft:
    from ingest.markdown import read_markdown  # loads the parser

    return read_markdown(piece)


def _read_word(piece: Piece) -> Draft:
    from ingest.word import read_word  # loads python-docx

    return read_word(piece)


def _read_page(piece: Piece) -> Draft:
    from ingest.webpage.reading import read_page  # loads lxml

    return read_page(piece)


_READERS: dict[Form, Callable[[Piece], Draft]] = {
    Form.TEXT: read_text,
    Form.MARKDOWN: _read_markdown,
    Form.RECORD: read_json,
    Form.PAGE: _read_page,
    Form.PDF: read_pdf,
    Form.WORD: _read_word,
}


def read_piece(piece: Piece) -> Draft | Rejected:
    """The article of a piece, or why there is none."""
    try:
        return _READERS[piece.form](piece)
    except Unreadable as reason:
        return Rejected(piece.source, str(reason), piece.origin)


def read(source: Path, largest: int = LARGEST) -> Iterator[Draft | Rejected]:
    """Every article of a file, or of a folder and those in it, in the order of their names."""
    return _read(pieces_of(source, largest))


def read_stream(stream: BinaryIO, origin: str, largest: int = LARGEST) -> Iterator[Draft | Rejected]:
    """Every article of JSON Lines that come from elsewhere, packed or plain."""
    return _read(pieces_of_stream(stream, origin, largest))


def _read(pieces: Iterable[Piece | Rejected]) -> Iterator[Draft | Rejected]:
    return (each if isinstance(each, Rejected) else read_piece(each) for each in pieces)
