"""Lengths of time that lie between two times of what is cited: "six days later", "after 19 months"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, permutations

from assistant.support.bounds import Bound
from assistant.support.clock import clocks_in
from assistant.support.equal import bears_out
from assistant.support.ground import Ground
from assistant.support.implied import times_around
from assistant.support.measured import Amount
from assistant.support.times import Time, times_in
from assistant.support.verdict import Cited

_TOLD = re.compile(
    r",?[\s-]*(?:[^\W\d_]+\s+)?(?:later|earlier|before|after|ago|afterwards|apart|old|on|since|until|previously)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(r"\b(?:after|for|in|within|over|lasted|took|spent|aged|than|every|some|about)\s+$", re.IGNORECASE)
_MONTHS, _DAY, _HOUR, _HALF_DAY = 12, 86400, 3600, 720
_MOST, _NEAR = 24, 30


def elapsed(sentence: str, said: Amount, ground: Ground) -> bool:
    """Whether so much time lies between two of the times there, the day of publication and the story's own included."""
    if said.unit is None or said.unit.measures not in ("time", "months"):
        return False
    told = _TOLD.match(sentence, said.end) or _TELLS.search(sentence, max(0, said.lead - _NEAR), said.lead)
    if told and any(_lies_between_clocks(said, text) for text in ground.texts):
        return True
    times = [time for cited in ground.cited for time in (times_around(cited) if told else _own(cited))][:_MOST]
    return any(_lies_between(said, one, other) for one, other in combinations(times, 2))


def _own(cited: Cited) -> Sequence[Time]:
    return times_in(cited.paragraph.text, cited.article.description.day)


def _lies_between(said: Amount, one: Time, other: Time) -> bool:
    if said.unit and said.unit.measures == "months":
        months = abs(_months(other) - _months(one))
        lengths = [months, months + 1] if one.length > 1 and other.length > 1 and said.unit.size == 1 else [months]
        if one.yearless or other.yearless:
            lengths += [-months % _MONTHS]
        years = [_MONTHS * abs(other.first.year - one.first.year)] if said.size % _MONTHS == 0 else []
        return any(bears_out(said, _made(said, length)) for length in (*lengths, *years))
    days = (other.first - one.first).days
    return one.length == other.length == 1 and bears_out(said, _made(said, abs(days) * _DAY))


def _lies_between_clocks(said: Amount, text: str) -> bool:
    """Whether two times of day of one text are so far apart, on one day or over a night."""
    if said.unit is None or said.unit.measures != "time" or said.unit.size > _HOUR:
        return False
    between = [later.minutes - earlier.minutes for earlier, later in permutations(clocks_in(text)[:_MOST], 2)]
    lengths = (minutes % day for minutes in between for day in (_HALF_DAY, 2 * _HALF_DAY))
    return any(bears_out(said, _made(said, length * 60)) for length in lengths)


def _made(said: Amount, size: float) -> Amount:
    """So much time in the unit that is spoken of."""
    value = size / said.unit.size if said.unit else size
    return replace(said, value=value, bound=Bound.NONE, step=said.step / 10)


def _months(time: Time) -> int:
    return time.first.year * _MONTHS + time.first.month
