"""Passages that a line of questions names, looked up in a library."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pydantic import BaseModel, ConfigDict, Field

from assistant.domain import Article, Place
from assistant.errors import UnknownArticle
from ui.batch import Words


class PassageLine(BaseModel):
    """A paragraph of an article; by its text, where that is given, wherever it stands there now."""

    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True, coerce_numbers_to_str=True)

    article: Words
    paragraph: int = Field(ge=0)
    text: Words | None = None


class Passages:
    """Finds passages; gone: those that are not there any more, by article and paragraph."""

    def __init__(self, article_of: Callable[[str], Article], ids_of: Callable[[str], Iterable[str]]) -> None:
        self.gone: list[PassageLine] = []
        self._article_of = article_of
        self._ids_of = ids_of

    def places(self, lines: Iterable[PassageLine] | None) -> frozenset[Place] | None:
        """Where they stand; None where none were named, and empty where none is there any more."""
        if lines is None:
            return None
        return frozenset(place for line in lines for place in self._found(line))

    def _found(self, line: PassageLine) -> list[Place]:
        found = [place for each in self._ids_of(line.article) if (place := self._in(each, line))]
        if not found and line not in self.gone:
            self.gone.append(line)
        return found

    def _in(self, article_id: str, line: PassageLine) -> Place | None:
        try:
            article = self._article_of(article_id)
        except UnknownArticle:
            return None
        there = article.paragraph(line.paragraph)
        if there is None or line.text not in (None, there.text.strip()):
            there = next((each for each in article.paragraphs if each.text.strip() == line.text), None)
        return Place(article_id, there.number) if there else None
