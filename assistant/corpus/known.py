"""What the library remembers of its articles, to tell next time what has changed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from assistant.corpus.moments import moment_text
from assistant.domain import Article, Description, Paragraph


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where an article was read from.

    origin: a file, an address, or ``-``. place: where in it (``#12``), empty for the whole of it. digest: names the
    bytes that were read, so that they are not read again; empty where an earlier version noted none.
    """

    origin: str
    place: str
    digest: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the library remembers of an article to tell, next time, whether it has changed.

    words: names its title and text, as the id does for the first sighting. said: names what its publisher said, so
    that other words are another version. fingerprint: names everything that is kept of it. heading: names its title.
    stated: when it was updated last, or published, as ISO 8601; empty where it does not say.
    sightings: where it was read from; the first is what it is kept as. reading: the number of the way of reading.
    seen: when it was read first as it is now, as ISO 8601; empty where an earlier version did not note it.
    """

    article_id: str
    key: str
    source: str
    words: str
    story: str
    said: str
    fingerprint: str
    heading: str
    stated: str
    sightings: tuple[Sighting, ...]
    reading: int = 0
    seen: str = ""

    @property
    def origin(self) -> str:
        """Where it was read from."""
        return self.sightings[0].origin


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of an article besides what it says: its key, where it was read, how and when."""

    key: str
    sightings: tuple[Sighting, ...]
    reading: int = 0
    seen: str = ""


def known_of(source: Source, article: Article, story: str) -> Known:
    """What is remembered of an article; its passages follow from it."""
    description = article.description
    return Known(
        article.id,
        source.key,
        description.source,
        words_digest(description.title, article.paragraphs),
        story,
        said_digest(description, article.paragraphs),
        digest_of(repr((replace(description, source=""), article.paragraphs, article.furniture, story))),
        heading_digest(description.title),
        stated(description),
        source.sightings,
        source.reading,
        source.seen,
    )


def stated(description: Description) -> str:
    """When an article says that it was updated last, or published; empty where it does not."""
    moment = description.updated or description.published
    return moment_text(moment) if moment else ""


def seen_of(known: Known) -> datetime | None:
    """When an article was read first as it is now."""
    return datetime.fromisoformat(known.seen) if known.seen else None


def digest_of(text: str) -> str:
    """A name for a text: the first 32 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def words_digest(title: str, paragraphs: tuple[Paragraph, ...]) -> str:
    """Names an article's words: title and text, whatever file they stand in."""
    return digest_of("\n".join([title, *(paragraph.text for paragraph in paragraphs)]))


def said_digest(description: Description, paragraphs: tuple[Paragraph, ...]) -> str:
    """Names what a publisher says: headline, authors, date and text.

    Furniture, tags and the mark of the last update change with every fetch, and are no other version.
    """
    published = str(description.published)
    return digest_of(repr((description.title, description.authors, published, [each.text for each in paragraphs])))


def heading_digest(title: str) -> str:
    """Names a title."""
    return digest_of(title)[:16]


def line_of(known: Known) -> str:
    """All that is known of an article as JSON in one line: half of what it takes as an object."""
    sightings = [[each.origin, each.place, each.digest] for each in known.sightings]
    return json.dumps(
        [
            known.article_id,
            known.key,
            known.source,
            known.words,
            known.story,
            known.said,
            known.fingerprint,
            known.heading,
            known.stated,
            sightings,
            known.reading,
            known.seen,
        ]
    )


def known_from_fields(article_id: str, fields: list[Any], origins: dict[str, str]) -> Known:
    """The fields in the order of `line_of`; origins: each kept once in memory."""
    *texts, sightings, reading, seen = fields
    places = tuple(Sighting(origins.setdefault(origin, origin), place, digest) for origin, place, digest in sightings)
    inside: list[Any] = [article_id, *texts, places, reading, seen]
    return Known(*inside)
