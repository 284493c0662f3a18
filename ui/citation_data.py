"""What the browser is given of a citation to draw it in its article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.errors import UnknownArticle
from assistant.wording import counted, outlet, said_date
from ui.positions import browser_position
from ui.standing import standing
from ui.why_data import why_data

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assistant.domain import Article, Citation, Place, Quote

Data = dict[str, object]

MOST_COPIES = 8


def citation_data(citation: Citation, article_of: Callable[[str], Article]) -> Data:
    """Where its words stand now, and what they were where that has changed."""
    quote = citation.quote
    stands = standing(quote, known(quote.article_id, article_of))
    text = stands.paragraph.text if stands.paragraph else ""
    return {
        "number": citation.number,
        "article": quote.article_id,
        "paragraph": stands.paragraph.number if stands.paragraph else None,
        "start": browser_position(text, stands.start),
        "end": browser_position(text, stands.end),
        "quote": quote.text,
        "notice": stands.notice,
        "was": was_data(quote) if stands.shows_was else None,
        "also": places(quote.also_in, article_of),
        "why": why_data(citation.scores, citation.why, text),
    }


def was_data(quote: Quote) -> Data:
    """The paragraph as it was cited, around the words that were quoted."""
    text = quote.paragraph.text
    return {"before": text[: quote.start], "quote": quote.text, "after": text[quote.end :]}


def places(also_in: Sequence[Place], article_of: Callable[[str], Article]) -> Data | None:
    """Other places with the same words, by title, outlet and date."""
    named = []
    for each in also_in[:MOST_COPIES]:
        article = known(each.article_id, article_of)
        if article is not None:
            described = article.description
            named.append(
                {
                    "article": each.article_id,
                    "paragraph": each.paragraph,
                    "title": described.title,
                    "outlet": outlet(described),
                    "when": said_date(described),
                }
            )
    more = len(also_in) - MOST_COPIES
    return {"places": named, "more": f"and {counted(more, 'other')}" if more > 0 else None} if named else None


def known(article_id: str, article_of: Callable[[str], Article]) -> Article | None:
    """The article, unless it was removed after it was cited."""
    try:
        return article_of(article_id)
    except UnknownArticle:
        return None
