"""Read a text file into a draft of one article."""

from __future__ import annotations

from assistant.domain import Description, Kind
from ingest.address import canonical, day_in, web_address
from ingest.clean import clean
from ingest.dates import Dated
from ingest.decode import Unreadable, decode
from ingest.describe import date_in_lead, dateline, first_sentence, tidy_title
from ingest.draft import Draft
from ingest.page import Page, lay_out

LARGEST = 20 * 1024 * 1024  # bytes; an article is a thousandth of it


def read_text(data: bytes, origin: str, source: str) -> Draft:
    """The article in a file's bytes; raises `Unreadable` where there is none."""
    if not data.strip():
        raise Unreadable("it is empty")
    text = clean(decode(data))
    if not text.strip():
        raise Unreadable("it is empty but for white space")
    page = lay_out(text)
    url = web_address(page.url) if page.url else None
    published = page.published or _guess_date(page, url)
    description = Description(
        title=tidy_title(page.title, page.outlet) if page.title else first_sentence(_lead(page)[0]),
        source=source,
        title_guessed=page.title is None,
        outlet=page.outlet,
        authors=page.authors,
        published=published.moment if published else None,
        published_guessed=bool(published and published.guessed),
        url=url,
        tags=page.tags,
    )
    key = f"url:{canonical(url)}" if url else f"file:{origin}"
    return Draft(key, origin, description, page.paragraphs, page.furniture)


def _guess_date(page: Page, url: str | None) -> Dated | None:
    day = day_in(url) if url else None
    return Dated(day, guessed=True) if day else dateline(_lead(page)[0]) or date_in_lead(_lead(page))


def _lead(page: Page) -> list[str]:
    """The first paragraphs that are the article's own."""
    return [paragraph.text for paragraph in page.paragraphs if paragraph.kind is Kind.BODY][:2]
