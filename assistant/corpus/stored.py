"""Articles as they are stored; those read lately are kept at hand."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from assistant.corpus.batches import batches
from assistant.corpus.chroma import PAGE, Chroma
from assistant.corpus.known import Known
from assistant.corpus.linked import LINKS, Linked, linked_from
from assistant.corpus.records import Metadata, article_from, known_from
from assistant.domain import Article

# Those of some five questions: a question's own are asked for thrice. A long one takes 50 KB.
_AT_HAND = 256


def stored_articles(chroma: Chroma, ids: Sequence[str]) -> dict[str, Article]:
    """These articles, without those that are not there."""
    if not ids:
        return {}
    found = chroma.articles.get(ids=list(ids), include=["documents", "metadatas"])
    metadatas = cast("list[Metadata]", found["metadatas"])
    rows = zip(found["ids"], found["documents"] or [], metadatas, strict=True)
    return {each: article_from(each, document, metadata) for each, document, metadata in rows}


def known_articles(chroma: Chroma) -> list[Known]:
    """What is remembered of each article."""
    return [
        known_from(each, metadata)
        for page in chroma.pages(chroma.articles, ["metadatas"])
        for each, metadata in zip(page["ids"], page["metadatas"], strict=True)
    ]


def linked_articles(chroma: Chroma) -> list[Linked]:
    """Each article as it is compared with others."""
    return [
        linked_from(each, metadata)
        for page in chroma.pages(chroma.articles, ["metadatas"])
        for each, metadata in zip(page["ids"], page["metadatas"], strict=True)
    ]


def links_of(chroma: Chroma, ids: Sequence[str]) -> dict[str, Metadata]:
    """What the records of these articles say of their copies."""
    found = chroma.articles.get(ids=list(ids), include=["metadatas"])
    metadatas = cast("list[Metadata]", found["metadatas"])
    return {
        each: {name: metadata[name] for name in LINKS if name in metadata}
        for each, metadata in zip(found["ids"], metadatas, strict=True)
    }


def passages_without_article(chroma: Chroma, article_ids: Iterable[str]) -> list[str]:
    """The ids of passages that are not of these articles' paragraphs as they are."""
    words = {
        f"{each}:{paragraph.number}": paragraph.digest[:8]
        for some in batches(sorted(article_ids), PAGE // 10)
        for each, article in stored_articles(chroma, list(some)).items()
        for paragraph in article.paragraphs
    }
    passages = chroma.ids(chroma.passages)
    return [each for each in passages if words.get(each.rsplit(":", 2)[0]) != each.rsplit(":", 1)[1]]


class AtHand:
    """The articles of one generation, which do not change: each is read once while it is asked for."""

    def __init__(self, chroma: Chroma) -> None:
        self._chroma = chroma
        self._articles: OrderedDict[str, Article] = OrderedDict()

    def get(self, ids: Iterable[str]) -> Mapping[str, Article]:
        """These articles, without those that are not there."""
        wanted = list(dict.fromkeys(ids))
        self._articles.update(stored_articles(self._chroma, [each for each in wanted if each not in self._articles]))
        found = {each: self._articles[each] for each in wanted if each in self._articles}
        for each in found:
            self._articles.move_to_end(each)
        while len(self._articles) > _AT_HAND:
            self._articles.popitem(last=False)
        return found
