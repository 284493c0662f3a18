"""What a backup says of itself: what it holds, who made it when, and the checksum of each part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from assistant.corpus.records import PASSAGES_VERSION
from assistant.corpus.snapshot import Snapshot
from assistant.errors import BackupUnusable
from assistant.lexical import is_lexical

FORMAT = 1
"""Raised with any change to what a backup holds, together with the way to read the earlier ones."""

NAME = "manifest.json"
ARTICLES, PAST, VECTORS = "articles.jsonl", "past.jsonl", "vectors.bin"
CONVERSATIONS, COPIES, REPETITIONS = "conversations.db", "copies.json", "repetitions.json"

LEXICAL = "lexical/"
"""Where the files of the lexical index are."""

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
    """generation: by it the lexical index knows that it is of this library.

    undoable: whether something was taken out that can still be put back.
    """

    format: int
    footnote: str
    made: datetime
    encoder: Annotated[str, Field(min_length=1)]
    dimension: Annotated[int, Field(ge=1, le=1 << 16)]
    passages_version: int
    generation: Annotated[int, Field(ge=0, lt=1 << 63)]
    undoable: bool
    counts: Counts
    members: Mapping[str, Member]

    @property
    def lexical(self) -> list[str]:
        """The members that are the lexical index's files."""
        return [each for each in self.members if each.startswith(LEXICAL)]


@dataclass(frozen=True, slots=True)
class _Marked:
    """All that is asked of a manifest whose form may not be known yet."""

    format: int


_MANIFEST = TypeAdapter(Manifest)
_MARKED = TypeAdapter(_Marked)


def manifest_of(taken: Snapshot, counts: Counts, members: Mapping[str, Member]) -> Manifest:
    """The manifest of a backup that is made now, by this version."""
    now, stamp = datetime.now(UTC).replace(microsecond=0), taken.stamp
    made_with = stamp.encoder, stamp.dimension, stamp.passages_version
    return Manifest(FORMAT, version("footnote"), now, *made_with, taken.generation, taken.undoable, counts, members)


def is_known(name: str) -> bool:
    """Whether a backup may have a member of this name."""
    stem = name.removeprefix(LEXICAL)
    return name in (NAME, *ALWAYS, *SOMETIMES) or (stem != name and is_lexical(stem))


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
