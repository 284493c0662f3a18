"""The lexical index: BM25 over passages with tantivy, a cache of what Chroma holds."""

from __future__ import annotations

import json
import re
import shutil
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from tantivy import Document, FieldType, Index, Occur, Query, Schema, SchemaBuilder

from assistant.domain import Description, Filters, name_key
from assistant.stems import analyzer, stems

SCHEMA_VERSION = 1
_HEAP = 64_000_000

_FILES = re.compile(r"[0-9a-f]{32}(?:\.[0-9]+)?\.[a-z]+|(?:\.managed|meta|state)\.json")

# Where a word of the question counts how much. Words of the title count for every passage of its article.
_WEIGHTS = {"body": 1.0, "title": 0.4, "outlet": 0.2, "authors": 0.2}


@dataclass(frozen=True, slots=True)
class State:
    """What Chroma held when this was written, and what the index holds of it; when they differ, it is out of step."""

    schema: int
    generation: int
    passages: int
    documents: int
    files: dict[str, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage and the description that it is found by."""

    passage_id: str
    article_id: str
    text: str
    folded: str
    description: Description


class Lexical:
    """An index in a folder of its own, found in step with what it caches or not opened at all."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._index = Index.open(str(folder))
        self._index.register_tokenizer("stems", analyzer())
        self._schema = self._index.schema

    @classmethod
    def open(cls, folder: Path, generation: int, passages: int) -> Lexical | None:
        """The index if it can be opened and is in step; else None, and it wants rebuilding."""
        state = _state(folder)
        if state is None or state != replace(state, schema=SCHEMA_VERSION, generation=generation, passages=passages):
            return None
        try:
            if state.files != _checksums(folder, state.files):
                return None
            lexical = cls(folder)
            return lexical if lexical._index.searcher().num_docs == state.documents else None
        except (ValueError, OSError):  # tantivy raises ValueError for anything that is wrong with its files
            return None

    @classmethod
    def build(cls, folder: Path, entries: Iterable[Entry], generation: int, passages: int) -> Lexical:
        """Make the index anew beside the old one, then put it in its place."""
        fresh = folder.with_name(folder.name + "-next")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        Index(_schema(), path=str(fresh))
        cls(fresh).change([], entries, generation, passages)
        shutil.rmtree(folder, ignore_errors=True)
        fresh.rename(folder)
        return cls(folder)

    def change(self, stale: Iterable[str], entries: Iterable[Entry], generation: int, passages: int) -> None:
        """Take these passages out, put those in, and record what Chroma and the index now hold."""
        (self._folder / "state.json").unlink(missing_ok=True)
        writer = self._index.writer(heap_size=_HEAP, num_threads=1)
        for passage_id in stale:
            writer.delete_documents_by_term("id", passage_id)
        for entry in entries:
            writer.add_document(self._document(entry))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        files = [each.name for each in self._folder.iterdir() if each.suffix not in (".lock", ".tmp")]
        state = State(
            SCHEMA_VERSION,
            generation,
            passages,
            self._index.searcher().num_docs,
            _checksums(self._folder, files),
        )
        (self._folder / "state.json").write_text(json.dumps(asdict(state)), encoding="utf-8")

    def _document(self, entry: Entry) -> Document:
        description = entry.description
        fields: dict[str, Any] = {
            "id": entry.passage_id,
            "article": entry.article_id,
            "folded": entry.folded,
            "body": entry.text,
            "title": description.title,
            "authors": " ".join(description.authors),
            "author_name": [name_key(author) for author in description.authors],
        }
        if description.outlet:
            fields |= {"outlet": description.outlet, "outlet_name": name_key(description.outlet)}
        if description.day:
            fields["day"] = description.day.toordinal()
        return Document.from_dict(fields, self._schema)

    def search(self, question: str, count: int, filters: Filters, among: Sequence[str] = ()) -> list[tuple[str, float]]:
        """Ids of passages with their BM25 score (Robertson & Zaragoza 2009), best first.

        among: where given, only these are scored, and those that share no word are left out.
        """
        words = self._words(question)
        if not words:
            return []
        must = [(Occur.Must, words), *((Occur.Must, each) for each in self._limits(filters, among))]
        searcher = self._index.searcher()
        hits = searcher.search(Query.boolean_query(must), limit=count, count=False).hits
        return [(str(searcher.doc(address).get_first("id")), float(score)) for score, address in hits]

    def same_words(self, folded: str, count: int) -> list[str]:
        """Ids of passages whose paragraphs are the same but for case, space and punctuation."""
        query = Query.term_query(self._schema, "folded", folded, index_option="basic")
        searcher = self._index.searcher()
        hits = searcher.search(query, limit=count, count=False).hits
        return [str(searcher.doc(address).get_first("id")) for _, address in hits]

    def _words(self, question: str) -> Query | None:
        terms = dict.fromkeys(stems(question))
        wanted = [
            (Occur.Should, Query.boost_query(Query.term_query(self._schema, field, term), weight))
            for term in terms
            for field, weight in _WEIGHTS.items()
        ]
        return Query.boolean_query(wanted) if wanted else None

    def _limits(self, filters: Filters, among: Sequence[str]) -> list[Query]:
        limits: list[Query] = []
        if filters.after or filters.before:
            first = filters.after.toordinal() if filters.after else None
            last = filters.before.toordinal() if filters.before else None
            limits.append(Query.range_query(self._schema, "day", FieldType.Integer, first, last))
        for field, names in (("outlet_name", filters.outlets), ("author_name", filters.authors)):
            if names:
                limits.append(Query.term_set_query(self._schema, field, [name_key(name) for name in names]))
        for field, ids in (("article", filters.articles), ("id", among)):
            if ids:
                limits.append(Query.term_set_query(self._schema, field, list(ids)))
        return [Query.const_score_query(each, 0.0) for each in limits]

    def passages_with(self, stem: str) -> int:
        """In how many passages a stem stands, in the body or the title: for weighing words."""
        searcher = self._index.searcher()
        return max(searcher.doc_freq("body", stem), searcher.doc_freq("title", stem))


def is_lexical(name: str) -> bool:
    """Whether it is the name of a file of the index, which its locks are not."""
    return _FILES.fullmatch(name) is not None


def _schema() -> Schema:
    schema = SchemaBuilder()
    # Untokenised: with a tokenised id field nothing is ever deleted, and nobody is told.
    schema.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("article", "folded", "outlet_name", "author_name"):
        schema.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("body", "title", "outlet", "authors"):
        schema.add_text_field(name, tokenizer_name="stems")
    schema.add_integer_field("day", indexed=True, fast=True)
    return schema.build()


def _checksums(folder: Path, names: Iterable[str]) -> dict[str, int]:
    """CRC-32 by file: tantivy does not notice flipped bytes (15 to 60 ms for 100,000 passages)."""
    return {name: zlib.crc32((folder / name).read_bytes()) for name in names}


def _state(folder: Path) -> State | None:
    try:
        return State(**json.loads((folder / "state.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
