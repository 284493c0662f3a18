"""Articles as the library takes them: with their passages, sentences and what is to be remembered of them."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.corpus.known import Known, Source, digest_of, known_of
from assistant.corpus.records import Entry
from assistant.domain import Article, Paragraph
from ingest.passages import passages, sentences


def entry_of(known: Known, article: Article) -> Entry:
    """An article ready to be written."""
    return Entry(known, article, passages(article), article.lead, sentences(article))


def story_of(paragraphs: Iterable[Paragraph]) -> str:
    """Names an article's body without case, space and punctuation: what its copies share."""
    return digest_of("\n".join(paragraph.folded for paragraph in paragraphs))


def renewed(known: Known, article: Article) -> Known:
    """What is to be remembered of an article that Footnote keeps otherwise now: its publisher has not changed it."""
    source = Source(known.key, known.sightings, known.reading, known.seen)
    return known_of(source, article, story_of(article.paragraphs))
