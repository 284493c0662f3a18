"""Find what may hold articles: in files, folders, archives and streams."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, BinaryIO, cast

from ingest.archive import is_word, members_of, opened
from ingest.decode import Unreadable
from ingest.draft import Rejected
from ingest.folder import files_in
from ingest.kinds import Container, kind_of
from ingest.lines import records_in
from ingest.offered import LARGEST, START, Offered
from ingest.piece import Form, Piece
from ingest.reasons import why
from ingest.table import rows_in
from ingest.unpack import DAMAGED, unpacked


def pieces_of(source: Path, largest: int = LARGEST) -> Iterator[Piece | Rejected]:
    """Every piece of a file, or of a folder and those in it, in the order of their names."""
    if not _is_folder(source):
        yield from _in_file(source, source.name or str(source), largest)
        return
    for found in files_in(source):
        if isinstance(found, Rejected):
            yield found
        else:
            yield from _in_file(found, found.relative_to(source).as_posix(), largest)


def pieces_of_stream(stream: BinaryIO, origin: str, largest: int = LARGEST) -> Iterator[Piece | Rejected]:
    """Every record of JSON Lines that come from elsewhere, packed or plain."""
    return pieces_in(Offered(f"{origin}.jsonl", _buffered(stream), origin, origin, origin, largest))


def pieces_of_upload(name: str, stream: BinaryIO, largest: int = LARGEST) -> Iterator[Piece | Rejected]:
    """Every piece of a file that was handed over with its name alone, which makes it the same file next time."""
    place = f"upload:{name}"
    return pieces_in(Offered(name, _buffered(stream), place, place, name, largest))


def pieces_in(offered: Offered) -> Iterator[Piece | Rejected]:
    """Every piece of what is offered, by its kind; what cannot be read becomes a reason."""
    count = 0
    try:
        for count, found in enumerate(_by_kind(unpacked(offered)), start=1):  # noqa: B007  told where it breaks off
            yield found
    except Unreadable as reason:
        yield offered.rejected(reason)
    except DAMAGED:
        after = f" after article {count}; what came before was read" if count else ""
        yield offered.rejected(f"the archive is cut off or damaged{after}")
    except OSError as error:
        yield offered.rejected(why(error))


def _by_kind(offered: Offered) -> Iterator[Piece | Rejected]:
    match kind_of(offered.name, offered.start):
        case Container.LINES:
            yield from records_in(offered)
        case Container.DUMP:
            from ingest.dump import dumped_in  # loads a parser that nothing else needs

            yield from dumped_in(offered)
        case Container.TABLE:
            yield from rows_in(offered)
        case Container.FEED:
            from ingest.links.saved import articles_in  # loads all that reads feeds

            yield from articles_in(offered)
        case Container.ARCHIVE:
            yield from _in_archive(offered)
        case form:
            yield offered.piece(form)


def _in_archive(offered: Offered) -> Iterator[Piece | Rejected]:
    """The pieces of an archive's members; a Word file, which is an archive too, is one piece."""
    with opened(offered) as archive:
        if is_word(archive):
            assert archive.fp is not None
            archive.fp.seek(0)
            whole = replace(offered, stream=_buffered(archive.fp))
            yield whole.piece(Form.WORD)
            return
        for member in members_of(offered, archive):
            if isinstance(member, Rejected):
                yield member
            else:
                yield from pieces_in(member)


def _in_file(path: Path, name: str, largest: int) -> Iterator[Piece | Rejected]:
    """The pieces of one file; whatever the disk refuses becomes a reason."""
    source, origin = _written(name), _written(os.path.normpath(path.absolute()))
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            reason = "it is neither a file nor a folder; JSON Lines can be piped in with `-`"
            yield Rejected(source, reason, origin)
            return
        with path.open("rb", START) as file:
            yield from pieces_in(Offered(path.name, _buffered(file), origin, origin, source, largest))
    except OSError as error:
        yield Rejected(source, why(error), origin)


def _buffered(stream: BinaryIO | IO[bytes]) -> io.BufferedReader:
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream), START)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # opening it will say why
        return False


def _written(name: str) -> str:
    """A path that can be stored and shown, even if its bytes are no text."""
    return os.fsencode(name).decode(errors="backslashreplace")
