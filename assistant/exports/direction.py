"""Which way text runs, and how words that run the other way keep those around them in order."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_LEFTWARDS = ("R", "AL")
_RIGHTWARDS_MARK = "\u200e"


def is_leftwards(text: str) -> bool:
    """By its first letter that has a direction."""
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((each in _LEFTWARDS for each in directions if each == "L" or each in _LEFTWARDS), False)


def in_order(parts: Sequence[str]) -> list[str]:
    """Parts of an English line: after one that runs leftwards, the comma and the date would change places."""
    return [f"{part}{_RIGHTWARDS_MARK}" if _has_leftwards(part) else part for part in parts]


def _has_leftwards(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in _LEFTWARDS for character in text)
