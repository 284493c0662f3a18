"""Say how what is known about an article became known, where nobody gave it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from assistant.domain import Basis, Description, Moment, day_words
from assistant.tongue import NAMES
from ingest.address import day_in

_BASES = {
    Basis.GIVEN: "given",
    Basis.PAGE: "by the page's markup",
    Basis.TEXT: "stated in the text",
    Basis.GUESSED: "guessed",
}
_FIELDS = ("title", "outlet", "authors", "published", "updated", "url", "language", "tags")


def remarks(described: Description) -> Iterator[str]:
    """What a checker should know before relying on it: what was guessed from what, and when it was changed."""
    if described.title_guessed:
        yield "Title taken from the first sentence"
    if described.bases.outlet is Basis.GUESSED:
        yield "Outlet taken from the address"
    if described.published_guessed:
        yield f"Date taken from {_origin_of_date(described)}"
    if described.bases.language is Basis.GUESSED and described.language not in (None, "en"):
        yield f"Language recognised: {language_name(str(described.language))}"
    if described.updated:
        yield f"Updated {moment_words(described.updated)}"


def found(described: Description) -> Iterator[str]:
    """How each thing that is known became known: "title given"; in the order of a description."""
    for name in _FIELDS:
        basis = getattr(described.bases, name)
        if basis:
            yield f"{name} {_BASES[basis]}"


def language_name(code: str) -> str:
    """ "German" for "de"; the code where it has no name here."""
    return NAMES.get(code, code)


def moment_words(moment: Moment) -> str:
    """ "8 May 2024, 20:06 (UTC+02:00)", with as much as is known."""
    if not isinstance(moment, datetime):
        return day_words(moment)
    zone = f" ({moment.tzname()})" if moment.tzinfo else ""
    return f"{day_words(moment)}, {moment:%H:%M}{zone}"


def _origin_of_date(described: Description) -> str:
    if described.url and day_in(described.url) == described.day:
        return "the address"
    if described.updated and described.updated == described.published:
        return "that of an update"
    return "the text"
