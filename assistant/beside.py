"""What helps to read a quote, put beside it: the days its words leave open, the one who speaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.domain import Article, Citation, Claim, Kind, Quote
from assistant.resolved import resolved_dates
from assistant.speaker import Speakers


def with_help(
    claims: Sequence[Claim], citations: Sequence[Citation], articles: Mapping[str, Article]
) -> tuple[Claim, ...]:
    """The claims that are their quotes, each with its dates and its speaker."""
    quotes = {citation.number: citation.quote for citation in citations}
    return tuple(_helped(claim, quotes, articles) for claim in claims)


def _helped(claim: Claim, quotes: Mapping[int, Quote], articles: Mapping[str, Article]) -> Claim:
    quote = quotes[claim.citations[0]] if claim.citations else None
    if quote is None or claim.text != quote.text:
        return claim
    return replace(claim, dates=resolved_dates(quote), speaker=_speaker(quote, articles.get(quote.article_id)))


def _speaker(quote: Quote, article: Article | None) -> str | None:
    if article is None or quote.paragraph.kind is not Kind.BODY or quote.description.language not in (None, "en"):
        return None
    return Speakers(article.paragraphs).speaker(quote.paragraph.number, quote.start, quote.end)
