"""What a clause affirms or denies, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from assistant.support.clauses import clauses_of
from assistant.support.opposites import IDIOMS, in_turn, sides
from assistant.support.wording import Word, listed, words_of

_NOT = re.compile(
    r"(?:not|never|no|none|nobody|neither|nor|without|hardly|barely|scarcely|cannot|nowhere|nothing|\w+n't)$"
)
_PARTICLE = listed("up out in on off down over")
_ITS_OBJECT = listed("it them him her this that")
_OBJECT = frozenset(["no", "none", "nobody", "nothing"])
# What is refused or denied is not.
_REFUSED = re.compile(
    r"\b(?:refus|declin|fail|neglect)\w*\s+(?=to\b)|\b(?:ha[sd]|have|are|is) yet\s+(?=to\b)|\bescap(?:e[sd]?|ing)\s+"
    r"|\b(?:stop(?:s|ped)?|ceas(?:es?|ed)|quit)\s+(?=\w+ing\b)"
    r"|\bless\s+(?=(?:sure|certain|clear|likely|confident|optimistic|convinced"
    r"|happy|keen|willing|enthusiastic|close)\b)"
    r"|\b(?:den(?:y|ies|ied|ying)|disput\w+|reject\w*|dismiss\w*|rul\w+ out|avoid\w*|stopp?\w* short of|instead of"
    r"|rather than|far from|prevent\w*|forb\w+)\s+(?:(?:the|any|an?)\s+)?"
    r"(?:(?:idea|claim|suggestion|allegation|accusation|notion|report|charge)s?\s+)?"
    r"(?=that\b|having\b|being\b|any\b|\w+ing\b|it\b)",
    re.IGNORECASE,
)
_UNTIL_THEN = re.compile(r"\bha[ds] (?:not|never) .*\b(?:in|for|since) .*(?:years?|months|weeks|days|decades?|\d{4})\b")
_ACCUSED = re.compile(r"(?:accus|alleg)")
# Whether these come is open to those who are turned away.
_AWAY = re.compile(r"\bturn(?:s|ed|ing)? (?:away|down|back)\s+", re.IGNORECASE)
# What somebody would not say, and what stands behind up to another statement.
_UNSAID = re.compile(
    r"(?:\b(?:(?:declin|refus)\w+ to|yet to|without|never|not)|n['’]t)"
    r" (?:yet )?(?:sa(?:y|id|ying)|reveal(?:ed|ing)?|disclos(?:e|ed|ing)|confirm(?:ed|ing)?|comment(?:ed|ing)? on|know)"
    r"\b[^.;]{0,40}?\b(?:whether|if)\b"
    r"|\b(?:leaves?|leaving|left) (?:it )?open (?:whether|if)\b"
    r"|\b(?:unclear|no word on|unknown|silent on) (?:whether|if)\b",
    re.IGNORECASE,
)
_SAID_AGAIN = re.compile(
    r";|,\s*(?:did|but|though|although|while|whereas|then|later|and (?:then|later))\b", re.IGNORECASE
)
# What stands further than so many words from "not", or behind one of these, is open: "not on display in the hall".
_REACH = 2
# "Not expected to rise" denies "rise".
_RAISING = re.compile(
    r"(?:expected|likely|set|due|forecast|believed|thought|planned|scheduled|supposed|intend\w*|plan\w*)$"
)
_WIDE = listed("no none without neither nor nobody")
_ENDS_REACH = listed(
    """the a an this these those its his her their our your my of in on at by for with from as about than like into over
    through during against that if"""
)
_LIGHT = listed("take takes took taken taking make makes made give gives gave given bring brings")
# These are not turned round by a "not" that stands further off than beside them.
_SMALL = re.compile(
    r"(?:more|less|fewer|over|above|under|below|before|after|until|since|first|last|with|without|prior|later|earlier"
    r"|within|outside|inside|beyond|all|every|each|both|always|up|down|most|late|early|same|to|higher|lower|longer"
    r"|shorter|bigger|smaller|larger|greater|even|without|from)$"
)
_COMPARATIVE = re.compile(r"(?:more|less|fewer|over|above|under|below|\w+er)$")
# Forms that no stem brings together.
_AS_NOW = dict(
    each.split("/")
    for each in listed(
        """paid/pay held/hold sold/sell bought/buy kept/keep left/leav lost/lose met/meet led/lead fell/fall
        fallen/fall rose/rise risen/rise grew/grow grown/grow wrote/write written/write broke/break
        broken/break spoke/speak spoken/speak chose/choos chosen/choos stole/steal stolen/steal hid/hide
        hidden/hide struck/strike spent/spend sent/send built/build found/find won/win began/begin
        begun/begin ran/run saw/see seen/see knew/know known/know taught/teach caught/catch fought/fight
        brought/bring felt/feel shot/shoot drove/drive driven/drive flew/fli flown/fli froze/freez
        frozen/freez meant/mean heard/hear read/read slept/sleep taken/take wore/wear worn/wear tore/tear
        torn/tear threw/throw thrown/throw drew/draw drawn/draw lent/lend"""
    )
)
_PHRASE = 4
_OF, _OF_MORE = 3, 5
_BY = 4


@dataclass(frozen=True, slots=True)
class Sign:
    """A word of a clause, or the question that it decides, and whether it is affirmed (1) or denied (-1).

    by, of: for a question decided, the words before and behind it. small: whether it is one like "before", which says
    nothing without them. side: on which side of the question the word is by itself.
    """

    axis: str | int
    value: int
    start: int
    end: int
    stems: frozenset[str]
    by: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    small: bool = False
    side: int = 1


@lru_cache(maxsize=4096)
def signs_of(text: str) -> tuple[tuple[tuple[int, int], tuple[Sign, ...]], ...]:
    """For each clause of a text, its span and its signs."""
    words = words_of(text)
    masked = [(each.start(), each.end()) for each in IDIOMS.finditer(text)]
    refused = [each.end() for each in _REFUSED.finditer(text)]
    unsaid = _unsaid(text)
    found = []
    for span in clauses_of(text):
        own = [word for word in words if span[0] <= word.start < span[1]]
        found.append((span, tuple(_signs(own, masked, refused, unsaid))))
    return tuple(found)


def _signs(
    words: Sequence[Word], masked: Sequence[tuple[int, int]], refused: Sequence[int], unsaid: tuple[int, int]
) -> Iterator[Sign]:
    if any(word.lower == "first" and after.lower == "time" for word, after in pairwise(words)):
        return  # "lost for the first time in 12 years" is "had not lost in 12 years".
    if _UNTIL_THEN.search(" ".join(word.lower for word in words)):
        return
    values = [
        -1 if unsaid[0] <= word.start < unsaid[1] and word.carries else value
        for word, value in zip(words, _values(words, masked, refused), strict=True)
    ]
    taken: set[int] = set()
    for at, length, key in _phrases(words):
        if at in taken or (length == 1 and (_within(words[at], masked) or _no_longer(words, at))):
            continue
        taken |= set(range(at, at + length))
        span = words[at : at + length]
        small = length == 1 and _SMALL.match(words[at].lower) is not None
        value = _compared(words, at) if small else values[at]
        if value:
            stems = frozenset(word.stem for word in span)
            for axis, side in sides()[key]:
                yield Sign(
                    axis,
                    side * value,
                    span[0].start,
                    span[-1].end,
                    stems,
                    _by(words, at),
                    _of(words, at + length - 1, _OF if small or axis in in_turn() else _OF_MORE, small=small),
                    small,
                    side,
                )
    yield from _moves(words)
    for at, word in enumerate(words):
        if (
            word.carries
            and values[at]
            and not _no_longer(words, at)
            and not word.text[0].isupper()
            and not word.stem[:1].isdigit()
        ):
            yield Sign(_AS_NOW.get(word.lower, word.stem), values[at], word.start, word.end, frozenset([word.stem]))


def _moves(words: Sequence[Word]) -> Iterator[Sign]:
    """Which way something went by an amount: "up six points"."""
    for at, word in enumerate(words[:-1]):
        behind = next((each for each in words[at + 1 : at + 3] if each.carries), None)
        if word.lower in ("up", "down") and behind and behind.stem[:1].isdigit():
            for axis, side in sides()["rise" if word.lower == "up" else "fall"]:
                of = _of(words, at, _OF_MORE, small=True)
                yield Sign(axis, side, word.start, word.end, frozenset([word.stem]), _by(words, at), of, side=side)


def _unsaid(text: str) -> tuple[int, int]:
    found = _UNSAID.search(text)
    if found is None:
        return (len(text), len(text))
    again = _SAID_AGAIN.search(text, found.end())
    return (found.end(), again.start() if again else len(text))


def _values(words: Sequence[Word], masked: Sequence[tuple[int, int]], refused: Sequence[int]) -> list[int]:
    """1 for each word that is affirmed, -1 for what a "not" denies, 0 where it is open."""
    values = [int(not _is_only_thought_of(words, at)) for at in range(len(words))]
    accused = next((at for at, word in enumerate(words) if _ACCUSED.match(word.lower)), len(words))
    values[accused + 1 :] = [0] * len(values[accused + 1 :])  # Whether it is so is open.
    for at, before in enumerate(words[:-2]):
        if _AWAY.match(f"{before.text} {words[at + 1].text} "):
            values[at + 2] = 0
    for at, word in enumerate(words):
        if _is_not(word) and not _within(word, masked):
            longer = _no_longer(words, at + 1)
            _deny(words, values, at + 1 + longer, _REACH if word.lower in _WIDE and not longer else 1)
            if _ends_without_word(words, at) and word.lower not in _OBJECT:
                _deny_before(words, values, at)
            if word.lower in _OBJECT and (verb := _verb_before(words, at)) is not None:
                values[verb] *= -1
        elif any(word.start < end <= word.end + 1 for end in refused):
            _deny(words, values, at + 1, _REACH)
    return values


def _ends_without_word(words: Sequence[Word], at: int) -> bool:
    """Whether behind a "not" stand only words that say nothing by themselves, without a pause."""
    behind = words[at + 1 :]
    return bool(behind) and behind[0].start - words[at].end == 1 and not any(each.carries for each in behind)


def _deny_before(words: Sequence[Word], values: list[int], at: int) -> None:
    """Denies the subject of a "not" behind which nothing is said: "the repair was not made"."""
    before = next((each for each in range(at - 1, -1, -1) if words[each].carries), None)
    if before is not None:
        values[before] *= -1


def _no_longer(words: Sequence[Word], at: int) -> bool:
    return 0 < at < len(words) and words[at].lower == "longer" and words[at - 1].lower in ("no", "any")


def _verb_before(words: Sequence[Word], at: int) -> int | None:
    """The word whose object a "none" is: "wanted none", "turned up nothing"."""
    before = at - 1 - (at > 0 and words[at - 1].lower in _PARTICLE)
    return before if before >= 0 and words[before].carries and words[before].text.islower() else None


def _is_only_thought_of(words: Sequence[Word], at: int) -> bool:
    """Whether a word is one like "joining" in "a condition for joining"."""
    return at > 0 and words[at].lower.endswith("ing") and words[at - 1].lower in _ENDS_REACH


def _deny(words: Sequence[Word], values: list[int], first: int, reach: int) -> None:
    reached, light = 0, False
    for at in range(first, len(words)):
        if _is_not(words[at]):
            return
        if at > first and words[at].start - words[at - 1].end > 1:  # A comma, a dash.
            reached = reach
        if words[at].carries:
            values[at] = -values[at] if reached < reach else 0
            reached += _RAISING.match(words[at].lower) is None
        elif at > first and not light and words[at].lower in _ENDS_REACH:
            reached = reach
        light = light or words[at].lower in _LIGHT  # "Does not take the children": not the children.


def _phrases(words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    """Where one of the opposites stands, and in how many words; the longest first."""
    for at, (word, between, behind) in enumerate(zip(words, words[1:], words[2:], strict=False)):
        key = f"{word.stem} {behind.stem}"
        if between.lower in _ITS_OBJECT and behind.lower in _PARTICLE and key in sides():  # "Turned it down".
            yield at, 3, key
    for length in range(_PHRASE, 0, -1):
        for at in range(len(words) - length + 1):
            key = " ".join(word.stem for word in words[at : at + length])
            if key in sides():
                yield at, length, key


def _by(words: Sequence[Word], at: int) -> frozenset[str]:
    """The words before that say something."""
    return frozenset([word.stem for word in words[:at] if word.carries][-_BY:])


def _of(words: Sequence[Word], at: int, most: int, *, small: bool) -> frozenset[str]:
    """The next words that say something, or those before a small word where none comes."""
    after = [word.stem for word in words[at + 1 :] if word.carries][:most]
    than = [word.lower for word in words[at + 1 : at + 2]] == ["than"]
    if (
        small and than and after and words[at + 2].stem == after[0] and after[0].isdigit()
    ):  # "Less than 2%" is of a number.
        return frozenset(after[:1])
    return frozenset(after or ([word.stem for word in words[:at] if word.carries][-most:] if small else ()))


def _is_not(word: Word) -> bool:
    return _NOT.match(word.lower) is not None


def _compared(words: Sequence[Word], at: int) -> int:
    """-1 for the "more" of "not more than" or "none by more than", 1 for other small words."""
    beside = any(_is_not(word) for word in words[max(0, at - 2) : at])
    return -1 if beside and _COMPARATIVE.match(words[at].lower) else 1


def _within(word: Word, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= word.start and word.end <= end for start, end in spans)
