"""The passages nearest in meaning within filters, without Chroma's own, which are a hundred times slower."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.corpus.chroma import Chroma
from assistant.corpus.matrix import Matrix, Rows
from assistant.corpus.vectors import Vector
from assistant.domain import Filters

Found = list[tuple[str, float]]

# So many rows are looked through one by one in 3 ms, which is what a look into Chroma's index takes.
_FEW = 20_000

# Where filters leave more, Chroma is asked for more and those left out are dropped: for so many times as many as would
# do if what fits were spread evenly, then for more again, but not for more than this: then 100,000 rows are faster.
_AMPLE, _AGAIN, _DEEPEST = 2, 4, 1200

# Rounded vectors tell to .0005 which are nearest: of so many times as many the exact cosine is looked up.
_SPARE = 1.5


def nearest_within(chroma: Chroma, matrix: Matrix, vector: Vector, count: int, filters: Filters) -> Found:
    """Ids with their cosine similarity, best first; exact where few are left, as good as Chroma's index where many."""
    rows = matrix.within(filters)
    depth = round(_AMPLE * count * matrix.passages / max(1, len(rows)))
    while len(rows) > _FEW and depth <= _DEEPEST:
        found = dict(chroma.nearest(chroma.passages, vector, min(depth, matrix.passages)))
        fitting = matrix.fitting(found, filters)[:count]
        if len(fitting) == count:
            return [(each, found[each]) for each in fitting]
        depth *= _AGAIN
    return scanned(chroma, matrix, vector, count, rows)


def scanned(chroma: Chroma, matrix: Matrix, vector: Vector, count: int, rows: Rows) -> Found:
    """Of the passages of these rows the nearest, looked through one by one: exact."""
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
