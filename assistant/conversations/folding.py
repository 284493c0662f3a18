"""Words as they are compared when one searches: without case, accents and typography."""

from __future__ import annotations

import unicodedata

_ALIKE = {
    "’": "'",
    "‘": "'",
    "‚": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "‐": "-",
    "‑": "-",
    "–": "-",
    "—": "-",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "\u00ad": "",  # a soft hyphen
    "\u200b": "",  # a space without width
}
"""What Unicode does not take apart, and a person types another way."""

_ACCENTS = (range(0x0300, 0x0370), range(0x0591, 0x05C8), range(0x064B, 0x0660))
"""Of Latin, Greek and Cyrillic letters; Hebrew and Arabic points. Other scripts' marks make other letters."""


class _Folds(dict[int, str]):
    """What each character is folded to, found when it is first met."""

    def __missing__(self, code: int) -> str:
        apart = unicodedata.normalize("NFKD", chr(code)).casefold()
        letters = (each for each in apart if not any(ord(each) in accents for accents in _ACCENTS))
        folded = "".join(" " if each.isspace() else _ALIKE.get(each, each) for each in letters)
        self[code] = folded
        return folded


_FOLDS = _Folds()


def folded(text: str) -> str:
    """The text as it is searched: "Łódź’s" is "lodz's"."""
    return text.translate(_FOLDS)


def origins(text: str) -> list[int]:
    """For each character of the folded text the place in the text that it comes from; the text's length at the end."""
    places = [place for place, letter in enumerate(text) for _ in letter.translate(_FOLDS)]
    return [*places, len(text)]
