"""Find blocks of a page in what an extractor took from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_NO_LETTERS = re.compile(r"[\W_]+")
_MOST_PLACES = 8  # of one block: a short one may stand in many
_PROBE = 24  # letters by which a part of a block is found
_WHOLE = 0.5  # share of a block's probes that make it kept
_MOST_LETTERS = 5_000_000_000  # looked through in all, some seconds: no page of news has a hundredth of that
_LONG = 60  # letters: a block found out of turn is no accident


@dataclass(frozen=True, slots=True)
class _Found:
    """A block and the letters of the extracted text that are its."""

    block: int
    start: int
    end: int


def kept_of(texts: Sequence[str], extracted: str) -> set[int]:
    """The places of the texts that the extracted text is made of.

    They are the heaviest chain that follows each other in both, so that a menu's words are not taken for the story's,
    with long ones that stand elsewhere.
    """
    lines, whole = _lines(extracted)
    found: list[_Found] = []
    searched = 0
    for place, letters in enumerate(map(folded, texts)):
        if starts := lines.get(letters):
            found += (_Found(place, start, start + len(letters)) for start in starts[:_MOST_PLACES])
        elif letters and searched < _MOST_LETTERS:
            searched += len(whole)
            found += _places(place, letters, whole)
    chain = _heaviest(found, len(whole))
    kept = {one.block for one in chain}
    taken = bytearray(len(whole))
    for one in chain:
        taken[one.start : one.end] = b"\1" * (one.end - one.start)
    long = (one for one in found if one.block not in kept and one.end - one.start >= _LONG)
    return kept | {one.block for one in long if not any(taken[one.start : one.end])}


def folded(text: str) -> str:
    """The letters and digits of a text, without case."""
    return _NO_LETTERS.sub("", text.casefold())


def _lines(extracted: str) -> tuple[dict[str, list[int]], str]:
    """Where each line of the extracted text begins in its letters, and these."""
    starts: dict[str, list[int]] = {}
    lines = [letters for line in extracted.split("\n") if (letters := folded(line))]
    at = 0
    for letters in lines:
        starts.setdefault(letters, []).append(at)
        at += len(letters)
    return starts, "".join(lines)


def _places(block: int, letters: str, whole: str) -> Iterator[_Found]:
    """Where a block's letters stand inside lines or across them, or most of them do."""
    start = whole.find(letters)
    if start < 0 and len(letters) > 2 * _PROBE:
        yield from _parts(block, letters, whole)
    for _ in range(_MOST_PLACES):
        if start < 0:
            break
        yield _Found(block, start, start + len(letters))
        start = whole.find(letters, start + 1)


def _parts(block: int, letters: str, whole: str) -> Iterator[_Found]:
    """Where a block stands of which the extractor has dropped or changed some words."""
    probes = [letters[at : at + _PROBE] for at in range(0, len(letters) - _PROBE + 1, _PROBE)]
    places = [place for probe in probes if (place := whole.find(probe)) >= 0]
    if len(places) >= _WHOLE * len(probes):
        yield _Found(block, min(places), min(max(places) + _PROBE, min(places) + len(letters)))


def _heaviest(found: Sequence[_Found], length: int) -> list[_Found]:
    """The chain of most letters whose members follow each other (weights by a Fenwick tree of best chains)."""
    best: list[tuple[int, int]] = [(0, -1)] * (length + 2)
    chains: list[tuple[int, int]] = []  # weight, the one before
    at = 0
    while at < len(found):
        upto = at
        while upto < len(found) and found[upto].block == found[at].block:
            weight, before = _best_before(best, found[upto].start)
            chains.append((weight + found[upto].end - found[upto].start, before))
            upto += 1
        for one in range(at, upto):
            _improve(best, found[one].end, (chains[one][0], one))
        at = upto
    return list(_back(found, chains, _best_before(best, length)[1]))


def _best_before(best: Sequence[tuple[int, int]], end: int) -> tuple[int, int]:
    top, at = (0, -1), end + 1
    while at > 0:
        top = max(top, best[at])
        at -= at & -at
    return top


def _improve(best: list[tuple[int, int]], end: int, chain: tuple[int, int]) -> None:
    at = end + 1
    while at < len(best):
        best[at] = max(best[at], chain)
        at += at & -at


def _back(found: Sequence[_Found], chains: Sequence[tuple[int, int]], last: int) -> Iterator[_Found]:
    while last >= 0:
        yield found[last]
        last = chains[last][1]
