"""Things of one sort that a sentence says and those that a text tells, compared with what each is told of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from assistant.support.around import Span, Weights, alike, around

Thing = TypeVar("Thing")

# Of a rival's words so many times as much must be shared as of what matches, and so much more.
_TIMES, _MORE = 2.5, 0.6
# A list of so many numbers is no sentence; what each is told of is not asked.
_MOST = 40


@dataclass(frozen=True, slots=True)
class Told(Generic[Thing]):
    """Something that a text tells: its words there, and the words around it."""

    thing: Thing
    words: str
    around: Weights


@dataclass(frozen=True, slots=True)
class Finding(Generic[Thing]):
    """Something that a sentence says, and whether the text has it.

    rival: what the text tells of the same instead, as far as that is clear; of what the text has, it makes a problem.
    """

    said: Told[Thing]
    found: bool
    rival: Told[Thing] | None


def told_in(text: str, things: Sequence[tuple[Thing, Span]]) -> list[Told[Thing]]:
    """Things of a text with the words around each."""
    spans = [span for _, span in things]
    few = len(things) <= _MOST
    return [
        Told(thing, text[slice(*span)], around(text, span, _rivals(text, span, spans)) if few else {})
        for thing, span in things
    ]


def _rivals(text: str, span: Span, spans: Sequence[Span]) -> list[Span]:
    """The others, but for the whole that something is a part of: "120 of its 2,900 jobs"."""
    return [each for each in spans if each != span and not _is_part(text, span, each)]


def _is_part(text: str, one: Span, other: Span) -> bool:
    first, second = sorted((one, other))
    between = text[first[1] : second[0]].split()
    return 0 < len(between) <= 4 and between[0] == "of"  # noqa: PLR2004


def compare(
    said: Sequence[Told[Thing]],
    told: Sequence[Told[Thing]],
    same: Callable[[Thing, Thing], bool],
    comparable: Callable[[Thing, Thing], bool],
) -> list[Finding[Thing]]:
    """Each thing said, with what the text has of it."""
    matching = [[each for each in told if same(one.thing, each.thing)] for one in said]
    claimed = {id(each) for matches in matching for each in matches}
    free = [each for each in told if id(each) not in claimed]
    rivals = [[each for each in free if comparable(one.thing, each.thing)] for one in said]
    return [
        Finding(
            one,
            bool(matching[at]),
            _rival(one, matching[at], rivals[at])
            if matching[at] and not _is_one_too_many(at, said, matching, rivals)
            else _nearest(one, rivals[at]),
        )
        for at, one in enumerate(said)
    ]


def _rival(one: Told[Thing], matching: Sequence[Told[Thing]], rivals: Sequence[Told[Thing]]) -> Told[Thing] | None:
    """What the words around something point to, where that is clearly not what it matches."""
    own = max(alike(one.around, each.around) for each in matching)
    best = _nearest(one, rivals)
    near = alike(one.around, best.around) if best else 0.0
    return best if near >= own * _TIMES and near - own >= _MORE else None


def _is_one_too_many(
    at: int, said: Sequence[Told[Thing]], matching: Sequence[Sequence[Told[Thing]]], rivals: Sequence[Sequence[Told[Thing]]]
) -> bool:
    """Whether the sentence says something more often than the text, and this time where the text has a rival of it."""
    twins = [other for other in range(len(said)) if matching[other] == matching[at] and rivals[other]]
    if not rivals[at] or len(said) > _MOST or len(twins) <= len(matching[at]):
        return False
    return at == max(twins, key=lambda other: _leads(said[other], matching[other], rivals[other]))


def _leads(one: Told[Thing], matching: Sequence[Told[Thing]], rivals: Sequence[Told[Thing]]) -> float:
    near, own = (max(alike(one.around, each.around) for each in them) for them in (rivals, matching))
    return near - own


def _nearest(one: Told[Thing], others: Sequence[Told[Thing]]) -> Told[Thing] | None:
    best = max(others, key=lambda each: alike(one.around, each.around), default=None)
    return best if best and (len(others) == 1 or alike(one.around, best.around) > 0) else None
