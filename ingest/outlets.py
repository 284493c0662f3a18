"""Recognise an outlet's name where a page repeats it."""

from __future__ import annotations

import re

_HOST = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+)(?:\.[a-z]{2,})+/?", re.IGNORECASE)


def repeats(text: str, outlet: str) -> bool:
    """Whether a text begins with the outlet's name, or breaks off inside it: "The …" of The Daily Example."""
    name, words = _folded(outlet), _folded(text)
    cut_off = text.rstrip().endswith(("...", "…"))
    return bool(name and words) and (words.startswith(name) or (cut_off and name.startswith(words)))


def _folded(name: str) -> str:
    """The name without case, spaces and the ending of a host: "dailyexample"."""
    host = _HOST.fullmatch(name.strip())
    return re.sub(r"[\W_]", "", host[1] if host else name).casefold()
