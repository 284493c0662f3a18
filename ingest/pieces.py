"""Find what may hold articles: in files, folders and streams."""

from __future__ import annotations

import gzip
import io
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from ingest.decode import Unreadable
from ingest.draft import Rejected
from ingest.folder import files_in
from ingest.lines import records_in
from ingest.piece import Form, Piece
from ingest.reasons import why

LARGEST = 20 * 1024 * 1024  # bytes; an article is a thousandth of it

_TEXT = frozenset({"", ".txt", ".text"})
_LINES = frozenset({".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"})
_OTHERS = {
    "PDF files": ".pdf",
    "word processor documents": ".doc .docx .odt .rtf .pages",
    "web pages": ".html .htm .xhtml .mhtml .webarchive",
    "Markdown files": ".md .markdown .rst",
    "spreadsheets and tables": ".csv .tsv .xls .xlsx .ods .parquet",
    "pictures": ".png .jpg .jpeg .gif .webp .svg .tif .tiff .bmp .heic",
    "sound and film": ".mp3 .m4a .wav .mp4 .mov .avi .mkv",
    "archives": ".zip .tar .tgz .gz .bz2 .xz .7z .rar .warc .zst",
    "e-books": ".epub .mobi",
    "plain JSON files": ".json",
    "XML files": ".xml .rss .atom",
    "mail": ".eml .mbox .msg",
}
_GZIP = b"\x1f\x8b"


def pieces_of(source: Path) -> Iterator[Piece | Rejected]:
    """Every piece of a file, or of a folder and those in it, in the order of their names."""
    if not _is_folder(source):
        yield from _in_file(source, source.name or str(source))
        return
    for found in files_in(source):
        if isinstance(found, Rejected):
            yield found
        else:
            yield from _in_file(found, found.relative_to(source).as_posix())


def pieces_of_stream(stream: BinaryIO, origin: str) -> Iterator[Piece | Rejected]:
    """Every record of JSON Lines that come from elsewhere, packed or plain."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
    yield from records_in(_unpacked(buffered), origin, origin)


def _in_file(path: Path, name: str) -> Iterator[Piece | Rejected]:
    """The pieces of one file; whatever the disk refuses becomes a reason."""
    source, origin = _written(name), _written(os.path.normpath(path.absolute()))
    try:
        kind = _kind(path.name)
        if not stat.S_ISREG(path.stat().st_mode):
            raise Unreadable("it is neither a file nor a folder; JSON Lines can be piped in with `-`")  # noqa: TRY301  one place turns reasons into reports
        if kind in _LINES:
            with path.open("rb") as file:
                yield from records_in(_unpacked(file), origin, source)
        else:
            yield Piece(Form.TEXT, _whole(path), origin, origin, source)
    except Unreadable as reason:
        yield Rejected(source, str(reason), origin)
    except OSError as error:
        yield Rejected(source, why(error), origin)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # opening it will say why
        return False


def _kind(name: str) -> str:
    """The extension that a file is read by; raises for those that cannot be read yet."""
    suffixes = [suffix.lower() for suffix in Path(name).suffixes if re.fullmatch(r"\.[A-Za-z][A-Za-z0-9]{0,9}", suffix)]
    kind = "".join(suffixes[-2:]) if suffixes[-1:] == [".gz"] else "".join(suffixes[-1:])
    if kind in _TEXT or kind in _LINES:
        return kind
    last = suffixes[-1]
    what = next((what for what, kinds in _OTHERS.items() if last in kinds.split()), f"{last} files")
    raise Unreadable(f"{what} cannot be read yet; save the article as text (.txt) or as JSON Lines (.jsonl)")


def _whole(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Unreadable(f"it is larger than {LARGEST // 1024**2} MB, too large for one article")
    return data


def _unpacked(stream: io.BufferedReader) -> BinaryIO:
    """The stream itself, or what it holds if it begins as gzip does, whatever it is called."""
    packed = stream.peek(len(_GZIP)).startswith(_GZIP)
    return cast(BinaryIO, gzip.GzipFile(fileobj=stream)) if packed else stream


def _written(name: str) -> str:
    """A path that can be stored and shown, even if its bytes are no text."""
    return os.fsencode(name).decode(errors="backslashreplace")
