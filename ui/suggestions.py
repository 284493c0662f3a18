"""First questions that the articles at hand can answer."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from ui.wording import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.domain import Article

MOST = 3
_LONGEST_TITLE = 70
_PARAGRAPHS_READ = 12
_NAME = r"[A-Z][\w’'-]*[a-z][\w’'-]*(?: [A-Z][\w’'-]*[a-z][\w’'-]*){1,3}"
_INSIDE_SENTENCE = re.compile(rf"(?<=[a-z,;] )({_NAME})")
_SPEAKS = re.compile(rf"(?:(?:said|says|told us,?) ({_NAME}))|(?:({_NAME}),? (?:said|says)\b)")


def suggest(articles: Sequence[Article]) -> tuple[str, ...]:
    """At most three questions, of different kinds first, about different articles where there are several."""
    kinds = [
        [next(make(article), None) for article in rotated(articles, turn)]
        for turn, make in enumerate((_about, _said, _written))
    ]
    questions = chain.from_iterable(zip_longest(*kinds))
    return tuple(dict.fromkeys(question for question in questions if question))[:MOST]


def rotated(articles: Sequence[Article], turn: int) -> list[Article]:
    start = turn % len(articles) if articles else 0
    return [*articles[start:], *articles[:start]]


def _about(article: Article) -> Iterator[str]:
    """Whoever or whatever is named most, inside sentences: at their start any word has a capital."""
    names = Counter(name for text in _texts(article) for name in _INSIDE_SENTENCE.findall(text))
    for name, _ in names.most_common(1):
        yield f"What do the articles say about {name}?"


def _said(article: Article) -> Iterator[str]:
    for text in _texts(article):
        for after, before in _SPEAKS.findall(text):
            yield f"What did {after or before} say?"


def _written(article: Article) -> Iterator[str]:
    """Only where it is known who wrote it and when."""
    described = article.description
    if (
        described.authors
        and described.published
        and not (described.title_guessed or described.published_guessed)
    ):
        yield f"Who wrote “{shortened(described.title, _LONGEST_TITLE)}”, and when?"


def _texts(article: Article) -> Iterator[str]:
    for paragraph in article.paragraphs[:_PARAGRAPHS_READ]:
        yield " ".join(paragraph.text.split())
