"""Lengths of time that lie between two times of what is cited: "six days later", "after 19 months"."""

from __future__ import annotations

import re
from itertools import combinations

from assistant.support.ground import Ground
from assistant.support.implied import times_around
from assistant.support.measured import Amount
from assistant.support.times import Time

_TOLD = re.compile(
    r"[\s-]*(?:[^\W\d_]+\s+)?(?:later|earlier|before|after|ago|afterwards|apart|old|on|since|until|previously)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(r"\b(?:after|for|within|over|lasted|took|spent|aged|than|every|some|about)\s+$", re.IGNORECASE)
_MONTHS, _DAY = 12, 86400
_MOST = 24


def elapsed(sentence: str, said: Amount, ground: Ground) -> bool:
    """Whether so much time lies between two of the times there, the day of publication and the story's own included."""
    if said.unit is None or said.unit.measures not in ("time", "months"):
        return False
    if not _TOLD.match(sentence, said.end) and not _TELLS.search(sentence, 0, said.start):
        return False
    times = [time for cited in ground.cited for time in times_around(cited)][:_MOST]
    return any(_lies_between(said, one, other) for one, other in combinations(times, 2))


def _lies_between(said: Amount, one: Time, other: Time) -> bool:
    if said.unit and said.unit.measures == "months":
        return abs(_months(other) - _months(one)) == said.size or (
            said.size % _MONTHS == 0 and abs(other.first.year - one.first.year) == said.size / _MONTHS
        )
    return one.length == other.length == 1 and abs((other.first - one.first).days) == round(said.size / _DAY)


def _months(time: Time) -> int:
    return time.first.year * _MONTHS + time.first.month
