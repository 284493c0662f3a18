"""Whether the clause that tells what one of a sentence tells denies it where that does not, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.support.bearing import Borne, Told, covered, told_by
from assistant.support.clauses import clauses_of
from assistant.support.denials import as_record, denied_in, is_denied, is_open, may_deny, not_yet, part_around
from assistant.support.ground import Ground, Problem
from assistant.support.naming import names_of
from assistant.support.opposites import sides
from assistant.support.voices import voices_in
from assistant.support.wording import carried, words_of

# A clause tells the same where it has so much of the words, names and sayings aside; those with nearly as much do.
_SAME = 0.55
# More where the sentence denies what may be told in other words.
_CLEARLY = 0.8
_NEARLY = 0.7
_FEWEST = 2
_SHOWN = 70


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause of what is cited, with what it tells of the sentence."""

    sentence: str
    start: int
    end: int
    told: Told

    @property
    def text(self) -> str:
        return self.sentence[self.start : self.end]


def denied(text: str, ground: Ground, borne: Borne) -> Sequence[Problem]:
    """A problem for the first clause that is denied on one side only."""
    del ground
    cited = list(_clauses(borne))
    for start, end in clauses_of(text):
        if other := _denied(text[start:end], cited, borne):
            return [f"the paragraph cited says the opposite (“{_shown(other)}”)"]
    return []


def _clauses(borne: Borne) -> Iterator[_Clause]:
    for sentence in borne.sentences:
        for start, end in clauses_of(sentence.text):
            told = told_by(sentence.text[start:end], borne.weights, borne.near)
            yield _Clause(sentence.text, start, end, told)


def _denied(clause: str, cited: Sequence[_Clause], borne: Borne) -> str | None:
    """The clause that tells the same, where it alone of the two is denied."""
    telling = _told_in(clause)
    weights = {stem: borne.weights[stem] for stem in telling if stem in borne.weights}
    if len(weights) < _FEWEST or is_open(clause):
        return None
    shares = [_share(weights, each) for each in cited]
    best = max(shares, default=0.0)
    if best < _SAME:
        return None
    same = [each for each, share in zip(cited, shares, strict=True) if share >= _NEARLY * best]
    first = next(each for each, share in zip(cited, shares, strict=True) if share == best)
    if best < _CLEARLY if is_denied(clause) else not _is_of_it(first, clause, borne):
        return None
    if any(_agree(clause, each.text) for each in same):
        return None
    return first.text


def _share(weights: Mapping[str, float], other: _Clause) -> float:
    """How much of these words a clause tells, by weight or by count."""
    return max(covered(weights, [other.told]), sum(other.told.get(stem, 0.0) for stem in weights) / len(weights))


def _is_of_it(other: _Clause, clause: str, borne: Borne) -> bool:
    """Whether what a clause of what is cited denies is what the sentence's says, or all else is the same."""
    word, at = denied_in(other.text)
    part = carried(other.text[slice(*part_around(other.text, at))]) - {word}
    own = carried(clause)
    if word in own:
        return True
    if not part & other.told.keys() & own:
        return False
    if word is None:  # "The tower didn't."
        return len(part & other.told.keys() & own) >= _FEWEST
    if any(word in borne.near.get(stem, {}) for stem in own):
        return True
    return part <= other.told.keys() and len(_told_in(clause) - other.told.keys()) <= 1


def _agree(clause: str, other: str) -> bool:
    """Whether both are denied, or neither, or one says so by words that do not plainly deny."""
    return (
        is_denied(clause) == is_denied(other)
        or may_deny(clause if is_denied(other) else other)
        or is_open(other)
        or as_record(clause, other)
        or not_yet(clause, other)
        or _has_opposites(clause, other)
    )


def _has_opposites(clause: str, other: str) -> bool:
    """Whether words of two sides of one question stand in them: "it did not rise" is "it fell"."""
    own, theirs = _questions(clause), _questions(other)
    return any((axis, -side) in theirs for axis, side in own)


def _questions(clause: str) -> set[tuple[int, int]]:
    return {each for word in words_of(clause) for each in sides().get(word.stem, ())}


def _told_in(clause: str) -> frozenset[str]:
    """What a clause tells besides names, who says so, and what denies it."""
    named = {stem for name in names_of(clause) for stem in carried(name.text)}
    saying = {stem for voice in voices_in(clause) for stem in carried(f"{voice.who} {voice.verb}")}
    return carried(clause) - named - saying


def _shown(clause: str) -> str:
    text = clause.strip(' ,;:—–-“”"')
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} …"
