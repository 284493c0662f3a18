"""How questions name a source: the words around an outlet's or author's name that make it one."""

from __future__ import annotations

import re
from enum import IntEnum

_PIECE = (
    r"(?:articles?|reports?|stor(?:y|ies)|pieces?|coverage|columns?|analys[ie]s|reviews?|blogs?|guides?|posts?"
    r"|interviews?|reporting)"
)
_TELLING = (
    r"(?:report(?:s|ed|ing)?|sa(?:ys?|id)|writ(?:es?|ing|ten)|wrote|claim(?:s|ed)?|suggest(?:s|ed)?|describ(?:es?|ed)"
    r"|mention(?:s|ed)?|indicat(?:es?|ed)|stat(?:es?|ed)|not(?:es?|ed)|discuss(?:es|ed)?|publish(?:es|ed)?|tells?|told"
    r"|cover(?:s|ed)?|attribut(?:es?|ed)|portray(?:s|ed)?|highlight(?:s|ed)?|shar(?:es?|ed)|quot(?:es?|ed)"
    r"|confirm(?:s|ed)?|maintain(?:s|ed)?|identif(?:y|ies|ied)|recogni[sz](?:es?|ed)|credit(?:s|ed)?|explain(?:s|ed)?"
    r"|focus(?:es|ed)?|featur(?:es?|ed)|acknowledg(?:es?|ed)|warn(?:s|ed)?|reveal(?:s|ed)?|fail(?:s|ed)?\s+to\s+\w+"
    r"|characteri[sz](?:es?|ed)|accus(?:es?|ed)|depict(?:s|ed)?|predict(?:s|ed)?|imply|impli(?:es|ed)|argu(?:es?|ed)|emphasi[sz](?:es?|ed))"
)
_QUOTE = "['\"“”‘’«»]?"
_ARTICLE = rf"(?:both\s+)?(?:an?\s+|the\s+)?{_QUOTE}(?:the\s+)?$"
_SAID_BY = re.compile(
    rf"\b(?:according\s+to|as\s+per|{_TELLING}\s+(?:by|in|on|from)|{_PIECE}\s+(?:[\w-]+\s+)?(?:by|from|in|of)"
    rf"|(?:another|one|that|those|ones)\s+(?:by|from|in))\s+{_ARTICLE}|(?:^|[,;]\s*)per\s+{_ARTICLE}",
    re.IGNORECASE,
)
_PIECE_BY = re.compile(rf"\b(?:{_PIECE}|another|one|that)\s+(?:by|from|in)\s+{_ARTICLE}", re.IGNORECASE)
_DID = re.compile(rf"\b(?:did|does|do|has|have|had)\s+{_QUOTE}(?:the\s+)?$", re.IGNORECASE)
_FROM = re.compile(rf"\b(?:by|from|in|per|via|to|including|between)\s+{_ARTICLE}", re.IGNORECASE)
_ITS_PIECE = re.compile(rf"^{_QUOTE}(?:['’]s?)?\s+(?:(?!(?:and|or)\b)[\w-]+\s+){{0,2}}?{_PIECE}\b", re.IGNORECASE)
_TELLS = re.compile(rf"^{_QUOTE}\s+(?:(?:has|had|also)\s+)?(?:\w+ly\s+)?{_TELLING}\b", re.IGNORECASE)
_ENDS = re.compile(
    rf"^{_QUOTE}\s*(?:[,;?.!)(]|$|\b(?:and|while|but|on|published|is|was|does|did|has)\b)", re.IGNORECASE
)
# "Fortune 500", "Polygon Pictures", "The Age of Empires": part of another name.
_GOES_ON = re.compile(r"^(?:\s+|-)(?:\d|(?!I\b)[A-Z])")
_OF = re.compile(r"^\s+of\b")


class Standing(IntEnum):
    """How sure it is that a name is meant as the source."""

    PASSING = 0
    LIKELY = 1
    SURE = 2


def standing(before: str, after: str) -> Standing:
    """What the words before and after a name make of it."""
    if _ITS_PIECE.search(after) or (_DID.search(before) and _TELLS.search(after)):
        return Standing.SURE
    if _GOES_ON.search(after):
        return Standing.PASSING
    if _SAID_BY.search(before) or _TELLS.search(after):
        return Standing.SURE
    return Standing.LIKELY if _FROM.search(before) and not _OF.search(after) else Standing.PASSING


def trails(before: str, after: str) -> bool:
    """Whether what the source says stands before it: "…, as reported by X"; not in "the report by X on …"."""
    if _PIECE_BY.search(before) or not _ENDS.search(after):
        return False
    return bool(_SAID_BY.search(before) or _FROM.search(before))
