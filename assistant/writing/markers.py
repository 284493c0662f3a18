"""What a marker may look like: the number of a paragraph in brackets, as models write it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

CLOSING = {"[": "]", "【": "】", "［": "］"}

# Of what stands in brackets, held back while it may still become a marker: ten numbers of two digits.
LONGEST = 40

# A bracketed year is part of a quotation ("in [2024]"): no model is shown a thousand paragraphs.
_DIGITS = 3
_WIDEST_RANGE = 20

_NAMES = "source|paragraph|para|passage|excerpt|reference|ref|citation|note|p|no"
_WORDS = (*_NAMES.split("|"), *(f"{name}s" for name in _NAMES.split("|")), "and", "to")
_NARROW = str.maketrans("０１２３４５６７８９，；－", "0123456789,;-")

_BETWEEN = re.compile(r" ?(?:, ?and |[,;&/]| and ) ?", re.IGNORECASE)
_NUMBER = rf"(?:[\^#]|(?:{_NAMES})s?[.:]? ?#?)?([1-9][0-9]{{0,{_DIGITS - 1}}})"
_ITEM = re.compile(rf"{_NUMBER}(?: ?(?:-|–|—|to) ?{_NUMBER})?", re.IGNORECASE)

# "【1†source】" names beside the number where it leads.
_DAGGER = "†"
_SIGNS = " \t,;&/-–—^#.:" + _DAGGER


@dataclass(frozen=True, slots=True)
class Marker:
    """The numbers that one pair of brackets names, in order."""

    numbers: tuple[int, ...]


def marker(content: str) -> Marker | None:
    """The marker that brackets around these words are; None where they are text: "sic", "0", "2024", "1-90"."""
    named = " ".join(content.partition(_DAGGER)[0].translate(_NARROW).split())
    numbers: list[int] = []
    for item in _BETWEEN.split(named):
        found = _ITEM.fullmatch(item)
        first, last = _ends(found) if found else (1, 0)
        if not first <= last < first + _WIDEST_RANGE:
            return None
        numbers.extend(range(first, last + 1))
    return Marker(tuple(numbers))


def _ends(item: re.Match[str]) -> tuple[int, int]:
    return int(item[1]), int(item[2] or item[1])


def may_go_on(content: str, character: str) -> bool:
    """Whether what stands in brackets so far can still become a marker with this character."""
    if len(content) >= LONGEST or character in "\n\r":
        return False
    if _DAGGER in content:
        return True
    character = character.translate(_NARROW)
    if character in "0123456789":
        return len(_run(content, str.isdecimal)) < _DIGITS
    if character.isalpha():
        word = (_run(content, str.isalpha) + character).casefold()
        return any(known.startswith(word) for known in _WORDS)
    return character in _SIGNS


def _run(content: str, kind: Callable[[str], bool]) -> str:
    start = len(content)
    while start and kind(content[start - 1]):
        start -= 1
    return content[start:]
