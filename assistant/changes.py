"""What changed in the words of an article from one version to the next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

# Words that two paragraphs must share, of those of the longer, to be one that was reworded.
_ALIKE = 0.4

# Paragraphs of more words (a page is 500), and stretches of more paragraphs on both sides, are not set against each
# other one by one: it takes their product.
_LONGEST, _MOST = 3000, 10_000

_WORDS = re.compile(r"\w+|[^\w\s]|\s+")


class Fate(StrEnum):
    """What became of a paragraph."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a paragraph, in characters."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph as it was and as it is; None where it is not there.

    gone: spans of the earlier words that are no more. new: spans of the later words that were not there before. What is
    outside of them is the same in both.
    """

    fate: Fate
    before: str | None
    after: str | None
    gone: tuple[Span, ...] = ()
    new: tuple[Span, ...] = ()


def changes(before: Sequence[str], after: Sequence[str]) -> Sequence[Change]:
    """Every paragraph of both versions, in their order: kept, added, removed or reworded."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    found: list[Change] = []
    for what, start, end, start_after, end_after in matcher.get_opcodes():
        old, new = before[start:end], after[start_after:end_after]
        if what == "equal":
            found += [Change(Fate.KEPT, text, text) for text in old]
        else:
            found += _replaced(old, new)
    return found


def _replaced(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """A stretch that is all different: pairs that share words are one paragraph reworded."""
    row = column = 0
    for old, new in [*_pairs(before, after), (len(before), len(after))]:
        yield from (Change(Fate.REMOVED, text, None) for text in before[row:old])
        yield from (Change(Fate.ADDED, None, text) for text in after[column:new])
        if old < len(before):
            yield _reworded(before[old], after[new])
        row, column = old + 1, new + 1


def _pairs(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Which paragraphs belong together, in order, so that they share the most words in all."""
    if not before or not after or len(before) * len(after) > _MOST:
        return []
    words, words_after = [_counted(text) for text in before], [_counted(text) for text in after]
    best: list[list[float]] = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    alike = [[_likeness(old, new) for new in words_after] for old in words]
    for row in range(len(before) - 1, -1, -1):
        for column in range(len(after) - 1, -1, -1):
            paired = alike[row][column] + best[row + 1][column + 1] if alike[row][column] else 0.0
            best[row][column] = max(paired, best[row + 1][column], best[row][column + 1])
    return list(_walk(best, alike))


def _walk(best: list[list[float]], alike: list[list[float]]) -> Iterator[tuple[int, int]]:
    row = column = 0
    while row < len(alike) and column < len(alike[row]):
        if best[row][column] == best[row + 1][column]:
            row += 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            yield row, column
            row, column = row + 1, column + 1


def _counted(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of the longer one's words that both have; 0 for too few, or where there are too many to compare."""
    longer = max(one.total(), other.total())
    if not longer or longer > _LONGEST:
        return 0.0
    share = (one & other).total() / longer
    return share if share >= _ALIKE else 0.0


def _reworded(before: str, after: str) -> Change:
    words, words_after = _WORDS.findall(before), _WORDS.findall(after)
    matcher = SequenceMatcher(None, words, words_after, autojunk=False)
    starts, starts_after = _starts(words), _starts(words_after)
    gone, new = [], []
    for what, start, end, start_after, end_after in matcher.get_opcodes():
        if what != "equal" and start < end:
            gone.append(Span(starts[start], starts[end]))
        if what != "equal" and start_after < end_after:
            new.append(Span(starts_after[start_after], starts_after[end_after]))
    return Change(Fate.REWORDED, before, after, tuple(gone), tuple(new))


def _starts(words: Sequence[str]) -> list[int]:
    """Where each word begins, and where the last ends."""
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word))
    return starts
