"""What the browser is given to draw the reader."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from assistant.domain import Kind, Place
from assistant.errors import UnknownArticle
from ui.findings import remarks
from ui.history import changes_data, history_data
from ui.wording import byline, counted, outlet, place, reference, said_date, web_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from assistant.domain import Article, Citation, Paragraph, Version

Data = dict[str, object]

MOST_CHARACTERS = 200_000
"""Of article text sent to the browser at once: some 30,000 words, half a second on a slow line."""

MOST_COPIES = 8


@dataclass(frozen=True, slots=True)
class Reading:
    """What is open in the reader.

    exchange, number: the citation by which it was opened, or the exchange from which. words: what to
    highlight, where no citation says so. moved: when the browser asked for it, by its own clock. change: which of
    the article's changes is shown in place of its text, counted from 1.
    """

    article_id: str
    paragraph: int | None = None
    exchange: int | None = None
    number: int | None = None
    words: str | None = None
    moved: float = 0
    changed: bool = False
    change: int | None = None


def reader_data(
    reading: Reading,
    citations: Sequence[Citation],
    article_of: Callable[[str], Article],
    versions: Sequence[Version] = (),
    most: int = MOST_CHARACTERS,
) -> Data:
    """The open article, and as far as there is room those that the same answer cites: to turn to at once.

    versions: what the open article was before, newest first. Raises UnknownArticle when the open one was removed
    after it was cited.
    """
    opened = article_of(reading.article_id)
    articles: dict[str, Data] = {}
    room = most
    for article_id, paragraph in wanted(reading, citations):
        article = known(article_id, article_of)
        if article is not None and article_id not in articles and (room > 0 or not articles):
            first, last = window(article, paragraph or 1, room)
            articles[article_id] = article_data(article, first, last, article_of)
            room -= sum(len(each.text) for each in article.paragraphs[first - 1 : last])
    return {
        "article": reading.article_id,
        "paragraph": reading.paragraph,
        "exchange": reading.exchange,
        "number": reading.number,
        "highlight": highlight(reading, opened),
        "moved": reading.moved,
        "notice": "This passage has changed since the link was made." if reading.changed else None,
        "articles": articles,
        "history": history_data(reading.article_id, versions),
        "changes": changes_data(opened, versions, reading.change) if reading.change else None,
        "citations": [citation_data(citation, article_of) for citation in citations],
    }


def known(article_id: str, article_of: Callable[[str], Article]) -> Article | None:
    """The article, unless it was removed after it was cited."""
    try:
        return article_of(article_id)
    except UnknownArticle:
        return None


def wanted(reading: Reading, citations: Sequence[Citation]) -> Iterator[tuple[str, int | None]]:
    """The open article first, then those cited, nearest citation first."""
    yield reading.article_id, reading.paragraph
    for citation in sorted(citations, key=lambda citation: abs(citation.number - (reading.number or 0))):
        yield citation.quote.article_id, citation.quote.paragraph.number


def window(article: Article, centre: int, room: int) -> tuple[int, int]:
    """First and last paragraph around one of them whose text fits into the room; one at least."""
    outward = sorted(range(1, len(article.paragraphs) + 1), key=lambda number: abs(number - centre))
    used = accumulate(len(article.paragraphs[number - 1].text) for number in outward)
    kept = [number for number, total in zip(outward, used, strict=True) if total <= room] or outward[:1]
    return min(kept, default=1), max(kept, default=0)


def article_data(article: Article, first: int, last: int, article_of: Callable[[str], Article]) -> Data:
    described = article.description
    return {
        "title": described.title,
        "byline": byline(described),
        "remarks": list(remarks(described)),
        "line": described.line,
        "line_digest": digest(article, 0),
        "language": described.language,
        "address": web_address(described.url),
        "reference": reference(described),
        "rows": list(rows(article, first, last)),
        "cut": cut(article, first, last),
        "copies": places([Place(copy, 1) for copy in article.copies], article_of),
    }


def digest(article: Article, number: int) -> str | None:
    found = article.paragraph(number)
    return found.digest if found else None


def rows(article: Article, first: int, last: int) -> Iterator[Data]:
    """The paragraphs in order, each followed by the furniture that stood after it."""
    if first == 1:
        yield from furniture(article, 0)
    for paragraph in article.paragraphs[first - 1 : last]:
        yield row(paragraph)
        yield from furniture(article, paragraph.number)


def row(paragraph: Paragraph) -> Data:
    kind = None if paragraph.kind is Kind.BODY else str(paragraph.kind)
    return {
        "number": paragraph.number,
        "text": paragraph.text,
        "kind": kind,
        "place": place(paragraph),
        "digest": paragraph.digest,
    }


def furniture(article: Article, after: int) -> Iterator[Data]:
    return ({"furniture": line.text} for line in article.furniture if line.after == after)


def cut(article: Article, first: int, last: int) -> str | None:
    """Says what is left out of an article too long to be shown whole."""
    count = len(article.paragraphs)
    if (first, last) == (1, count) or not count:
        return None
    return f"Too long to show whole: paragraphs {first} to {last} of {count}."


def citation_data(citation: Citation, article_of: Callable[[str], Article]) -> Data:
    quote = citation.quote
    return {
        "number": citation.number,
        "article": quote.article_id,
        "paragraph": quote.paragraph.number,
        "start": browser_position(quote.paragraph.text, quote.start),
        "end": browser_position(quote.paragraph.text, quote.end),
        "quote": quote.text,
        "also": places(quote.also_in, article_of),
    }


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


def highlight(reading: Reading, article: Article) -> list[int] | None:
    """Where the words that were looked for stand in the open paragraph, if they do."""
    found = None if reading.paragraph is None else article.paragraph(reading.paragraph)
    start = found.text.find(reading.words) if found and reading.words else -1
    if found is None or reading.words is None or start < 0:
        return None
    return [browser_position(found.text, at) for at in (start, start + len(reading.words))]


def browser_position(text: str, position: int) -> int:
    """A position in characters as the browser counts it: in units of UTF-16."""
    return len(text[:position].encode("utf-16-le", "surrogatepass")) // 2
