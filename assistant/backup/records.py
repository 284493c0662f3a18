"""Records and vectors as a backup holds them, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Annotated, BinaryIO

import numpy as np
from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

from assistant.corpus.known import Known
from assistant.corpus.linked import LINKS
from assistant.corpus.records import Metadata, article_from, known_from
from assistant.corpus.snapshot import Kept, Record
from assistant.corpus.vectors import Vector
from assistant.domain import Article
from assistant.errors import BackupUnusable

_DIGEST = 64  # hexadecimal digits
_AT_ONCE = 2000  # vectors: some 3 MB
_LONGEST = 1 << 28  # of one line; no article is larger

_RECORD: TypeAdapter[Record] = TypeAdapter(
    tuple[Annotated[str, Field(min_length=1)], str, dict[str, str | int | float | bool]], config=ConfigDict(strict=True)
)
_UNLIKE = (KeyError, ValueError, TypeError, IndexError, AttributeError)
"""What the way back raises for a record that is none of ours."""


@dataclass(frozen=True, slots=True)
class Stored:
    """An article as it was in the library. links: what its record says of its copies."""

    known: Known
    article: Article
    links: Metadata


def line_of(record: Record) -> bytes:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass") + b"\n"


def records_in(lines: BinaryIO, name: str) -> Iterator[Record]:
    """The records of a part. Raises BackupUnusable for a line that holds none, with its number."""
    number = 0
    while line := lines.readline(_LONGEST):
        number += 1
        try:
            yield _RECORD.validate_json(line)
        except ValidationError as error:
            raise unlike(name, number) from error


def articles_in(lines: BinaryIO, name: str) -> Iterator[Stored]:
    """The articles of a part. Raises BackupUnusable."""
    for number, (article_id, document, metadata) in enumerate(records_in(lines, name), start=1):
        try:
            known, article = known_from(article_id, metadata), article_from(article_id, document, metadata)
        except _UNLIKE as error:
            raise unlike(name, number) from error
        yield Stored(known, article, {each: metadata[each] for each in LINKS if each in metadata})


def unlike(name: str, number: int) -> BackupUnusable:
    return BackupUnusable(f"the backup is damaged: line {number} of {name} cannot be read; take another copy of it")


def vector_pieces(kept: Iterable[Kept], dimension: int) -> Iterator[bytes]:
    """Vectors for the archive, a digest before each; what has another length is none of this encoder's."""
    rows = (each for each in kept if len(each[0]) == _DIGEST and len(each[1]) == 4 * dimension)
    while some := list(islice(rows, _AT_ONCE)):
        yield b"".join(part for row in some for part in row)


def vector_size(dimension: int) -> int:
    """How many bytes a vector takes in the archive."""
    return _DIGEST + 4 * dimension


def vectors_in(data: BinaryIO, dimension: int) -> Iterator[dict[str, Vector]]:
    """The vectors of a part by the digest of their text, some at a time."""
    size = vector_size(dimension)
    while piece := data.read(size * _AT_ONCE):
        rows = [piece[start : start + size] for start in range(0, len(piece), size)]
        yield {row[:_DIGEST].decode("ascii", "replace"): np.frombuffer(row[_DIGEST:], np.float32) for row in rows}
