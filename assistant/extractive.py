"""The answerer that needs no chat model: the articles' own words."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter

from assistant.answerer import Brief, Draft, Drafting, Rewriting
from assistant.beside import with_help
from assistant.corpus.reading import Reader
from assistant.domain import Claimed, Ranked, Turn
from assistant.extract import cite
from assistant.settings import EXTRACTIVE
from assistant.verify import standing


class Extractive:
    """Each claim is its quote, word for word, with what helps to read it beside it."""

    name = EXTRACTIVE

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def rewritten(self, question: str, history: Sequence[Turn], found: Sequence[Ranked]) -> Rewriting:
        """Nothing: the built-in way is its own."""
        del question, history, found
        yield from ()
        return None

    def answer(self, brief: Brief) -> Drafting:
        """The sentences found that still stand in the library."""
        began = perf_counter()
        found = brief.findings.quotes
        articles = self._reader.articles([quote.article_id for quote in found])
        quotes = standing(found, articles)
        milliseconds = round(1000 * (perf_counter() - began))
        if not quotes:
            return Draft(reason=brief.findings.reason or "the passage that answered has just been changed")
        claims, citations = cite(quotes, brief.first_number)
        claims = with_help(claims, citations, articles)
        for claim, citation in zip(claims, citations, strict=True):
            yield Claimed(claim, (citation,))
        return Draft(claims, citations, milliseconds=milliseconds)
