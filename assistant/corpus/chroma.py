"""Chroma's folder as one process has it open."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from assistant.corpus.batches import batches
from assistant.corpus.client import ARTICLES, NEXT, PASSAGES, PAST, client, drop, failures, make, missing
from assistant.corpus.records import OPTIONAL, Metadata
from assistant.corpus.stamp import Stamp
from assistant.corpus.vectors import Vector
from assistant.errors import LibraryDamaged

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection

PAGE = 1000  # `get` without a page size fails at 100,000 records: "too many SQL variables"
_IDS = 50_000  # ids alone, at once
WRITE = 5000  # below Chroma's largest batch, 5,461
ALIKE = np.ones(1, np.float32)  # what is past is never searched, but Chroma keeps nothing without a vector
_FIRST = 10  # neighbours asked for by the query that shows an index to be alive


@dataclass(frozen=True, slots=True)
class Row:
    """A record of a collection; digest names the text whose vector goes with it."""

    id: str
    document: str
    metadata: Metadata
    digest: str


class Chroma:
    """An open folder. Made under chroma.lock; `close` drops the indexes from memory.

    Raises LibraryMissing where there is no folder, LibraryDamaged where it does not open.
    """

    def __init__(self, folder: Path) -> None:
        self._open(folder)
        self._touch()

    @classmethod
    def without_index(cls, folder: Path) -> Chroma:
        """Open for the records only, where the index is known to be missing."""
        chroma = cls.__new__(cls)
        chroma._open(folder)  # noqa: SLF001  its own
        return chroma

    def _open(self, folder: Path) -> None:
        from chromadb.errors import NotFoundError

        if not (folder / "chroma.sqlite3").exists():
            raise missing(folder.parent)
        self._folder = folder
        try:
            self._client = client(folder)
            self.articles = self._client.get_collection(ARTICLES, embedding_function=None)
            self.passages = self._client.get_collection(PASSAGES, embedding_function=None)
            self.past = self._past()
        except NotFoundError as error:  # whoever began to make it was killed
            raise missing(folder.parent) from error
        except failures() as error:
            raise _damaged(folder, error) from error

    def _past(self) -> Collection | None:
        """Earlier versions and what was removed; None in a library that no writer of this version has opened."""
        there = PAST in {collection.name for collection in self._client.list_collections()}
        return self._client.get_collection(PAST, embedding_function=None) if there else None

    def _touch(self) -> None:
        """The first query: it loads the index, and shows whether it is alive."""
        try:
            for collection in (self.articles, self.passages):
                count = collection.count()
                if count and len(self.nearest(collection, _any_vector(collection), _FIRST)) < min(count, _FIRST):
                    raise LibraryDamaged(f"{self._folder}: {collection.name} has lost vectors")
        except failures() as error:
            raise _damaged(self._folder, error) from error

    @property
    def stamp(self) -> Stamp:
        metadata = self.passages.metadata
        return Stamp(str(metadata["encoder"]), int(metadata["dimension"]), int(metadata["passages_version"]))

    def nearest(self, collection: Collection, vector: Vector, count: int) -> list[tuple[str, float]]:
        """Ids with their cosine similarity, best first."""
        found = collection.query(
            query_embeddings=vector[np.newaxis],
            n_results=count,
            include=["distances"],
        )
        distances = found["distances"]
        return list(zip(found["ids"][0], (1.0 - each for each in distances[0]), strict=True)) if distances else []

    def pages(self, collection: Collection, include: Sequence[str]) -> Iterator[Mapping[str, Any]]:
        """Everything in a collection, some at a time."""
        for some in batches(self.ids(collection), PAGE):
            yield cast("Mapping[str, Any]", collection.get(ids=list(some), include=cast("Any", list(include))))

    def ids(self, collection: Collection) -> list[str]:
        """The ids of everything in a collection.

        An offset takes Chroma a second for each million that it passes over, so there are few of them.
        """
        offsets = range(0, collection.count(), _IDS)
        return [each for offset in offsets for each in collection.get(limit=_IDS, offset=offset, include=[])["ids"]]

    def present(self, collection: Collection, ids: Sequence[str]) -> set[str]:
        """Those of these ids that are there."""
        return set(collection.get(ids=list(ids), include=[])["ids"]) if ids else set()

    def metadata(self, collection: Collection, where: Mapping[str, Any]) -> dict[str, Metadata]:
        """Metadata by id of what fits."""
        found = collection.get(where=cast("Any", where), include=["metadatas"])
        return dict(zip(found["ids"], cast("list[Metadata]", found["metadatas"]), strict=True))

    def upsert(self, collection: Collection, rows: Sequence[Row], vectors: Mapping[str, Vector]) -> None:
        """Write these rows with their vectors, which are named by digest.

        Chroma merges an upsert's metadata into what was there: None takes out what is no longer known.
        """
        unknown = dict.fromkeys(OPTIONAL)
        for some in batches(rows, WRITE):
            collection.upsert(
                ids=[row.id for row in some],
                documents=[row.document for row in some],
                metadatas=[cast("Any", unknown | row.metadata) for row in some],
                embeddings=np.stack([vectors[row.digest] for row in some]),
            )

    def put_by(self, rows: Sequence[tuple[str, str, Metadata]]) -> None:
        """Keep what is past: ids, documents and metadata."""
        assert self.past is not None  # a writer makes what is missing before it opens
        for some in batches(rows, WRITE):
            ids, documents, metadatas = zip(*some, strict=True)
            self.past.upsert(
                ids=list(ids),
                documents=list(documents),
                metadatas=cast("Any", list(metadatas)),
                embeddings=np.stack([ALIKE] * len(some)),
            )

    def restate(self, collection: Collection, metadatas: Mapping[str, Metadata]) -> None:
        """Change only what these metadata say of records that are there."""
        for some in batches(list(metadatas), WRITE):
            collection.update(ids=list(some), metadatas=[cast("Any", metadatas[each]) for each in some])

    def delete(self, collection: Collection, ids: Sequence[str]) -> None:
        for some in batches(ids, PAGE):
            collection.delete(ids=list(some))

    def start_over(self, stamp: Stamp) -> tuple[Collection, ...]:
        """Make empty collections beside the present ones, to be filled and then swapped in."""
        for name in (ARTICLES, PASSAGES):
            drop(self._client, name + NEXT)
        return tuple(make(self._client, name + NEXT, stamp) for name in (ARTICLES, PASSAGES))

    def close(self) -> None:
        """Let go of the index; Chroma frees it with the last reference, some of which are cycles."""
        del self._client, self.articles, self.passages, self.past
        gc.collect()


def _any_vector(collection: Collection) -> Vector:
    dimension = int(collection.metadata["dimension"])
    return np.full(dimension, dimension**-0.5, dtype=np.float32)


def _damaged(folder: Path, error: Exception) -> LibraryDamaged:
    return LibraryDamaged(f"{folder} does not open ({str(error)[:200]})")
