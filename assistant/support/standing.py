"""How a number or a date stands in its text: compared, as a limit, as a part, as an age."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from assistant.support.bounds import Bound
from assistant.support.clauses import clauses_of
from assistant.support.compared import Told
from assistant.support.measured import Amount, Sort
from assistant.terms import spans_in

_FILLED = r"(?:\s+(?:about|some|around|nearly|almost|the|its|an?|more\s+than|just|only|roughly))*\s*(?:US|A|C)?[$£€]?$"
_COMPARES = re.compile(
    r"\b(?:from|against|compared\s+(?:with|to)|than|instead\s+of|had\s+been"
    rf"|(?:earlier|previous|initial|first|original)\s+\w+(?:\s+\w+)?\s+(?:had\s+been|was|were|of)|(?:down|up)\s+on){_FILLED}",
    re.IGNORECASE,
)
# A limit is no count: "where the limit is 75", "if it falls below 50", "the record of 92".
_LIMITS = re.compile(
    r"\b(?:limit|target|ceiling|cap|threshold|maximum|minimum|goal|record|budget\w*|allowed|permitted)\b[^.;,]{0,25}$"
    r"|\b(?:if|unless|should)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
# "Brandt, 36," is an age.
_AGED = (re.compile(r"[^\W\d_],\s+$"), re.compile(r"[,.]"))
_OF_THEM = re.compile(r"\s+(?:[^\W\d]+\s+)?of\s+(?:them|which|whom|these|those)\b(?P<part>[^.,;:!?]*)", re.IGNORECASE)
_OF_SOME = re.compile(
    r"\s+(?:[^\W\d]+\s+){0,2}?of\s+(?:the|its|their|them|those|these|his|her|which|whom)\b", re.IGNORECASE
)
_THE_SAME = re.compile(r"\s+(?:[^\W\d]+\s+){0,2}?the\s+same\b", re.IGNORECASE)
_LOOK = 45


class Placed(Protocol):
    """Something that stands in a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Thing = TypeVar("Thing", bound=Placed)


@dataclass(frozen=True, slots=True)
class Standing(Generic[Thing]):
    """Something told, in the text that tells it."""

    told: Told[Thing]
    text: str

    @property
    def compares(self) -> bool:
        """Whether it is there for comparison: "up from nine"."""
        start = self.told.thing.start
        return _COMPARES.search(self.text[max(0, start - _LOOK) : start]) is not None

    @property
    def limits(self) -> bool:
        """Whether it is what may be reached, not what is: "the limit is 75"."""
        start = self.told.thing.start
        return _LIMITS.search(self.text[max(0, start - 2 * _LOOK) : start]) is not None

    @property
    def is_age(self) -> bool:
        """Whether it stands alone behind a name: "Brandt, 36,"."""
        thing = self.told.thing
        alone = isinstance(thing, Amount) and thing.sort is Sort.COUNT and not thing.unit
        before, behind = _AGED
        return alone and bool(before.search(self.text[: thing.start]) and behind.match(self.text, thing.end))

    @property
    def is_of_them(self) -> bool:
        return _OF_THEM.match(self.text, self.told.thing.end) is not None

    @property
    def part(self) -> str:
        """Which part it is: "in the hall", of "nine of them in the hall"."""
        found = _OF_THEM.match(self.text, self.told.thing.end)
        return found["part"] if found else ""

    @property
    def is_of_some(self) -> bool:
        return _OF_SOME.match(self.text, self.told.thing.end) is not None

    @property
    def refers_back(self) -> bool:
        """Whether what it is told of stands before: "22 percent over the same period"."""
        return _THE_SAME.match(self.text, self.told.thing.end) is not None

    @property
    def bound(self) -> Bound:
        thing = self.told.thing
        return thing.bound if isinstance(thing, Amount) else Bound.NONE

    @property
    def clause(self) -> str:
        """The words of its clause, itself left out."""
        at, end = self.told.thing.start, self.told.thing.end
        first, last = _around(spans_in(self.text), at, self.text)
        start, stop = _around(clauses_of(self.text), at, self.text)
        return f"{self.text[max(first, start) : at]} {self.text[end : min(last, stop)]}"


def _around(spans: Sequence[tuple[int, int]], at: int, text: str) -> tuple[int, int]:
    return next((span for span in spans if span[0] <= at < span[1]), (0, len(text)))
