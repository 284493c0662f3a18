"""The library as a LangChain retriever, for those who build their own chain on it."""

from __future__ import annotations

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict, SkipValidation

from assistant.domain import NO_FILTERS, Filters, Ranked
from assistant.library import Library
from assistant.wire import Json, results_json


class FootnoteRetriever(BaseRetriever):
    """The best `k` paragraphs; each document's metadata are the citation's fields, `quote` the whole paragraph."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    library: SkipValidation[Library]
    k: int = 10
    filters: SkipValidation[Filters] = NO_FILTERS

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun, k: int | None = None, **_: Any
    ) -> list[Document]:
        del run_manager  # the caller's callbacks are told of the start and end, and there is nothing between
        ranking = self.library.search(query, k or self.k, self.filters)
        return [_document(each, fields) for each, fields in zip(ranking, results_json(ranking), strict=True)]


def _document(ranked: Ranked, fields: Json) -> Document:
    text = fields.pop("text")
    span = {"quote": text, "start": 0, "end": len(text)}
    guessed = {"published_guessed": ranked.description.published_guessed}
    return Document(
        page_content=text,
        id=f"{ranked.article_id}:{ranked.paragraph.number}",
        metadata={**fields, **guessed, **span},
    )
