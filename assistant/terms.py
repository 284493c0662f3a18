"""The words of a question, and pairs of them, with how much each tells in this library."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain, pairwise
from sys import intern
from typing import TypeVar

from assistant.embeddings.encoder import Neighbours
from assistant.question import Question
from assistant.sentences import sentence_spans
from assistant.stems import stems

Rarity = Callable[[str], float]
Near = Callable[[str], Neighbours]
Term = TypeVar("Term", bound=Hashable)

_WORD = re.compile(r"\w+")

# Letters that two words made from one name share.
_ROOT = 5

SEEN_LATELY = 4096
"""Texts of which it is remembered what stands in them: 4 MB for those of the last 30 questions in 60,000 passages."""


def only_itself(word: str) -> Neighbours:
    """Nothing is near a word where nobody knows what it means."""
    del word
    return {}


@dataclass(frozen=True)
class Terms:
    """Stems that carry a question, and neighbouring stems of which one does, with their weights.

    near: for a stem, others that say nearly the same. names: the stems that are names or numbers.
    """

    words: Mapping[str, float]
    pairs: Mapping[tuple[str, str], float]
    near: Mapping[str, Neighbours] = field(default_factory=dict)
    names: frozenset[str] = frozenset()

    def told_by(self, *texts: str) -> float:
        """The share of the words, by weight, that the texts together have or say in other words: 0 to 1."""
        told: dict[str, float] = {}
        for heard in chain.from_iterable(words_in(text) & self._telling.keys() for text in texts):
            for stem, weight in self._telling[heard]:
                told[stem] = max(told.get(stem, 0.0), weight)
        return sum(told.values()) / self._whole if told else 0.0

    @cached_property
    def _telling(self) -> Mapping[str, Sequence[tuple[str, float]]]:
        """For each stem that a text may have, the question's stems that it tells, and how much of their weight."""
        telling: dict[str, list[tuple[str, float]]] = {}
        for stem, weight in self.words.items():
            for other, likeness in {**self.near.get(stem, {}), stem: 1.0}.items():
                telling.setdefault(other, []).append((stem, likeness * weight))
        return telling

    @cached_property
    def _whole(self) -> float:
        return sum(self.words.values())

    def named_by(self, text: str) -> float:
        """The share of the names, by weight, that a text has: 0 to 1, and 1 where the question has none."""
        return share_of({each: self.words[each] for each in self.names}, words_in(text)) if self.names else 1.0

    def likeness(self, stem: str, there: AbstractSet[str]) -> float:
        """How nearly the stems of a text say a word of the question: 1 where they have it, 0 to 1."""
        near = self.near.get(stem, {})
        return 1.0 if stem in there else max((near[each] for each in there & near.keys()), default=0.0)

    def paired_in(self, *texts: str) -> float:
        """The share of the pairs, by weight, that stand side by side in one of the texts: 0 to 1."""
        return share_of(self.pairs, frozenset().union(*(pairwise(stems_in(text)) for text in texts)))


def terms_of(question: Question, rarity: Rarity, near: Near = only_itself) -> Terms:
    """The question's terms, weighed by rarity; near tells the stems near a word."""
    words = {stem: rarity(stem) for stem in question.carrying}
    pairs = {
        (one, other): words.get(one, 0.0) + words.get(other, 0.0)
        for one, other in pairwise(stems(question.text))
        if one in words or other in words
    }
    return Terms(words, pairs, _near_each(question, near), question.names)


def _near_each(question: Question, near: Near) -> dict[str, Neighbours]:
    """What is near each carrying word; near a name only what is made from it, as "Armenian" is from "Armenia"."""
    found: dict[str, Neighbours] = {}
    for word in _WORD.findall(question.text):
        for stem in stems(word)[:1]:
            if stem in question.carrying:
                kin = near(word)
                named = stem in question.names
                found[stem] = {each: kin[each] for each in kin if each[:_ROOT] == stem[:_ROOT]} if named else kin
    return found


def rarity_in(passages: int, passages_with: Callable[[str], int]) -> Rarity:
    """How much a stem tells in this library: inverse document frequency (Robertson 2004), 1 for one never seen."""
    highest = math.log((passages + 1) / 0.5)

    def rarity(stem: str) -> float:
        # The index goes on counting what was deleted for a while; a word never weighs nothing.
        among = min(passages, passages_with(stem))
        return math.log((passages + 1) / (among + 0.5)) / highest

    return rarity


def share_of(weights: Mapping[Term, float], there: AbstractSet[Term]) -> float:
    """The share of the weights that is there, 0 to 1."""
    total = sum(weights.values())
    return sum(weight for each, weight in weights.items() if each in there) / total if total else 0.0


@lru_cache(maxsize=SEEN_LATELY)
def spans_in(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of a paragraph's sentences; those of the paragraphs seen lately are remembered."""
    return tuple(sentence_spans(text))


def sentences_in(text: str) -> tuple[str, ...]:
    """The sentences of a paragraph."""
    return tuple(text[start:end] for start, end in spans_in(text))


@lru_cache(maxsize=SEEN_LATELY)
def stems_in(text: str) -> tuple[str, ...]:
    """The stems of a text, remembered likewise; each stem is there once, for the texts share most of theirs."""
    return tuple(map(intern, stems(text)))


@lru_cache(maxsize=SEEN_LATELY)
def words_in(text: str) -> frozenset[str]:
    """Its stems without order, remembered likewise: a paragraph is looked into for each of its sentences."""
    return frozenset(stems_in(text))
