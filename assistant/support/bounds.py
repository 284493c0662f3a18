"""How the words around a number bound it: "nearly", "more than", "or more"."""

from __future__ import annotations

import re
from enum import StrEnum


class Bound(StrEnum):
    """How the words before a number bound it."""

    NONE = ""
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    LEAST = "least"
    UNDER = "under"
    MOST = "most"


_BEFORE = re.compile(
    r"(?:\b(?P<least>at\s+least|no\s+(?:fewer|less)\s+than|not\s+less\s+than|a\s+minimum\s+of|upwards?\s+of)"
    r"|\b(?P<most>at\s+most|at\s+the\s+most|no\s+more\s+than|not\s+more\s+than|up\s+to|as\s+(?:much|many|high|long)\s+as"
    r"|a\s+maximum\s+of|until|within)"
    r"|\b(?P<over>(?:well\s+|just\s+|slightly\s+|a\s+little\s+)?(?:more\s+than|over|above|greater\s+than|exceed(?:s|ed|ing)?"
    r"|(?:longer|larger|higher|bigger|older|taller|heavier|worth\s+more)\s+than|surpass(?:es|ed|ing)?|topp(?:ed|ing)))"
    r"|\b(?P<under>(?:just\s+|well\s+|slightly\s+|a\s+little\s+)?(?:less\s+than|fewer\s+than|under|below"
    r"|(?:shorter|smaller|lower|younger|lighter)\s+than)|short\s+of)"
    r"|\b(?P<nearly>nearly|almost|close\s+to|not\s+quite|just\s+short\s+of|approaching|nearing|barely)"
    r"|\b(?P<about>about|some|around|roughly|approximately|circa|estimated|an?\s+estimated|near|or\s+so)|(?P<sign>[~≈]))"
    r"\s*(?:an?\s+|the\s+|its\s+)?(?:US|A|C|NZ|HK)?[$£€¥₹₽₪₩₴]?\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:\s+(?:or\s+(?:more|older|over|higher)|and\s+more|plus)\b|\+)(?P<over>)"
    r"|\s+or\s+(?:less|fewer|under)\b(?P<most>)|\s+or\s+so\b(?P<about>)",
    re.IGNORECASE,
)
_LOOK = 40
# "does not exceed", "never more than", "no fewer than".
_NOT = re.compile(r"(?:\b(?:not|never|no|nowhere|without)|n['’]t)\s+(?:be\s+|been\s+|have\s+)?$", re.IGNORECASE)
_TURNED = {Bound.OVER: Bound.MOST, Bound.UNDER: Bound.LEAST, Bound.LEAST: Bound.UNDER, Bound.MOST: Bound.OVER}


def bounded(text: str, start: int, end: int) -> tuple[Bound, int]:
    """How the number in a span is bounded, and where the words before it that do so begin."""
    found = _BEFORE.search(text, max(0, start - _LOOK), start)
    if found is None:
        after = _AFTER.match(text, end)
        return Bound(after.lastgroup or "") if after else Bound.NONE, start
    bound = Bound(found.lastgroup or "") if found.lastgroup != "sign" else Bound.ABOUT
    turned = _NOT.search(text, max(0, found.start() - _LOOK), found.start())
    return _TURNED.get(bound, bound) if turned else bound, found.start()
