"""Whether an answer stands in a text, however either is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

# Dots of initials and commas of thousands: "U.S." is "US", "1,000" is "1000".
_INSIDE = re.compile(r"(?<=\b[^\W\d])\.(?=[^\W\d]\b)|(?<=\d),(?=\d{3})")
_BETWEEN = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """The words of a text, parted by single spaces: without case, accents and punctuation."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(each for each in letters if not unicodedata.combining(each))
    return _BETWEEN.sub(" ", _INSIDE.sub("", plain)).strip()


def holds_one(text: str, answers: Sequence[str]) -> bool:
    """Whether any of the answers stands in the text, as whole words."""
    words = f" {folded(text)} "
    return any(f" {folded(each)} " in words for each in answers)
