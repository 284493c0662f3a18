"""Ways to find texts for a question, all over the same articles, as Footnote keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from tqdm import tqdm

from assistant.corpus.batches import batches
from assistant.corpus.records import place_of
from assistant.domain import NO_FILTERS, Article
from assistant.embeddings.encoder import Encoder
from assistant.library import Library

CHUNK, OVERLAP = 1000, 200
"""Characters, as LangChain's own tutorial has them."""


@dataclass(frozen=True, slots=True)
class Found:
    """A text with the ids of the articles it stands in."""

    text: str
    articles: frozenset[str]


class Finder(Protocol):
    """Finds texts; size is the number of texts it finds them among."""

    name: str
    size: int

    def find(self, question: str, count: int) -> Sequence[Found]:
        """The best texts, best first."""


class Footnote:
    """The library's search; the day of asking is not known to it."""

    name = "Footnote"

    def __init__(self, library: Library) -> None:
        self._library = library
        self.size = library._tools.reader.counts()[1]

    def find(self, question: str, count: int) -> Sequence[Found]:
        found = self._library.search(question, count)
        return [
            Found(each.paragraph.text, frozenset({each.article_id, *(other.article_id for other in each.also_in)}))
            for each in found
        ]


class MiniLM:
    """The same passages and vectors without the rest: the paragraphs of those nearest."""

    name = "MiniLM alone"

    def __init__(self, library: Library) -> None:
        self._reader, self._encoder = library._tools.reader, library._tools.encoder
        self.size = self._reader.counts()[1]

    def find(self, question: str, count: int) -> Sequence[Found]:
        # A paragraph may have several passages; three times as many are enough.
        nearest = self._reader.nearest(self._encoder.encode_question(question), 3 * count, NO_FILTERS)
        places = list(dict.fromkeys(place_of(each) for each, _ in nearest))[:count]
        articles = self._reader.articles([each.article_id for each in places])
        paragraphs = [articles[each.article_id].paragraph(each.paragraph) for each in places]
        return [
            Found(paragraph.text, frozenset({each.article_id}))
            for each, paragraph in zip(places, paragraphs, strict=True)
            if paragraph
        ]


class BM25S:
    """bm25s over the paragraphs, with its stop words and PyStemmer, as its readme shows it."""

    name = "bm25s"

    def __init__(self, articles: Iterable[Article]) -> None:
        import bm25s
        import Stemmer

        self._texts = [Found(each.text, frozenset({one.id})) for one in articles for each in one.paragraphs]
        self._tokenize, self._stemmer = bm25s.tokenize, Stemmer.Stemmer("english")
        self._index = bm25s.BM25()
        self._index.index(self._tokens([each.text for each in self._texts]), show_progress=False)
        self.size = len(self._texts)

    def find(self, question: str, count: int) -> Sequence[Found]:
        numbers, _ = self._index.retrieve(self._tokens([question]), k=count, show_progress=False)
        return [self._texts[each] for each in numbers[0]]

    def _tokens(self, texts: list[str]) -> object:
        return self._tokenize(texts, stopwords="en", stemmer=self._stemmer, show_progress=False)


class LangChain:
    """Articles cut by RecursiveCharacterTextSplitter, kept and found by langchain-chroma, with Footnote's encoder."""

    name = "LangChain"

    def __init__(self, articles: Iterable[Article], encoder: Encoder, folder: Path) -> None:
        from langchain_chroma import Chroma
        from langchain_text_splitters import RecursiveCharacterTextSplitter

        splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK, chunk_overlap=OVERLAP)
        whole = [
            Document("\n\n".join(each.text for each in one.paragraphs), metadata={"article": one.id})
            for one in articles
        ]
        chunks = splitter.split_documents(whole)
        self.size = len(chunks)
        self._store = Chroma("chunks", AsEmbeddings(encoder), persist_directory=str(folder))
        # What is there was kept from before; it was written in the same order, whole batches at a time.
        there = self._store._collection.count()
        with tqdm(total=len(chunks), initial=there, unit="chunk", disable=None, leave=False) as progress:
            for some in batches(chunks[there:], 500):
                self._store.add_documents(list(some))
                progress.update(len(some))

    def find(self, question: str, count: int) -> Sequence[Found]:
        found = self._store.similarity_search(question, k=count)
        return [Found(each.page_content, frozenset({str(each.metadata["article"])})) for each in found]


class AsEmbeddings(Embeddings):
    """Footnote's encoder as LangChain wants one, so that the encoder makes no difference."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        vectors: list[list[float]] = self._encoder.encode(texts).tolist()
        return vectors

    def embed_query(self, text: str) -> list[float]:
        vector: list[float] = self._encoder.encode_question(text).tolist()
        return vector
