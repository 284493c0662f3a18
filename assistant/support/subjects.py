"""Whether two clauses are plainly of different subjects."""

from __future__ import annotations

import re

from assistant.support.denials import part_around
from assistant.support.wording import carried, words_of

_RELATIVE = re.compile(r"\W*(?:who|which|whose)\b", re.IGNORECASE)


def of_other_subjects(sentence: str, at: int, other: str, there: int) -> bool:
    """Whether a sentence speaks of others at one place than another sentence does at its own.

    "Three of the nine opposed it" and "Five of the nine backed it" are of others, and so are "two were hurt" and "the
    driver, who was not hurt".
    """
    first, second = _count(sentence, at), _count(other, there)
    if first and second and first != second:
        return True
    part, _ = part_around(other, there)
    if not _RELATIVE.match(other, part):
        return False
    before = [word for word in words_of(other) if word.end <= part and word.carries]
    return bool(before) and before[-1].text.islower() and before[-1].stem not in carried(sentence)


def _count(sentence: str, at: int) -> str | None:
    """How many they are, where the part of the sentence begins with it."""
    start, _ = part_around(sentence, at)
    first = next((word for word in words_of(sentence) if word.start >= start and word.carries), None)
    return first.stem if first and first.start < at and first.stem.isdigit() else None
