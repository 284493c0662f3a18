"""What a number counts: the words behind it that name it."""

from __future__ import annotations

import re

from assistant.stems import stems
from assistant.support.spelled import SMALL

_NO_NOUN = re.compile(
    r"of|to|in|on|at|by|for|from|with|without|and|or|nor|than|as|the|an?|was|were|is|are|be|been|had|has|have|did|do|does"
    r"|will|would|could|can|may|might|must|should|it|its|that|this|these|those|which|who|whose|when|where|while|whereas"
    r"|but|if|because|so|per|out|up|down|off|over|under|above|below|between|through|during|since|every|each|until|till"
    r"|after|before|against|across|along|among|around|about|into|onto|towards?|within|compared|according|versus"
    r"|he|she|they|we|you|his|her|their|our|not|also|now|then|there|here|still|yet|just|only|ever|never|last|next|ago"
    r"|today|yesterday|tomorrow|past|later|earlier|early|late|too|again|already|instead|apart|alone",
    re.IGNORECASE,
)
# What stands between a number and its noun: "five of its members", "nine more ships", "two others".
_OF_THEM = re.compile(
    rf"\s+of(?=\s)(?:\s+(?:the|its|their|his|her|our|those|these|all))?(?:\s+(?:\d[\d.,]*|{'|'.join(SMALL)})\b)?",
    re.IGNORECASE,
)
_NOUN = re.compile(r"[\s\u00a0\u202f-]{1,2}(?P<word>[^\W\d_]+)")
_FILLING = ("more", "other", "others", "additional", "extra", "further", "new", "fewer", "less", "such", "of")
_MOST_NOUNS = 3


def counted(text: str, end: int) -> str:
    """The stem of the word behind; nothing where that is no noun."""
    word = _NOUN.match(text, end)
    return next(iter(stems(word["word"])), "") if word and may_name(word["word"]) else ""


def nouns(text: str, end: int) -> frozenset[str]:
    """The stems of the words behind a number that name what it counts, adjectives among them."""
    of = _OF_THEM.match(text, end)
    at = of.end() if of else end
    found: list[str] = []
    while len(found) < _MOST_NOUNS and (word := _NOUN.match(text, at)) and may_name(word["word"]):
        found += [] if word["word"].lower() in _FILLING else stems(word["word"])[:1]
        at = word.end()
    return frozenset(found)


def may_name(word: str) -> bool:
    """Whether a word may be a noun, or say something of one."""
    return not _NO_NOUN.fullmatch(word)
