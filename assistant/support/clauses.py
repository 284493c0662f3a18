"""The clauses of a sentence."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from assistant.quotations import quotations
from assistant.support.wording import LONGEST, carried

# Where a clause ends: at a mark that no digit follows, and before a word that joins clauses.
_CUT = re.compile(
    r"[,;:—–](?!\d)|\s-\s"
    r"|\b(?=(?:but|while|whereas|although|though|because|unless|until|when|where|which|who|whose|whom|whereby|if)\b)"
    r"|\b(?=and\s+(?:that|the|he|she|it|they|was|were|is|are|has|had|will|would|did|said|both|to)\b)",
    re.IGNORECASE,
)
# Where another statement begins, which may be of somebody else.
_STATEMENT = re.compile(
    r"[;:—–](?!\d)|,\s+(?=(?:but|while|whereas|although|though|and|yet|which|so)\s)|\s(?=(?:while|whereas|although|though)\s)",
    re.IGNORECASE,
)
_CONCESSION = re.compile(r"(?:while|whereas|although|though)\s[^,]+,(?!\d)", re.IGNORECASE)
_FEWEST = 2


@lru_cache(maxsize=4096)
def statements_of(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of what a sentence states, each with those of whom it is said."""
    text = text[:LONGEST]
    concession = _CONCESSION.match(text)
    if concession is None:
        return _parted(text, _STATEMENT)
    cut = concession.end()
    return ((0, cut), *((cut + start, cut + end) for start, end in _parted(text[cut:], _STATEMENT)))


@lru_cache(maxsize=4096)
def clauses_of(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the clauses; one that says next to nothing by itself belongs to the one before."""
    return _parted(text[:LONGEST], _CUT)


def _parted(text: str, mark: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
    quoted = quotations(text)
    cuts = [each.start() for each in mark.finditer(text) if not any(one < each.start() < end for one, end in quoted)]
    edges = [0, *(cut for cut in cuts if cut), len(text)]
    spans: list[tuple[int, int]] = []
    for start, end in pairwise(edges):
        if spans and min(len(carried(text[start:end])), len(carried(text[slice(*spans[-1])]))) < _FEWEST:
            spans[-1] = (spans[-1][0], end)
        elif start < end:
            spans.append((start, end))
    return tuple(spans)
