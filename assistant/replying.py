"""From a question to a reply, step by step."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.about import about_article
from assistant.answering import Findings, Tools, answering
from assistant.beside import with_help
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
    Written,
)
from assistant.extract import cite
from assistant.finding import Search, Wanted, find
from assistant.followup import Understood as Followed
from assistant.followup import in_conversation
from assistant.verify import standing

MODEL = "extractive"

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


def reply_in_steps(asking: Asking, tools: Tools) -> Iterator[Step]:
    """Search, answer and verify; the last step is the reply."""
    clock = _Clock()
    yield Searching(tools.reader.counts()[0])
    followed = in_conversation(asking.question, asking.history)
    standalone = followed.question
    understood = understand(standalone, asking.filters, _known(asking, tools), asking.ignored)
    wanted = _wanted(understood, followed, asking)
    search, findings = _look(wanted, tools, clock)
    if not findings.quotes and understood.beyond.cues != understood.within.cues:
        # A limit that the question's own words set never stands between it and an answer.
        wanted = replace(wanted, filters=replace(understood.beyond, relaxed=True))
        search, findings = _look(wanted, tools, clock)
    articles = tools.reader.articles([quote.article_id for quote in findings.quotes])
    quotes = standing(findings.quotes, articles)
    clock.lap("verify")
    limits = _counted(wanted.filters, tools)
    inquiry = Inquiry(
        asking.question, standalone, limits, MODEL, tools.encoder.name, clock.laps, confidence=findings.confidence
    )
    reply = _reply(inquiry, quotes, findings.reason, search.ranking(DEPTH), asking.first_number)
    if isinstance(reply, Answer):
        reply = replace(reply, claims=with_help(reply.claims, reply.citations, articles))
        yield from (Written(piece) for piece in _pieces(reply))
    yield reply


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


def _reply(
    inquiry: Inquiry, quotes: Sequence[Quote], reason: str, ranking: Sequence[Ranked], first_number: int
) -> Reply:
    if not quotes:
        return Abstention(inquiry, reason or "the passage that answered has just been changed", nearest(ranking))
    claims, citations = cite(quotes, first_number)
    return Answer(inquiry, claims, citations, nearest(ranking, quotes))


def nearest(ranking: Sequence[Ranked], quotes: Sequence[Quote] = ()) -> tuple[Ranked, ...]:
    """The best paragraphs found and not cited."""
    cited = {(quote.article_id, quote.paragraph.number) for quote in quotes}
    free = [each for each in ranking if (each.article_id, each.paragraph.number) not in cited]
    return tuple(free[:NEAREST])


def _pieces(answer: Answer) -> Iterator[str]:
    for claim in answer.claims:
        yield claim.text + "".join(f"[{number}]" for number in claim.citations) + " "


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

    def lap(self, name: str) -> None:
        now = time.perf_counter()
        self.laps[name] = self.laps.get(name, 0) + round(1000 * (now - self._last))
        self._last = now
