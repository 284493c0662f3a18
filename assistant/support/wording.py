"""The words of a sentence, as a claim and what it cites are compared by them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.domain import Article
from assistant.stems import stems
from assistant.terms import sentences_in

_WORD = re.compile(r"[^\W_]+(?:[’'\-.](?=[^\W_])[^\W_]+)*")
_CLIPPED = re.compile(r"(?:[’'](?:s|S|re|ve|ll|d|m))$")
_COUNTED = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty"""
_NUMERALS = {word: str(number) for number, word in enumerate(_COUNTED.split(), start=1)} | {
    "dozen": "12",
    "first": "1st",
    "second": "2nd",
    "third": "3rd",
}

# What is longer is no sentence: only so much of it is read.
LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its place; stem: as it is compared; carries: whether it says something by itself."""

    text: str
    start: int
    stem: str
    carries: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def lower(self) -> str:
        return self.text.lower().replace("’", "'")


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text, in order."""
    return tuple(Word(each[0], each.start(), *_told_by(each[0])) for each in _WORD.finditer(text[:LONGEST]))


# A new article says few words that none before it said: read once, they cost a third of its first reading less.
@lru_cache(maxsize=32768)
def _told_by(word: str) -> tuple[str, bool]:
    """The stem of a word, with whether it says something by itself."""
    bare = _CLIPPED.sub("", word)
    stem = _NUMERALS.get(bare.lower()) or "".join(stems(bare))
    return stem, bool(stem) and not is_idle(bare) and not is_idle(word)


@lru_cache(maxsize=8192)
def carried(text: str) -> frozenset[str]:
    """The stems that say something; of "thirty-day" the parts as well."""
    words = set(_WORD.findall(text[:LONGEST]))
    parts = {part for word in words if "-" in word for part in word.split("-")}
    return frozenset(stem for stem, carries in map(_told_by, words | parts) if carries)


def listed(words: str) -> frozenset[str]:
    """These words, as a set."""
    return frozenset(words.split())


def is_idle(word: str) -> bool:
    """Whether a word only holds a sentence together."""
    return word.lower().replace("’", "'") in _idle()


def rarity(articles: Iterable[Article]) -> Mapping[str, float]:
    """How much each stem tells within these articles: 1 for one in a single sentence, near 0 for one in all."""
    return _rarity(tuple(paragraph.text for article in articles for paragraph in article.paragraphs))


@lru_cache(maxsize=64)
def _rarity(texts: Sequence[str]) -> Mapping[str, float]:
    """The same of their paragraphs; remembered, for each sentence of an answer asks."""
    found: Counter[str] = Counter()
    count = 0
    for text in texts:
        for sentence in sentences_in(text):
            found.update(carried(sentence))
            count += 1
    highest = math.log(count + 1)
    return {stem: math.log((count + 1) / among) / highest for stem, among in found.items()} if count else {}


def weight(stems_there: AbstractSet[str], weights: Mapping[str, float]) -> float:
    """The weights of these stems together; what the articles never say weighs most."""
    return sum(weights.get(stem, 1.0) for stem in stems_there)


@cache
def _idle() -> frozenset[str]:
    """Words that hold a sentence together and say nothing by themselves."""
    return listed(
        """a about above across after again against all almost along already also although always am among an and
        another any anybody anyone anything are aren't around as at away be became because become been before being
        below between both but by came can can't cannot come could couldn't did didn't do does doesn't doing don't
        done down during each either else enough even ever every everybody everyone everything far few fewer for from
        further get gets getting give given gives go goes going gone got had hadn't half has hasn't have haven't having
        he her here hers herself him himself his how however i if in instead into is isn't it its itself just last
        later least less let like made make makes making many may me might mine more moreover most much must my myself
        near nearly need neither never nevertheless next no nobody none nor not nothing now nowhere of off often on
        once only onto or other others our ours ourselves out over own per perhaps put quite rather really s said same
        say saying says set shall she should shouldn't since so some somebody someone something still such take taken
        takes taking tell than that the their theirs them themselves then there therefore these they this those though
        through thus to told too took toward towards under unless until up upon us very was wasn't way we well went
        were weren't what whatever when where whereas whether which while who whole whom whose why will with within
        without de la le el van von der den di da du won't would wouldn't yet you your yours according
        """
    )
