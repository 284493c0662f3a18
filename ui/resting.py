"""The sentences of a conversation that rest on a paragraph."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from assistant.domain import Answer
from ui.citation_data import known
from ui.jobs import Stopped
from ui.standing import standing

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from assistant.domain import Article, Claim
    from ui.conversation import Conversation, Exchange

Data = dict[str, object]
Sentences = list[Data]


def resting_data(
    conversation: Conversation, article_ids: Collection[str], article_of: Callable[[str], Article]
) -> dict[str, dict[int, Sentences]]:
    """By article and by paragraph as it stands there now, in the order of the conversation."""
    articles = {each: known(each, article_of) for each in article_ids}
    resting: dict[str, dict[int, Sentences]] = {}
    for exchange in conversation.exchanges:
        for (article_id, paragraph), numbers in cited_places(exchange, articles).items():
            there = resting.setdefault(article_id, {}).setdefault(paragraph, [])
            there.extend(sentences(exchange, numbers))
    return resting


def cited_places(exchange: Exchange, articles: dict[str, Article | None]) -> dict[tuple[str, int], set[int]]:
    """The numbers of its citations by the paragraph in which they stand, of these articles."""
    places: dict[tuple[str, int], set[int]] = defaultdict(set)
    for citation in exchange.citations:
        quote = citation.quote
        if quote.article_id in articles:
            paragraph = standing(quote, articles[quote.article_id]).paragraph
            if paragraph is not None:
                places[quote.article_id, paragraph.number].add(citation.number)
    return places


def sentences(exchange: Exchange, numbers: set[int]) -> Iterator[Data]:
    """Those that cite one of these numbers, by their place in the reply."""
    for at, claim in enumerate(claims(exchange)):
        cited = [number for number in claim.citations if number in numbers]
        if cited:
            question = exchange.question
            yield {"exchange": exchange.number, "at": at, "numbers": cited, "text": claim.text, "question": question}


def claims(exchange: Exchange) -> tuple[Claim, ...]:
    """Its sentences, once it is over: until then they may be mended."""
    match exchange.job.outcome:
        case Answer(claims=found) | Stopped(claims=found):
            return found
    return ()
