"""Whether what is cited says the opposite of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from assistant.support.bearing import Borne, Told, covered, told_by
from assistant.support.clauses import statements_of
from assistant.support.ground import Ground, Problem
from assistant.support.opposites import converse, in_turn
from assistant.support.signs import Sign, denies, hints_at_not, signs_of
from assistant.support.wording import carried, words_of

# How much of a clause's words, the word in question aside, another must have to speak of the same; and by how much
# less others that agree must have. Chosen on the claims of tests/evals that are tuned on.
_SAME = 0.33
_CLEARLY = 0.08
_ALIKE = 0.6
_NEARLY_ALL = 0.75
_FEWEST = 3
_SHOWN = 70


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause of what is cited; whole: what its sentence tells of the claim."""

    text: str
    start: int
    signs: Sequence[Sign]
    told: Told
    whole: float


def polarity(text: str, ground: Ground, borne: Borne) -> Sequence[Problem]:
    """A problem where a clause denies what one of the sentence affirms of the same thing, and none agrees."""
    del ground
    cited = list(_clauses(borne))
    for (start, end), signs in signs_of(text):
        weights = {stem: borne.weights[stem] for stem in carried(text[start:end]) if stem in borne.weights}
        names = {word.stem for word in words_of(text[start:end]) if word.carries and word.text[0].isupper()}
        for sign in signs:
            if opposite := _opposite(sign, weights, names, cited):
                return [f"the paragraph cited says the opposite (“{opposite}”)"]
    return [f"the paragraph cited says the opposite (“{each}”)" for each in _affirmed(text, borne)][:1]


def _affirmed(text: str, borne: Borne) -> Iterator[str]:
    """What says nearly all that a statement denies, without anything in it that may deny."""
    for start, end in statements_of(text):
        statement = text[start:end]
        weights = {stem: borne.weights[stem] for stem in carried(statement) if stem in borne.weights}
        if not denies(statement) or len(weights) < _FEWEST:
            continue
        shares = [(covered(weights, [each.told]), each.text) for each in borne.sentences]
        share, said = max(shares, default=(0.0, ""))
        near = [each for much, each in shares if much >= share / 2]
        if share >= _NEARLY_ALL and not any(map(hints_at_not, near)):
            yield said if len(said) <= _SHOWN else said[:_SHOWN].rsplit(" ", 1)[0] + " …"


def _clauses(borne: Borne) -> Iterator[_Clause]:
    for sentence in borne.sentences:
        whole = covered(borne.weights, [sentence.told])
        for (start, end), signs in signs_of(sentence.text):
            clause = sentence.text[start:end]
            yield _Clause(clause, start, signs, told_by(clause, borne.weights, borne.near), whole)


def _opposite(
    sign: Sign, weights: Mapping[str, float], names: AbstractSet[str], cited: Sequence[_Clause]
) -> str | None:
    """The words that say the opposite, where they clearly speak of the same."""
    context = {stem: much for stem, much in weights.items() if stem not in sign.stems}
    agreeing, denying, words = 0.0, 0.0, ""
    for clause in cited:
        near = covered(context, [clause.told]) if context else clause.whole
        likeness = _likeness(near, clause, names)
        for other in clause.signs:
            if other.axis != sign.axis or not _of_the_same(sign, other, near):
                continue
            if other.value == sign.value:
                agreeing = 1.0 if _is_denied(other) else max(agreeing, likeness)
            elif likeness > denying:
                denying, words = likeness, _shown(clause, other)
    return words if denying >= _SAME and denying > agreeing + _CLEARLY else None


def _likeness(near: float, clause: _Clause, names: AbstractSet[str]) -> float:
    """How much a clause of what is cited speaks of the same, told by itself and by its sentence."""
    if names & clause.told.keys():  # "Lee denied this"
        near = max(near, clause.whole)
    return (near + clause.whole) / 2


def _is_denied(sign: Sign) -> bool:
    """Whether a word itself is denied: where both are, they agree."""
    return isinstance(sign.axis, str) and sign.value < 0


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
