"""Words of a question that say where to look rather than what for: sources, times, the latest, the undated."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.domain import Cue, CueKind, Filters
from assistant.masthead import Credits, masthead_of
from assistant.order import OrderWords, order_in
from assistant.parts import Part, parts_of
from assistant.question import Question
from assistant.sources import Mention, sources_in
from assistant.timing import Timing, timings_in
from assistant.when import TimeWords, time_words

_UNDATED = re.compile(r"\b(?:the |an? )?(undated|dateless) (article|articles|story|piece|text)\b", re.IGNORECASE)
_LEADING = re.compile(
    r"(?:,?\s*\b(?:according to|as per|(?:as )?reported by|published|posted|dated|per)\s+)?['\"“‘(]?$", re.IGNORECASE
)
_CLOSING = re.compile(r"['\"”’)]?(?:['’]s\b)?(?:,(?=\s)|\s+(?:write|wrote|written)\b)?")


@dataclass(frozen=True, slots=True)
class Known:
    """What a question is understood with: the library's credits and undated articles, and the day of reference."""

    credits: Credits
    undated: Callable[[], Sequence[str]]
    day: date | None = None

    def covers(self, timing: Timing) -> bool:
        """Whether any article of the library may have appeared on its days."""
        first, last = self.credits.first, self.credits.last
        too_late = timing.first is not None and last is not None and timing.first > last
        too_early = timing.last is not None and first is not None and timing.last < first
        return not too_late and not too_early


@dataclass(frozen=True, slots=True)
class Understood:
    """A question without the cues that limit it, its parts, and what its cues say.

    within: the filters with the limits that they set. beyond: the same as preferences, for where nothing answers
    within; where there is no limit they are one.
    """

    question: str
    parts: Sequence[Part]
    within: Filters
    beyond: Filters


@dataclass(frozen=True, slots=True)
class _Cues:
    """Cues of a question, all of them or only those that limit."""

    sources: Sequence[Mention] = ()
    timings: Sequence[Timing] = ()
    order: OrderWords | None = None
    undated: re.Match[str] | None = None

    def limiting(self) -> _Cues:
        """Those that are sure enough to leave the rest out, at first."""
        timings = [each for each in self.timings if each.limits]
        return _Cues(
            [each for each in self.sources if each.sure and each.names],
            timings if len(self.timings) == 1 else (),
            undated=self.undated,
        )

    def without(self, others: _Cues) -> _Cues:
        return _Cues(
            [each for each in self.sources if each not in others.sources],
            [each for each in self.timings if each not in others.timings],
            self.order,
            None,
        )

    def names(self, *, of_authors: bool) -> tuple[str, ...]:
        """The outlets or the authors as the library has them."""
        return tuple(dict.fromkeys(name for each in self.sources if each.author == of_authors for name in each.names))

    @property
    def first(self) -> date | None:
        """The first day of all times; None where one leaves it open."""
        days = [each.first or date.min for each in self.timings]
        return min(days) if days and date.min not in days else None

    @property
    def last(self) -> date | None:
        days = [each.last or date.max for each in self.timings]
        return max(days) if days and date.max not in days else None


_NONE = _Cues()


def understand(question: str, given: Filters, known: Known, ignored: Collection[str] = ()) -> Understood:
    """What a question says about where to look; what was given goes before what its words say of the same.

    ignored: words of cues that are to say nothing.
    """
    times = [each for each in _times(question, given, known) if question[each.lead : each.end] not in ignored]
    cues = _cues(question, given, known, times, ignored)
    parts = parts_of(question, cues.sources, times)
    limiting = _NONE if parts else cues.limiting()
    return Understood(
        _without(question, limiting),
        parts,
        _filters(question, given, cues, limiting, known),
        _filters(question, given, cues, _NONE, known),
    )


def _times(question: str, given: Filters, known: Known) -> list[TimeWords]:
    return [] if given.after or given.before else time_words(question, known.day)


def _cues(question: str, given: Filters, known: Known, times: Sequence[TimeWords], ignored: Collection[str]) -> _Cues:
    sources = [
        each
        for each in sources_in(question, masthead_of(known.credits))
        if question[each.start : each.end] not in ignored and not (given.authors if each.author else given.outlets)
    ]
    order, undated = order_in(question), _UNDATED.search(question)
    return _Cues(
        sources,
        [each for each in timings_in(question, times, known.day) if each.limits or known.covers(each)],
        order if order and question[order.start : order.end] not in ignored else None,
        undated if undated and not given.articles and undated.group() not in ignored else None,
    )


def _filters(question: str, given: Filters, cues: _Cues, limits: _Cues, known: Known) -> Filters:
    """What was given, with the limits in it and the other cues as preferences."""
    prefers = cues.without(limits)
    undated = tuple(known.undated()) if limits.undated else ()
    absent = [question[each.start : each.end] for each in cues.sources if not each.names]
    return replace(
        given,
        after=given.after or limits.first,
        before=given.before or limits.last,
        outlets=given.outlets or limits.names(of_authors=False),
        authors=given.authors or limits.names(of_authors=True),
        articles=given.articles or undated,
        relaxed=bool(limits.undated and not undated),
        preferred_outlets=prefers.names(of_authors=False),
        preferred_authors=prefers.names(of_authors=True),
        preferred_after=prefers.first,
        preferred_before=prefers.last,
        order=cues.order.order if cues.order else None,
        absent=tuple(dict.fromkeys(absent)),
        cues=tuple(_said(question, cues, limits)),
    )


def _said(question: str, cues: _Cues, limits: _Cues) -> Iterator[Cue]:
    """The cues as words of the question, each once, in its order."""
    found: list[tuple[int, Cue]] = []
    for source in cues.sources:
        kind = CueKind.AUTHOR if source.author else CueKind.OUTLET
        if source.names:
            found.append((source.start, Cue(kind, question[source.start : source.end], source in limits.sources)))
    found += [
        (time.start, Cue(CueKind.DATES, question[time.start : time.end], time in limits.timings))
        for time in cues.timings
    ]
    if cues.order:
        found.append((cues.order.start, Cue(CueKind.ORDER, question[cues.order.start : cues.order.end])))
    if cues.undated:
        found.append((cues.undated.start(), Cue(CueKind.UNDATED, cues.undated.group(), limits.undated is not None)))
    yield from dict.fromkeys(cue for _, cue in sorted(found, key=lambda pair: pair[0]))


def _without(question: str, limits: _Cues) -> str:
    """The question without what the limits see to ("According to X, how …?" asks "how …?"), unless nothing is left."""
    spans = [(each.start, each.end) for each in limits.sources] + [(each.start, each.end) for each in limits.timings]
    rest = question
    for start, end in sorted(spans, reverse=True):
        before, after = rest[:start], rest[end:]
        lead = _LEADING.search(before)
        close = _CLOSING.match(after)
        rest = f"{before[: lead.start() if lead else start]} {after[close.end() if close else 0 :]}"
    rest = " ".join(rest.split()) if Question(rest).names_something else question
    return _UNDATED.sub(r"the \2", rest) if limits.undated else rest
