"""What answers a question among what was found for it, or why nothing does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant import abstain
from assistant.about import AboutArticle, best_article, description_quote, on_topic, tells
from assistant.corpus.reading import Reader
from assistant.domain import Filters, Order, Quote, Ranked
from assistant.doubts import doubts_of
from assistant.embeddings.encoder import Encoder
from assistant.evidence import Encode, Sentence, sentences_of
from assistant.extract import choose, rank, room_for, telling
from assistant.finding import Found, Search
from assistant.masthead import fold
from assistant.order import in_time
from assistant.question import Question
from assistant.reasons import reason
from assistant.rerank import Reranker
from assistant.terms import Rarity, Terms, rarity_in, terms_of


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


@dataclass(frozen=True, slots=True)
class _Posed:
    """A question with its terms, and what was found for it."""

    question: Question
    terms: Terms
    found: Found
    order: Order | None


def answering(about: AboutArticle | None, search: Search, filters: Filters, tools: Tools) -> Findings:
    """What answers in what was found; about: where the question is about an article itself."""
    if not search.whole.ranking and filters.narrow:
        return Findings([], "no article is left within the dates, outlets and authors asked for")
    if about and about.by_words:
        return _saying(search.whole, tools)
    if about:
        return _about_article(about, search.whole.ranking, tools)
    findings = _parts(search, tools) if search.parts else _sentences(search.whole, tools, filters.order)
    missing = [name for name in filters.absent if not _may_be_by(name, findings.quotes)]
    if missing:
        return Findings([], f"there is no article by {_listed(missing)} in the library", findings.confidence)
    return findings


def _saying(found: Found, tools: Tools) -> Findings:
    """The article that says something: its description, and where it says it."""
    findings = _sentences(found, tools)
    if not findings.quotes:
        return findings
    said = findings.quotes[0]
    ranked = next(each for each in found.ranking if each.article_id == said.article_id)
    return Findings([description_quote(ranked), said])


def _may_be_by(name: str, quotes: Sequence[Quote]) -> bool:
    """Whether what answers may be that source's: another's report of what it says, or by nobody knows whom."""
    return any(quote.description.outlet is None or fold(name) in fold(quote.paragraph.text) for quote in quotes)


def _parts(search: Search, tools: Tools) -> Findings:
    """The best sentence of each part that has one; where none has, whatever answers the whole."""
    each = [_sentences(part, tools) for part in search.parts]
    answered = [findings for findings in each if findings.quotes]
    if len(answered) <= 1:
        return answered[0] if answered else _sentences(search.whole, tools)
    quotes = dict.fromkeys(findings.quotes[0] for findings in answered)
    return Findings(list(quotes), confidence=min(findings.confidence or 0.0 for findings in answered))


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


def _sentences(found: Found, tools: Tools, order: Order | None = None) -> Findings:
    """The sentences that answer, if any does well enough; where there is an order, by it among those that do."""
    question = Question(found.question)
    if not question.names_something:
        return Findings([], "the question does not say what it is about")
    terms = terms_of(question, _rarity(tools.reader.counts()[1], tools), tools.encoder.near)
    ranked = rank(sentences_of(question, terms, found.vector, found.ranking, tools.encode))
    posed = _Posed(question, terms, found, order)
    news = telling(ranked)
    findings = _chosen(news, posed, tools)
    # What is addressed to the reader is quoted only where no news answers.
    return findings if findings.quotes or len(news) == len(ranked) else _chosen(ranked, posed, tools)


def _chosen(ranked: Sequence[tuple[float, Sentence]], posed: _Posed, tools: Tools) -> Findings:
    """Those among these sentences that answer well enough."""
    question, terms, found = posed.question, posed.terms, posed.found
    articles, passages = tools.reader.counts()
    among = _among(found, ranked[0][1].ranked, passages, tools) if ranked else passages

    def likely(sentence: Sentence) -> float:
        return abstain.probability(sentence, doubts_of(question, terms, sentence), among)

    confidence = likely(ranked[0][1]) if ranked else 0.0
    if confidence < abstain.THRESHOLD:
        return Findings([], reason(question, terms, found.ranking, tools.reader.passages_with, articles), confidence)
    if posed.order:
        enough = [each for each in ranked if likely(each[1]) >= abstain.THRESHOLD]
        ranked = in_time(enough, posed.order)
    return Findings(choose(ranked, room_for(question)), confidence=confidence)


def _among(found: Found, best: Ranked, passages: int, tools: Tools) -> int:
    """How many passages the best was found among: of a source that was named, those of that source."""
    if best.description.outlet in found.outlets:
        return tools.reader.passages_within(Filters(outlets=tuple(found.outlets)))
    return passages


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " or " + names[-1]


def _rarity(passages: int, tools: Tools) -> Rarity:
    return rarity_in(passages, tools.reader.passages_with)
