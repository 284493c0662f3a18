"""Read a piece of text, as copied or saved from a page, into a draft of one article."""

from __future__ import annotations

from assistant.domain import Basis
from ingest.address import web_address
from ingest.body import Body
from ingest.clean import clean
from ingest.decode import Unreadable, decode
from ingest.describing import described
from ingest.draft import Draft
from ingest.page import Page, lay_out
from ingest.piece import Piece
from ingest.statements import Statements


def read_text(piece: Piece) -> Draft:
    """The article in a text's bytes; raises `Unreadable` where there is none."""
    if not piece.data.strip():
        raise Unreadable("it is empty")
    text = clean(decode(piece.data))
    if not text.strip():
        raise Unreadable("it is empty but for white space")
    page = lay_out(text)
    return described(piece, Body(page.paragraphs, page.furniture), stated(page))


def stated(page: Page) -> Statements:
    """What the lines of a text say of it."""
    return Statements(
        Basis.TEXT,
        title=page.title,
        outlet=page.outlet,
        authors=page.authors,
        published=page.published,
        updated=page.updated,
        url=web_address(page.url) if page.url else None,
        tags=page.tags,
    )
