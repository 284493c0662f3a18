"""A record of an article as others wrote it: what it holds is checked, what it lacks stays unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict

from ingest.address import web_address
from ingest.clean import clean, one_line
from ingest.dates import Dated, read_date, read_timestamp
from ingest.describe import LONGEST_TITLE
from ingest.marks import split_tags
from ingest.names import names_in, without_lead, without_noise

_NAMES = {  # our name, then the others it goes by; spelt without case, hyphens or underscores
    "text": "text body content article maintext articletext fulltext articlebody bodytext paragraphs story",
    "html": "html bodyhtml contenthtml rawhtml articlehtml",
    "title": "title headline heading articletitle",
    "outlet": "outlet source publisher publication sitename sourcename newspaper site sourcedomain domain",
    "authors": "authors author byline by creator writers writer",
    "published": "published date publishdate publisheddate datepublished publicationdate publishedat"
    " publishedtime publishedon pubdate datepublish datetime timestamp time createdat",
    "updated": "updated updatedat updatedon updateddate dateupdated lastupdated modified modifiedat modifieddate"
    " datemodified lastmodified lastmodifieddate edited editedat",
    "url": "url link canonicalurl sourceurl weburl articleurl permalink uri",
    "language": "language lang languagecode",
    "id": "id articleid guid uuid",
    "tags": "tags keywords topics categories",
}
_UNKNOWN = frozenset({"", "null", "none", "nan", "n/a", "na", "unknown", "undefined"})
_MARKUP = re.compile(r"</(?:p|div|span|a|li|h[1-6])>|<br\s*/?>", re.IGNORECASE)


def _words(value: object) -> str | None:
    """One line of text, of a string or of an object with a name; anything else is unknown."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("title")
    if not isinstance(value, str):
        return None
    words = one_line(clean(value))
    return None if words.casefold() in _UNKNOWN else words


def _text(value: object) -> object:
    """The article's text; a list of strings is its paragraphs."""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = "\n\n".join(value)
    return clean(value) if isinstance(value, str) else value


def _source(value: object) -> str | None:
    """The source of a web page."""
    return clean(value) if isinstance(value, str) and value.strip() else None


def _title(value: object) -> str | None:
    words = _words(str(value)) if isinstance(value, int) and not isinstance(value, bool) else _words(value)
    return words if words and len(words) <= LONGEST_TITLE else None


def _identity(value: object) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _words(value)


def _names(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) == 1:
        words = _words(value[0] if isinstance(value, list) else value)
        return names_in(words) if words else ()
    return without_noise(without_lead(words) for one in value if (words := _words(one)))


def _listed(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    parts = [words for one in values if (words := _words(one))]
    return (
        tuple(dict.fromkeys(parts))
        if isinstance(value, list)
        else tuple(tag for part in parts for tag in split_tags(part))
    )


def _date(value: object) -> Dated | None:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return read_timestamp(value)
    words = _words(value)
    return read_date(words) if words else None


def _address(value: object) -> str | None:
    words = _words(value)
    return web_address(words) if words else None


class Record(BaseModel):
    """One line of a file of articles, whatever its fields are called."""

    model_config = ConfigDict(frozen=True, extra="ignore", arbitrary_types_allowed=True)

    text: Annotated[str, BeforeValidator(_text)] = ""
    html: Annotated[str | None, BeforeValidator(_source)] = None
    title: Annotated[str | None, BeforeValidator(_title)] = None
    outlet: Annotated[str | None, BeforeValidator(_words)] = None
    authors: Annotated[tuple[str, ...], BeforeValidator(_names)] = ()
    published: Annotated[Dated | None, BeforeValidator(_date)] = None
    updated: Annotated[Dated | None, BeforeValidator(_date)] = None
    url: Annotated[str | None, BeforeValidator(_address)] = None
    language: Annotated[str | None, BeforeValidator(_words)] = None
    id: Annotated[str | None, BeforeValidator(_identity)] = None
    tags: Annotated[tuple[str, ...], BeforeValidator(_listed)] = ()

    @property
    def page(self) -> str | None:
        """The source of the web page that it gives in its text's place, if it does."""
        if len(_MARKUP.findall(self.text)) > 1:
            return self.text
        return None if self.text.strip() else self.html


def names_text(names: Iterable[str]) -> bool:
    """Whether one of these fields is an article's text."""
    return not {_folded(name) for name in names}.isdisjoint((_NAMES["text"] + " " + _NAMES["html"]).split())


def _folded(name: str) -> str:
    return re.sub(r"[\W_]", "", name).lower()


def read_record(fields: dict[str, Any]) -> Record:
    """Check a record; raises pydantic's `ValidationError` where its text is no text."""
    folded = {_folded(name): value for name, value in reversed(fields.items()) if value not in (None, "", [])}
    given = {
        name: next((folded[other] for other in others.split() if other in folded), None)
        for name, others in _NAMES.items()
    }
    return Record.model_validate({name: value for name, value in given.items() if value is not None})
