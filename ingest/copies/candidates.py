"""Pairs of articles that share enough of their sketches to be read side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from assistant.domain import name_key
from ingest.copies.sketch import Sketch

# Hashes that two articles share at least, and what share of the shorter one's; of one that is furniture for the most
# part, what is not must mostly be shared.
_FEWEST = 2
_SHARE = 0.1
_SHARE_OF_LITTLE = 0.5

# A run of words that stands in more articles brings together only neighbours among them: a chain, not a clique.
_COMMON = 48

# What an outlet printed on three days or more, over more than two weeks, is its furniture: no reprint takes as long.
_DAYS = 3
_SPAN = 15

_UNDATED = -1

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sighted:
    """An article as it is looked through for candidates."""

    sketch: Sketch
    outlet: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Postings:
    """The hashes of all articles in order, and beside each the number of the article that has it."""

    hashes: NDArray[np.uint32]
    articles: Numbers

    @classmethod
    def of(cls, articles: Sequence[Sighted]) -> Postings:
        sizes = [len(each.sketch.hashes) for each in articles]
        hashes = np.concatenate([np.empty(0, np.uint32), *(each.sketch.hashes for each in articles)])
        numbers = np.repeat(np.arange(len(articles)), sizes)
        order = np.lexsort((numbers, hashes))
        return cls(hashes[order], numbers[order])

    def without(self, left_out: NDArray[np.bool_]) -> Postings:
        return Postings(self.hashes[~left_out], self.articles[~left_out])


def candidates(articles: Sequence[Sighted]) -> list[tuple[int, int]]:
    """Pairs of their numbers, the lower first: a function of the articles and their order alone."""
    everything = Postings.of(articles)
    own = everything.without(_furniture(everything, articles))
    pairs, shared = _shared(own, len(articles))
    held = np.bincount(own.articles, minlength=len(articles))
    bar = np.where(2 * held < np.bincount(everything.articles, minlength=len(articles)), _SHARE_OF_LITTLE, _SHARE)
    halved = np.array([each.sketch.halvings for each in articles], np.int64)
    ones, others = np.divmod(pairs, max(1, len(articles)))
    # Of the finer sketch only the hashes below the coarser one's bound could be shared.
    level = np.maximum(halved[ones], halved[others])
    least = np.minimum(
        held[ones] / 2.0 ** (level - halved[ones]),
        held[others] / 2.0 ** (level - halved[others]),
    )
    enough = (shared >= np.minimum(_FEWEST, least)) & (shared >= np.maximum(bar[ones], bar[others]) * least)
    return list(zip(ones[enough].tolist(), others[enough].tolist(), strict=True))


def _shared(postings: Postings, count: int) -> tuple[Numbers, Numbers]:
    """Pairs of articles (as one number) that share hashes, and how many."""
    starts = np.flatnonzero(np.diff(postings.hashes, prepend=postings.hashes[:1] + np.uint32(1)))
    sizes = np.diff(starts, append=len(postings.hashes))
    common = np.repeat(sizes > _COMMON, sizes)
    met = [np.empty(0, np.int64)]
    for apart in range(1, min(_COMMON, int(sizes.max(initial=1)))):
        same = postings.hashes[apart:] == postings.hashes[:-apart]
        if apart > 1:
            same &= ~common[apart:]
        met.append(postings.articles[:-apart][same] * count + postings.articles[apart:][same])
    return np.unique(np.concatenate(met), return_counts=True)


def _furniture(postings: Postings, articles: Sequence[Sighted]) -> NDArray[np.bool_]:
    """Which hashes of which articles are what their outlet prints again and again."""
    outlets: defaultdict[str, int] = defaultdict(lambda: len(outlets))
    outlet = np.array([outlets[name_key(each.outlet)] if each.outlet else -1 for each in articles], np.int64)
    day = np.array([each.day.toordinal() if each.day else _UNDATED for each in articles], np.int64)
    whose, when = outlet[postings.articles], day[postings.articles]
    order = np.lexsort((when, whose, postings.hashes))
    hashes, whose, when = postings.hashes[order], whose[order], when[order]
    starts = np.flatnonzero(_steps(hashes) | _steps(whose))
    new_day = _steps(hashes) | _steps(whose) | _steps(when)
    sizes = np.diff(starts, append=len(hashes))
    if not len(starts):
        return np.empty(0, np.bool_)
    days = np.add.reduceat(new_day.astype(np.int64), starts)
    span = when[starts + sizes - 1] - when[starts]
    known = (whose[starts] >= 0) & (when[starts] != _UNDATED)
    marks = np.empty(len(hashes), np.bool_)
    marks[order] = np.repeat(known & (days >= _DAYS) & (span >= _SPAN), sizes)
    return marks


def _steps(column: NDArray[np.generic]) -> NDArray[np.bool_]:
    """Where a column's value is another than the one above."""
    steps = np.ones(len(column), np.bool_)
    steps[1:] = column[1:] != column[:-1]
    return steps
