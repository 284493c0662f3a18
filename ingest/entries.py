"""Articles as the library takes them: with their passages, sentences and what is to be remembered of them."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.corpus.known import Known, digest_of
from assistant.corpus.records import Entry
from assistant.domain import Article, Paragraph
from ingest.passages import passages, sentences


def entry_of(known: Known, article: Article, replaces: Known | None = None) -> Entry:
    """An article ready to be written. replaces: the version in the library, where its publisher has changed it."""
    return Entry(known, article, passages(article), article.lead, sentences(article), replaces)


def story_of(paragraphs: Iterable[Paragraph]) -> str:
    """Names an article's body without case, space and punctuation: what its copies share."""
    return digest_of("\n".join(paragraph.folded for paragraph in paragraphs))
