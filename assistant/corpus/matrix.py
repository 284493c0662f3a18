"""The passages' vectors in small, to be looked through one by one where a filter leaves few: a cache of Chroma's."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from assistant.corpus.catalogue import Catalogue, line_of
from assistant.corpus.growing import Growing, State
from assistant.corpus.records import place_of
from assistant.corpus.vectors import Vector
from assistant.domain import Description, Filters

SCHEMA_VERSION = 1

# Rows looked at at once: their numbers as float32 stay in the processor's cache (1,024 is three to ten times 4,096).
_ROWS = 1024
_BUILD = 5000  # passages written at once when it is made anew

# One byte a number: a quarter of the memory and twice the speed of float32; a cosine is off by .0005.
_STEPS = 127

_VECTORS, _SCALES, _ARTICLES, _ENDS, _IDS, _GONE, _CATALOGUE = (
    "vectors.i8",
    "scales.f4",
    "articles.u4",
    "ends.u8",
    "ids.txt",
    "gone.u4",
    "articles.jsonl",
)

Rows = NDArray[np.intp]
Number = TypeVar("Number", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage's vector, and the description of the article that it stands in."""

    passage_id: str
    vector: Vector
    description: Description

    @property
    def article_id(self) -> str:
        return place_of(self.passage_id).article_id


class Matrix:
    """A row for each passage. Rows are added and marked as gone, never changed; when most are gone it is made anew."""

    def __init__(self, files: Growing) -> None:
        self._files = files
        self._catalogue = Catalogue()
        self._read = 0
        self._map()

    @classmethod
    def open(cls, folder: Path, generation: int, passages: int) -> Matrix | None:
        """The matrix if it is whole and in step; else None, and it wants making anew."""
        files = Growing.open(folder, SCHEMA_VERSION, generation, passages)
        matrix = cls(files) if files else None
        return None if matrix is None or matrix.worn else matrix

    @classmethod
    def build(cls, folder: Path, passages: Iterable[Placed], generation: int, count: int) -> Matrix:
        """Make it anew beside the old one, then put it in its place. count: what Chroma holds."""
        fresh = folder.with_name(folder.name + "-next")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        matrix = cls(Growing(fresh, State(SCHEMA_VERSION, generation, count, {})))
        waiting = iter(passages)
        while some := list(islice(waiting, _BUILD)):
            matrix.change([], some, generation, count)
        matrix.change([], [], generation, count)
        shutil.rmtree(folder, ignore_errors=True)
        fresh.rename(folder)
        return cls(Growing(folder, matrix._files.state))

    @property
    def passages(self) -> int:
        """How many passages there are."""
        return int(np.count_nonzero(self._there))

    @property
    def worn(self) -> bool:
        """Whether most of its rows are gone."""
        return 2 * self.passages < len(self._there)

    def change(self, stale: Iterable[str], passages: Sequence[Placed], generation: int, count: int) -> None:
        """Take these passages out, put those in, and note what Chroma now holds."""
        gone = self._rows_of({*stale, *(each.passage_id for each in passages)}).astype(np.uint32)
        self._files.append({_GONE: gone.tobytes(), **self._pieces(passages)}, generation, count)
        self._map()

    def _pieces(self, passages: Sequence[Placed]) -> dict[str, bytes]:
        """What these passages add to each file."""
        described = {each.article_id: each.description for each in passages}
        numbers = {each: number for number, each in enumerate(described, start=self._next_article)}
        ids = [each.passage_id.encode() for each in passages]
        whole = np.stack([each.vector for each in passages]) if passages else np.empty((0, 0), np.float32)
        scales = np.abs(whole).max(axis=1, initial=0) / _STEPS
        small = np.rint(whole / np.where(scales, scales, 1)[:, np.newaxis])
        return {
            _VECTORS: small.astype(np.int8).tobytes(),
            _SCALES: scales.astype(np.float32).tobytes(),
            _ARTICLES: np.array([numbers[each.article_id] for each in passages], np.uint32).tobytes(),
            _ENDS: (len(self._ids) + np.cumsum([len(each) for each in ids], dtype=np.uint64)).tobytes(),
            _IDS: b"".join(ids),
            _CATALOGUE: b"".join(line_of(each, description) for each, description in described.items()),
        }

    @property
    def _next_article(self) -> int:
        return int(self._articles.max()) + 1 if len(self._articles) else 0

    def within(self, filters: Filters) -> Rows:
        """The rows of the passages that the filters let through."""
        fits = self._articles_known().within(filters)
        return np.flatnonzero(fits[self._articles] & self._there)

    def fitting(self, passage_ids: Iterable[str], filters: Filters) -> list[str]:
        """Those of these passages that the filters let through; one whose article is not there fits none."""
        catalogue = self._articles_known()
        fits = catalogue.within(filters)
        numbers = ((each, catalogue.number(place_of(each).article_id)) for each in passage_ids)
        return [each for each, number in numbers if number is not None and fits[number]]

    def nearest(self, vector: Vector, rows: Rows, count: int) -> list[str]:
        """Ids of the passages of these rows that are nearest in meaning, best first, up to rounding."""
        cosines = np.concatenate([np.empty(0, np.float32), *self._cosines(vector, rows)])
        best = np.argpartition(-cosines, count)[:count] if count < len(rows) else np.arange(len(rows))
        return [self._id(int(rows[each])) for each in best[np.argsort(-cosines[best], kind="stable")]]

    def _cosines(self, vector: Vector, rows: Rows) -> Iterator[NDArray[np.float32]]:
        for start in range(0, len(rows), _ROWS):
            some = rows[start : start + _ROWS]
            yield (self._vectors[some].astype(np.float32) @ vector) * self._scales[some]

    def _id(self, row: int) -> str:
        start = int(self._ends[row - 1]) if row else 0
        return self._ids[start : int(self._ends[row])].tobytes().decode()

    def _rows_of(self, passage_ids: AbstractSet[str]) -> Rows:
        """The rows of those that are there."""
        articles = {place_of(each).article_id for each in passage_ids}
        numbers = self._articles_known().numbers(articles) if articles else []
        theirs = np.flatnonzero(np.isin(self._articles, numbers) & self._there) if numbers else np.empty(0, np.intp)
        return np.array([row for row in theirs if self._id(int(row)) in passage_ids], np.intp)

    def _articles_known(self) -> Catalogue:
        """The catalogue, read as far as it is whole; what was read stays read."""
        size = self._files.size(_CATALOGUE)
        if self._read < size:
            with self._files.path(_CATALOGUE).open("rb") as file:
                file.seek(self._read)
                self._catalogue.add(file.read(size - self._read).splitlines())
            self._read = size
        return self._catalogue

    def _map(self) -> None:
        """Map the files as far as they are whole."""
        self._scales = self._column(_SCALES, np.float32)
        self._articles = self._column(_ARTICLES, np.uint32)
        self._ends = self._column(_ENDS, np.uint64)
        self._ids = self._column(_IDS, np.uint8)
        rows = len(self._scales)
        self._vectors = self._column(_VECTORS, np.int8).reshape(rows, -1 if rows else 0)
        self._there = np.ones(rows, np.bool_)
        self._there[self._column(_GONE, np.uint32)] = False

    def _column(self, name: str, kind: type[Number]) -> NDArray[Number]:
        size = self._files.size(name)
        if not size:
            return np.empty(0, kind)
        return np.memmap(self._files.path(name), kind, "r", shape=(size // np.dtype(kind).itemsize,))
