"""From a question to a reply, step by step."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.about import about_article
from assistant.answerer import Answerer, Brief, Draft, Rewritten
from assistant.answering import Findings, Tools, answering
from assistant.cues import Known, Understood, understand
from assistant.domain import (
    NO_FILTERS,
    Abstention,
    Answer,
    Filters,
    Inquiry,
    Quote,
    Ranked,
    Reply,
    Searching,
    Step,
    Turn,
    Usage,
)
from assistant.finding import Search, Wanted, find
from assistant.followup import Understood as Followed
from assistant.followup import in_conversation
from assistant.parts import Part

# Paragraphs that a question looks through, and that a reply shows besides those it cites.
DEPTH = 20
NEAREST = 5


@dataclass(frozen=True, slots=True)
class Asking:
    """A question with all that comes with it; citations are numbered from first_number.

    asked: the day of asking, where what was published shortly before it is to be preferred. ignored: words of cues
    that are to say nothing. today: by it words such as "last week" are read where asked is not known.
    """

    question: str
    history: Sequence[Turn] = ()
    filters: Filters = NO_FILTERS
    first_number: int = 1
    asked: date | None = None
    ignored: Collection[str] = ()
    today: date | None = None


def reply_in_steps(asking: Asking, tools: Tools, answerer: Answerer) -> Iterator[Step]:
    """Search, answer and verify; the last step is the reply."""
    clock = _Clock()
    yield Searching(tools.reader.counts()[0])
    followed = in_conversation(asking.question, asking.history)
    rewritten = answerer.rewritten(asking.question, asking.history) if asking.history else None
    standalone = rewritten.question if rewritten else followed.question
    understood = understand(standalone, asking.filters, _known(asking, tools), asking.ignored)
    wanted = _with_queries(_wanted(understood, followed, asking), rewritten)
    search, findings = _look(wanted, tools, clock)
    if not findings.quotes and understood.beyond.cues != understood.within.cues:
        # A limit that the question's own words set never stands between it and an answer.
        wanted = replace(wanted, filters=replace(understood.beyond, relaxed=True))
        search, findings = _look(wanted, tools, clock)
    if not findings.quotes and not asking.history and (rewritten := answerer.rewritten(standalone, ())):
        search, findings = _look(_with_queries(wanted, rewritten), tools, clock)
    brief = Brief(standalone, search, findings, asking.first_number, asking.asked or asking.today, _spent(rewritten))
    draft = yield from answerer.answer(brief)
    clock.lap("answer")
    clock.part("verify", draft.milliseconds, of="answer")
    inquiry = Inquiry(
        asking.question,
        standalone,
        _counted(wanted.filters, tools),
        answerer.name,
        tools.encoder.name,
        clock.laps,
        confidence=findings.confidence,
        usage=draft.usage,
    )
    yield _reply(inquiry, draft, search.ranking(DEPTH))


def _with_queries(wanted: Wanted, rewritten: Rewritten | None) -> Wanted:
    """With the further queries of a question put another way, each looked for by itself."""
    queries = rewritten.queries if rewritten and wanted.about is None else ()
    return replace(wanted, parts=(*wanted.parts, *map(Part, queries)))


def _spent(rewritten: Rewritten | None) -> Usage | None:
    return rewritten.usage if rewritten else None


def _known(asking: Asking, tools: Tools) -> Known:
    """The library's names, and the day of asking or else of the article that the conversation is about."""
    day = asking.asked or asking.today
    if day is None and asking.history and asking.history[-1].articles:
        about = tools.reader.articles(asking.history[-1].articles[:1]).values()
        day = next((each.description.day for each in about), None)
    return Known(tools.reader.credits(), tools.reader.undated, day)


def _wanted(understood: Understood, followed: Followed, asking: Asking) -> Wanted:
    """What is looked for first: within the limits; for a question about an article the article, not its parts."""
    about = about_article(understood.question)
    if about is None or (about.by_words and understood.parts):
        parts, within = understood.parts, understood.within
        return Wanted(understood.question, parts, within, asking.asked, followed.context, followed.articles)
    topic = about.topic or understood.question
    return Wanted(topic, (), understood.within, asking.asked, spoken_of=followed.articles, about=about)


def _look(wanted: Wanted, tools: Tools, clock: _Clock) -> tuple[Search, Findings]:
    """Search, and answer from what is found."""
    search = find(tools.reader, tools.encoder, wanted, DEPTH, tools.reranker)
    clock.lap("retrieve")
    findings = answering(wanted.about, search, wanted.filters, tools)
    clock.lap("answer")
    return search, findings


def _reply(inquiry: Inquiry, draft: Draft, ranking: Sequence[Ranked]) -> Reply:
    if not draft.claims:
        return Abstention(inquiry, draft.reason, nearest(ranking), draft.withheld)
    cited = [citation.quote for citation in draft.citations]
    return Answer(inquiry, draft.claims, draft.citations, nearest(ranking, cited))


def nearest(ranking: Sequence[Ranked], quotes: Sequence[Quote] = ()) -> tuple[Ranked, ...]:
    """The best paragraphs found and not cited."""
    cited = {(quote.article_id, quote.paragraph.number) for quote in quotes}
    free = [each for each in ranking if (each.article_id, each.paragraph.number) not in cited]
    return tuple(free[:NEAREST])


def _counted(filters: Filters, tools: Tools) -> Filters:
    """The filters with the number of articles that a limit of dates left out for having none."""
    if not (filters.after or filters.before):
        return filters
    return replace(filters, undated_left_out=len(tools.reader.undated()))


class _Clock:
    """Milliseconds between laps."""

    def __init__(self) -> None:
        self.laps: dict[str, int] = {}
        self._last = time.perf_counter()

    def part(self, name: str, milliseconds: int, *, of: str) -> None:
        """Count a part of a lap by itself."""
        self.laps[name] = milliseconds
        self.laps[of] = max(0, self.laps[of] - milliseconds)

    def lap(self, name: str) -> None:
        now = time.perf_counter()
        self.laps[name] = self.laps.get(name, 0) + round(1000 * (now - self._last))
        self._last = now
