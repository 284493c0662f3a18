"""What a conversation is about: the names in it, the weightiest first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from assistant.domain import Turn
from assistant.followup.mentions import PEOPLE, Mention, Sort, mentions_in, words_of

# How much a name weighs by where it stands, tried on CANARD's follow-ups. One turn further back it is worth less; the
# name that the conversation opens with, and one said again and again, stay what it is about.
_ASKED, _ANSWERED, _FIRST_SAID, _OPENED = 1.0, 0.6, 0.4, 0.6
_HEADING = 2.5
_FADES = 0.75
_WEAK, _ACTS, _ASIDE = 0.3, 1.5, 0.6

# In words.
_LONGEST_TITLE, _LONGEST_NAME = 10, 5

_NO_ANSWER = re.compile(
    r"^\W*(?:the articles do not say|i (?:do not|don['’]t) know|cannotanswer|no answer)\b", re.IGNORECASE
)
_MARKER = re.compile(r"\s*\[\d+\]")
_ASKS = re.compile(
    r"\?|^\W*(?:who|whom|whose|what|when|where|why|which|how|is|are|was|were|do|does|did|has|have|had|can|could|will|"
    r"would|should|may|might|in|and|so|but|any|tell|describe|explain|list|name|give)\b",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\([^)]*\)\s*$")
_SPOKEN = re.compile(r"\b(?:he|him|his|she|her|hers|they|them|their|it)\b", re.IGNORECASE)
_SOURCE = re.compile(r"\b(?:according to|as per|reported by)\s+(?:the\s+)?['\"“‘]?$", re.IGNORECASE)
_WHAT_IS = re.compile(r"^\W*what (?:is|was|are|were) $", re.IGNORECASE)
_WHO_IS = re.compile(r"^\W*who (?:is|was) $", re.IGNORECASE)
_HE_AFTER = re.compile(r"\b(?:he|his|him|himself)\b")
_SHE_AFTER = re.compile(r"\b(?:she|her|herself)\b")
_IS_BAND = re.compile(r"\((?:[\w ]+ )?(?:band|group|duo)\)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Subject:
    """A name that was spoken of, in its fullest form."""

    name: str
    sort: Sort
    weight: float
    recent: bool = False
    acts: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        return words_of(self.name)


@dataclass(frozen=True, slots=True)
class _Said:
    mention: Mention
    weight: float
    recent: bool


def said_in(turn: Turn) -> str:
    """The answer's own words; nothing where the articles did not say."""
    answer = _MARKER.sub("", turn.answer)
    return "" if _NO_ANSWER.search(answer) else answer


def is_heading(turn: Turn) -> bool:
    """Whether a turn is not a question but a title and its section, as some records of conversations begin."""
    words = turn.question.split()
    return 0 < len(words) <= _LONGEST_TITLE and words[0][0].isupper() and not _ASKS.search(turn.question)


def subjects_of(history: Sequence[Turn]) -> list[Subject]:
    """The names of a conversation, weighed by where and how often they were said."""
    said = _sure(list(_said(history, _pronoun_of(history))))
    whole = _fullest([each.mention for each in said if not each.mention.weak])
    weights: dict[tuple[str, ...], float] = {}
    found: dict[tuple[str, ...], Subject] = {}
    for each in said:
        name = whole.get(each.mention.words, each.mention if not each.mention.weak else None)
        if name is None:
            continue
        weights[name.words] = weights.get(name.words, 0.0) + each.weight
        known = found.get(name.words) or Subject(name.text, name.sort, 0.0)
        sort = each.mention.sort if known.sort in (Sort.UNKNOWN, Sort.PLACE) else known.sort
        acts = known.acts or each.mention.acts
        found[name.words] = replace(known, sort=sort, recent=known.recent or each.recent, acts=acts)
    weighed = [replace(each, weight=weights[words]) for words, each in found.items()]
    return sorted(weighed, key=lambda each: -each.weight)


def _sure(said: Sequence[_Said]) -> list[_Said]:
    """The same; what begins two sentences, with a verb after it, is a name: "Holmes dropped him", "Holmes won"."""
    acting = Counter(each.mention.words for each in said if each.mention.weak and each.mention.acts)
    return [
        replace(each, mention=replace(each.mention, weak=False), weight=each.weight / _WEAK)
        if each.mention.weak and acting[each.mention.words] > 1
        else each
        for each in said
    ]


