"""How often what stands somewhere in a sentence is denied, by whatever words deny it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from assistant.support.opposites import IDIOMS

_DENIAL = re.compile(
    r"\b(?:not|never|no|none|nobody|neither|nor|without|hardly|barely|scarcely|cannot|nowhere|nothing|\w+n['’]t"
    r"|refus(?:e[sd]?|ing|al)|(?:declin|fail|neglect)\w*(?=\s+to\b)|den(?:y|ies|ied|ying|ial)|disput\w+"
    r"|reject\w*|dismiss\w*|rul(?:e[sd]?|ing) out|stop(?:s|ped)? short|far from|instead of|rather than|untrue|false"
    r"|unlikely|unknown|unclear|unable|impossible|lack(?:s|ed|ing)?|missing|cut off|deprived|exempt|no longer"
    r"|prevent\w*|avoid\w*|forb[aio]d\w*|turn(?:s|ed|ing)? down|yet to|escap(?:e[sd]?|ing)|remain(?:s|ed|ing)? to be"
    r"|leav\w+ open"
    r"|left open)\b",
    re.IGNORECASE,
)
# Where a part of a sentence ends that is denied by itself; what somebody would not say whether it is so goes on.
_PART = re.compile(
    r"[;:—–]|,(?!\d)|(?<!would )\b(?:and|but|or|nor|while|whereas|although|though|(?<!not )because"
    r"|unless|until|who|which|where"
    r"|when)\b|(?<!say)(?<!know)(?<!reveal)(?<!disclose)(?<!tell)(?<!clear)(?<!known)\s+if\b",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(
    r"\b(?:first|only|last|latest|record|unprecedented|most|least|best|worst|(?:larg|bigg|high|low|young|old|long|short"
    r"|strong|weak|great|small|few|fast|slow|earli|deep|clos|near|rich|poor|heavi|hott|cold|warm|wett|dri|busi|tall|wid"
    r"|hard|broad|strict|dead?li|narrow|cheap)est)\b",
    re.IGNORECASE,
)
_NEVER_SINCE = re.compile(
    r"\b(?:no|never|not|nobody|none|nothing|neither|\w+n['’]t)\b.*\b(?:since|before|ever|than|again|as \w+|until"
    r"|(?:for|in) (?:\w+ ){1,3}(?:years?|decades?|months?|weeks?|days|seasons?|time))\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(r"(?:\bnot|n['’]t|\bnever)\b[^.;]*\byet\b|\byet to\b|\bstill (?:not|un\w+)\b", re.IGNORECASE)
_EXPECTED = re.compile(r"\b(?:will|expect\w*|due|plan\w*|forecast\w*|aim\w*|hop\w+|(?:is|are) to)\b", re.IGNORECASE)
_OPEN = re.compile(r"\W*(?:or |and )?(?:if|unless|whether|in case|should)\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def denials_around(text: str, start: int, end: int) -> int:
    """How many words deny what stands from start to end, itself aside, in its part of a text."""
    first, last = part_around(text, start)
    idioms = [each.span() for each in IDIOMS.finditer(text)]
    return sum(
        1
        for each in _DENIAL.finditer(text, first, last)
        if not _meets(each.span(), (start, end)) and not any(_meets(each.span(), idiom) for idiom in idioms)
    )


@lru_cache(maxsize=4096)
def parts_of(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the parts of a text that are denied by themselves."""
    edges = sorted({0, *(each.start() for each in _PART.finditer(text)), len(text)})
    return tuple(pairwise(edges))


def part_around(text: str, at: int) -> tuple[int, int]:
    """The span of the part of a text in which a place stands."""
    return next((part for part in parts_of(text) if part[0] <= at < part[1]), (0, len(text)))


def has_denial(text: str) -> bool:
    """Whether anything in a text denies anything."""
    return _DENIAL.search(text) is not None


def is_open(clause: str) -> bool:
    """Whether a clause leaves open whether it is so: "if it is signed"."""
    return _OPEN.match(clause) is not None


def as_record(one: str, other: str) -> bool:
    """Whether one text has as a record what the other has as never so before: "the first since", "none had since"."""
    return any(
        _SUPERLATIVE.search(each) and _NEVER_SINCE.search(against) for each, against in ((one, other), (other, one))
    )


def not_yet(one: str, other: str) -> bool:
    """Whether one clause has as not yet so what the other expects."""
    return any(_NOT_YET.search(each) and _EXPECTED.search(against) for each, against in ((one, other), (other, one)))


def _meets(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
