"""How much of one text stands in another, word by word."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ingest.copies.grams import Codes, grams

_RUN = 3  # words that must follow each other in both texts
_GAP = 2  # changed words within a run: a spelling, a number in words
_SHORTEST = 8  # words of a run, in texts that have as many: "said in a statement on Monday" stands everywhere

Marks = NDArray[np.bool_]


def covered(codes: Codes, other: Codes) -> Marks:
    """For each word whether it stands in a run of words that the other text has, too."""
    marks = np.zeros(len(codes), np.bool_)
    run = min(_RUN, len(codes), len(other))
    shared = np.isin(grams(codes, run), grams(other, run))
    for place in range(run):
        marks[place : place + len(shared)] |= shared
    return _long_runs(marks, min(_SHORTEST, len(codes), len(other)))


def _long_runs(marks: Marks, shortest: int) -> Marks:
    """The runs with their small gaps filled, without those that are short."""
    edges = np.flatnonzero(np.diff(marks, prepend=False, append=False))
    starts, ends = edges[::2], edges[1::2]
    if not len(starts):
        return marks
    parted = starts[1:] - ends[:-1] > _GAP
    starts, ends = starts[np.r_[True, parted]], ends[np.r_[parted, True]]
    runs = np.zeros(len(marks), np.bool_)
    for start, end in zip(starts, ends, strict=True):
        runs[start:end] = end - start >= shortest
    return runs
