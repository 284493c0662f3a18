"""Read a record, an article as a JSON object, into a draft."""

from __future__ import annotations

import json

from pydantic import ValidationError

from assistant.domain import Basis
from ingest.body import Body, sort_paragraphs
from ingest.decode import Unreadable
from ingest.describing import described
from ingest.draft import Draft
from ingest.paragraphs import split_paragraphs
from ingest.piece import Piece
from ingest.record import Record, read_record
from ingest.statements import Statements


def read_json(piece: Piece) -> Draft:
    """The article of one JSON object; raises `Unreadable` where there is none."""
    record = _record(piece.data)
    if record.page:
        return _read_page(record, record.page, piece)
    body = sort_paragraphs(split_paragraphs(record.text), record.title)
    return described(piece, body, given(record), _stated(body))


def _read_page(record: Record, source: str, piece: Piece) -> Draft:
    from ingest.webpage.reading import web_page  # loads lxml

    page = web_page(source, record.url or piece.url)
    return described(piece, page.body, given(record), *page.statements)


def _record(data: bytes) -> Record:
    try:
        fields = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Unreadable("the line is not UTF-8") from None
    except (ValueError, RecursionError):
        raise Unreadable("the line is not JSON; one article a line is expected") from None
    if not isinstance(fields, dict):
        raise Unreadable(f"the line is a JSON {_kind(fields)}, not an object with the article's fields")
    return _checked(fields)


def _checked(fields: dict[str, object]) -> Record:
    try:
        record = read_record(fields)
    except ValidationError:
        raise Unreadable("its text is not text") from None
    if not record.text.strip() and not record.page:
        raise Unreadable("it has no text")
    return record


def _kind(value: object) -> str:
    kinds = {list: "list", str: "string", bool: "truth value", type(None): "null"}
    return kinds.get(type(value), "number")


def given(record: Record) -> Statements:
    """What the fields of a record say."""
    return Statements(
        Basis.GIVEN,
        title=record.title,
        outlet=record.outlet,
        authors=record.authors,
        published=record.published,
        updated=record.updated,
        url=record.url,
        language=record.language,
        tags=record.tags,
        identity=record.id,
    )


def _stated(body: Body) -> Statements:
    return Statements(Basis.TEXT, authors=body.authors, published=body.published, updated=body.updated)