def _said(history: Sequence[Turn], topic: Sort) -> Iterator[_Said]:
    opened = False
    for distance, turn in zip(range(len(history) - 1, -1, -1), history, strict=True):
        fade = _FADES**distance
        if is_heading(turn):
            yield _heading(turn, topic)
            continue
        for order, mention in enumerate(_told_apart(turn.question)):
            weight = fade * _ASKED * (1.0 if order == 0 else 0.8) + (0.0 if opened else _OPENED)
            yield _Said(mention, weight * _role(mention), recent=distance == 0)
        for order, mention in enumerate(_told_apart(said_in(turn))):
            weight = fade * (_ANSWERED + (_FIRST_SAID if order == 0 else 0.0)) / (1 + order) ** 0.5
            yield _Said(mention, weight * _role(mention), recent=distance == 0)
            opened = True


def _told_apart(text: str) -> Iterator[Mention]:
    """The names of a text, those of which it says "who is", "what is", or "he" and "she" next, as such.

    Without those that it names as its source: nothing that is asked later is about them.
    """
    names = [each for each in mentions_in(text) if not _SOURCE.search(text[: each.start])]
    for mention, after in zip_longest(names, names[1:]):
        sort = mention.sort
        if sort in (Sort.UNKNOWN, Sort.PERSON):
            rest = text[mention.end : after.start if after and after.start > mention.end else None]
            he, she = (form.search(rest) for form in (_HE_AFTER, _SHE_AFTER))
            if _WHAT_IS.search(text[: mention.start]):
                sort = Sort.THING
            elif (he or she) and not mention.aside:
                sort = Sort.WOMAN if she and not he else Sort.MAN
            elif _WHO_IS.search(text[: mention.start]):
                sort = Sort.PERSON
        yield replace(mention, sort=sort)


def _role(mention: Mention) -> float:
    return (_WEAK if mention.weak else 1.0) * (_ACTS if mention.acts else _ASIDE if mention.aside else 1.0)


def _heading(turn: Turn, topic: Sort) -> _Said:
    """The name that a conversation is filed under; he or she where that is what it talks about."""
    name = _BRACKETS.sub("", turn.question).strip()
    sort = Sort.SEVERAL if _IS_BAND.search(turn.question) or name.startswith("The ") else Sort.UNKNOWN
    inside = mentions_in(name)
    if inside and inside[0].words == words_of(name) and sort is Sort.UNKNOWN:
        sort = topic if inside[0].sort is Sort.UNKNOWN else inside[0].sort
    return _Said(Mention(name, 0, len(name), sort), _HEADING, recent=False)


def _pronoun_of(history: Sequence[Turn]) -> Sort:
    """Whom the questions mostly speak of: him, her, or neither."""
    said = [each.group().lower() for turn in history for each in _SPOKEN.finditer(turn.question)]
    he, she = (sum(each in words for each in said) for words in (("he", "him", "his"), ("she", "her", "hers")))
    if max(he, she) <= len(said) - he - she:
        return Sort.UNKNOWN
    return Sort.MAN if he >= she else Sort.WOMAN


def _fullest(mentions: Iterable[Mention]) -> dict[tuple[str, ...], Mention]:
    """For each name the longest that it is a part of: "Scott" is "Walter Scott" where he was spoken of."""
    names: dict[tuple[str, ...], Mention] = {}
    for each in mentions:
        names.setdefault(each.words, each)
    parts: dict[tuple[str, ...], Mention] = {}
    for words, mention in sorted(names.items(), key=lambda item: -len(item[0])):
        if " and " in mention.text or len(words) > _LONGEST_NAME:
            parts.setdefault(words, mention)
            continue
        for part in {words[:end] for end in range(1, len(words) + 1)} | {words[start:] for start in range(len(words))}:
            if part == words or mention.sort in PEOPLE or mention.sort is Sort.UNKNOWN:
                parts.setdefault(part, mention)
                # "Johns" for "John's": an apostrophe is soon left out.
                parts.setdefault((*part[:-1], f"{part[-1]}s"), mention)
    return parts
