"""Questions put to a library one after the other, and what it made of each."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.domain import NO_FILTERS, Answer, Article, Filters, Reply, Turn
from assistant.errors import UnknownArticle
from assistant.evaluation.figures import DEPTH
from assistant.evaluation.judging import Known, Outcome, Result, judge
from assistant.library import Library
from assistant.settings import EXTRACTIVE


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what is known of its answer; ignored to as_written: how it was asked, see `Library.stream`."""

    question: str
    known: Known
    history: Sequence[Turn] = ()
    asked: date | None = None
    ignored: Sequence[str] = ()
    today: date | None = None
    limits: Filters = NO_FILTERS
    as_written: bool = False


@dataclass(frozen=True, slots=True)
class Evaluated:
    """A question's reply and how it is judged."""

    reply: Reply
    result: Result


def evaluate(library: Library, questions: Sequence[Asked]) -> Iterator[Evaluated]:
    """Ask each question as a person would, and search for it as it was understood.

    One question goes before, unmeasured and asked of no chat model: the first one of a process loads what the others
    find loaded.
    """
    library.ask("Is anybody there?", model=EXTRACTIVE)
    for each in questions:
        outcome = _outcome(library, each)
        yield Evaluated(outcome.reply, judge(each.known, outcome))


def _outcome(library: Library, asked: Asked) -> Outcome:
    started = time.perf_counter()
    reply = library.ask(
        asked.question,
        asked.history,
        asked.limits,
        asked=asked.asked,
        ignored=asked.ignored,
        today=asked.today,
        as_written=asked.as_written,
    )
    answered = time.perf_counter()
    understood = reply.inquiry.standalone_question
    ranking = library.search(understood, DEPTH, asked.limits, asked=asked.asked, today=asked.today)
    found = time.perf_counter()
    return Outcome(ranking, reply, _cited(library, reply), 1000 * (found - answered), 1000 * (answered - started))


def _cited(library: Library, reply: Reply) -> dict[str, Article]:
    """The articles that a reply cites, as they read now; without those that have just gone."""
    ids = {each.quote.article_id for each in reply.citations} if isinstance(reply, Answer) else set()
    articles = {}
    for each in ids:
        try:
            articles[each] = library.article(each)
        except UnknownArticle:
            continue
    return articles
