"""Whether two paragraphs say the same in nearly the same words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.domain import Paragraph

# Of the words of each that the other has, too: a desk's spelling or a word put in changes fewer, another sentence more.
_SHARED = 0.8

# Texts of which one is so much shorter share less; most of an article's paragraphs need not be read for that.
_LENGTH = 0.65

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_NEGATION = re.compile(r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b", re.IGNORECASE)
_FIGURES = {
    word: str(number)
    for number, word in enumerate(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    )
} | {word: word for word in ("dozen", "hundred", "thousand", "million", "billion", "trillion")}


def nearly_same(one: Paragraph, other: Paragraph) -> bool:
    """Whether they share nearly all words, and figures, negations and names agree.

    Meant for articles that are copies: there a changed word is a desk's, and another figure a correction.
    """
    short, long = sorted((len(one.text), len(other.text)))
    if short < _LENGTH * long:
        return False
    these, those = _said(one.text), _said(other.text)
    shared = len(these.words & those.words)
    if shared < _SHARED * max(len(these.words), len(those.words)) or not shared:
        return False
    if these.figures != those.figures or these.negations != those.negations:
        return False
    return not (these.names - those.words and those.names - these.words)


@dataclass(frozen=True, slots=True)
class _Said:
    """The words of a text without case, its figures in digits, those of its words that are names, its negations."""

    words: frozenset[str]
    figures: frozenset[str]
    names: frozenset[str]
    negations: int


@lru_cache(maxsize=4096)
def _said(text: str) -> _Said:
    tokens = _TOKEN.findall(_INITIALS.sub(lambda found: found[0].replace(".", ""), text))
    words = [each.casefold() for each in tokens]
    figures = frozenset(_figure(each) for each in words if each in _FIGURES or each[0].isdigit())
    names = frozenset(word for word, token in zip(words[1:], tokens[1:], strict=True) if token[0].isupper())
    return _Said(frozenset(map(_figure, words)), figures, names - _FIGURES.keys(), len(_NEGATION.findall(text)))


def _figure(word: str) -> str:
    """A number in words or digits as digits, any other word as it is."""
    return _FIGURES.get(word, word.replace(",", ""))
