"""What a sentence changes in one of what it cites that it nearly repeats: another name, a "not" more or less."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from assistant.support.bearing import Borne, covered
from assistant.support.ground import Ground, Problem
from assistant.support.kinship import same_name
from assistant.support.naming import Name, names_of
from assistant.support.opposites import IDIOMS
from assistant.support.wording import is_idle

# Words in a row are compared only where so many of them are the same: others are another sentence.
_REPEATED = 0.6
_MOST_WORDS = 150
_TOKEN = re.compile(r"[^\W_]+(?:[’'\-.][^\W_]+)*")
_NOT = re.compile(r"(?:not|never|no|none|nobody|neither|nor|without|cannot|nothing|\w+n['’]t)$", re.IGNORECASE)
_SHOWN = 70
_FEW = 3

Tokens = Sequence[re.Match[str]]
Change = tuple[Tokens, Tokens]
"""Words of the sentence, and those that the paragraph has in their place."""


def edits(text: str, ground: Ground, borne: Borne) -> Sequence[Problem]:
    """A problem where another name, or a "not" on one side only, stands in the same words."""
    del ground
    best = max(borne.sentences, key=lambda each: covered(borne.weights, [each.told]), default=None)
    if best is None:
        return []
    own, theirs = _tokens(text), _tokens(best.text)
    if max(len(own), len(theirs)) > _MOST_WORDS:
        return []
    matcher = SequenceMatcher(None, [_plain(each) for each in own], [_plain(each) for each in theirs], autojunk=False)
    if matcher.ratio() < _REPEATED:
        return []
    changed = [(own[a:b], theirs[c:d]) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]
    return [*_exchanged(text, best.text), *_renamed(text, best.text, changed), *_turned(text, best.text, changed)][:1]


def _renamed(text: str, said: str, changed: Sequence[Change]) -> Iterator[Problem]:
    """Names that stand where the paragraph has another."""
    for own, theirs in changed:
        mine, others = _names(text, own), _names(said, theirs)
        if mine and others and not any(same_name(one.text, other.text) for one in mine for other in others):
            yield f"the paragraph cited has “{others[0].text}” where this has “{mine[0].text}”"


def _exchanged(text: str, said: str) -> Iterator[Problem]:
    """Two names on the other sides of one verb: "A beat B" for "B beat A"."""
    for verb, first, second in _sides(text):
        for other, one, two in _sides(said):
            if verb == other and same_name(first, two) and same_name(second, one) and not same_name(first, one):
                yield f"the paragraph cited has it the other way round (“{one} {verb} {two}”)"


def _sides(text: str) -> Iterator[tuple[str, str, str]]:
    """Verbs with a name right before and right behind."""
    names = names_of(text)
    for first, second in pairwise(names):
        between = text[first.end : second.start].split()
        if between and len(between) <= _FEW and between[0].isalpha() and not is_idle(between[0]):
            yield between[0].lower(), first.text, second.text


def _turned(text: str, said: str, changed: Sequence[Change]) -> Iterator[Problem]:
    """The paragraph's words, where one side alone has a "not"."""
    if _count(text) == _count(said):
        return
    for own, theirs in changed:
        mine, others = any(map(_is_not, own)), any(map(_is_not, theirs))
        if mine != others and len(own) + len(theirs) <= _FEW:  # A "not" and its auxiliary.
            yield f"the paragraph cited says the opposite (“{said[:_SHOWN].rstrip()}{'…' * (len(said) > _SHOWN)}”)"


def _names(text: str, tokens: Tokens) -> list[Name]:
    """The names of a stretch of tokens, but for a word that only begins the sentence."""
    if not tokens:
        return []
    start, end = tokens[0].start(), tokens[-1].end()
    return [each for each in names_of(text) if start <= each.start and each.end <= end and not each.opens]


def _tokens(text: str) -> list[re.Match[str]]:
    return list(_TOKEN.finditer(text))


def _plain(token: re.Match[str]) -> str:
    return re.sub(r"['’]s?$", "", token[0].lower())


def _count(text: str) -> int:
    bare = IDIOMS.sub("", text)
    return sum(1 for each in _TOKEN.finditer(bare) if _is_not(each))


def _is_not(token: re.Match[str]) -> bool:
    return _NOT.match(token[0]) is not None
