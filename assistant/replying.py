"""From a question to a reply, step by step."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant import abstain
from assistant.about import AboutArticle, about_article, best_article, description_quote, on_topic, tells
from assistant.beside import with_help
from assistant.corpus.reading import Reader
from assistant.corpus.vectors import Vector
from assistant.cues import understand
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
from assistant.embeddings.encoder import Encoder
from assistant.evidence import Encode, sentences_of
from assistant.extract import choose, cite, rank, room_for
from assistant.followup import in_conversation
from assistant.question import Question
from assistant.rerank import Reranker
from assistant.retrieve import Query, retrieve
from assistant.terms import Rarity, rarity_in, terms_of
from assistant.verify import standing

MODEL = "extractive"

# Paragraphs that a question looks through, and that a reply shows besides those it cites.
DEPTH = 20
NEAREST = 5


@dataclass(frozen=True, slots=True)
class Asking:
    """A question with all that comes with it; citations are numbered from first_number.

    asked: the day of asking, where what was published shortly before it is to be preferred.
    """

    question: str
    history: Sequence[Turn] = ()
    filters: Filters = NO_FILTERS
    first_number: int = 1
    asked: date | None = None


@dataclass(frozen=True, slots=True)
class Tools:
    """What a reply is made with; encode is the encoder's, remembering sentences it has seen; a reranker is optional."""

    reader: Reader
    encoder: Encoder
    encode: Encode
    reranker: Reranker | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """What answers, or the reason why nothing does, and how likely it is that the best sentence answers."""

    quotes: Sequence[Quote]
    reason: str = ""
    confidence: float | None = None


def reply_in_steps(asking: Asking, tools: Tools) -> Iterator[Step]:
    """Search, answer and verify; the last step is the reply."""
    clock = _Clock()
    yield Searching(tools.reader.counts()[0])
    followed = in_conversation(asking.question, asking.history)
    standalone = followed.question
    understood, filters = understand(standalone, asking.filters, tools.reader.undated)
    about = about_article(understood)
    wanted = about.topic or understood if about else understood
    vector = tools.encoder.encode_question(wanted)
    sought = wanted if about else followed.with_context(wanted)
    toward = vector if sought == wanted else tools.encoder.encode_question(sought)
    query = Query(sought, toward, filters, asking.asked, followed.articles, tools.encoder.near)
    ranking = retrieve(tools.reader, query, DEPTH, tools.reranker)
    clock.lap("retrieve")
    if not ranking and filters.narrow:
        findings = Findings([], "no article is left within the dates, outlets and authors asked for")
    elif about:
        findings = _about_article(about, ranking, tools)
    else:
        findings = _sentences(wanted, vector, ranking, tools)
    clock.lap("answer")
    articles = tools.reader.articles([quote.article_id for quote in findings.quotes])
    quotes = standing(findings.quotes, articles)
    clock.lap("verify")
    limits = _counted(filters, tools)
    inquiry = Inquiry(
        asking.question, standalone, limits, MODEL, tools.encoder.name, clock.laps, confidence=findings.confidence
    )
    reply = _reply(inquiry, quotes, findings.reason, ranking, asking.first_number)
    if isinstance(reply, Answer):
        reply = replace(reply, claims=with_help(reply.claims, reply.citations, articles))
        yield from (Written(piece) for piece in _pieces(reply))
    yield reply


def _about_article(about: AboutArticle, ranking: Sequence[Ranked], tools: Tools) -> Findings:
    """The description of the article that the topic points to."""
    articles, passages = tools.reader.counts()
    best = best_article(ranking, about.fields)
    if best is None or (about.topic and not on_topic(about.topic, best, ranking, _rarity(passages, tools))):
        return Findings([], f"no article is about “{about.topic}”")
    if not about.topic and articles > 1:
        return Findings([], f"the question does not say which of the {articles:,} articles it means")
    if not any(tells(best.description, frozenset({field})) for field in about.fields):
        asked = " and ".join(sorted(about.fields))
        return Findings([], f"“{best.description.title}” does not say ({asked})")
    return Findings([description_quote(best)])


def _sentences(wanted: str, vector: Vector, ranking: Sequence[Ranked], tools: Tools) -> Findings:
    """The sentences that answer, if any does well enough."""
    question = Question(wanted)
    if not question.names_something:
        return Findings([], "the question does not say what it is about")
    articles, passages = tools.reader.counts()
    terms = terms_of(question, _rarity(passages, tools), tools.encoder.near)
    ranked = rank(sentences_of(question, terms, vector, ranking, tools.encode))
    confidence = abstain.probability(ranked[0][1], passages) if ranked else 0.0
    if confidence < abstain.THRESHOLD:
        return Findings([], abstain.reason(question, tools.reader.passages_with, articles), confidence)
    return Findings(choose(ranked, room_for(question)), confidence=confidence)


def _rarity(passages: int, tools: Tools) -> Rarity:
    return rarity_in(passages, tools.reader.passages_with)


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
        self.laps[name] = round(1000 * (now - self._last))
        self._last = now
