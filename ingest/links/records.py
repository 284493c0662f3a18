"""Make a record of what a feed itself says, where it holds the whole article."""

from __future__ import annotations

import json

from ingest.address import web_address
from ingest.links.feed import Entry
from ingest.piece import Form, Piece


def record_of(entry: Entry, number: int, origin: str, place: str, source: str) -> Piece | None:
    """The entry as a piece that is read like a line of JSON; None where its text is not all there.

    number: of the entry in its feed, for want of anything better. origin, place: the feed's. source: how a person
    would name the entry.
    """
    if not entry.html:
        return None
    told = entry.told
    link = web_address(entry.link) if entry.link else None
    fields = {
        "html": entry.html,
        "title": told.title,
        "outlet": told.outlet,
        "authors": told.authors,
        "published": told.published.moment.isoformat() if told.published and not told.published.guessed else None,
        "url": link,
        "language": told.language,
        "tags": told.tags,
        "id": told.identity,
    }
    data = json.dumps({name: value for name, value in fields.items() if value}, ensure_ascii=False).encode()
    at = link or f"{place}#{told.identity or number}"
    return Piece(Form.RECORD, data, origin, at, source, link, told=told)
