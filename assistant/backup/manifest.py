"""What a backup says of itself: what it holds, who made it when, and the checksum of each part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from assistant.corpus.chroma import Stamp
from assistant.corpus.records import PASSAGES_VERSION
from assistant.errors import BackupUnusable

FORMAT = 1
"""Raised with any change to what a backup holds, together with the way to read the earlier ones."""

NAME = "manifest.json"
ARTICLES, PAST, VECTORS = "articles.jsonl", "past.jsonl", "vectors.bin"
CONVERSATIONS, COPIES, REPETITIONS = "conversations.db", "copies.json", "repetitions.json"

ALWAYS = (ARTICLES, PAST, VECTORS)
SOMETIMES = (CONVERSATIONS, COPIES, REPETITIONS)

Count = Annotated[int, Field(ge=0)]


@dataclass(frozen=True, slots=True)
class Member:
    """A part: how many bytes it has when it is unpacked, and their SHA-256."""

    size: Count
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


@dataclass(frozen=True, slots=True)
class Counts:
    """What a backup holds. past: earlier versions, and articles taken out that can still be put back."""

    articles: Count
    past: Count
    vectors: Count
    conversations: Count


@dataclass(frozen=True, slots=True)
class Manifest:
    """undoable: whether something was taken out that can still be put back."""

    format: int
    footnote: str
    made: datetime
    encoder: Annotated[str, Field(min_length=1)]
    dimension: Annotated[int, Field(ge=1, le=1 << 16)]
    passages_version: int
    undoable: bool
    counts: Counts
    members: Mapping[str, Member]

    @property
    def stamp(self) -> Stamp:
        """What the library was made with."""
        return Stamp(self.encoder, self.dimension, self.passages_version)


@dataclass(frozen=True, slots=True)
class _Marked:
    """All that is asked of a manifest whose form may not be known yet."""

    format: int


_MANIFEST = TypeAdapter(Manifest)
_MARKED = TypeAdapter(_Marked)


def manifest_of(stamp: Stamp, counts: Counts, members: Mapping[str, Member], *, undoable: bool) -> Manifest:
    """The manifest of a backup that is made now, by this version."""
    now = datetime.now(UTC).replace(microsecond=0)
    made_with = stamp.encoder, stamp.dimension, stamp.passages_version
    return Manifest(FORMAT, version("footnote"), now, *made_with, undoable, counts, members)


def written(manifest: Manifest) -> bytes:
    return _MANIFEST.dump_json(manifest, indent=1)


def read_manifest(data: bytes, where: str) -> Manifest:
    """Raises BackupUnusable where it is damaged, or of a newer version."""
    try:
        if _MARKED.validate_json(data).format > FORMAT:
            raise newer(where)
        manifest = _MANIFEST.validate_json(data)
    except ValidationError as error:
        raise BackupUnusable(f"{where} is damaged: its {NAME} cannot be read; take another copy of it") from error
    if manifest.passages_version > PASSAGES_VERSION:
        raise newer(where)
    return manifest


def newer(where: str) -> BackupUnusable:
    """Says that this version does not know what the backup holds."""
    return BackupUnusable(f"{where} was made by a newer version of Footnote; update this one to restore it")
