"""The passages nearest in meaning within filters, without Chroma's own, which are a hundred times slower."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.corpus.chroma import Chroma
from assistant.corpus.matrix import Matrix, Rows
from assistant.corpus.vectors import Vector
from assistant.domain import Filters

Found = list[tuple[str, float]]

# Where filters leave more rows than this, Chroma is asked for more and those left out are dropped.
SCANNED = 100_000

# So many times as many as would do if what fits were spread evenly.
_AMPLE = 2

# Rounded vectors tell to .0005 which are nearest: of so many times as many the exact cosine is looked up.
_SPARE = 1.5


def nearest_within(chroma: Chroma, matrix: Matrix, vector: Vector, count: int, filters: Filters) -> Found:
    """Ids with their cosine similarity, best first; exact where few are left, as good as Chroma's index where many."""
    rows = matrix.within(filters)
    if len(rows) > SCANNED:
        found = _sifted(chroma, matrix, vector, round(_AMPLE * count * len(matrix) / len(rows)), filters)[:count]
        if len(found) == count:
            return found
    return _scanned(chroma, matrix, vector, count, rows)


def _sifted(chroma: Chroma, matrix: Matrix, vector: Vector, depth: int, filters: Filters) -> Found:
    found = dict(chroma.nearest(chroma.passages, vector, min(depth, len(matrix))))
    return [(each, found[each]) for each in matrix.fitting(found, filters)]


def _scanned(chroma: Chroma, matrix: Matrix, vector: Vector, count: int, rows: Rows) -> Found:
    near = matrix.nearest(vector, rows, round(_SPARE * count))
    exact = similarities(chroma, vector, near)
    return sorted(exact.items(), key=lambda each: -each[1])[:count]


def similarities(chroma: Chroma, vector: Vector, passages: Sequence[str]) -> dict[str, float]:
    """The cosine similarity of these passages."""
    if not passages:
        return {}
    found = chroma.passages.get(ids=list(passages), include=["embeddings"])
    matrix = np.asarray(found["embeddings"], np.float32).reshape(len(found["ids"]), -1)
    return dict(zip(found["ids"], (matrix @ vector).tolist(), strict=True))
