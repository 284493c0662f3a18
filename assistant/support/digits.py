"""Numbers in digits, where sentence or paragraph is not in English and nothing else of them can be told."""

from __future__ import annotations

import re

from assistant.support.ground import Ground, Problem
from assistant.support.saying import cited_words
from assistant.tongue import tongue_of

_DIGITS = re.compile(r"\d+(?:[.,'’\u00a0\u202f]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:[.,'’\u00a0\u202f]\d{3})+")
_MARKS = re.compile(r"[.,'’\u00a0\u202f]")
# Up to here numbers are as often written in words; longer rows are compared as they stand.
_SMALL, _LONG = 12, 15


def is_foreign(sentence: str, ground: Ground) -> bool:
    """Whether sentence or a paragraph is in another language than English."""
    named = [each.article.description.language or tongue_of(each.paragraph.text) for each in ground.cited]
    return any(language not in (None, "en") for language in (*named, tongue_of(sentence)))


def strange_digits(sentence: str, ground: Ground) -> list[Problem]:
    """A problem for each number that stands in no paragraph cited, however its groups and decimals are marked."""
    there = {value for text in (*ground.texts, *ground.descriptions) for value in _values_in(text)}
    return [
        f"“{found[0]}” is not in {cited_words(ground)}"
        for found in _DIGITS.finditer(sentence)
        if not _values(found[0]) & there and not _is_small(found[0])
    ]


def _values_in(text: str) -> set[str]:
    return {value for found in _DIGITS.finditer(text) for value in _values(found[0])}


def _values(digits: str) -> set[str]:
    """What they may mean: "1.500" is 1500 or 1.5."""
    if len(digits) > _LONG:
        return {digits}
    parts = _MARKS.split(digits)
    values = {"".join(parts).lstrip("0")} if _GROUPED.fullmatch(digits) or len(parts) == 1 else set()
    if len(parts) > 1:
        values.add(f"{''.join(parts[:-1])}.{parts[-1].rstrip('0')}".strip("."))
    return values


def _is_small(digits: str) -> bool:
    return digits.isdecimal() and len(digits) <= _LONG and int(digits) <= _SMALL
