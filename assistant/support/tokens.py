"""A text as its words and rows of digits, and the numbers that these alone write."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.support.spelled import SCALES, SMALL, TENS

# Longer rows of digits are names of things, such as accounts.
_DIGITS = 15
_TOKEN = re.compile(
    r"(?P<digits>\d+(?:[.,]\d+)*)(?P<glued>(?:st|nd|rd|th|k|m|mn|mln|bn|bln|tn|trn)\b)?(?P<glyph>[½¼¾⅓⅔⅕⅛])?"
    r"|(?P<alone>[½¼¾⅓⅔⅕⅛])|(?P<word>[^\W\d_]+)",
    re.IGNORECASE,
)
_CLOSE = (" ", "-", "\u2011", "\u00a0", "\u202f")
_MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it is written: its span, and its value.

    step: what its last written digit counts. share: a fraction of something. ordinal: a place in a row. scaled:
    written with "thousand", "million" or the like.
    """

    start: int
    end: int
    value: float
    step: float = 1.0
    share: bool = False
    ordinal: bool = False
    scaled: bool = False


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text with its tokens, in lower case."""

    text: str
    tokens: Sequence[re.Match[str]]
    words: Sequence[str]

    def run(self, at: int) -> list[str]:
        """The words from a token on that stand one after another with a space or hyphen between."""
        last = at + 1
        while last < min(len(self.tokens), at + _MOST_WORDS) and self.close(last):
            last += 1
        return [*self.words[at:last]]

    def close(self, at: int) -> bool:
        return self.text[self.tokens[at - 1].end() : self.tokens[at].start()] in _CLOSE

    def numeral(self, first: int, count: int, value: float, step: float = 1.0, *, share: bool = False) -> Numeral:
        """The number that so many tokens write."""
        start, end = self.tokens[first].start(), self.tokens[first + count - 1].end()
        scaled = step >= SCALES["thousand"]
        return Numeral(start, end, value, step, share=share, scaled=scaled)


def tokens_of(text: str) -> Tokens:
    tokens = list(_TOKEN.finditer(text))
    return Tokens(text, tokens, [found[0].lower() for found in tokens])


def value_of(digits: str) -> float | None:
    """ "1,500.5" as English writes it; None for what is no number: "1.2.3", "192.168.0.1"."""
    whole, _, decimals = digits.partition(".")
    first, *groups = whole.split(",")
    well_grouped = all(len(each) == 3 for each in groups) and (not groups or len(first) <= 3)  # noqa: PLR2004
    if not well_grouped or not f"0{decimals}".isdigit() or len(digits) > _DIGITS:
        return None
    return float(f"{first}{''.join(groups)}.{decimals or 0}")


_NAME = re.compile(r"(?<![^\W_])[A-Z][^\W_]*[-\u2011]$")


def in_name(text: str, token: re.Match[str]) -> bool:
    """Whether digits belong to a name such as "B12", "COVID-19" or "737A"."""
    before, after = text[max(0, token.start() - 1) : token.start()], text[token.end() : token.end() + 1]
    hyphened = before in ("-", "\u2011") and _NAME.search(text, max(0, token.start() - 20), token.start())
    return bool(hyphened) or before.isalpha() or before.endswith(("_", "#", "@", "/")) or after.isupper()


def count_of(text: Tokens, at: int) -> float | None:
    token, word = text.tokens[at], text.words[at]
    if token["digits"]:
        return value_of(token["digits"]) if not token["glued"] and not in_name(text.text, token) else None
    return SMALL.get(word, TENS.get(word))
