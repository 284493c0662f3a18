"""Make text fit to keep: one kind of line end, no characters that cannot be stored or seen."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")
# Overrides make a page show other words than are there; zero-width spaces and soft hyphens split words
# for every search. Joiners and direction marks stay: Persian, Hindi and Arabic are spelt with them.
_UNSEEN = re.compile("[\x00\u00ad\u200b\u2060\ufeff\u202d\u202e]")
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x9f]")


def clean(text: str) -> str:
    """The same words with ``\\n`` line ends, composed accents and nothing invisible between letters."""
    text = _LINE_ENDS.sub("\n", text)
    text = _SURROGATES.sub("\ufffd", text)
    text = _CONTROLS.sub(" ", _UNSEEN.sub("", text))
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """The words with single spaces between them."""
    return " ".join(text.split())
