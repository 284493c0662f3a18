"""The paragraphs for a question and its parts, each part looked for by itself and all of them merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from assistant.about import AboutArticle
from assistant.corpus.reading import Reader
from assistant.corpus.vectors import Vector
from assistant.domain import Filters, Place, Ranked
from assistant.embeddings.encoder import Encoder
from assistant.order import in_order
from assistant.parts import Part
from assistant.preferred import Preferred, preferred_by
from assistant.rerank import Reranker
from assistant.retrieve import RECENT, Query, retrieve


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question as it is looked for: its words and parts, limits and preferences, the day of asking if known.

    context: names that help to find what a follow-up means. spoken_of: articles that the conversation is about.
    about: where the question is about an article itself.
    """

    question: str
    parts: Sequence[Part]
    filters: Filters
    asked: date | None = None
    context: Sequence[str] = ()
    spoken_of: frozenset[str] = frozenset()
    about: AboutArticle | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A question, or a part of one, with its vector, its ranking, and the outlets that it was asked of."""

    question: str
    vector: Vector
    ranking: Sequence[Ranked]
    outlets: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Search:
    """What was found for the whole question, for each of its parts, and for other words of it."""

    whole: Found
    parts: Sequence[Found]
    others: Sequence[Found] = ()

    def ranking(self, count: int) -> Sequence[Ranked]:
        """One ranking in which each part is heard, and the other words together as much as one part."""
        whole = self.whole.ranking
        if not self.parts and not self.others:
            return whole[:count]
        # Each wording by itself had as much of a say as the question had, and three that missed the point cost three
        # news questions of a hundred their paragraph; together they cost none (tests/benchmarks/otherwise.py).
        others = [merged([each.ranking for each in self.others], count)] if self.others else []
        # Of the whole question's two in each turn: measured better than one or three (tests/benchmarks/multihop.py).
        return merged([*(each.ranking for each in self.parts), whole[::2], whole[1::2], *others], count)

    def at(self, place: Place) -> Ranked | None:
        """The paragraph there, as it was found first: for the whole question, a part of it, or other words."""
        rankings = (each.ranking for each in (self.whole, *self.parts, *self.others))
        return next((each for ranking in rankings for each in ranking if each.place == place), None)


@dataclass(frozen=True, slots=True)
class Finder:
    """Looks in one library; finds so many paragraphs for each question, and no more is asked of its rankings."""

    reader: Reader
    encoder: Encoder
    count: int
    reranker: Reranker | None = None

    def find(self, wanted: Wanted) -> Search:
        """Look for the question as it stands, and for each of its parts."""
        preferred = _preferences(wanted)
        whole = self._look(wanted.question, wanted, preferred)
        parts = [self._look(part.question, wanted, _preferred(part, preferred)) for part in wanted.parts]
        return Search(whole, parts)

    def widened(self, search: Search, wanted: Wanted, queries: Sequence[str]) -> Search:
        """With what other words of the question find; they need no context, for they name what they mean."""
        alone = replace(wanted, context=())
        return replace(search, others=[self._look(each, alone, _preferences(wanted)) for each in queries])

    def _look(self, question: str, wanted: Wanted, preferred: Preferred) -> Found:
        encoder = self.encoder
        vector = encoder.encode_question(question)
        query = Query(question, vector, wanted.filters, wanted.asked, wanted.spoken_of, encoder.near, preferred)
        found = self._retrieved(query)
        if wanted.context:
            sought = " ".join([question, *wanted.context])
            toward = replace(query, text=sought, vector=encoder.encode_question(sought))
            found = relevant_as(found, self._retrieved(toward))
        ranking = in_order(found, wanted.filters.order)
        return Found(question, vector, ranking, wanted.filters.outlets or preferred.outlets)

    def _retrieved(self, query: Query) -> Sequence[Ranked]:
        return retrieve(self.reader, query, self.count, self.reranker)


def _preferences(wanted: Wanted) -> Preferred:
    preferred = preferred_by(wanted.filters)
    if wanted.asked and _lately(preferred, wanted.asked):
        # What is fresh on the day of asking is preferred for that already: twice lost one article in a hundred.
        return replace(preferred, first=None, last=None)
    return preferred


def relevant_as(alone: Sequence[Ranked], in_context: Sequence[Ranked]) -> list[Ranked]:
    """What was found with a follow-up's context, with the relevance that it has for the question alone.

    The context helps to find; a paragraph that is only about the topic answers no question the better for it.
    """
    known = {each.place: each.scores.relevance or 0.0 for each in alone}
    least = min(known.values(), default=0.0)
    return [replace(each, scores=replace(each.scores, relevance=known.get(each.place, least))) for each in in_context]


def _lately(preferred: Preferred, asked: date) -> bool:
    """Whether the days preferred are those before the day of asking."""
    return preferred.first is not None and preferred.last is None and preferred.first >= asked - RECENT


def _preferred(part: Part, preferred: Preferred) -> Preferred:
    """What the part names itself, and where it names nothing what the question does."""
    if not (part.outlets or part.first or part.last):
        return preferred
    return Preferred(part.outlets, (), part.first, part.last)


def merged(rankings: Sequence[Sequence[Ranked]], count: int) -> list[Ranked]:
    """The rankings in turn, best first of each; what several have counts once.

    A score is the best that a paragraph has anywhere, but never more than that of the one before it.
    """
    best: dict[str, Ranked] = {}
    names = _names([each for ranking in rankings for each in ranking])
    for ranked in (each for ranking in rankings for each in ranking):
        known = best.setdefault(names[ranked.place], ranked)
        if known.score < ranked.score:
            best[names[ranked.place]] = ranked
    turns = dict.fromkeys(names[each.place] for turn in zip_longest(*rankings) for each in turn if each)
    found: list[Ranked] = []
    for name in list(turns)[:count]:
        ceiling = found[-1].score if found else best[name].score
        found.append(replace(best[name], score=min(ceiling, best[name].score)))
    return found


def _names(ranked: Sequence[Ranked]) -> dict[Place, str]:
    """A name for each place, the same where the same stands, or nearly so in a copy."""
    names: dict[Place, str] = {}
    for each in ranked:
        name = names.setdefault(each.place, each.paragraph.folded)
        for place in each.also_in:
            names.setdefault(place, name)
    return names
