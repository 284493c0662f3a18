"""Paragraphs that were found, with what put them where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.domain.articles import Paragraph
from assistant.domain.descriptions import Description
from assistant.domain.passages import Place


@dataclass(frozen=True, slots=True)
class Scores:
    """Why a paragraph stands where it does; None where it was no candidate.

    dense: cosine of its best passage. lexical: BM25. sentence: cosine of its best sentence. covered: the share of
    the question's words, by rarity, that it and its title have. relevance: all these and more, 0 to 1, without what
    being fresh or preferred adds to the score. rerank: a cross-encoder's word, where one is set.
    """

    dense: float | None = None
    lexical: float | None = None
    sentence: float | None = None
    covered: float | None = None
    relevance: float | None = None
    rerank: float | None = None


class Favour(StrEnum):
    """What raised a paragraph besides its words.

    fresh: it appeared shortly before the day of asking. cited_before: its article was cited in the turns before.
    source: its outlet or author, days: its date is what the question prefers. order: it is among the newest, or the
    oldest, of those nearly as good, as the question asks.
    """

    FRESH = "fresh"
    CITED_BEFORE = "cited_before"
    SOURCE = "source"
    DAYS = "days"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Why:
    """How a paragraph was found: its places, counted from 1, among so many candidates, by meaning and by words.

    by_words: None where it shares no word with the question. words: those of the question, as it has them, that stand
    in the paragraph; title_words: others that stand in its title, or name its outlet or authors.
    """

    among: int
    by_meaning: int
    by_words: int | None = None
    words: tuple[str, ...] = ()
    title_words: tuple[str, ...] = ()
    favours: tuple[Favour, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """A paragraph in a ranking, with the article it stands in and where else it stands.

    why: how it got there, where that was noted.
    """

    article_id: str
    description: Description
    paragraph: Paragraph
    score: float
    scores: Scores = Scores()
    also_in: tuple[Place, ...] = ()
    why: Why | None = None

    @property
    def place(self) -> Place:
        return Place(self.article_id, self.paragraph.number)


Ranking = Sequence[Ranked]
