"""Tell the lines that an outlet puts into article after article from the words of its stories."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from assistant.domain import Article, Description, Furniture, Kind, Paragraph, name_key
from ingest.marks import is_sentence
from ingest.wordings.known import is_of_the_paper

ARTICLES = 3  # unlike ones: of two, one may have been written after the other
_DAYS = 2
_EDGE_ABOVE, _EDGE_BELOW = 2, 3  # paragraphs
_LONGEST = 700  # characters
_LABEL = 6  # words
_OFFERS = re.compile(
    r"\b(?:podcasts?|apps?|puzzles?|crosswords?|quiz|games|deals|coverage|contributors?|experts)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a line stands in one article: under which lead, beside which paragraph, on which day, at an edge or not."""

    lead: str
    beside: str
    day: str
    at_edge: bool


def press_of(description: Description, origin: str) -> str:
    """What articles that share their furniture have in common: the outlet, else the folder that they lie in."""
    return name_key(description.outlet) if description.outlet else str(PurePath(origin).parent)


def candidates(article: Article) -> Iterator[Paragraph]:
    """The paragraphs that could be such lines, if others had them too."""
    outlet, language = article.description.outlet, article.description.language
    for paragraph in article.paragraphs:
        speaks = _speaks_to_readers(paragraph.text, outlet, language)
        if speaks or (_at_edge(article, paragraph) and _is_label(paragraph.text, outlet)):
            yield paragraph


def set_aside(article: Article, lines: Collection[str]) -> Article:
    """The article with these lines, named by their folded words, among its furniture where they stood.

    As it is where nothing of the story would be left.
    """
    paragraphs: list[Paragraph] = []
    furniture = [each for each in article.furniture if each.after == 0]
    for paragraph in article.paragraphs:
        if paragraph.folded in lines:
            furniture.append(Furniture(len(paragraphs), paragraph.text))
        else:
            paragraphs.append(replace(paragraph, number=len(paragraphs) + 1))
        behind = (each for each in article.furniture if each.after == paragraph.number)
        furniture += [replace(each, after=len(paragraphs)) for each in behind]
    if not any(paragraph.kind is Kind.BODY for paragraph in paragraphs):
        return article
    return replace(article, paragraphs=tuple(paragraphs), furniture=tuple(furniture))


def standing(article: Article, paragraph: Paragraph) -> Standing:
    """How this paragraph stands in its article."""
    others = [each for each in article.paragraphs if each is not paragraph]
    lead = others[0].folded if others else ""
    beside = others[max(paragraph.number - 2, 0)].folded if others else ""
    return Standing(lead, beside, str(article.description.day or article.id), _at_edge(article, paragraph))


def is_repeated(text: str, outlet: str | None, standings: Sequence[Standing]) -> bool:
    """Whether a line is the outlet's and no story's, by how it stands in the articles that have it.

    More articles never make less of it, so that the order in which they come does not matter.
    """
    if _speaks_to_readers(text, outlet):
        return _are_unlike(standings)
    return _is_label(text, outlet) and _are_unlike([each for each in standings if each.at_edge])


def _are_unlike(standings: Sequence[Standing]) -> bool:
    """Whether so many are of different stories, beside different words, and not of one day: no copies."""
    leads, besides, days = (
        {each.lead for each in standings},
        {each.beside for each in standings},
        {each.day for each in standings},
    )
    return min(len(leads), len(besides)) >= ARTICLES and len(days) >= _DAYS


def _at_edge(article: Article, paragraph: Paragraph) -> bool:
    return paragraph.number <= _EDGE_ABOVE or paragraph.number > len(article.paragraphs) - _EDGE_BELOW


def _speaks_to_readers(text: str, outlet: str | None, language: str | None = None) -> bool:
    """Whether an outlet speaks in it of what it offers; background that a series repeats has no such words."""
    if len(text) > _LONGEST:
        return False
    return is_of_the_paper(text, language) or (_OFFERS.search(text) is not None and _names(text, outlet))


def _is_label(text: str, outlet: str | None) -> bool:
    """Whether it is a few words with the outlet's name, and no sentence."""
    return len(text.split()) <= _LABEL and not is_sentence(text) and _names(text, outlet)


def _names(text: str, outlet: str | None) -> bool:
    return bool(outlet) and name_key(str(outlet)) in text.casefold()
