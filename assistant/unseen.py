"""Characters of a text that nobody sees: they hide words from readers, and from what looks for words."""

from __future__ import annotations

import re

# What Unicode calls ignorable, though some of it is a letter or a mark by its category, and the blank of Braille.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)


def seen(text: str) -> str:
    """The text without them, its white space as it is."""
    if text.isascii() and text.isprintable():
        return text
    return _INVISIBLE.sub("", "".join(each for each in text if each.isprintable() or each.isspace()))
