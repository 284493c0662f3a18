"""Offer the members of a zip archive one by one; nothing is written to the disk."""

from __future__ import annotations

import io
import re
import stat
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from ingest.clean import clean, one_line
from ingest.decode import Unreadable
from ingest.draft import Rejected
from ingest.folder import is_offered
from ingest.offered import START, Offered
from ingest.unpack import DAMAGED, refuse_bomb

WORD = "word/document.xml"
_OFFICE = {"xl/workbook.xml": "spreadsheet", "ppt/presentation.xml": "presentation", "mimetype": "book or document"}
_ENCRYPTED = 0x1
_DEEPEST = 2  # a zip inside a zip is read, one inside that is not
_BROKEN = (BadZipFile, NotImplementedError, ValueError)  # the last: a place before the beginning of the file


def opened(offered: Offered) -> ZipFile:
    """The archive, which is read here and there: from where it lies, or all of it from memory if it comes packed."""
    lies = isinstance(offered.stream.raw, (io.FileIO, io.BytesIO))
    stream = offered.stream if lies else io.BytesIO(offered.whole())
    try:
        return ZipFile(stream)
    except _BROKEN:
        raise Unreadable("the zip archive is cut off or damaged; unpack what can be saved of it") from None


def is_word(archive: ZipFile) -> bool:
    """Whether it is a Word file; raises `Unreadable` for the other kinds of documents that are zip archives."""
    names = set(archive.namelist())
    for name, what in _OFFICE.items():
        if name in names:
            raise Unreadable(f"it is a {what}; save its text as .txt or .docx, a table as .csv")
    return WORD in names


def members_of(offered: Offered, archive: ZipFile) -> Iterator[Offered | Rejected]:
    """Each file in an archive, under its name without what leads out of it."""
    members = [member for member in archive.infolist() if _is_offered(member)]
    packed = sum(member.compress_size for member in members)
    refuse_bomb(sum(member.file_size for member in members), min(packed, _size(archive)))
    if not members:
        raise Unreadable("there is no file in it that could be an article")
    if all(member.flag_bits & _ENCRYPTED for member in members):
        raise Unreadable("it is protected with a password; unpack it first")
    depth = offered.place.removeprefix(offered.origin).count("!/") + 1
    met: Counter[str] = Counter()
    for member in members:
        name = _harmless(member.filename)
        met[name] += 1
        place = f"{name} ({met[name]})" if met[name] > 1 else name
        inside = replace(offered, name=name, place=f"{offered.place}!/{place}", source=f"{offered.source}/{place}")
        yield _member(archive, member, inside, depth)


def _member(archive: ZipFile, member: ZipInfo, inside: Offered, depth: int) -> Offered | Rejected:
    if member.flag_bits & _ENCRYPTED:
        return inside.rejected("it is protected with a password; unpack it first")
    if stat.S_ISLNK(member.external_attr >> 16):
        return inside.rejected("it is a link to another file, not a file")
    try:
        refuse_bomb(member.file_size, member.compress_size)
        offered = replace(inside, stream=io.BufferedReader(cast(io.RawIOBase, archive.open(member)), START))
        if depth >= _DEEPEST and offered.start.startswith(b"PK") and not inside.name.lower().endswith(".docx"):
            raise Unreadable("it is an archive inside an archive inside an archive; unpack it first")  # noqa: TRY301
    except Unreadable as reason:
        return inside.rejected(reason)
    except (*_BROKEN, *DAMAGED):
        return inside.rejected("the zip archive is cut off or damaged there")
    return offered


def _is_offered(member: ZipInfo) -> bool:
    parts = _parts(member.filename)
    return (
        not member.filename.endswith(("/", "\\"))
        and "__MACOSX" not in parts
        and all(is_offered(part) for part in parts)
    )


def _harmless(name: str) -> str:
    """The name without root, drive or way up; it is read under that name, and written nowhere."""
    return "/".join(_parts(re.sub(r"^[A-Za-z]:", "", one_line(clean(name))))) or "nameless"


def _parts(name: str) -> list[str]:
    return [part for part in re.split(r"[/\\]", name) if part not in ("", ".", "..")]


def _size(archive: ZipFile) -> int:
    assert archive.fp is not None
    archive.fp.seek(0, io.SEEK_END)
    return archive.fp.tell()
