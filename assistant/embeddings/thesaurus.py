"""Words that are near in meaning, told by the encoder from its own vocabulary."""

from __future__ import annotations

import io
import json
import logging
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.corpus.batches import batches
from assistant.embeddings.encoder import Neighbours
from assistant.embeddings.kept import THESAURUS, kept
from assistant.stems import stems

Encode = Callable[[Sequence[str]], NDArray[np.float32]]

logger = logging.getLogger(__name__)

NEIGHBOURS = 40
"""Kept of each word, the nearest."""

# Cosines of single words: "founded" and "established" .77, "doctor" and "physician" .86; unrelated ones .2 to .4.
# What is no nearer than this does not count.
FARTHEST = 0.45

# Names and rare words are in pieces in the vocabulary, and rightly have nothing near them.
_WHOLE = re.compile("[a-z]{3,}")

_AT_ONCE = 1024
_LEVELS = 255


class Thesaurus:
    """For a word, the stems near it. Threads may share it."""

    def __init__(
        self, words: Sequence[str], stemmed: Sequence[str], near: NDArray[np.int32], nearness: NDArray[np.uint8]
    ) -> None:
        self._rows = {word: row for row, word in enumerate(words)}
        self._stemmed, self._near, self._nearness = stemmed, near, nearness

    def near(self, word: str) -> Neighbours:
        """The stems near a word but its own; none for a word that the encoder does not know as one."""
        row = self._rows.get(word.lower())
        if row is None:
            return {}
        own = self._stemmed[row]
        found: dict[str, float] = {}
        for other, level in zip(self._near[row].tolist(), self._nearness[row].tolist(), strict=True):
            stem = self._stemmed[other]
            if level and stem != own:
                found[stem] = max(found.get(stem, 0.0), level / _LEVELS)
        return found


def open_thesaurus(tokenizer: Path, encode: Encode, cache: Path) -> Thesaurus:
    """The thesaurus kept in the cache, or made and kept there (some ten seconds, once)."""
    return read_thesaurus(kept(THESAURUS, lambda: make_thesaurus(tokenizer, encode), cache))


def make_thesaurus(tokenizer: Path, encode: Encode) -> bytes:
    """Encode every whole word of the vocabulary and keep each one's nearest."""
    logger.warning("making the list of related words that questions are understood with; once, some twenty seconds")
    words = [word for word in json.loads(tokenizer.read_bytes())["model"]["vocab"] if _WHOLE.fullmatch(word)]
    vectors = encode(words)
    rows = [_nearest(vectors, vectors[list(some)]) for some in batches(range(len(words)), _AT_ONCE)]
    file = io.BytesIO()
    np.savez(
        file,
        words=np.array("\n".join(words)),
        stemmed=np.array("\n".join("".join(stems(word)) for word in words)),
        near=np.concatenate([near for near, _ in rows]),
        nearness=np.concatenate([nearness for _, nearness in rows]),
    )
    return file.getvalue()


def read_thesaurus(kept: Path | bytes) -> Thesaurus:
    """What `make_thesaurus` made."""
    with np.load(io.BytesIO(kept) if isinstance(kept, bytes) else kept) as arrays:
        words, stemmed = (str(arrays[name]).split("\n") for name in ("words", "stemmed"))
        return Thesaurus(words, stemmed, arrays["near"], arrays["nearness"])


def _nearest(vectors: NDArray[np.float32], some: NDArray[np.float32]) -> tuple[NDArray[np.int32], NDArray[np.uint8]]:
    """For some words, the rows of those nearest and how near they are; what is too far has level 0."""
    near = np.zeros((len(some), NEIGHBOURS), np.int32)
    levels = np.zeros((len(some), NEIGHBOURS), np.uint8)
    for row, cosines in enumerate(some @ vectors.T):
        close = np.flatnonzero(cosines > FARTHEST)
        best = close[np.argsort(-cosines[close])[:NEIGHBOURS]]
        near[row, : len(best)] = best
        levels[row, : len(best)] = np.round(_LEVELS * (cosines[best].clip(max=1.0) - FARTHEST) / (1 - FARTHEST))
    return near, levels
