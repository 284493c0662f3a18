"""Numbers in English words, as the words stand one after another."""

from __future__ import annotations

from collections.abc import Sequence

_NAMES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
SMALL = {word: float(value) for value, word in enumerate(_NAMES.split())}
_TENS_NAMES = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = {word: 10.0 * tens for tens, word in enumerate(_TENS_NAMES.split(), start=2)}
SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12}
GROUPS = {"hundred": 100.0, "dozen": 12.0}

_PARTS_NAMES = "third quarter fifth sixth seventh eighth ninth tenth"
PARTS = {
    "half": 2.0,
    "halves": 2.0,
    **{word: float(value) for value, word in enumerate(_PARTS_NAMES.split(), start=3)},
    **{f"{word}s": float(value) for value, word in enumerate(_PARTS_NAMES.split(), start=3)},
}
_ORDINAL_NAMES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
)
_ORDINAL_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth"
ORDINALS = {
    **{word: float(value) for value, word in enumerate(_ORDINAL_NAMES.split(), start=1)},
    **{word: 10.0 * tens for tens, word in enumerate(_ORDINAL_TENS.split(), start=2)},
}
_HUNDRED = 100

Read = tuple[float, float, int]
"""A value, what its last word multiplied, and how many words it took."""


def number_in(words: Sequence[str]) -> Read | None:
    """The number that the words begin with: "two hundred and fifty thousand people" -> 250,000, 1,000, 5."""
    value, scale, used = 0.0, 1.0, 0
    ceiling = float("inf")
    while part := _part(words, used, ceiling):
        added, scale, used = part
        value, ceiling = value + added, scale
        if scale == 1.0:
            break
    return (value, scale, used) if used else None


def _part(words: Sequence[str], at: int, ceiling: float) -> Read | None:
    """The next piece of a number, which is smaller than the one before it, and where it ends."""
    joined = at + 1 if at and _word(words, at) == "and" else at
    group = _below_thousand(words, joined)
    if group is None:
        return None
    value, used = group
    scale = SCALES.get(_word(words, used), 1.0)
    if scale >= ceiling or (at and scale == 1.0 and value >= ceiling):
        return None
    return value * scale, scale, used + (scale > 1.0)


def _below_thousand(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """ "a hundred and two", "two dozen", "forty-one"; "a" only before what it counts."""
    first = _below_hundred(words, at)
    if first is None:
        counts = _word(words, at) in ("a", "an") and _word(words, at + 1) in {**GROUPS, **SCALES}
        first = (1.0, at + 1) if counts else None
    if first is None:
        return None
    value, used = first
    group = GROUPS.get(_word(words, used))
    if group is None:
        return first
    value, used = value * group, used + 1
    rest = _below_hundred(words, used + 1) if group == _HUNDRED and _word(words, used) == "and" else None
    rest = rest or (_below_hundred(words, used) if group == _HUNDRED else None)
    return (value + rest[0], rest[1]) if rest else (value, used)


def _below_hundred(words: Sequence[str], at: int) -> tuple[float, int] | None:
    word, after = _word(words, at), _word(words, at + 1)
    if word in TENS:
        unit = SMALL.get(after, 0.0)
        return (TENS[word] + unit, at + 2) if 0 < unit < 10 else (TENS[word], at + 1)  # noqa: PLR2004
    return (SMALL[word], at + 1) if word in SMALL else None


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""
