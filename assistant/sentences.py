"""Sentences of a paragraph as spans of it."""

from __future__ import annotations

import sentencex

# "He left at 8 p.m. Monday." is cut before "Monday."; a piece this short belongs to its neighbour.
_SHORTEST = 12


def sentence_spans(text: str, language: str = "en") -> list[tuple[int, int]]:
    """(start, end) in characters of each sentence, without the space around it; quotations stay whole."""
    spans: list[tuple[int, int]] = []
    for boundary in sentencex.get_sentence_boundaries(language, text):
        start, end = _trimmed(text, boundary["start_index"], boundary["end_index"])
        if start >= end:
            continue
        # "then-U.S. Secretary" is cut inside the abbreviation, where there is no space.
        if spans and (end - start < _SHORTEST or spans[-1][1] == start):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
