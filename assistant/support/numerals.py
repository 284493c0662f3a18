"""Numbers of a text, in digits or in English words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.support.spelled import GROUPS, ORDINALS, PARTS, SCALES, SHORT_SCALES, SMALL, TENS, number_in

_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅛": 0.125}
# Longer rows of digits are names of things, such as accounts.
_DIGITS = 15
_TOKEN = re.compile(
    r"(?P<digits>\d+(?:[.,]\d+)*)(?P<glued>(?:st|nd|rd|th|k|m|mn|mln|bn|bln|tn|trn)\b)?(?P<glyph>[½¼¾⅓⅔⅕⅛])?"
    r"|(?P<alone>[½¼¾⅓⅔⅕⅛])|(?P<word>[^\W\d_]+)",
    re.IGNORECASE,
)
_CLOSE = (" ", "-", "\u2011", "\u00a0", "\u202f")
_MOST_WORDS = 12
_RANKS = ("st", "nd", "rd", "th")


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
class _Text:
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


def numerals(text: str) -> list[Numeral]:
    """Every number, in order; "one" alone is left out, as it mostly counts nothing."""
    tokens = list(_TOKEN.finditer(text))
    whole = _Text(text, tokens, [found[0].lower() for found in tokens])
    read: list[Numeral] = []
    for at, token in enumerate(tokens):
        if read and token.start() < read[-1].end:
            continue
        numeral = _number(whole, at)
        if numeral:
            read.append(numeral)
    return read


def _number(text: _Text, at: int) -> Numeral | None:
    if text.words[at][0].isalpha() and text.words[at] not in _FIRST_WORDS:
        return None
    return _share(text, at) or _digits(text, at) or _words(text, at) or _ordinal(text, at)


_FIRST_WORDS = {*SMALL, *TENS, *ORDINALS, "half", "a", "an"}


def value_of(digits: str) -> float | None:
    """ "1,500.5" as English writes it; None for what is no number: "1.2.3", "192.168.0.1"."""
    whole, _, decimals = digits.partition(".")
    first, *groups = whole.split(",")
    well_grouped = all(len(each) == 3 for each in groups) and (not groups or len(first) <= 3)  # noqa: PLR2004
    if not well_grouped or not f"0{decimals}".isdigit() or len(digits) > _DIGITS:
        return None
    return float(f"{first}{''.join(groups)}.{decimals or 0}")


def _digits(text: _Text, at: int) -> Numeral | None:
    """ "1,500", "2.5 million", "5m", "21st", "2½"."""
    token = text.tokens[at]
    if token["alone"]:
        return text.numeral(at, 1, _GLYPHS[token["alone"]], 0.5)
    value = value_of(token["digits"]) if token["digits"] and not _in_name(text.text, token) else None
    if value is None:
        return None
    glued = (token["glued"] or "").lower()
    if glued in _RANKS:
        return Numeral(*token.span(), value, ordinal=True)
    step = 10.0 ** -len(token["digits"].partition(".")[2])
    value += _GLYPHS.get(token["glyph"], 0.0)
    if glued:
        factor = SHORT_SCALES[glued]
        return text.numeral(at, 1, value * factor, step * factor)
    return _multiplied(text, at, value, step)


def _multiplied(text: _Text, at: int, value: float, step: float) -> Numeral:
    run = text.run(at)[1:]
    used, factor = 0, 1.0
    for word in run:
        more = SCALES.get(word) or GROUPS.get(word) or (SHORT_SCALES[word] if _is_short_scale(word) else None)
        if more is None:
            break
        used, factor = used + 1, factor * more
    if not used and run and run[0] in _GLYPHS:
        return text.numeral(at, 2, value + _GLYPHS[run[0]], 0.5)
    return text.numeral(at, used + 1, value * factor, step * factor)


def _is_short_scale(word: str) -> bool:
    """Of a space apart only "bn" and the like: "5 m" are metres."""
    return len(word) > 1 and word in SHORT_SCALES


_NAME = re.compile(r"(?<![^\W_])[A-Z][^\W_]*[-\u2011]$")


def _in_name(text: str, token: re.Match[str]) -> bool:
    """Whether digits belong to a name such as "B12", "COVID-19" or "737A"."""
    before, after = text[max(0, token.start() - 1) : token.start()], text[token.end() : token.end() + 1]
    hyphened = before in ("-", "\u2011") and _NAME.search(text, max(0, token.start() - 20), token.start())
    return bool(hyphened) or before.isalpha() or before.endswith(("_", "#", "@", "/")) or after.isupper()


def _words(text: _Text, at: int) -> Numeral | None:
    """ "two hundred and fifty thousand", "a dozen", "half a million", "three and a half"."""
    run = text.run(at)
    if run[0] == "half":
        factor = {**SCALES, **GROUPS}.get(run[2]) if len(run) > 2 and run[1] in ("a", "an") else None  # noqa: PLR2004
        return text.numeral(at, 3, factor / 2, factor / 2) if factor else None
    read = number_in(run)
    if read is None or run[:2] == ["one"] or (read[2] == 1 and run[0] == "one"):
        return None
    value, scale, used = read
    if run[used : used + 3] == ["and", "a", "half"]:
        return text.numeral(at, used + 3, value + scale / 2, scale / 2)
    return text.numeral(at, used, value, scale)


_FOLLOWS_A_SHARE = re.compile(
    r"\s+(?:of|off|more|less|fewer|higher|lower|as|the|its|their|his|her|this|that|those|these|in|from|to|since|for|and"
    r"|compared|on|after|below|above)\b|\s*(?:$|[.,;:)!?”\"’])",
    re.IGNORECASE,
)
_NO_SHARE = ("first", "second", "latter", "other", "last", "back", "every", "third", "this", "next")


def _share(text: _Text, at: int) -> Numeral | None:
    """ "two-thirds", "a fifth of", "half", "three in ten"; no "third place", no "first half"."""
    run = text.run(at)
    if run[0] == "half":
        return None if _is_no_share(text, at, run) else text.numeral(at, 1, 0.5, 0.5, share=True)
    count = 1.0 if run[0] == "a" else _count(text, at)
    if count is None or len(run) < 2:  # noqa: PLR2004
        return None
    part = PARTS.get(run[1])
    if part is None or (part == 2.0 and count == 1.0 and run[0] != "one"):  # noqa: PLR2004
        return _one_in(text, at, run)
    plural = run[1].endswith("s")
    if (
        plural != (count > 1)
        or _is_timed(text, at)
        or not (plural or _FOLLOWS_A_SHARE.match(text.text, text.tokens[at + 1].end()))
    ):
        return None
    return text.numeral(at, 2, count / part, 0.5, share=True)


def _is_no_share(text: _Text, at: int, run: list[str]) -> bool:
    """ "the first half", "half an hour", "two and a half years"."""
    before = text.words[max(0, at - 2) : at]
    return _is_timed(text, at) or before == ["and", "a"] or run[1:2] in (["a"], ["an"])


def _is_timed(text: _Text, at: int) -> bool:
    """ "the first three quarters"."""
    return at > 0 and text.words[at - 1] in _NO_SHARE


def _one_in(text: _Text, at: int, run: list[str]) -> Numeral | None:
    """ "one in five", "three out of ten", "one in every four"."""
    last = next((len(words) + 1 for words in _IN if run[1 : len(words) + 1] == words), None)
    whole = _count(text, at + last) if last and last < len(run) and not _in_score(text, at) else None
    few = _count(text, at)
    if last is None or whole is None or few is None or run[0] == "a" or not 0 < few < whole <= 100:  # noqa: PLR2004
        return None
    return text.numeral(at, last + 1, few / whole, 0.5, share=True)


_IN = (["out", "of", "every"], ["out", "of"], ["in", "every"], ["in"])


def _in_score(text: _Text, at: int) -> bool:
    """ "2-0-1 in four starts"."""
    return text.text[max(0, text.tokens[at].start() - 1) : text.tokens[at].start()] in ("-", "–")


def _count(text: _Text, at: int) -> float | None:
    token, word = text.tokens[at], text.words[at]
    if token["digits"]:
        return value_of(token["digits"]) if not token["glued"] and not _in_name(text.text, token) else None
    return SMALL.get(word, TENS.get(word))


def _ordinal(text: _Text, at: int) -> Numeral | None:
    """ "fourth", "twenty-first"."""
    run = text.run(at)
    if run[0] in TENS and len(run) > 1 and run[1] in ORDINALS:
        return Numeral(
            text.tokens[at].start(), text.tokens[at + 1].end(), TENS[run[0]] + ORDINALS[run[1]], ordinal=True
        )
    value = ORDINALS.get(run[0])
    return Numeral(*text.tokens[at].span(), value, ordinal=True) if value else None
