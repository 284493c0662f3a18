"""Things of one sort that a sentence says and those that a text tells, compared with what each is told of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from assistant.support.around import Beside, Span, Weights, alike, around, beside

Thing = TypeVar("Thing")

# A rival must share so many times as much as what matches: of 215 paraphrases of news three or four are then wrongly
# marked, and of 400 with a number swapped for another of its paragraph more than a quarter is caught.
_TIMES = 4.5
# What each word right beside both is worth, in a row.
_IN_A_ROW = 0.8
# Between a part and its whole: "of the Assembly's ".
_NEAR = 30
# A list of so many numbers is no sentence; what each is told of is not asked.
_MOST = 40


@dataclass(frozen=True, slots=True)
class Told(Generic[Thing]):
    """Something that a text tells: its words there, the words around it, and those right beside it."""

    thing: Thing
    words: str
    around: Weights
    beside: Beside


@dataclass(frozen=True, slots=True)
class Finding(Generic[Thing]):
    """Something that a sentence says, and whether the text has it.

    rival: what the text tells of the same instead, as far as that is clear; of what the text has, it makes a problem.
    """

    said: Told[Thing]
    found: bool
    rival: Told[Thing] | None


@dataclass(frozen=True, slots=True)
class Rules(Generic[Thing]):
    """How things of a sort are compared; alike: how much two of them speak for being told of the same.

    more: by how much a rival must share more than what matches.
    """

    same: Callable[[Thing, Thing], bool]
    comparable: Callable[[Thing, Thing], bool]
    alike: Callable[[Thing, Thing], float]
    more: Callable[[Thing], float]

    def near(self, one: Told[Thing], others: Sequence[Told[Thing]]) -> float:
        """How much something shares with that of others that shares most with it."""
        return max((self._nearness(one, each) for each in others), default=0.0)

    def nearest(self, one: Told[Thing], others: Sequence[Told[Thing]]) -> Told[Thing] | None:
        best = max(others, key=lambda each: self._nearness(one, each), default=None)
        return best if best and (len(others) == 1 or self._nearness(one, best) > 0) else None

    def _nearness(self, one: Told[Thing], other: Told[Thing]) -> float:
        run = one.beside.run(other.beside)
        return alike(one.around, other.around) + _IN_A_ROW * run + self.alike(one.thing, other.thing)


@dataclass(frozen=True, slots=True)
class _Said(Generic[Thing]):
    """Something said, what of the text matches it, and what of the rest may be meant instead."""

    told: Told[Thing]
    matches: Sequence[Told[Thing]]
    rivals: Sequence[Told[Thing]]

    def lead(self, rules: Rules[Thing]) -> float:
        return rules.near(self.told, self.rivals) - rules.near(self.told, self.matches)


def told_in(text: str, things: Sequence[tuple[Thing, Span, Span]]) -> list[Told[Thing]]:
    """Things of a text, each with the span of its words and that of all that belongs to it, with the words around.

    A part and its whole ("120 of its 2,900 jobs") have the same around them.
    """
    spans = _with_wholes(text, [span for _, _, span in things])
    weights: Sequence[Weights] = around(text, spans) if len(things) <= _MOST else [{}] * len(things)
    return [
        Told(thing, text[slice(*words)], near, beside(text, words))
        for (thing, words, _), near in zip(things, weights, strict=True)
    ]


def _with_wholes(text: str, spans: Sequence[Span]) -> list[Span]:
    joined = list(spans)
    for at, (first, last) in enumerate(pairwise(spans)):
        between = text[first[1] : last[0]].split() if last[0] - first[1] <= _NEAR else []
        if between and between[0] == "of":
            joined[at] = joined[at + 1] = (joined[at][0], last[1])
    return joined


def compare(said: Sequence[Told[Thing]], told: Sequence[Told[Thing]], rules: Rules[Thing]) -> list[Finding[Thing]]:
    """Each thing said, with what the text has of it."""
    matching = [[each for each in told if rules.same(one.thing, each.thing)] for one in said]
    claimed = {id(each) for matches in matching for each in matches}
    free = [each for each in told if id(each) not in claimed]
    sayings = [
        _Said(one, matches, [each for each in free if rules.comparable(one.thing, each.thing)])
        for one, matches in zip(said, matching, strict=True)
    ]
    return [_finding(one, sayings, rules) for one in sayings]


def _finding(one: _Said[Thing], sayings: Sequence[_Said[Thing]], rules: Rules[Thing]) -> Finding[Thing]:
    best = rules.nearest(one.told, one.rivals)
    if not one.matches or best is None:
        return Finding(one.told, bool(one.matches), best)
    swapped = _is_swapped(one, rules) or _is_one_too_many(one, sayings, rules)
    return Finding(one.told, found=True, rival=best if swapped else None)


def _is_swapped(one: _Said[Thing], rules: Rules[Thing]) -> bool:
    """Whether the words around point clearly to something else than what it matches."""
    own, near = rules.near(one.told, one.matches), rules.near(one.told, one.rivals)
    return near >= own * _TIMES and near - own >= rules.more(one.told.thing)


def _is_one_too_many(one: _Said[Thing], sayings: Sequence[_Said[Thing]], rules: Rules[Thing]) -> bool:
    """Whether the sentence says something more often than the text, and this time where the text has a rival of it."""
    if len(sayings) > _MOST:
        return False
    twins = [each for each in sayings if each.matches == one.matches and each.rivals]
    return len(twins) > len(one.matches) and one is max(twins, key=lambda each: each.lead(rules))
