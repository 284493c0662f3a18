"""Numbers of a text, in digits or in English words."""

from __future__ import annotations

from assistant.support.shares import share
from assistant.support.spelled import GROUPS, ORDINALS, SCALES, SHORT_SCALES, SMALL, TENS, number_in
from assistant.support.tokens import Numeral, Tokens, in_name, tokens_of, value_of

_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅛": 0.125}
_RANKS = ("st", "nd", "rd", "th")


def numerals(text: str) -> list[Numeral]:
    """Every number, in order; "one" alone is left out, as it mostly counts nothing."""
    whole = tokens_of(text)
    read: list[Numeral] = []
    for at, token in enumerate(whole.tokens):
        if read and token.start() < read[-1].end:
            continue
        numeral = _number(whole, at)
        if numeral:
            read.append(numeral)
    return read


def _number(text: Tokens, at: int) -> Numeral | None:
    if text.words[at][0].isalpha() and text.words[at] not in _FIRST_WORDS:
        return None
    return share(text, at) or _digits(text, at) or _words(text, at) or _ordinal(text, at)


_FIRST_WORDS = {*SMALL, *TENS, *ORDINALS, "half", "a", "an"}


def _digits(text: Tokens, at: int) -> Numeral | None:
    """ "1,500", "2.5 million", "5m", "21st", "2½"."""
    token = text.tokens[at]
    if token["alone"]:
        return text.numeral(at, 1, _GLYPHS[token["alone"]], 0.5)
    value = value_of(token["digits"]) if token["digits"] and not in_name(text.text, token) else None
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


def _multiplied(text: Tokens, at: int, value: float, step: float) -> Numeral:
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


def _words(text: Tokens, at: int) -> Numeral | None:
    """ "two hundred and fifty thousand", "a dozen", "half a million", "three and a half"."""
    run = text.run(at)
    if run[0] == "half":
        factor = {**SCALES, **GROUPS}.get(run[2]) if len(run) > 2 and run[1] in ("a", "an") else None  # noqa: PLR2004
        return text.numeral(at, 3, factor / 2, factor / 2) if factor else None
    read = number_in(run)
    if read is None or run[:2] == ["one"] or (read[2] == 1 and run[0] == "one"):
        return None
    value, scale, used = read
    if run[used : used + 3] == ["and", "a", "quarter"]:
        return text.numeral(at, used + 3, value + scale / 4, scale / 4)
    if run[used : used + 3] == ["and", "a", "half"]:
        more = SCALES.get(run[used + 3], 1.0) if len(run) > used + 3 else 1.0
        return text.numeral(at, used + 3 + (more > 1.0), (value + scale / 2) * more, scale / 2 * more)
    return text.numeral(at, used, value, scale)


def _ordinal(text: Tokens, at: int) -> Numeral | None:
    """ "fourth", "twenty-first"."""
    run = text.run(at)
    if run[0] in TENS and len(run) > 1 and run[1] in ORDINALS:
        return Numeral(
            text.tokens[at].start(), text.tokens[at + 1].end(), TENS[run[0]] + ORDINALS[run[1]], ordinal=True
        )
    value = ORDINALS.get(run[0])
    return Numeral(*text.tokens[at].span(), value, ordinal=True) if value else None
