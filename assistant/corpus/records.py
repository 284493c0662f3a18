"""Articles and passages as Chroma keeps them, and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from itertools import pairwise

from assistant.corpus.known import Known, Sighting, heading_digest
from assistant.corpus.moments import moment_from, moment_text
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
    Version,
    name_key,
)

PASSAGES_VERSION = 2
"""Raised with any change to what is cut or embedded: older libraries then ask to be rebuilt."""

Value = str | int | float | bool
Metadata = dict[str, Value]

_BASES = {str(basis): basis for basis in Basis}
_KINDS = {str(kind): kind for kind in Kind}  # a third of the time of Kind(…), of which a question takes thousands

OPTIONAL = ("outlet", "url", "language", "published", "updated", "day", "sketch", "copies")
"""What a record has only where it is known: Chroma refuses to keep None."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article on its way into the library, with its passages and where it came from.

    known: what the library will remember of it. lead: the text whose vector stands for the whole article.
    sentences: texts whose vectors are kept for weighing its paragraphs, in no index. replaces: what is remembered of
    the version in the library, where its publisher has changed it. earlier: versions between that one and this.
    """

    known: Known
    article: Article
    passages: tuple[Passage, ...]
    lead: str
    sentences: tuple[str, ...] = ()
    replaces: Known | None = None
    earlier: tuple[Version, ...] = ()

    @property
    def lead_digest(self) -> str:
        """As a passage's: the lead is most often its first passage's text, too, and then they share a vector."""
        return vector_digest(self.lead)


def vector_digest(text: str) -> str:
    """The name under which a text's vector is kept, as Passage.digest names it."""
    return hashlib.sha256(text.encode()).hexdigest()


def article_record(entry: Entry) -> tuple[str, Metadata]:
    """The document and metadata under which an article is kept."""
    document, metadata = words_record(entry.article)
    return document, metadata | known_record(entry.known) | {"lead": entry.lead_digest}


def words_record(article: Article) -> tuple[str, Metadata]:
    """What an article says and what is known about it, as a document and metadata."""
    description = article.description
    metadata: Metadata = {
        "source": description.source,
        "title": description.title,
        "authors": json.dumps(description.authors),
        "bases": json.dumps({name: basis for name, basis in asdict(description.bases).items() if basis}),
        "dated": description.published is not None,
        "tags": json.dumps(description.tags),
        "paragraphs": json.dumps([[str(each.kind), len(each.text)] for each in article.paragraphs]),
        "furniture": json.dumps([[each.after, each.text] for each in article.furniture]),
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


def known_record(known: Known) -> Metadata:
    """The metadata by which the next ingest tells whether the article has changed."""
    return {
        "key": known.key,
        "source": known.source,
        "words": known.words,
        "story": known.story,
        "said": known.said,
        "fingerprint": known.fingerprint,
        "sightings": json.dumps([[each.origin, each.place, each.digest] for each in known.sightings]),
        "reading": known.reading,
        "seen": known.seen,
    }


def article_from(article_id: str, document: str, metadata: Mapping[str, Value]) -> Article:
    """The article that `article_record` put away, with the copies that it has been linked with."""
    shape = json.loads(str(metadata["paragraphs"]))
    starts = [0]
    for _, length in shape:
        starts.append(starts[-1] + length + 2)
    paragraphs = tuple(
        Paragraph(number, document[start : end - 2], _KINDS[kind])
        for number, ((kind, _), (start, end)) in enumerate(zip(shape, pairwise(starts), strict=True), start=1)
    )
    furniture = tuple(Furniture(after, text) for after, text in json.loads(str(metadata["furniture"])))
    return Article(article_id, _description_from(metadata), paragraphs, furniture, copies_in(metadata))


def summary_from(article_id: str, metadata: Mapping[str, Value]) -> ArticleSummary:
    """The article's line in a list."""
    count = len(json.loads(str(metadata["paragraphs"])))
    return ArticleSummary(article_id, _description_from(metadata), count, copies_in(metadata))


def copies_in(metadata: Mapping[str, Value]) -> tuple[str, ...]:
    """The ids of an article's copies; one may just have been removed."""
    return tuple(json.loads(str(metadata.get("copies", "[]"))))


def known_from(article_id: str, metadata: Mapping[str, Value]) -> Known:
    """What the next ingest compares with."""
    return Known(
        article_id,
        key=str(metadata["key"]),
        source=str(metadata["source"]),
        words=str(metadata["words"]),
        story=str(metadata["story"]),
        said=str(metadata.get("said", "")),
        fingerprint=str(metadata["fingerprint"]),
        heading=heading_digest(str(metadata["title"])),
        stated=str(metadata.get("updated", metadata.get("published", ""))),
        sightings=_sightings_from(metadata),
        reading=int(metadata.get("reading", 0)),
        seen=str(metadata.get("seen", "")),
    )


def _sightings_from(metadata: Mapping[str, Value]) -> tuple[Sighting, ...]:
    """Where it was read; libraries of earlier versions noted one place, without a digest."""
    if "sightings" in metadata:
        return tuple(Sighting(*each) for each in json.loads(str(metadata["sightings"])))
    key, origin = str(metadata["key"]), str(metadata["origin"])
    return (Sighting(origin, key.removeprefix(f"file:{origin}") if key.startswith("file:") else "", ""),)


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
