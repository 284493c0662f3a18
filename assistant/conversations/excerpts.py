"""A piece of a text, with the places in it where what was sought stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.conversations.folding import folded, origins

BEFORE = 60
"""Characters shown before the first place: enough to see what is spoken of."""

LONGEST = 200

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """spans: from where to where in the text the words that were sought stand, in order, apart from each other."""

    text: str
    spans: tuple[Span, ...]


def places(text: str, wanted: Sequence[str]) -> list[Span]:
    """Where in a text the words stand, which are folded; those that overlap or touch are one."""
    found = sorted(span for word in wanted for span in _of(folded(text), word))
    origin = origins(text)
    spans: list[Span] = []
    for start, end in found:
        span = origin[start], max(origin[end], origin[end - 1] + 1)
        if spans and span[0] <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(spans[-1][1], span[1])
        else:
            spans.append(span)
    return spans


def _of(text: str, word: str) -> Iterator[Span]:
    at = text.find(word)
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + len(word))


def excerpt(text: str, spans: Sequence[Span]) -> Excerpt:
    """A text cut between words around the first place; "…" where it was cut."""
    first = spans[0][0] if spans else 0
    start = _word_from(text, first - BEFORE, first)
    end = len(text) if len(text) - start <= LONGEST else max(text.rfind(" ", start, start + LONGEST), first + 1)
    opening = "…" if start else ""
    by = len(opening) - start
    within = tuple((at + by, min(to, end) + by) for at, to in spans if at < end)
    return Excerpt(f"{opening}{text[start:end]}{'…' if end < len(text) else ''}", within)


def _word_from(text: str, earliest: int, latest: int) -> int:
    """Where a word begins, between these two."""
    if earliest <= 0:
        return 0
    space = text.find(" ", earliest, latest)
    return space + 1 if space >= 0 else earliest
