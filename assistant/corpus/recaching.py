"""The caches beside Chroma, opened as they are or built anew from it."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.corpus.chroma import Chroma
from assistant.corpus.matrix import Matrix, Placed
from assistant.corpus.records import place_of
from assistant.corpus.stored import stored_articles
from assistant.domain import Article
from assistant.lexical import Entry, Lexical

log = logging.getLogger(__name__)


def open_lexical(folder: Path, chroma: Chroma, generation: int, passages: int) -> Lexical:
    """The lexical index of this generation and of so many passages."""
    lexical = Lexical.open(folder, generation, passages)
    if lexical is None:
        log.info("%s: rebuilding the lexical index", folder.parent)
        lexical = Lexical.build(folder, _entries(chroma), generation, passages)
    return lexical


def open_matrix(folder: Path, chroma: Chroma, generation: int, passages: int) -> Matrix:
    """The matrix of vectors of this generation and of so many passages."""
    matrix = Matrix.open(folder, generation, passages)
    if matrix is None:
        log.info("%s: rebuilding the matrix of vectors", folder.parent)
        matrix = Matrix.build(folder, _placed(chroma), generation, passages)
    return matrix


def _entries(chroma: Chroma) -> Iterator[Entry]:
    """Every passage as the lexical index takes it."""
    for page, articles in _described(chroma, ["documents", "metadatas"]):
        for passage_id, text, metadata in zip(page["ids"], page["documents"], page["metadatas"], strict=True):
            article_id = place_of(passage_id).article_id
            if article_id in articles:
                folded = str(metadata["folded"])
                yield Entry(passage_id, article_id, text, folded, articles[article_id].description)


def _placed(chroma: Chroma) -> Iterator[Placed]:
    """Every passage as the matrix takes it."""
    for page, articles in _described(chroma, ["embeddings"]):
        for passage_id, vector in zip(page["ids"], page["embeddings"], strict=True):
            article = articles.get(place_of(passage_id).article_id)
            if article:
                yield Placed(passage_id, vector, article.description)


def _described(chroma: Chroma, include: Sequence[str]) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Article]]]:
    """Every passage with its article, a page at a time in memory."""
    articles: dict[str, Article] = {}
    for page in chroma.pages(chroma.passages, include):
        wanted = {place_of(each).article_id for each in page["ids"]}
        articles = {each: article for each, article in articles.items() if each in wanted}
        articles |= stored_articles(chroma, sorted(wanted - set(articles)))
        yield page, articles
