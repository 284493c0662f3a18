"""Entries as the rows that Chroma takes, with the vectors that they need."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.corpus.chroma import Row
from assistant.corpus.records import Entry, article_record, passage_record, vector_digest
from assistant.corpus.vectors import Vector, Vectors
from assistant.embeddings.encoder import Encoder


def passage_rows(entry: Entry) -> list[Row]:
    """A row for each passage of an article."""
    description = entry.article.description
    return [
        Row(passage.id, passage.text, passage_record(passage, description), passage.digest)
        for passage in entry.passages
    ]


def article_rows(entries: Sequence[Entry]) -> list[Row]:
    """A row for each article."""
    return [Row(entry.article.id, *article_record(entry), entry.lead_digest) for entry in entries]


def vectors_for(entries: Sequence[Entry], kept: Vectors, encoder: Encoder) -> tuple[int, dict[str, Vector]]:
    """The vectors by digest of all that these articles embed, and how many had to be encoded and are kept now."""
    texts = {passage.digest: passage.text for entry in entries for passage in entry.passages}
    texts |= {entry.lead_digest: entry.lead for entry in entries}
    texts |= {vector_digest(sentence): sentence for entry in entries for sentence in entry.sentences}
    known = kept.get(encoder.name, texts)
    unknown = {digest: text for digest, text in texts.items() if digest not in known}
    if unknown:
        fresh = dict(zip(unknown, encoder.encode(list(unknown.values())), strict=True))
        kept.put(encoder.name, fresh)
        known |= fresh
    return len(unknown), known
