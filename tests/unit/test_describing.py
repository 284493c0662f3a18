"""What is known of an article, and how it became known."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from assistant.domain import Basis, Description, Moment
from ingest.draft import Draft
from ingest.piece import Form, Piece
from ingest.read import read_piece

TEXT = "The ferry stopped on Monday. Nobody was hurt, the company said.\n\nBuses run instead of it until Friday."
GERMAN = "Die Fähre fährt seit Montag nicht mehr, sagte die Reederei.\n\nBis Freitag fahren Busse über die alte Brücke."


def record(text: str = TEXT, **fields: Any) -> Description:
    data = json.dumps({"text": text, **fields}).encode()
    draft = read_piece(Piece(Form.RECORD, data, "/news/dump.jsonl", "/news/dump.jsonl#1", "dump.jsonl:1"))
    assert isinstance(draft, Draft), draft
    return draft.description


def text(head: str, body: str = TEXT) -> Description:
    draft = read_piece(Piece(Form.TEXT, f"{head}\n\n{body}\n".encode(), "/news/a.txt", "/news/a.txt", "a.txt"))
    assert isinstance(draft, Draft), draft
    return draft.description


@pytest.mark.parametrize("name", ["updated", "modified", "dateModified", "last_modified", "lastUpdated"])
def test_a_records_update_is_given(name: str) -> None:
    description = record(published="2024-05-08", **{name: "2024-05-09T10:00:00Z"})
    assert description.updated == datetime(2024, 5, 9, 10, tzinfo=UTC)
    assert (description.published, description.bases.updated) == (date(2024, 5, 8), Basis.GIVEN)


def test_an_update_stands_in_for_a_date_of_publication_as_a_guess_and_only_where_nothing_better_is() -> None:
    assert record(modified="2024-05-09").published == date(2024, 5, 9)
    assert record(modified="2024-05-09").published_guessed
    assert record(modified="2024-05-09", url="https://coast.example/2024/05/08/ferry").published == date(2024, 5, 8)


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("8 May 2024, 20:06 CEST", datetime(2024, 5, 8, 20, 6, tzinfo=timezone(timedelta(hours=2)))),
        ("2024-05-08T20:06:00Z", datetime(2024, 5, 8, 20, 6, tzinfo=UTC)),
        ("2024-05-08 20:06 +0200", datetime(2024, 5, 8, 20, 6, tzinfo=timezone(timedelta(hours=2)))),
        ("8. Mai 2024, 20.06 Uhr MESZ", datetime(2024, 5, 8, 20, 6, tzinfo=timezone(timedelta(hours=2)))),
        ("1er mai 2024", date(2024, 5, 1)),
        ("miércoles, 8 de mayo de 2024", date(2024, 5, 8)),
        ("8 травня 2024 року", date(2024, 5, 8)),
        ("8 жовт. 2024", date(2024, 10, 8)),
    ],
)
def test_a_date_is_read_with_its_zone_and_in_other_languages(written: str, moment: Moment) -> None:
    assert record(published=written).published == moment
    assert text(f"Ferry is out until Friday\nPublished: {written}\nShare").published == moment


@pytest.mark.parametrize(
    ("fields", "day", "guessed"),
    [
        ({}, date(2024, 3, 4), True),
        ({"url": "https://news.example.co.uk/ferry"}, date(2024, 4, 3), False),
        ({"url": "https://town.example.us/ferry"}, date(2024, 3, 4), False),
        ({"language": "fr"}, date(2024, 4, 3), False),
        ({"language": "en-US"}, date(2024, 3, 4), True),
        ({"text": GERMAN}, date(2024, 4, 3), False),
    ],
)
def test_an_outlets_language_or_country_tells_what_a_numeric_date_means(
    fields: dict[str, str],
    day: date,
    guessed: bool,  # noqa: FBT001  a value of the table
) -> None:
    description = record(published="03/04/2024", **fields)
    assert (description.published, description.published_guessed) == (day, guessed)


@pytest.mark.parametrize(
    ("said", "text", "language", "basis"),
    [
        ("en-US", GERMAN, "en", Basis.GIVEN),
        ("German", TEXT, "de", Basis.GIVEN),
        (None, GERMAN, "de", Basis.GUESSED),
        (None, TEXT, "en", Basis.GUESSED),
        (None, "Hallin 3, Delmar 1.", None, None),
    ],
)
def test_a_language_is_as_said_else_as_the_text_shows(
    said: str | None, text: str, language: str | None, basis: Basis | None
) -> None:
    description = record(text, language=said)
    assert (description.language, description.bases.language) == (language, basis)


def test_an_outlet_that_nobody_names_is_the_host() -> None:
    description = record(url="https://www.coast-courier.example/ferry", title="Ferry is out | Coast Courier")
    assert (description.outlet, description.bases.outlet) == ("Coast Courier", Basis.GUESSED)
    assert description.title == "Ferry is out"
    assert record(url="https://m.coast-courier.example/ferry").outlet == "coast-courier.example"
    assert record(url="https://coast.example/ferry", outlet="Tide Table").outlet == "Tide Table"
    assert record().outlet is None


def test_nothing_is_made_up_where_nothing_is_said() -> None:
    description = record()
    assert (description.published, description.updated, description.outlet, description.authors) == (None,) * 3 + ((),)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Von Anna Muster und Jens Probe", ("Anna Muster", "Jens Probe")),
        ("Por José Ortega y Muestra", ("José Ortega y Muestra",)),
        ("Par Jeanne Essai et Paul Modèle", ("Jeanne Essai", "Paul Modèle")),
        ("Jeanne Essai, envoyée spéciale", ("Jeanne Essai",)),
    ],
)
def test_bylines_of_other_languages_name_the_authors(line: str, authors: tuple[str, ...]) -> None:
    assert text(f"Ferry is out until Friday\n{line}\n8 May 2024").authors == authors
