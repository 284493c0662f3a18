"""Articles and passages as Chroma keeps them, and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from itertools import pairwise

from assistant.domain import (
    Article,
    ArticleSummary,
    Bases,
    Basis,
    Description,
    Furniture,
    Kind,
    Moment,
    Paragraph,
    Passage,
    Place,
    name_key,
)

PASSAGES_VERSION = 2
"""Raised with any change to what is cut or embedded: older libraries then ask to be rebuilt."""

Value = str | int | float | bool
Metadata = dict[str, Value]

_BASES = {str(basis): basis for basis in Basis}
_KINDS = {str(kind): kind for kind in Kind}  # a third of the time of Kind(…), of which a question takes thousands

OPTIONAL = ("outlet", "url", "language", "published", "updated", "day")
"""What a record has only where it is known: Chroma refuses to keep None."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article on its way into the library, with its passages and where it came from.

    key: what makes it the same article next time. origin: the file it was read from.
    lead: the text whose vector stands for the whole article. story: what it shares with its copies.
    sentences: texts whose vectors are kept for weighing its paragraphs, in no index.
    """

    key: str
    origin: str
    article: Article
    passages: tuple[Passage, ...]
    lead: str
    story: str
    sentences: tuple[str, ...] = ()

    @property
    def known(self) -> Known:
        """What the library will remember of it."""
        return known_of(self.key, self.origin, self.article, self.story)

    @property
    def lead_digest(self) -> str:
        """As a passage's: the lead is most often its first passage's text, too, and then they share a vector."""
        return vector_digest(self.lead)


@dataclass(frozen=True, slots=True)
class Known:
    """What the library remembers of an article to tell, next time, whether it has changed.

    words: names its title and text, as the id does for the first sighting. fingerprint: names everything that
    is kept of it: equal means that there is nothing to do.
    """

    article_id: str
    key: str
    origin: str
    source: str
    words: str
    story: str
    fingerprint: str


def vector_digest(text: str) -> str:
    """The name under which a text's vector is kept, as Passage.digest names it."""
    return hashlib.sha256(text.encode()).hexdigest()


def digest_of(text: str) -> str:
    """A name for a text: the first 32 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def known_of(key: str, origin: str, article: Article, story: str) -> Known:
    """What is remembered of an article; its passages follow from it."""
    return Known(
        article.id,
        key,
        origin,
        article.description.source,
        words_digest(article.description.title, article.paragraphs),
        story,
        digest_of(repr((article, origin, story))),
    )


def words_digest(title: str, paragraphs: tuple[Paragraph, ...]) -> str:
    """Names an article's words: title and text, whatever file they stand in."""
    return digest_of("\n".join([title, *(paragraph.text for paragraph in paragraphs)]))


def moment_text(moment: Moment) -> str:
    """ISO 8601, to the minute unless seconds are known."""
    if isinstance(moment, datetime):
        return moment.isoformat(timespec="seconds" if moment.second else "minutes")
    return moment.isoformat()


def moment_from(text: str) -> Moment:
    """The day or date-time that `moment_text` wrote."""
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def article_record(entry: Entry) -> tuple[str, Metadata]:
    """The document and metadata under which an article is kept."""
    article, description, known = entry.article, entry.article.description, entry.known
    metadata: Metadata = {
        "key": known.key,
        "origin": known.origin,
        "source": known.source,
        "title": description.title,
        "authors": json.dumps(description.authors),
        "bases": json.dumps({name: basis for name, basis in asdict(description.bases).items() if basis}),
        "dated": description.published is not None,
        "tags": json.dumps(description.tags),
        "paragraphs": json.dumps([[str(each.kind), len(each.text)] for each in article.paragraphs]),
        "furniture": json.dumps([[each.after, each.text] for each in article.furniture]),
        "story": known.story,
        "words": known.words,
        "fingerprint": known.fingerprint,
        "lead": entry.lead_digest,
    }
    optional = {
        "outlet": description.outlet,
        "url": description.url,
        "language": description.language,
        "published": moment_text(description.published) if description.published else None,
        "updated": moment_text(description.updated) if description.updated else None,
    }
    metadata |= {name: value for name, value in optional.items() if value is not None}
    return "\n\n".join(paragraph.text for paragraph in article.paragraphs), metadata


def article_from(article_id: str, document: str, metadata: Mapping[str, Value]) -> Article:
    """The article that `article_record` put away, but for its copies, which others' records tell."""
    shape = json.loads(str(metadata["paragraphs"]))
    starts = [0]
    for _, length in shape:
        starts.append(starts[-1] + length + 2)
    paragraphs = tuple(
        Paragraph(number, document[start : end - 2], _KINDS[kind])
        for number, ((kind, _), (start, end)) in enumerate(zip(shape, pairwise(starts), strict=True), start=1)
    )
    furniture = tuple(Furniture(after, text) for after, text in json.loads(str(metadata["furniture"])))
    return Article(article_id, _description_from(metadata), paragraphs, furniture)


def summary_from(article_id: str, metadata: Mapping[str, Value]) -> ArticleSummary:
    """The article's line in a list."""
    count = len(json.loads(str(metadata["paragraphs"])))
    return ArticleSummary(article_id, _description_from(metadata), count)


def known_from(article_id: str, metadata: Mapping[str, Value]) -> Known:
    """What the next ingest compares with."""
    return Known(
        article_id,
        key=str(metadata["key"]),
        origin=str(metadata["origin"]),
        source=str(metadata["source"]),
        words=str(metadata["words"]),
        story=str(metadata["story"]),
        fingerprint=str(metadata["fingerprint"]),
    )


def _description_from(metadata: Mapping[str, Value]) -> Description:
    def known(name: str) -> str | None:
        return str(metadata[name]) if name in metadata else None

    def moment(name: str) -> Moment | None:
        written = known(name)
        return moment_from(written) if written else None

    return Description(
        title=str(metadata["title"]),
        source=str(metadata["source"]),
        outlet=known("outlet"),
        authors=tuple(json.loads(str(metadata["authors"]))),
        published=moment("published"),
        updated=moment("updated"),
        url=known("url"),
        language=known("language"),
        tags=tuple(json.loads(str(metadata["tags"]))),
        bases=_bases_from(metadata),
    )


def _bases_from(metadata: Mapping[str, Value]) -> Bases:
    """How the fields became known; libraries of earlier versions noted only what was guessed."""
    if "bases" in metadata:
        return Bases(**{name: _BASES[basis] for name, basis in json.loads(str(metadata["bases"])).items()})
    guessed = {name: Basis.GUESSED for name in ("title", "published") if metadata.get(f"{name}_guessed")}
    return Bases(**guessed)


def passage_record(passage: Passage, description: Description) -> Metadata:
    """The metadata under which a passage is kept; its document is its own words."""
    metadata: Metadata = {
        "article_id": passage.place.article_id,
        "paragraph": passage.place.paragraph,
        "window": passage.window,
        "start": passage.start,
        "end": passage.end,
        "kind": str(passage.kind),
        "embedded": passage.digest,
        "folded": passage.paragraph_folded,
    }
    if description.day:
        metadata["day"] = description.day.toordinal()
    if description.outlet:
        metadata["outlet"] = name_key(description.outlet)
    return metadata


def place_of(passage_id: str) -> Place:
    """The paragraph that a passage's id names."""
    article_id, number, *_ = passage_id.split(":")
    return Place(article_id, int(number))
