"""From a question to a reply, step by step."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.about import about_article
from assistant.answerer import Answerer, Brief, Draft, Rewriting
from assistant.answering import Findings, Tools, answering
from assistant.cues import Known, Understood, understand
from assistant.domain import (
    NO_FILTERS,
    Abstention,
    Answer,
    Citation,
    Filters,
    Inquiry,
    Place,
    Quote,
    Ranked,
    Reply,
    Searching,
    Step,
    Turn,
)
from assistant.finding import Finder, Search, Wanted
from assistant.followup import Understood as Followed
from assistant.followup import in_conversation
from assistant.question import Question

# Paragraphs that a question looks through, and that a reply shows besides those it cites.
DEPTH = 20
NEAREST = 12


@dataclass(frozen=True, slots=True)
class Asking:
    """A question with all that comes with it; citations are numbered from first_number.

    asked: the day of asking, where what was published shortly before it is to be preferred. ignored: words of cues
    that are to say nothing. today: by it words such as "last week" are read where asked is not known. as_written: these
    very words are looked for, whatever was said before.
    """

    question: str
    history: Sequence[Turn] = ()
    filters: Filters = NO_FILTERS
    first_number: int = 1
    asked: date | None = None
    ignored: Collection[str] = ()
    today: date | None = None
    as_written: bool = False


def reply_in_steps(asking: Asking, tools: Tools, answerer: Answerer) -> Iterator[Step]:
    """Search, answer and verify; the last step is the reply."""
    clock = _Clock()
    yield Searching(tools.reader.counts()[0])
    history = () if asking.as_written else asking.history
    followed = in_conversation(asking.question, history)
    rewritten = (yield from _rewritten(asking, (), answerer, clock)) if history else None
    if rewritten and rewritten.question:
        # It names all that it means: names besides found a tenth fewer answers among the first three (CANARD).
        followed = replace(followed, question=rewritten.question, context=())
    understood = understand(followed.question, asking.filters, _known(asking, tools), asking.ignored)
    wanted = _wanted(understood, followed, asking)
    search, findings = _look(wanted, tools, clock)
    if not findings.quotes and understood.beyond.cues != understood.within.cues:
        # A limit that the question's own words set never stands between it and an answer.
        wanted = replace(wanted, filters=replace(understood.beyond, relaxed=True))
        search, findings = _look(wanted, tools, clock)
    is_new = not asking.history and not asking.as_written
    if is_new and not findings.quotes and _may_be_put_otherwise(wanted, search, tools):
        rewritten = yield from _rewritten(asking, search.whole.ranking, answerer, clock)
    if rewritten and rewritten.queries and wanted.about is None:
        search = _finder(tools).widened(search, wanted, rewritten.queries)
        clock.lap("retrieve")
    spent = rewritten.usage if rewritten else None
    day = asking.asked or asking.today
    brief = Brief(followed.question, search, findings, asking.first_number, day, spent)
    draft = yield from answerer.answer(brief)
    clock.lap("answer")
    clock.part("verify", draft.milliseconds, of="answer")
    inquiry = Inquiry(
        asking.question,
        followed.question,
        _counted(wanted.filters, tools),
        answerer.name,
        tools.encoder.name,
        clock.laps,
        confidence=findings.confidence,
        usage=draft.usage,
    )
    yield _reply(inquiry, draft, search)


def _rewritten(asking: Asking, found: Sequence[Ranked], answerer: Answerer, clock: _Clock) -> Rewriting:
    """The question put another way; no answerer is asked for that more than once."""
    clock.lap("retrieve")
    rewritten = yield from answerer.rewritten(asking.question, asking.history, found)
    if rewritten:
        clock.lap("rewrite")
    return rewritten


def _may_be_put_otherwise(wanted: Wanted, search: Search, tools: Tools) -> bool:
    """Whether other words may find what these do not: they say what is meant, and there is more than was found."""
    is_more = bool(search.whole.ranking) and tools.reader.counts()[1] > DEPTH
    return is_more and wanted.about is None and Question(wanted.question).names_something


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
    search = _finder(tools).find(wanted)
    clock.lap("retrieve")
    findings = answering(wanted.about, search, wanted.filters, tools)
    clock.lap("answer")
    return search, findings


def _finder(tools: Tools) -> Finder:
    return Finder(tools.reader, tools.encoder, DEPTH, tools.reranker)


def _reply(inquiry: Inquiry, draft: Draft, search: Search) -> Reply:
    ranking = search.ranking(DEPTH)
    if not draft.claims:
        return Abstention(inquiry, draft.reason, nearest(ranking), draft.withheld)
    citations = tuple(_explained(each, search) for each in draft.citations)
    return Answer(inquiry, draft.claims, citations, nearest(ranking, [each.quote for each in citations]))


def _explained(citation: Citation, search: Search) -> Citation:
    """With how its paragraph was found; what is cited of an article that the question is about was not searched for."""
    quote = citation.quote
    found = search.at(Place(quote.article_id, quote.paragraph.number))
    return replace(citation, scores=found.scores, why=found.why) if found else citation


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
