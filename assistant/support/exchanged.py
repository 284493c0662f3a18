"""Whether two names of a sentence have each other's part in what it cites: "Ann cooks while Ben digs"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from assistant.quotations import unquoted
from assistant.support.bearing import Borne, covered, told_by
from assistant.support.clauses import statements_of
from assistant.support.ground import Ground, Problem
from assistant.support.kinship import same_name
from assistant.support.naming import Name, names_of
from assistant.support.wording import carried

# A statement tells the same where it has so much of the words, and so much less of the other statement's: none of the
# faithful ones of tests/evals is doubted then.
_SAME, _CLEARLY = 0.4, 0.3


@dataclass(frozen=True, slots=True)
class _Statement:
    """A statement with the names in it."""

    text: str
    names: Sequence[Name]

    def has(self, name: Name) -> bool:
        return any(same_name(name.text, each.text) for each in self.names)


def exchanged(text: str, ground: Ground, borne: Borne) -> Sequence[Problem]:
    """A problem for the first name of which the text tells what the sentence tells of another."""
    del ground
    own = [each for each in _statements(unquoted(text)) if len(each.names) == 1]
    told = [each for sentence in borne.sentences for each in _statements(sentence.text)]
    for one, other in permutations(own, 2):
        mine, theirs = one.names[0], other.names[0]
        if same_name(mine.text, theirs.text):
            continue
        there = _telling(one, other, told, borne)
        if there and there.has(theirs) and not there.has(mine) and not _is_told_too(other, theirs, told, borne):
            return [f"the paragraph cited says this of {theirs.text}, not of {mine.text}"]
    return []


def _statements(text: str) -> list[_Statement]:
    return [_Statement(text[start:end], names_of(text[start:end])) for start, end in statements_of(text)]


def _telling(one: _Statement, other: _Statement, told: Sequence[_Statement], borne: Borne) -> _Statement | None:
    """What tells the one statement rather than the other; None where nothing clearly does."""
    mine, theirs = _weights(one, borne), _weights(other, borne)
    mine, theirs = _without(mine, theirs), _without(theirs, mine)
    best = max(told, key=lambda each: _share(mine, each, borne), default=None)
    if best is None or not mine or not theirs:
        return None
    share = _share(mine, best, borne)
    return best if share >= _SAME and share - _share(theirs, best, borne) >= _CLEARLY else None


def _is_told_too(other: _Statement, name: Name, told: Sequence[_Statement], borne: Borne) -> bool:
    """Whether what the sentence tells of the other name is told of it, too."""
    weights = _weights(other, borne)
    return any(each.has(name) and _share(weights, each, borne) >= _SAME for each in told)


def _weights(statement: _Statement, borne: Borne) -> Mapping[str, float]:
    """Of the words that are no names."""
    named = {stem for name in statement.names for stem in carried(name.text)}
    return {stem: borne.weights[stem] for stem in carried(statement.text) - named if stem in borne.weights}


def _without(weights: Mapping[str, float], others: Mapping[str, float]) -> Mapping[str, float]:
    return {stem: much for stem, much in weights.items() if stem not in others}


def _share(weights: Mapping[str, float], told: _Statement, borne: Borne) -> float:
    return covered(weights, [told_by(told.text, weights, borne.near)])
