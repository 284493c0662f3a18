"""Find over an ingest which lines outlets repeat, so that they are furniture in every article that has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from assistant.corpus.repetitions import Line, Repetitions
from assistant.domain import Article, Paragraph
from ingest.draft import Draft
from ingest.repeated import ARTICLES, Standing, candidates, is_repeated, press_of, set_aside, standing


class Library(Protocol):
    """What is asked of the library: articles by words and by id, and where each was read from."""

    def holding(self, folded: str) -> Sequence[str]: ...
    def articles(self, ids: Sequence[str]) -> Mapping[str, Article]: ...
    def origin(self, article_id: str) -> str: ...
    def everything(self) -> Iterable[Article]: ...


class Repeating:
    """Knows which lines are repeated, and gathers those that may turn out to be."""

    def __init__(self, known: Repetitions) -> None:
        self._lines: set[Line] = set()
        self._by_press: dict[str, set[str]] = defaultdict(set)
        self._learn(known.lines)
        self.cut_short = known.cut_short
        self._waiting: set[Line] = set()
        self._aside: dict[Line, list[Standing]] = defaultdict(list)

    @property
    def known(self) -> frozenset[Line]:
        return frozenset(self._lines)

    def without(self, draft: Draft) -> Draft:
        """The draft with what its outlet is known to repeat set aside."""
        press = press_of(draft.description, draft.origin)
        lines = self._by_press.get(press)
        if not lines:
            return draft
        article = set_aside(Article("", draft.description, draft.paragraphs, draft.furniture), lines)
        return replace(draft, paragraphs=article.paragraphs, furniture=article.furniture)

    def note(self, article: Article, origin: str) -> None:
        """Remember what an article that is written has of lines that may be repeated."""
        press = press_of(article.description, origin)
        self._waiting.update((press, paragraph.folded) for paragraph in candidates(article))

    def settle(self, library: Library, found: Callable[[frozenset[Line]], None]) -> Iterator[list[Article]]:
        """The articles that change, round by round: what stands beside a line that is set aside stands at an edge now.

        found: told of all lines before the articles that change for them, which a kill may leave as they are.
        """
        while self._waiting:
            new = {line for line in self._waiting if line in self._lines or self._is_repeated(line, library)}
            self._waiting = set()
            if not new:
                return
            self._learn(new)
            found(self.known)
            moved = list(self._moved(new, library))
            for article in moved:
                self.note(article, library.origin(article.id))
            yield moved

    def _learn(self, lines: Iterable[Line]) -> None:
        self._lines.update(lines)
        for press, folded in lines:
            self._by_press[press].add(folded)

    def look_through(self, library: Library) -> None:
        """Gather from all articles, some of which an ingest that was cut short may have left unsettled."""
        self.cut_short = False
        self._waiting |= self._lines
        for article in library.everything():
            origin = library.origin(article.id)
            self.note(article, origin)
            for line in article.furniture:
                paragraph = Paragraph(line.after + 1, line.text)
                placed = replace(article, paragraphs=_with(article.paragraphs, paragraph))
                key = (press_of(article.description, origin), paragraph.folded)
                self._aside[key].append(standing(placed, placed.paragraphs[line.after]))

    def _is_repeated(self, line: Line, library: Library) -> bool:
        standings = list(self._aside.get(line, ()))
        ids = library.holding(line[1])
        if len(ids) + len(standings) < ARTICLES:
            return False
        texts: dict[str, Paragraph] = {}
        outlet = None
        for article in self._among(ids, line[0], library):
            outlet = article.description.outlet
            for paragraph in article.paragraphs:
                if paragraph.folded == line[1]:
                    texts[paragraph.text] = paragraph
                    standings.append(standing(article, paragraph))
        return any(is_repeated(text, outlet, standings) for text in texts)

    def _moved(self, lines: Iterable[Line], library: Library) -> Iterator[Article]:
        by_article: dict[str, set[str]] = defaultdict(set)
        for line in lines:
            for article in self._among(library.holding(line[1]), line[0], library):
                by_article[article.id].add(line[1])
        for article_id, folded in by_article.items():
            before = library.articles([article_id])[article_id]
            after = set_aside(before, folded)
            if after != before:
                yield after

    def _among(self, ids: Sequence[str], press: str, library: Library) -> list[Article]:
        """Those of these articles that are of one outlet."""
        articles = library.articles(ids).values()
        return [each for each in articles if press_of(each.description, library.origin(each.id)) == press]


def _with(paragraphs: tuple[Paragraph, ...], new: Paragraph) -> tuple[Paragraph, ...]:
    """The paragraphs with another among them, numbered anew."""
    placed = [*paragraphs[: new.number - 1], new, *paragraphs[new.number - 1 :]]
    return tuple(replace(each, number=number) for number, each in enumerate(placed, start=1))
