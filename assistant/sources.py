"""Outlets and authors that a question names as its sources, not as what it is about."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.attribution import Standing, standing, trails
from assistant.masthead import MOST_WORDS, Masthead, fold
from assistant.press import known_press

_WORD = re.compile(r"\w+")
_CALLED_THE = re.compile(r"\b[Tt]he\s+$")
_JOINED = re.compile(
    r"^['\"“”‘’«»]?\s*(?:,\s*)?(?:and\s+|or\s+|&\s*)?(?:(?:by|from|in|both)\s+)?(?:the\s+)?['\"“”‘’«»]?$", re.IGNORECASE
)
# "an article in the Lower Bay Clarion": an outlet by the words around it, wherever it is from.
_NAME = r"([A-Z][\w&.’-]*(?: (?:of |and |& )?[A-Z][\w&.-]*){0,4})"
_CALENDAR = frozenset([*calendar.month_name[1:], *calendar.month_abbr[1:], *calendar.day_name])
_OF_AN_OUTLET = re.compile(rf"\b(?:articles?|pieces?|coverage|columns?) (?:in|from|by) (?:the )?['\"“‘]?{_NAME}(?!\w)")
_ITS_ARTICLE = re.compile(rf"\b(?:an?|the) {_NAME}(?:['’]s)? (?:article|piece|column)s?\b(?! \d)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A source: its span in the question, and what the library calls it (no names: it is not there)."""

    start: int
    end: int
    names: tuple[str, ...]
    standing: Standing
    author: bool = False
    trails: bool = False

    @property
    def sure(self) -> bool:
        return self.standing is Standing.SURE


def sources_in(question: str, masthead: Masthead) -> list[Mention]:
    """The sources that the question names, in its order."""
    found: list[Mention] = []
    for look in (_outlets, _authors, _by_wording):
        found += [each for each in look(question, masthead) if not any(_overlap(each, other) for other in found)]
    found = _joined(question, sorted(found, key=lambda each: each.start))
    return [each for each in found if each.standing is not Standing.PASSING]


def _outlets(question: str, masthead: Masthead) -> Iterator[Mention]:
    """Runs of words that are an outlet of the library, or one that many know."""
    for start, end in _runs(question, lambda said: _outlets_called(said, masthead) is not None):
        if found := _mention(question, start, end, _outlets_called(question[start:end], masthead) or ()):
            yield found


def _outlets_called(said: str, masthead: Masthead) -> tuple[str, ...] | None:
    """The library's names of an outlet; none of them for one that is known and not there, None for other words."""
    form = fold(said)
    initials = masthead.initials.get(said) if said.isupper() else None
    return masthead.outlets.get(form) or initials or (() if form in known_press().outlets else None)


def _authors(question: str, masthead: Masthead) -> Iterator[Mention]:
    for start, end in _runs(question, lambda said: fold(said) in masthead.authors):
        if found := _mention(question, start, end, masthead.authors[fold(question[start:end])]):
            yield replace(found, author=True)


def _runs(question: str, is_name: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Spans of words that are a name, the longest at each place."""
    words = list(_WORD.finditer(question))
    at = 0
    while at < len(words):
        for last in range(min(at + MOST_WORDS, len(words)) - 1, at - 1, -1):
            if is_name(question[words[at].start() : words[last].end()]):
                yield words[at].start(), words[last].end()
                at = last
                break
        at += 1


def _mention(question: str, start: int, end: int, names: tuple[str, ...]) -> Mention | None:
    """What a name is in its place; without its capital it needs the surest wording."""
    said = question[start:end]
    the = _CALLED_THE.search(question, 0, start)
    before, after = question[: the.start() if the else start], question[end:]
    stands = standing(before, after)
    if said.islower() and not (stands is Standing.SURE and re.search(r"\b(?:according to|did|does)\s+$", before)):
        return None
    return Mention(the.start() if the else start, end, names, stands, trails=trails(before, after))


def _by_wording(question: str, _: Masthead) -> Iterator[Mention]:
    """Outlets that the library does not have and nobody need know, where the wording says that they are one."""
    for pattern in (_OF_AN_OUTLET, _ITS_ARTICLE):
        for found in pattern.finditer(question):
            start, end = found.span(1)
            if found.group(1).split()[0] in _CALENDAR:
                continue
            trailing = trails(question[:start], question[end:])
            yield Mention(start, end, (), Standing.SURE, trails=trailing)


def _joined(question: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Of sources named in one breath ("both Polygon and Wired") the surest stands for all."""
    found = list(mentions)
    for order in (range(1, len(found)), range(len(found) - 1, 0, -1)):
        for at in order:
            one, other = found[at - 1], found[at]
            if joined(question, one, other):
                surest = max(one.standing, other.standing)
                found[at - 1], found[at] = replace(one, standing=surest), replace(other, standing=surest)
    return found


def joined(question: str, one: Mention, other: Mention) -> bool:
    """Whether nothing but "and" or a comma stands between them."""
    return bool(_JOINED.search(question[one.end : other.start]))


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end
