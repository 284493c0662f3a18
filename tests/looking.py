"""A library looked at from every side, to compare two of them and to find what is not whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.corpus.batches import batches
from assistant.corpus.folder import Folder
from assistant.corpus.opening import Opened, open_to_read
from assistant.corpus.records import place_of
from assistant.domain import Filters

_MOMENTS = ("seen", "superseded", "since")
_NEAREST = 50
"""Among which a passage must be when its own vector is asked for: fewer leave it to chance where several are alike."""


@dataclass(frozen=True)
class Contents:
    """What a library holds, by id: words with their metadata, and vectors; and what is wrong with it."""

    articles: dict[str, tuple[str, str]]
    passages: dict[str, tuple[str, str]]
    vectors: dict[str, NDArray[np.float32]]
    past: dict[str, tuple[str, str]]
    faults: tuple[str, ...]

    @property
    def versions(self) -> dict[str, tuple[str, str]]:
        """What the articles that are there were before: what was removed is kept until the next ingest only."""
        return {each: told for each, told in self.past.items() if each.split()[0] in self.articles}

    def is_like(self, other: Contents) -> bool:
        """The same to a reader, up to rounding."""
        return (
            (self.articles, self.passages, self.versions) == (other.articles, other.passages, other.versions)
            and self.vectors.keys() == other.vectors.keys()
            and all(np.allclose(self.vectors[each], other.vectors[each], atol=1e-5) for each in self.vectors)
        )


def look(home: Path) -> Contents:
    """Open the library as a reader does, read everything and ask for every passage."""
    opened = open_to_read(Folder(home))
    chroma = opened.chroma
    articles = {id_: (document, said) for id_, document, said, _ in _rows(opened, "articles")}
    rows = list(_rows(opened, "passages"))
    passages = {id_: (document, said) for id_, document, said, _ in rows}
    vectors = {id_: vector for id_, _, _, vector in rows}
    past = _past(opened)
    faults = (*_orphans(articles, passages), *_unfound(opened, passages, vectors), *_unplaced(opened, passages))
    chroma.close()
    return Contents(articles, passages, vectors, past, faults)


def _past(opened: Opened) -> dict[str, tuple[str, str]]:
    """Earlier versions by article and number, and what was removed."""
    if opened.chroma.past is None:
        return {}
    return {
        f"{metadata['of']} {metadata['what']} {metadata.get('number')}": (document, _said(metadata))
        for page in opened.chroma.pages(opened.chroma.past, ["documents", "metadatas"])
        for document, metadata in zip(page["documents"], page["metadatas"], strict=True)
    }


def _said(metadata: Mapping[str, object]) -> str:
    """All but the moments of the ingests, which differ between libraries that are otherwise the same."""
    return repr(sorted((name, value) for name, value in metadata.items() if name not in _MOMENTS))


def _rows(opened: Opened, name: str) -> list[tuple[str, str, str, NDArray[np.float32]]]:
    include = ["documents", "metadatas", "embeddings"]
    return [
        (id_, document, _said(metadata), vector)
        for page in opened.chroma.pages(getattr(opened.chroma, name), include)
        for id_, document, metadata, vector in zip(
            page["ids"], page["documents"], page["metadatas"], page["embeddings"], strict=True
        )
    ]


def _orphans(articles: dict[str, tuple[str, str]], passages: dict[str, tuple[str, str]]) -> list[str]:
    owners = {place_of(each).article_id for each in passages}
    return [
        *(f"passages without article {each}" for each in owners - articles.keys()),
        *(f"article {each} without passages" for each in articles.keys() - owners),
    ]


def _unfound(
    opened: Opened, passages: dict[str, tuple[str, str]], vectors: dict[str, NDArray[np.float32]]
) -> list[str]:
    faults = []
    for some in batches(list(passages), 200):
        questions = np.stack([vectors[each] for each in some])
        found = opened.chroma.passages.query(query_embeddings=questions, n_results=_NEAREST, include=[])["ids"]
        faults += [f"{each} is not near itself" for each, ids in zip(some, found, strict=True) if each not in ids]
    for each, (document, _) in passages.items():
        word = document.split()[-1].rstrip(".")
        if each not in [id_ for id_, _ in opened.lexical.search(word, 3, Filters())]:
            faults.append(f"{each} is not found by its word {word}")
    return faults


def _unplaced(opened: Opened, passages: dict[str, tuple[str, str]]) -> list[str]:
    everything = opened.matrix.within(Filters())
    asked = np.ones(opened.chroma.stamp.dimension, np.float32)
    placed = opened.matrix.nearest(asked, everything, len(everything))
    return [f"{each} is not in the matrix once" for each in passages if placed.count(each) != 1] + [
        f"{each} is in the matrix alone" for each in placed if each not in passages
    ]
