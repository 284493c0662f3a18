"""Read JSON Lines into drafts, one line in memory at a time."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from pydantic import ValidationError

from assistant.domain import Description
from ingest.address import canonical, day_in
from ingest.body import sort_paragraphs
from ingest.dates import Dated
from ingest.decode import Unreadable, refuse_binary
from ingest.describe import dateline, first_sentence, tidy_title
from ingest.draft import Draft, Rejected
from ingest.names import without_noise
from ingest.paragraphs import split_paragraphs
from ingest.record import Record, read_record

LARGEST_LINE = 20 * 1024 * 1024  # bytes; an article is a thousandth of it
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_lines(stream: BinaryIO, origin: str, source: str) -> Iterator[Draft | Rejected]:
    """The article of each line, or why there is none; of a damaged archive, what comes before the damage."""
    number = 0
    try:
        for number, line in enumerate(_lines(stream), start=1):
            if number == 1:
                _refuse(line)
            if line.strip(b" \t\r\n\xef\xbb\xbf"):
                yield _read_line(line, origin, source, number)
    except Unreadable as reason:
        yield Rejected(source, str(reason))
    except (EOFError, gzip.BadGzipFile, zlib.error):
        yield Rejected(source, f"the gzip file is cut off or damaged after line {number}; what came before was read")
    else:
        if number == 0:
            yield Rejected(source, "it is empty")


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


def _read_line(line: bytes, origin: str, source: str, number: int) -> Draft | Rejected:
    place = f"{source}:{number}"
    try:
        return _draft(_record(line), f"{origin}#{number}", origin, place)
    except Unreadable as reason:
        return Rejected(place, str(reason))


def _record(line: bytes) -> Record:
    if len(line) > LARGEST_LINE:
        raise Unreadable(f"the line is longer than {LARGEST_LINE // 1024**2} MB")
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Unreadable("the line is not UTF-8") from None
    except (ValueError, RecursionError):
        raise Unreadable("the line is not JSON; one article a line is expected") from None
    if not isinstance(fields, dict):
        raise Unreadable(f"the line is a JSON {_kind(fields)}, not an object with the article's fields")
    return _checked(fields)


def _checked(fields: dict[str, object]) -> Record:
    try:
        record = read_record(fields)
    except ValidationError:
        raise Unreadable("its text is not text") from None
    if record.is_markup or (record.html and not record.text.strip()):
        raise Unreadable("its text is HTML, which cannot be read yet; give the plain text as `text`")
    if not record.text.strip():
        raise Unreadable("it has no text")
    return record


def _kind(value: object) -> str:
    kinds = {list: "list", str: "string", bool: "truth value", type(None): "null"}
    return kinds.get(type(value), "number")


def _draft(record: Record, place: str, origin: str, source: str) -> Draft:
    body = sort_paragraphs(split_paragraphs(record.text), record.title)
    published = record.published or _guess_date(record, body.lead)
    description = Description(
        title=tidy_title(record.title, record.outlet) if record.title else first_sentence(body.lead),
        source=source,
        title_guessed=record.title is None,
        outlet=record.outlet,
        authors=without_noise(record.authors or body.authors, record.outlet),
        published=published.moment if published else None,
        published_guessed=bool(published and published.guessed),
        url=record.url,
        language=record.language,
        tags=record.tags,
    )
    return Draft(_key(record, place), origin, description, body.paragraphs, body.furniture)


def _key(record: Record, place: str) -> str:
    if record.url:
        return f"url:{canonical(record.url)}"
    return f"id:{record.id}" if record.id else f"file:{place}"


def _guess_date(record: Record, lead: str) -> Dated | None:
    day = day_in(record.url) if record.url else None
    return Dated(day, guessed=True) if day else dateline(lead)
