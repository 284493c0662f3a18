"""First questions that the articles at hand can answer."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain, islice, zip_longest
from typing import TYPE_CHECKING

from assistant.domain import Kind
from assistant.wording import shortened
from ui.calling import called

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.domain import Article

_LONGEST_TITLE = 70
_PARAGRAPHS_READ = 12
_OF_A_KIND = 2  # to an article
_WORD = r"[A-ZÀ-ÖØ-Þ][\w’'-]*\w"
_NAME = rf"{_WORD}(?: {_WORD}){{0,5}}"
_FULL_NAME = rf"{_WORD}(?: {_WORD}){{1,5}}"
_INSIDE_SENTENCE = re.compile(rf"(?<=[a-z,;] )({_NAME})")
_SPEAKS = re.compile(rf"(?:\b(?:said|says) ((?:the )?{_FULL_NAME}))|(?:((?:\bthe )?{_FULL_NAME}),? (?:said|says)\b)")
_CALENDAR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July|August"
    r"|(?:Septem|Octo|Novem|Decem)ber"
)


def suggest(articles: Sequence[Article]) -> tuple[str, ...]:
    """Questions worth trying: of different kinds first, about different articles where there are several."""
    kinds = [
        [question for article in rotated(articles, turn) for question in islice(make(article), _OF_A_KIND)]
        for turn, make in enumerate((_about, _said, _written))
    ]
    questions = chain.from_iterable(zip_longest(*kinds))
    return tuple(dict.fromkeys(question for question in questions if question))


def rotated(articles: Sequence[Article], turn: int) -> list[Article]:
    start = turn % len(articles) if articles else 0
    return [*articles[start:], *articles[:start]]


def _about(article: Article) -> Iterator[str]:
    """Whoever or whatever is named most, inside sentences: at their start any word has a capital."""
    names = (called(name) for text in _texts(article) for name in _INSIDE_SENTENCE.findall(text))
    named = Counter(name for name in names if name and not _CALENDAR.match(name))
    often = [name for name, times in named.most_common() if times > 1]
    for name in sorted(often, key=lambda name: " " not in name):
        yield f"What is known about {name}?"


def _said(article: Article) -> Iterator[str]:
    for text in _texts(article):
        for after, before in _SPEAKS.findall(text):
            if name := _speaker(after or before):
                yield f"What did {name} say?"


def _speaker(name: str) -> str | None:
    """Without the roles before it; behind "the" one may stand alone: "the Harbour Minister"."""
    whole = re.sub("^The ", "the ", name)
    bare = whole.removeprefix("the ")
    person = called(bare)
    return whole if whole != bare and person in (None, bare) else person


def _written(article: Article) -> Iterator[str]:
    """Only where it is known who wrote it and when."""
    described = article.description
    if described.authors and described.published and not (described.title_guessed or described.published_guessed):
        yield f"Who wrote “{shortened(described.title, _LONGEST_TITLE)}”, and when?"


def _texts(article: Article) -> Iterator[str]:
    for paragraph in article.paragraphs[:_PARAGRAPHS_READ]:
        if paragraph.kind is Kind.BODY:
            yield " ".join(paragraph.text.split())
