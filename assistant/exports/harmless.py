"""Text without what no document can hold, or what would move the text around it."""

from __future__ import annotations

import re

from assistant.wording import UNPRINTABLE

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")

# XML, and so a Word file, has none of these; nor has UTF-8 the former.
_NO_CHARACTERS = re.compile(r"[\ud800-\udfff\ufffe\uffff]")


def one_line(text: str) -> str:
    """The text on one line."""
    return " ".join(UNPRINTABLE.sub(" ", _NO_CHARACTERS.sub("\ufffd", text)).split())


def in_lines(text: str) -> str:
    """The text with its line breaks and without empty lines at its ends."""
    lines = [UNPRINTABLE.sub(" ", line).strip() for line in _BREAK.split(_NO_CHARACTERS.sub("\ufffd", text))]
    return "\n".join(lines).strip("\n")
