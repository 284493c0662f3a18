"""A question of several parts taken apart: by the sources it compares, or by the questions it joins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from assistant.question import Question
from assistant.sources import Mention, joined
from assistant.when import TimeWords

Stretch = tuple[int, int]

MOST = 6

# A clause says something of its own from so many words on that carry it.
_FEWEST_WORDS = 3

_STRONG = (
    r"[;?!]\s+|,?\s+(?:while|whereas|whilst|but|versus|vs\.?|compared\s+(?:to|with)|in\s+(?:contrast|comparison)\s+(?:to|with)"
    r"|as\s+opposed\s+to|contrasting\s+with|similar(?:ly)?\s+to|in\s+the\s+same\s+(?:way|manner)\s+(?:that|as)|than)\s+"
)
_BOUNDARY = re.compile(rf"{_STRONG}|,\s+(?:and\s+)?(?!\d{{4}}\b)|\s+and\s+", re.IGNORECASE)
_CLAUSE = re.compile(
    rf"{_STRONG}|,?\s+and\s+(?:also\s+)?(?=(?:is|was|were|are|has|have|had|did|does|do|who|whose|which|will|would|can|could"
    rf"|should|also|then|later|whether)\b)|,\s+(?:and\s+)?(?!(?:respectively|too|either|etc|\w+ing)\b)(?!\d{{4}}\b)",
    re.IGNORECASE,
)
_JOINED_QUESTIONS = re.compile(
    r"(?:[?;]\s*(?:and\s+)?|,?\s+and\s+)(?=(?:who|whom|whose|when|where|what|which|why|how)\b)", re.IGNORECASE
)
_ASKS = re.compile(
    r"^\W*(?:(?:in|on|by|from|for|at|to|of|with)\s+)?(?:who|whom|whose|when|where|what|which|why|how|is|are|was|were|do|does|did"
    r"|has|have|had|can|could|will|would|should)\b",
    re.IGNORECASE,
)
# "…, was there a change in the portrayal of …?", "… remain consistent or inconsistent?"
_COMPARES = re.compile(
    r"^\W*(?:is|are|was|were|has|have|does|do|did|indicating)\b.*\b(?:consisten|inconsisten|change|differen|disagree|agree"
    r"|same\b|portray|narrative|contrast)",
    re.IGNORECASE,
)
# "Has the portrayal of … changed between the report on …"
_FRAME = re.compile(
    r"^\W*(?:(?:is|are|was|were|has|have|does|do|did)\b.*\b(?:consisten|inconsisten|chang|differen|portray|narrative|stance)\w*"
    r"\b.*?\b)?(?:between|after|before)\s+(?=the\b|an?\b|both\b|reports?\b|articles?\b)",
    re.IGNORECASE,
)
_SAME_TOPIC = re.compile(r"\bsame\s+(?:topic|subject|story|issue|event|matter|thing)\b", re.IGNORECASE)
_EMPTY_QUOTES = re.compile(r"(?<!\w)(?:'\s*'|\"\s*\"|“\s*”|‘\s*’)")
_POINTS_BACK = re.compile(r"\b(?:it|its|they|them|their|he|him|his|she|her|this|that|these|those|so)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """One of the things that a question asks, with whom and when it asks it of."""

    question: str
    outlets: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None


def parts_of(question: str, sources: Sequence[Mention], times: Sequence[TimeWords]) -> list[Part]:
    """The parts in their order; a single one is none worth taking apart, and gives an empty list."""
    outlets = [each for each in sources if each.names and not each.author]
    found = _by_source(question, outlets, sources, times) if outlets else _by_question(question)
    parts = list(dict.fromkeys(found))[:MOST]
    return parts if len(parts) > 1 else []


def _by_question(question: str) -> list[Part]:
    """Questions joined by "and"; one that points back takes the one before it along."""
    cuts = [found.span() for found in _JOINED_QUESTIONS.finditer(question)]
    pieces = [question[start:end].strip() for start, end in _between(cuts, len(question))]
    if len(pieces) <= 1 or not all(_ASKS.search(piece) for piece in pieces):
        return []
    return [Part(_standing(piece, before)) for before, piece in zip([None, *pieces], pieces, strict=False)]


def _standing(piece: str, before: str | None) -> str:
    leans = _POINTS_BACK.search(piece) or len(Question(piece).carrying) < _FEWEST_WORDS
    return f"{piece} ({before})" if before and leans else piece


def _by_source(
    question: str, outlets: Sequence[Mention], sources: Sequence[Mention], times: Sequence[TimeWords]
) -> Iterator[Part]:
    """For each source, or group of sources named in one breath, what the question says of it, clause by clause."""
    cues: list[Mention | TimeWords] = [*sources, *times]
    groups = _groups(question, outlets)
    cuts = [_cut(question, one[-1], other[0], times) for one, other in pairwise(groups)]
    for group, stretch in zip(groups, _between(cuts, len(question)), strict=True):
        clauses = _clauses(question, stretch, cues)
        if len(clauses) > 1:
            for clause in clauses:
                yield _part(_told(question, clause, cues), group, _within(clause, times))
        else:
            said = clauses[0] if clauses else (0, len(question))
            for each in group:
                yield _part(_told(question, said, cues), [each], _within(stretch, times))


def _told(question: str, clause: Stretch, cues: Sequence[Mention | TimeWords]) -> str:
    """What a clause says without its cues; one that leaves its topic to the others takes the whole question."""
    if _SAME_TOPIC.search(question, *clause):
        clause = (0, len(question))
    said = _without(question, clause, cues)
    frame = _FRAME.match(said)
    return said[frame.end() :] if frame else said


def _part(said: str, group: Sequence[Mention], times: Sequence[TimeWords]) -> Part:
    names = tuple(dict.fromkeys(name for each in group for name in each.names))
    when = times[0] if len(times) == 1 else None
    return Part(said, names, when.earliest if when else None, when.latest if when else None)


def _within(stretch: Stretch, times: Sequence[TimeWords]) -> list[TimeWords]:
    return [each for each in times if stretch[0] <= each.start < stretch[1]]


def _groups(question: str, outlets: Sequence[Mention]) -> list[list[Mention]]:
    groups: list[list[Mention]] = []
    for each in outlets:
        if groups and joined(question, groups[-1][-1], each):
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


def _cut(question: str, one: Mention, other: Mention, times: Sequence[TimeWords]) -> tuple[int, int]:
    """Where what is said of one source ends and what is said of the next begins.

    A source that leads ("the X article says …") is cut off right before its clause, one that trails
    ("…, as reported by X") right behind.
    """
    found = [
        each.span()
        for each in _BOUNDARY.finditer(question, one.end, other.start)
        if not any(time.start < each.end() and each.start() < time.end for time in times)
    ]
    if not found:
        return other.start, other.start
    return found[0] if one.trails and other.trails else found[-1]


def _clauses(question: str, stretch: Stretch, cues: Sequence[Mention | TimeWords]) -> list[Stretch]:
    """The clauses of a stretch that say something of their own, without those that only ask to compare.

    What is left where all are short is one.
    """
    cuts = [
        found.span()
        for found in _CLAUSE.finditer(question, *stretch)
        if not any(each.start < found.end() and found.start() < each.end for each in cues)
    ]
    clauses: list[Stretch] = []
    short: list[Stretch] = []
    for clause in _between(cuts, stretch[1], stretch[0]):
        said = _without(question, clause, cues)
        if _COMPARES.search(said):
            continue
        if len(Question(said).carrying) >= _FEWEST_WORDS:
            clauses.append(clause)
        elif clauses:
            clauses[-1] = (clauses[-1][0], clause[1])
        elif Question(said).names_something:
            short.append(clause)
    return clauses or short[:1]


def _without(question: str, stretch: Stretch, cues: Sequence[Mention | TimeWords]) -> str:
    """The words of a stretch without the sources and times that stand in it."""
    spans = sorted((each.lead if isinstance(each, TimeWords) else each.start, each.end) for each in cues)
    inside = [(max(stretch[0], first), min(stretch[1], last)) for first, last in spans if _meet((first, last), stretch)]
    words = " ".join(question[first:last] for first, last in _between(inside, stretch[1], stretch[0]))
    return " ".join(_EMPTY_QUOTES.sub(" ", words).split())


def _meet(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _between(cuts: Sequence[Stretch], end: int, start: int = 0) -> list[Stretch]:
    """The stretches that cuts leave."""
    starts = [start, *(after for _, after in cuts)]
    ends = [*(before for before, _ in cuts), end]
    return list(zip(starts, ends, strict=True))
