"""A few hundred bytes that stand for an article's body when it is compared with thousands of others."""

from __future__ import annotations

import base64
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ingest.copies.grams import Codes, grams

_RUN = 4  # words of a run: three stand together in too many stories, five break at every other edit
_MOST = 192  # hashes of an article
_BITS = 32


@dataclass(frozen=True, slots=True)
class Sketch:
    """The hashes of a body's runs of words, in order, that lie below 2**32 halved so many times.

    Texts that share runs share hashes; below the smaller bound, two articles' sketches are samples of the same kind
    (Broder 1997, with a bound for a number, so that a short text can be found in a long one).
    """

    halvings: int
    hashes: NDArray[np.uint32]

    @classmethod
    def of(cls, codes: Codes) -> Sketch:
        """The largest bound that leaves few enough."""
        every = np.unique(grams(codes, min(_RUN, len(codes))) >> np.uint64(_BITS))
        counts = (int(np.searchsorted(every, np.uint64(1 << _BITS >> halvings))) for halvings in range(_BITS))
        halvings, count = next(each for each in enumerate(counts) if each[1] <= _MOST)
        return cls(halvings, every[:count].astype(np.uint32))

    @classmethod
    def read(cls, written: str) -> Sketch:
        """The sketch that `written` wrote."""
        halvings, _, hashes = written.partition(":")
        return cls(int(halvings), np.frombuffer(base64.b85decode(hashes), "<u4"))

    @property
    def written(self) -> str:
        """The sketch as text, which Chroma keeps."""
        return f"{self.halvings}:{base64.b85encode(self.hashes.astype('<u4').tobytes()).decode('ascii')}"
