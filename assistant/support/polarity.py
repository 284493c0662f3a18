"""Whether what is cited says the opposite of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from assistant.support.bearing import Borne, Told, covered, told_by
from assistant.support.denials import as_record, denials_around, has_denial, is_open, not_yet, part_around, parts_of
from assistant.support.ground import Ground, Problem
from assistant.support.opposites import converse, in_turn
from assistant.support.signs import Sign, signs_of
from assistant.support.subjects import of_other_subjects
from assistant.support.wording import carried, words_of

# How much of a clause's words, the word in question aside, another must have to speak of the same; and by how much
# less others that agree must have. Chosen on the claims of tests/evals that are tuned on.
_SAME = 0.33
_CLEARLY = 0.08
_ALIKE = 0.6
_DENIED = 0.2
_SHOWN = 70
# "No one" has the stem of a number.
_ANYONE = carried("one")
_NONE = re.compile(r"\W*(?:none|neither)\b", re.IGNORECASE)
# What held for a while only.
_AT_FIRST = re.compile(r"\b(?:at first|initially|originally|until then|until now)\b", re.IGNORECASE)
# A verb whose subject stands before the clause.
_GOES_ON = re.compile(r"\W*(?:is|was|are|were|has|had|have|did|does|do|will|would)\b", re.IGNORECASE)
# Words by which a clause is about something else, and a verb whose subject stands before the clause.
_OF_ANOTHER = re.compile(
    r"\b(?:other|others|another|else|rest)\b|^\W*(?:is|was|are|were|has|had|have|did|does|do|will|would)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A sign of the sentence, in its clause; weights, names: of that clause's words."""

    sentence: str
    clause: str
    sign: Sign
    weights: Mapping[str, float]
    names: AbstractSet[str]

    @property
    def context(self) -> Mapping[str, float]:
        """The clause's words, the one in question aside."""
        return {stem: much for stem, much in self.weights.items() if stem not in self.sign.stems}


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause of what is cited; whole: what its sentence tells of the claim."""

    sentence: str
    text: str
    start: int
    signs: Sequence[Sign]
    told: Told
    whole: float


def polarity(text: str, ground: Ground, borne: Borne) -> Sequence[Problem]:
    """A problem where a clause denies what one of the sentence affirms of the same thing, and none agrees."""
    del ground
    cited = list(_clauses(borne))
    for said in _said(text, borne):
        if opposite := _opposite(said, cited):
            return [f"the paragraph cited says the opposite (“{opposite}”)"]
    return []


def _said(text: str, borne: Borne) -> Iterator[_Said]:
    """What the sentence affirms or denies, but for what it leaves open or has both ways."""
    both = _both_ways(text)
    for (start, end), signs in signs_of(text):
        clause = text[start:end]
        if is_open(clause) or _AT_FIRST.search(clause):
            continue
        weights = {stem: borne.weights[stem] for stem in carried(clause) if stem in borne.weights}
        names = {word.stem for word in words_of(clause) if word.carries and word.text[0].isupper()}
        yield from (_Said(text, clause, sign, weights, names) for sign in signs if sign.axis not in both)


def _both_ways(text: str) -> AbstractSet[str | int]:
    """The questions on which a sentence has words of either side, so that either may be meant."""
    found: dict[str | int, set[int]] = {}
    for _, signs in signs_of(text):
        for sign in signs:
            found.setdefault(sign.axis, set()).add(sign.value)
    return {axis for axis, values in found.items() if len(values) > 1}


def _clauses(borne: Borne) -> Iterator[_Clause]:
    for sentence in borne.sentences:
        whole = covered(borne.weights, [sentence.told])
        for (start, end), signs in signs_of(sentence.text):
            clause = sentence.text[start:end]
            subject = sentence.text[: signs_of(sentence.text)[0][0][1]] if _GOES_ON.match(clause) else ""
            told = told_by(f"{subject} {clause}", borne.weights, borne.near)
            yield _Clause(sentence.text, clause, start, signs, told, whole)


def _opposite(said: _Said, cited: Sequence[_Clause]) -> str | None:
    """The words that say the opposite, where they clearly speak of the same."""
    context = said.context
    around = covered(said.weights, [each.told for each in cited])
    bare = {stem: much for stem, much in context.items() if stem not in said.names}
    agreeing, denying, words = 0.0, 0.0, ""
    for clause in cited:
        near = covered(context, [clause.told]) if context else clause.whole
        if bare:
            near = max(near, covered(bare, [clause.told]))
        if _is_denied(said.sign) and _NONE.match(clause.text):  # "No branch would close": "None would be shut".
            return None
        likeness = _likeness(near, clause, said.names)
        for other in clause.signs:
            if other.axis != said.sign.axis or not _of_the_same(said.sign, other, near):
                continue
            if not _are_opposite(said, clause, other) or not_yet(said.clause, clause.text):
                agreeing = 1.0 if _is_denied(other) else max(agreeing, likeness)
                continue
            if _is_bare(said, clause, other):
                likeness = max(likeness, around)
            if likeness > denying and _speaks_of_it(said, clause, near, other.start):
                denying, words = likeness, _shown(clause, other)
    return words if denying >= _SAME and denying > agreeing + _CLEARLY else None


def _are_opposite(said: _Said, clause: _Clause, other: Sign) -> bool:
    """Whether one is affirmed and the other denied, whatever else in their parts denies them, too."""
    sign = said.sign
    own = sign.side * (-1) ** denials_around(said.sentence, sign.start, sign.end)
    theirs = other.side * (-1) ** denials_around(clause.sentence, other.start, other.end)
    return sign.value != other.value and own != theirs and not as_record(said.clause, clause.text)


def _is_bare(said: _Said, clause: _Clause, other: Sign) -> bool:
    """Whether a clause says next to nothing else: "nobody was arrested", of whom the rest of the paragraph tells."""
    part = clause.sentence[slice(*part_around(clause.sentence, other.start))]
    rest = carried(part) - other.stems - said.weights.keys() - _ANYONE
    return not rest and not other.small and not _OF_ANOTHER.search(part) and not has_denial(said.sentence)


def _speaks_of_it(said: _Said, clause: _Clause, near: float, at: int) -> bool:
    """Whether a clause is about the same: that some close on Sundays does not deny that none closes for good."""
    return (
        (said.sign.value > 0 or near >= _DENIED)
        and not _is_of_another_part(said, clause)
        and not of_other_subjects(said.sentence, said.sign.start, clause.sentence, at)
    )


def _is_of_another_part(said: _Said, clause: _Clause) -> bool:
    """Whether another part of the sentence is told by that clause: "the rebels wanted 400, the government none"."""
    sentence, sign = said.sentence, said.sign
    own = part_around(sentence, sign.start)
    told = clause.told.keys() - sign.stems
    shared = len(told & carried(sentence[slice(*own)]))
    others = [part for part in parts_of(sentence) if part != own and denials_around(sentence, part[0], part[0])]
    if others and _OF_ANOTHER.search(clause.text):
        return True
    return any(len(told & carried(sentence[slice(*part)])) > shared for part in others)


def _likeness(near: float, clause: _Clause, names: AbstractSet[str]) -> float:
    """How much a clause of what is cited speaks of the same, told by itself and by its sentence."""
    if names & clause.told.keys():  # "Lee denied this"
        near = max(near, clause.whole)
    return (near + clause.whole) / 2


def _is_denied(sign: Sign) -> bool:
    """Whether a word itself is denied: where both are, they agree."""
    return sign.value != sign.side and not sign.small


def _of_the_same(one: Sign, other: Sign, near: float) -> bool:
    """Whether two opposites stand before the same words, or at least in clauses much alike."""
    if one.axis in converse():
        return not one.by.isdisjoint(other.by)
    if not one.of.isdisjoint(other.of):
        return True
    if one.axis in in_turn() or one.small or other.small:
        return False
    return not one.of or not other.of or near >= _ALIKE


def _shown(clause: _Clause, sign: Sign) -> str:
    """The clause, or of a long one the words up to the one in question and those after it."""
    text, at = clause.text, sign.start - clause.start
    if len(text) > _SHOWN:
        first = text.rfind(" ", 0, max(0, at - _SHOWN // 2)) + 1
        last = text.find(" ", min(len(text), at + _SHOWN // 2))
        text = text[first : last if last > 0 else None]
    return text.strip(' ,;:—–-“”"')
