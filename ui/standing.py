"""Where a citation stands in its article as that is now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.domain import Article, Paragraph, Quote

REMOVED = "This article is no longer in the library. Here is what was cited from it."
REWORDED = "This paragraph has changed since it was cited, though not in the words that were quoted. It read:"
GONE = "The words that were quoted are no longer in this article. The paragraph read:"


@dataclass(frozen=True, slots=True)
class Standing:
    """The paragraph where it stands, and the span of its words there; None and no span where they are gone.

    notice: what has happened to it since it was cited. shows_was: whether what it was is to be shown with it.
    """

    paragraph: Paragraph | None
    start: int = 0
    end: int = 0
    notice: str | None = None
    shows_was: bool = False


def standing(quote: Quote, article: Article | None) -> Standing:
    """Looks for the paragraph itself, for what has become of it, and for its words in another."""
    cited = quote.paragraph
    if article is None:
        return Standing(cited, quote.start, quote.end, REMOVED)
    there = article.paragraph(cited.number)
    if there is not None and there.text == cited.text:
        return Standing(there, quote.start, quote.end)
    moved = next((each for each in article.paragraphs if cited.number and each.text == cited.text), None)
    if moved is not None:
        return Standing(moved, quote.start, quote.end, moved_from(cited.number))
    found = with_words(quote.text, there, article)
    if found is not None:
        start = found.text.index(quote.text)
        return Standing(found, start, start + len(quote.text), REWORDED, shows_was=True)
    return Standing(there, notice=GONE, shows_was=True)


def moved_from(number: int) -> str:
    return f"When this was cited, it was paragraph {number}; the article has changed since."


def with_words(words: str, there: Paragraph | None, article: Article) -> Paragraph | None:
    """The paragraph in the same place if it has these words, else the only one that has."""
    if there is not None and (words in there.text or not there.number):
        return there if words in there.text else None
    having = [each for each in article.paragraphs if words in each.text]
    return having[0] if len(having) == 1 else None
