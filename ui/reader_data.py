"""What the browser is given to draw the reader."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from assistant.domain import Article, Kind, Place
from assistant.errors import UnknownArticle
from assistant.wording import found_at, place, reference, web_address
from ui.citation_data import citation_data, known, places
from ui.findings import remarks
from ui.history import changes_data, history_data
from ui.positions import browser_position
from ui.search_data import search_data
from ui.why_data import why_data
from ui.wording import byline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from assistant.domain import Citation, Paragraph, Quote, Ranked, Version

Data = dict[str, object]

MOST_CHARACTERS = 200_000
"""Of article text sent to the browser at once: some 30,000 words, half a second on a slow line."""

KEPT = "What else it said is not kept."


@dataclass(frozen=True, slots=True)
class Reading:
    """What is open in the reader.

    exchange, number: the citation by which it was opened, or the exchange from which. words: what to
    highlight, where no citation says so. moved: when the browser asked for it, by its own clock. change: which of
    the article's changes is shown in place of its text, counted from 1. around: the paragraph around which a long
    article is cut, where it is not the open one. sought: words that are looked for in it.
    """

    article_id: str
    paragraph: int | None = None
    exchange: int | None = None
    number: int | None = None
    words: str | None = None
    moved: float = 0
    changed: bool = False
    change: int | None = None
    around: int | None = None
    sought: str = ""


def reader_data(
    reading: Reading,
    citations: Sequence[Citation],
    article_of: Callable[[str], Article],
    versions: Sequence[Version] = (),
    most: int | None = None,
    *,
    nearest: Sequence[Ranked] = (),
) -> Data:
    """The open article, and as far as there is room those that the same answer cites: to turn to at once.

    versions: what the open article was before, newest first. nearest: what that answer found besides. Of an article
    that was removed there is what is cited from it; raises UnknownArticle where nothing is.
    """
    most = most or MOST_CHARACTERS
    opened = known(reading.article_id, article_of)
    shown = [citation_data(citation, article_of) for citation in citations]
    return {
        "article": reading.article_id,
        "paragraph": next((each["paragraph"] for each in shown if each["number"] == reading.number), reading.paragraph),
        "exchange": reading.exchange,
        "number": reading.number,
        "highlight": highlight(reading, opened) if opened else None,
        "moved": reading.moved,
        "notice": "This passage has changed since the link was made." if reading.changed else None,
        "articles": articles_data(reading, citations, article_of, most),
        "history": history_data(reading.article_id, versions) if opened else None,
        "changes": changes_data(opened, versions, reading.change) if opened and reading.change else None,
        "citations": shown,
        "found": found_data(reading, opened, most) if opened and reading.sought else None,
        "why": found_why(reading, nearest),
    }


def found_data(reading: Reading, article: Article, most: int) -> Data | None:
    """What is found of the words that are sought where the article is not shown; None where all of it is."""
    first, last = window(article, reading.around or reading.paragraph or 1, most)
    is_cut = cut(article, first, last) is not None
    return search_data(reading.sought, article, range(first, last + 1)) if is_cut else None


def found_why(reading: Reading, nearest: Sequence[Ranked]) -> Data | None:
    """Why the open passage was found, where it was not cited."""
    place = Place(reading.article_id, reading.paragraph or 0)
    found = next((each for each in nearest if reading.number is None and each.place == place), None)
    return why_data(found.scores, found.why, found.paragraph.text) if found else None


def articles_data(
    reading: Reading, citations: Sequence[Citation], article_of: Callable[[str], Article], most: int
) -> dict[str, Data]:
    articles: dict[str, Data] = {}
    room = most
    for article_id, paragraph in wanted(reading, citations):
        if article_id in articles or (room <= 0 and articles):
            continue
        article = known(article_id, article_of)
        if article is None:
            articles[article_id] = kept_data(cited_from(article_id, citations), article_of)
            continue
        first, last = window(article, paragraph or 1, room)
        articles[article_id] = article_data(article, first, last, article_of)
        room -= sum(len(each.text) for each in article.paragraphs[first - 1 : last])
    return articles


def cited_from(article_id: str, citations: Sequence[Citation]) -> list[Quote]:
    """What is cited from an article that was removed; raises UnknownArticle where nothing is."""
    quotes = [each.quote for each in citations if each.quote.article_id == article_id]
    if not quotes:
        raise UnknownArticle(article_id)
    return quotes


def wanted(reading: Reading, citations: Sequence[Citation]) -> Iterator[tuple[str, int | None]]:
    """The open article first, then those cited, nearest citation first."""
    yield reading.article_id, reading.around or reading.paragraph
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
        "found_at": found_at(described),
        "rows": list(rows(article, first, last)),
        "cut": cut(article, first, last),
        "parts": {"earlier": first > 1, "later": 0 < last < len(article.paragraphs)},
        "copies": places([Place(copy, 1) for copy in article.copies], article_of),
    }


def kept_data(quotes: Sequence[Quote], article_of: Callable[[str], Article]) -> Data:
    """An article that was removed, as far as it is known by what was cited from it."""
    article = Article(quotes[0].article_id, quotes[0].description, ())
    paragraphs = {quote.paragraph.number: quote.paragraph for quote in quotes}
    rows = [row(paragraphs[number]) for number in sorted(paragraphs) if number]
    return article_data(article, 1, 0, article_of) | {"rows": rows, "cut": KEPT}


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


def highlight(reading: Reading, article: Article) -> list[int] | None:
    """Where the words that were looked for stand in the open paragraph, if they do."""
    found = None if reading.paragraph is None else article.paragraph(reading.paragraph)
    start = found.text.find(reading.words) if found and reading.words else -1
    if found is None or reading.words is None or start < 0:
        return None
    return [browser_position(found.text, at) for at in (start, start + len(reading.words))]
