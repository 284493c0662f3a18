"""Whether what is cited still stands in the library, word for word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.domain import Article, Quote


def standing(quotes: Sequence[Quote], there: Mapping[str, Article]) -> list[Quote]:
    """The quotes whose paragraphs read the same in the articles there; another process may just have edited one."""
    return [quote for quote in quotes if _stands(quote, there.get(quote.article_id))]


def _stands(quote: Quote, article: Article | None) -> bool:
    paragraph = article.paragraph(quote.paragraph.number) if article else None
    return paragraph is not None and paragraph.text == quote.paragraph.text
