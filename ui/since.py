"""What has become of a cited paragraph since, in the words of a document in which it stands as it was cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.errors import LibraryUnusable
from assistant.wording import place
from ui.citation_data import known
from ui.standing import GONE, REMOVED, REWORDED, standing

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.domain import Article, Quote
    from assistant.exports.referring import Since
    from ui.standing import Standing

_SAID = {
    REMOVED: "As it was cited. The article is no longer in the library.",
    REWORDED: "As it was cited. The paragraph has changed since, though not in the words that are quoted.",
    GONE: "As it was cited. These words are no longer in the article.",
}


def since_cited(article_of: Callable[[str], Article], told: Callable[[str], None] = lambda _: None) -> Since:
    """Looks each quote up in its article as that is now; told: is told once why that cannot be done."""
    troubles: list[LibraryUnusable] = []

    def since(quote: Quote) -> str | None:
        if troubles:
            return None
        try:
            stands = standing(quote, known(quote.article_id, article_of))
        except LibraryUnusable as error:
            troubles.append(error)
            told(f"whether cited paragraphs have changed since could not be looked up: {error}")
            return None
        return said_since(stands) if stands.notice else None

    return since


def said_since(stands: Standing) -> str:
    """What happened to it and, where other words stand there now, those."""
    happened = _SAID.get(stands.notice or "")
    if happened is None:
        return f"As it was cited. The article has changed since; these words are now {_where(stands)}."
    if stands.paragraph is None or not stands.shows_was:
        return happened
    return f"{happened} The article now says, in {_where(stands)}: “{stands.paragraph.text}”"


def _where(stands: Standing) -> str:
    return place(stands.paragraph) if stands.paragraph else "the article"
