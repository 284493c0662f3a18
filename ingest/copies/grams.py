"""An article's words as numbers, in which runs of words are found fast."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from assistant.domain import Kind, Paragraph

Codes = NDArray[np.uint64]

_WORD = re.compile(r"\w+")
_APOSTROPHES = re.compile(r"(?<=\w)['’ʼ](?=\w)")

# Odd numbers, by which words are told apart by their place in a run (the first digits of sqrt 2, 3, 5, 7).
_PLACES = tuple(
    np.uint64(each) for each in (0x6A09E667F3BCC909, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1)
)
_SPREAD = np.uint64(0x9E3779B97F4A7C15)


def codes_of(paragraphs: Iterable[Paragraph]) -> Codes:
    """A number for each word of the body, without case and punctuation; of all paragraphs where none is body."""
    told = list(paragraphs)
    text = "\n".join([each.text for each in told if each.kind is Kind.BODY] or [each.text for each in told])
    words = _WORD.findall(_APOSTROPHES.sub("", text).casefold()) or [text]
    return np.array([zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in words], np.uint64)


def grams(codes: Codes, length: int) -> Codes:
    """A number for each run of so many words, at most four."""
    count = max(0, len(codes) - length + 1)
    sums = np.zeros(count, np.uint64)
    for place, factor in enumerate(_PLACES[:length]):
        sums += (codes[place : place + count] + _SPREAD) * factor
    sums ^= sums >> np.uint64(31)
    return sums * _SPREAD
