"""Amounts that a text says without a number: "a decade", "twice", "a pair"."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.support.measured import Amount, Sort
from assistant.support.units import UNITS

_WORDS = {"twice": 2, "double": 2, "doubled": 2, "doubling": 2, "couple": 2, "pair": 2, "both": 2, "duo": 2, "trio": 3,
          "triple": 3, "tripled": 3, "thrice": 3, "quadrupled": 4, "single": 1, "once": 1}  # fmt: skip
_HALVES = ("halved", "halving")
_UNITS = (
    "fortnight|decade|century|quarter|month|year|week|day|hour|minute|mile|kilomet(?:er|re)|met(?:er|re)|ton(?:ne)?"
)
_FORM = re.compile(
    rf"\b(?P<word>{'|'.join(_WORDS)})\b|\b(?P<half>{'|'.join(_HALVES)})\b"
    rf"|\b(?:(?P<part>half)\s+)?(?:an?|the|one|per|each|every|past|last|first|next|previous|same|this|that)\s+"
    rf"(?P<unit>{_UNITS})\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=2048)
def unsaid(text: str) -> tuple[Amount, ...]:
    """What they come to."""
    return tuple(_amount(found) for found in _FORM.finditer(text))


def _amount(found: re.Match[str]) -> Amount:
    if found["word"]:
        return Amount(*found.span(), _WORDS[found["word"].lower()], Sort.COUNT, 1.0)
    if found["half"]:
        return Amount(*found.span(), 50.0, Sort.SHARE, 50.0)
    return Amount(*found.span(), 0.5 if found["part"] else 1.0, Sort.COUNT, 1.0, unit=UNITS[found["unit"].lower()])
