"""Describe an article by what is said of it, the surest source first, and by its own words where nothing is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from assistant.domain import Bases, Basis, Description, Kind
from ingest.address import canonical, day_in, web_address
from ingest.body import Body
from ingest.dates import Dated
from ingest.day_order import day_comes_first
from ingest.describe import date_in_lead, dateline, first_sentence, tidy_title
from ingest.draft import Draft
from ingest.language import language_code, language_of
from ingest.names import without_noise
from ingest.outlets import outlet_of
from ingest.piece import Form, Piece
from ingest.statements import Statements

_ENOUGH = 4  # paragraphs that tell the language
_FIELDS = ("title", "outlet", "authors", "published", "updated", "url", "language", "tags", "identity")


def described(piece: Piece, body: Body, *statements: Statements) -> Draft:
    """The article of a piece. statements: those that go before others come first; what came with it comes after all."""
    statements = (*statements, *_along_with(piece))
    guesses = _guessed(piece, body, statements)
    day_first = day_comes_first(language_code(_first("language", *statements, guesses)), _first("url", *statements))
    said, bases = _surest([each.settled(day_first=day_first) for each in (*statements, guesses)])
    assert said.title is not None
    description = Description(
        title=tidy_title(said.title, said.outlet),
        source=piece.source,
        outlet=said.outlet,
        authors=without_noise(said.authors, said.outlet),
        published=said.published.moment if said.published else None,
        updated=said.updated.moment if said.updated else None,
        url=said.url,
        language=language_code(said.language),
        tags=said.tags,
        bases=bases,
    )
    return Draft(_key(said, piece), piece.origin, description, body.paragraphs, body.furniture)


def _along_with(piece: Piece) -> Iterator[Statements]:
    """What whoever sent it said of it, or what led to it."""
    if piece.told:
        yield piece.told
    if piece.url:
        yield Statements(Basis.GIVEN, url=web_address(piece.url))


def _first(name: str, *statements: Statements) -> Any:
    """What is said first of a field."""
    return next((value for each in statements if (value := getattr(each, name))), None)


def _surest(statements: Sequence[Statements]) -> tuple[Statements, Bases]:
    """Of each field what is said first, and the basis of it."""
    said: dict[str, Any] = {}
    bases: dict[str, Basis] = {}
    for name in _FIELDS:
        first = next((each for each in statements if getattr(each, name)), None)
        if first is not None:
            said[name] = getattr(first, name)
            bases[name] = first.basis_of(name)
    bases.pop("identity", None)
    return Statements(Basis.GUESSED, **said), Bases(**bases)


def _guessed(piece: Piece, body: Body, statements: Sequence[Statements]) -> Statements:
    """What nobody says and the words or the address let one guess; a date is never today's."""
    texts = [paragraph.text for paragraph in body.paragraphs if paragraph.kind is Kind.BODY]
    url, title = _first("url", *statements), _first("title", *statements)
    return Statements(
        Basis.GUESSED,
        title=title or first_sentence(texts[0]),
        outlet=outlet_of(url, title) if url and not _first("outlet", *statements) else None,
        published=None if _first("published", *statements) else _published(piece, texts, statements),
        language=None if _first("language", *statements) else language_of("\n".join(texts[:_ENOUGH])),
    )


def _published(piece: Piece, texts: Sequence[str], statements: Sequence[Statements]) -> Dated | None:
    """The day in the address, the lead's dateline, the day of an update, a date in the lead: the first there is."""
    url, updated = _first("url", *statements), _first("updated", *statements)
    day = day_in(url) if url else None
    found = Dated(day, guessed=True) if day else dateline(texts[0])
    if found is None and updated:
        found = replace(updated, guessed=True)
    if found is None and piece.form is not Form.RECORD:  # a record would have said it: its dates are the story's
        found = date_in_lead(texts[:2])
    return found


def _key(said: Statements, piece: Piece) -> str:
    """What makes it the same article next time."""
    if said.url:
        return f"url:{canonical(said.url)}"
    return f"id:{said.identity}" if said.identity else f"file:{piece.place}"
