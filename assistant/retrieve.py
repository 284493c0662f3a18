"""The paragraphs that a question is about, ranked, copies counted once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from assistant.alike import nearly_same
from assistant.corpus.reading import Reader
from assistant.corpus.records import place_of
from assistant.corpus.vectors import Vector
from assistant.domain import Article, Filters, Paragraph, Place, Ranked
from assistant.fuse import Fused, fuse
from assistant.preferred import NOTHING, Preferred
from assistant.question import Question
from assistant.rerank import Reranker, rerank
from assistant.terms import Near, only_itself, rarity_in, terms_of
from assistant.weigh import Candidate, Sought, weigh
from assistant.why import explained

# Candidates of each arm: on 60,508 news passages the right paragraph is among 60 + 60 for 98 of 100 questions.
CANDIDATES = 60

# Of the candidates fused, so many are weighed sentence by sentence: more find the paragraph for one in a thousand more.
WEIGHED = 50

# So many more of each arm from what the question prefers.
PREFERRED = 20

# With a day of asking, what was published in so many days before it is looked through once more.
RECENT = timedelta(days=14)

ALSO_IN = 20

# Places looked at for those: a passage is one of several windows, and some may just have been edited.
_LOOKED_AT = 4 * ALSO_IN


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: the words, their vector, the limits; where they are known, the day of asking and the articles
    that the conversation is about; near tells the stems near a word; preferred is what the question names."""

    text: str
    vector: Vector
    filters: Filters
    asked: date | None = None
    spoken_of: frozenset[str] = frozenset()
    near: Near = only_itself
    preferred: Preferred = NOTHING


def retrieve(reader: Reader, query: Query, count: int, reranker: Reranker | None = None) -> list[Ranked]:
    """The best paragraphs for a query. A reranker has the last word.

    Of copies the best stands for all, and of equals the earliest: it is what was asked for, by words and by source.
    """
    question = Question(query.text)
    fused = _candidates(reader, query, " ".join(question.carrying), max(CANDIDATES, 2 * count))
    # What the question prefers is weighed however poorly it was fused.
    most = len(fused) if query.preferred != NOTHING else max(WEIGHED, 2 * count)
    weighed = _first_places(fused, most)
    articles = reader.articles([place_of(each.passage_id).article_id for each in weighed])
    candidates = _paragraphs(weighed, articles)
    rarity = rarity_in(reader.counts()[1], reader.passages_with)
    terms = terms_of(question, rarity, query.near)
    wanted = Sought(question, query.vector, terms, query.asked, query.spoken_of, query.preferred)
    ranked = weigh(candidates, wanted, reader.vectors_of)
    copies = {each: article.copies for each, article in articles.items() if article.copies}
    once = _counted_once(ranked, copies)
    last = rerank(list(once), query.text, reranker) if reranker else once
    found = explained(islice(last, count), candidates, wanted)
    return [_with_copies(reader, each, copies.get(each.article_id, ())) for each in found]


def _candidates(reader: Reader, query: Query, words: str, depth: int) -> list[Fused]:
    """Both arms' candidates, each scored by both; words are the question's that carry it."""
    filters = query.filters
    dense = dict(reader.nearest(query.vector, depth, filters))
    lexical = dict(reader.matching(words, depth, filters))
    if query.asked and not (filters.after or filters.before):
        recent = replace(filters, after=query.asked - RECENT, before=query.asked)
        lexical |= dict(reader.matching(words, depth, recent))
    for narrowed in _narrowed(filters, query.preferred):
        dense |= dict(reader.nearest(query.vector, PREFERRED, narrowed))
        lexical |= dict(reader.matching(words, PREFERRED, narrowed))
    dense |= reader.similarities(query.vector, [each for each in lexical if each not in dense])
    unscored = [each for each in dense if each not in lexical]
    if unscored:
        lexical |= dict(reader.matching(words, len(unscored), filters, unscored))
    return fuse(dense, lexical)


def _narrowed(filters: Filters, preferred: Preferred) -> Iterator[Filters]:
    """The limits narrowed to what is preferred, where they leave that open."""
    if preferred.outlets and not filters.outlets:
        yield replace(filters, outlets=preferred.outlets)
    if preferred.authors and not filters.authors:
        yield replace(filters, authors=preferred.authors)
    if (preferred.first or preferred.last) and not (filters.after or filters.before):
        yield replace(filters, after=preferred.first, before=preferred.last)


def _first_places(fused: Sequence[Fused], most: int) -> list[Fused]:
    """The best passages, of so many paragraphs at most."""
    places = dict.fromkeys(place_of(each.passage_id) for each in fused)
    first = set(islice(places, most))
    return [each for each in fused if place_of(each.passage_id) in first]


def _paragraphs(fused: Iterable[Fused], articles: Mapping[str, Article]) -> list[Candidate]:
    """Each paragraph with its best passage's scores, best first.

    A passage whose paragraph is gone or has other words now is one that another process is just replacing.
    """
    best: dict[Place, Candidate] = {}
    for each in fused:
        place = place_of(each.passage_id)
        article = articles.get(place.article_id)
        paragraph = article.paragraph(place.paragraph) if article else None
        if article is None or paragraph is None or not each.passage_id.endswith(paragraph.digest[:8]):
            continue
        best.setdefault(place, Candidate(article, paragraph, each.scores, each.share))
    return list(best.values())


def _counted_once(ranked: Iterable[Ranked], copies: Mapping[str, Sequence[str]]) -> Iterator[Ranked]:
    """The best of each that say the same, or nearly so in articles that are copies; lazily, for folding takes longer
    than all the rest."""
    seen: set[str] = set()
    kept: dict[str, list[Paragraph]] = {}
    for each in ranked:
        folded, others = each.paragraph.folded, copies.get(each.article_id, ())
        near = (nearly_same(each.paragraph, told) for other in others for told in kept.get(other, ()))
        if folded not in seen and not any(near):
            seen.add(folded)
            kept.setdefault(each.article_id, []).append(each.paragraph)
            yield each


def _with_copies(reader: Reader, ranked: Ranked, copies: Sequence[str]) -> Ranked:
    """Where else the same paragraph stands, and nearly the same in the article's copies, by date."""
    same = {place_of(each) for each in reader.same_words(ranked.paragraph.folded, _LOOKED_AT)} - {ranked.place}
    near = copies[:_LOOKED_AT]
    if not same and not near:
        return ranked
    articles = reader.articles([*(each.article_id for each in same), *near])
    known = [each for each in same if _still_says(articles, each, ranked.paragraph)]
    there = {each.article_id for each in known}
    known += [
        place
        for each in near
        if each in articles and each not in there and (place := _place_in(articles[each], ranked.paragraph))
    ]
    return replace(ranked, also_in=tuple(sorted(known, key=lambda each: _when(articles, each))[:ALSO_IN]))


def _place_in(article: Article, paragraph: Paragraph) -> Place | None:
    """Where an article says nearly the same."""
    told = (each.number for each in article.paragraphs if nearly_same(each, paragraph))
    return next((Place(article.id, each) for each in told), None)


def _still_says(articles: Mapping[str, Article], place: Place, paragraph: Paragraph) -> bool:
    article = articles.get(place.article_id)
    there = article.paragraph(place.paragraph) if article else None
    return there is not None and there.folded == paragraph.folded


def _when(articles: Mapping[str, Article], place: Place) -> tuple[bool, str, str, int]:
    day = articles[place.article_id].description.day
    return day is None, str(day), place.article_id, place.paragraph
