"""Describe an article by what is said of it, the surest source first, and by its own words where nothing is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.domain import Bases, Basis, Description, Kind
from ingest.address import canonical, day_in, web_address
from ingest.body import Body
from ingest.dates import Dated
from ingest.describe import date_in_lead, dateline, first_sentence, tidy_title
from ingest.draft import Draft
from ingest.names import without_noise
from ingest.piece import Form, Piece
from ingest.statements import Statements

_FIELDS = ("title", "outlet", "authors", "published", "updated", "url", "language", "tags", "identity")


def described(piece: Piece, body: Body, *statements: Statements) -> Draft:
    """The article of a piece. statements: those that go before others come first; what came with it comes after all."""
    statements = (*statements, *_along_with(piece))
    said, bases = _surest([*statements, _guessed(piece, body, statements)])
    assert said.title is not None
    description = Description(
        title=tidy_title(said.title, said.outlet),
        source=piece.source,
        outlet=said.outlet,
        authors=without_noise(said.authors, said.outlet),
        published=said.published.moment if said.published else None,
        updated=said.updated.moment if said.updated else None,
        url=said.url,
        language=said.language,
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


def _surest(statements: Sequence[Statements]) -> tuple[Statements, Bases]:
    """Of each field what is said first, and the basis of it."""
    said, bases = Statements(Basis.GUESSED), Bases()
    for name in _FIELDS:
        first = next((each for each in statements if getattr(each, name)), None)
        if first is not None:
            said = replace(said, **{name: getattr(first, name)})
            bases = replace(bases, **{name: first.basis_of(name)}) if name != "identity" else bases
    return said, bases


def _guessed(piece: Piece, body: Body, statements: Sequence[Statements]) -> Statements:
    """What nobody says and the words or the address let one guess; a date is never today's."""
    lead = [paragraph.text for paragraph in body.paragraphs if paragraph.kind is Kind.BODY][:2]
    url = next((each.url for each in statements if each.url), None)
    day = day_in(url) if url else None
    published = Dated(day, guessed=True) if day else dateline(lead[0])
    if published is None and piece.form is not Form.RECORD:  # a record would have said it: its dates are the story's
        published = date_in_lead(lead)
    return Statements(Basis.GUESSED, title=first_sentence(lead[0]), published=published)


def _key(said: Statements, piece: Piece) -> str:
    """What makes it the same article next time."""
    if said.url:
        return f"url:{canonical(said.url)}"
    return f"id:{said.identity}" if said.identity else f"file:{piece.place}"
