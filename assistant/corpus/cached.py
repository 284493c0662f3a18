"""Passages as the caches beside Chroma take them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.corpus.chroma import Row
from assistant.corpus.matrix import Placed
from assistant.corpus.records import Entry
from assistant.corpus.vectors import Vector
from assistant.domain import Description
from assistant.lexical import Entry as LexicalEntry


@dataclass(frozen=True, slots=True)
class Cached:
    """A passage for the lexical index and for the matrix."""

    lexical: LexicalEntry
    placed: Placed


def cached_rows(entries: Sequence[Entry], rows: Sequence[Row], vectors: Mapping[str, Vector]) -> list[Cached]:
    """These rows, which are passages of the entries' articles."""
    descriptions = {entry.article.id: entry.article.description for entry in entries}
    return [_cached(row, vectors[row.digest], descriptions[str(row.metadata["article_id"])]) for row in rows]


def _cached(row: Row, vector: Vector, description: Description) -> Cached:
    article_id, folded = str(row.metadata["article_id"]), str(row.metadata["folded"])
    return Cached(
        LexicalEntry(row.id, article_id, row.document, folded, description), Placed(row.id, vector, description)
    )
