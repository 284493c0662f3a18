"""Whether a sentence looks back or ahead where it names a time."""

from __future__ import annotations

import re
from enum import Enum


class Looks(Enum):
    """Where the words around a time look."""

    BACK = -1
    AHEAD = 1
    EITHER = 2
    UNKNOWN = 0


_BOUNDARY = re.compile(r"[.!?;:][\"”’)]*\s|\n")
_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_AHEAD = _words(
    """will won't won’t shall i'll we'll they'll he'll she'll it'll i’ll we’ll they’ll he’ll she’ll it’ll expected due
    scheduled slated planned plans plan planning set supposed upcoming coming going expects hopes hoping intends ahead
    deadline tomorrow aims vows promises next poised likely"""
)
_BACK = _words(
    """was were had did said told took came went began met won lost made gave got held left saw struck led fell rose ran
    sent found became brought bought built caught drew drove fought flew grew heard kept knew lay shot broke spoke spent
    stood stole swept swore taught thought threw wore wrote sat sold shook forced paid sued signed filed tied died lied
    agreed freed been slain sworn taken given shown seen known gone done born begun written spoken broken chosen driven
    stolen thrown sought hung fled sank tore wept woke bled bound dealt dug fed felt hid meant rode sang slid stuck hurt
    ago earlier wasn't wasn’t weren't weren’t didn't didn’t hadn't hadn’t"""
)
# "would reopen Tuesday", "by Tuesday", "postponed to Tuesday": told from another day, or up to one.
_EITHER = _words("would could may might should must can")
_UP_TO = re.compile(r"\b(?:until|till|by|through|to)\s+(?:the\s+)?$", re.IGNORECASE)
# "to be held Tuesday", "will be held": a participle that lies ahead.
_TO_COME = re.compile(r"\b(?:will|to|can|could|may|might|should|must)(?:\s+\w+)?\s+be(?:\s+\w+)?\s*$", re.IGNORECASE)
_NOT_VERBS = _words("need feed seed speed bed united indeed hundred sacred wed shed breed greed weed naked")
_NEAR, _LONGEST = 12, 400
_ED = 4


def looks(text: str, start: int, end: int) -> Looks:
    """Judge by the nearest telling word before the time in its sentence, else by the first after it."""
    if _UP_TO.search(text, max(0, start - 14), start):
        return Looks.EITHER
    sentence = _sentence_around(text, start, end)
    before = list(_WORD.finditer(text, sentence[0], start))[-_NEAR:]
    after = list(_WORD.finditer(text, end, sentence[1]))[:_NEAR]
    told = (_told(text, each) for each in [*reversed(before), *after])
    return next((each for each in told if each is not Looks.UNKNOWN), Looks.UNKNOWN)


def _sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    first, last = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    before = [found.end() for found in _BOUNDARY.finditer(text, first, start)]
    after = _BOUNDARY.search(text, end, last)
    return (before[-1] if before else first), (after.start() if after else last)


def _told(text: str, word: re.Match[str]) -> Looks:
    said = word[0].lower()
    if said in _AHEAD:
        return Looks.AHEAD
    if said in _EITHER:
        return Looks.EITHER
    past = said in _BACK or (said.endswith("ed") and len(said) >= _ED and said not in _NOT_VERBS)
    if not past:
        return Looks.UNKNOWN
    to_come = _TO_COME.search(text, max(0, word.start() - 30), word.start())
    return Looks.AHEAD if to_come else Looks.BACK
