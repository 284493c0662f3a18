"""The paragraphs that a question is about, ranked, copies counted once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assistant.corpus.reading import Reader
from assistant.corpus.records import place_of
from assistant.corpus.vectors import Vector
from assistant.domain import Article, Filters, Paragraph, Place, Ranked, name_key
from assistant.fuse import KIND_WEIGHT, Fused, fuse

# Candidates of each arm: on 123,149 paragraphs the right one is among 50 + 50 for 97 of 100 questions.
CANDIDATES = 50

ALSO_IN = 20


def retrieve(reader: Reader, question: str, vector: Vector, count: int, filters: Filters) -> list[Ranked]:
    """The best paragraphs for a question; vector is the question's. Of copies the best stands for all."""
    depth = max(CANDIDATES, 2 * count)
    fused = _candidates(reader, question, vector, depth, filters)
    articles = reader.articles([place_of(each.passage_id).article_id for each in fused])
    ranked = _paragraphs(fused, articles)
    wanted = [each for each in ranked if _by_one_of(each, filters.authors)]
    return [_with_copies(reader, each) for each in _counted_once(wanted)[:count]]


def _candidates(reader: Reader, question: str, vector: Vector, depth: int, filters: Filters) -> list[Fused]:
    """Both arms' candidates, each scored by both."""
    dense = dict(reader.nearest(vector, depth, filters))
    lexical = dict(reader.matching(question, depth, filters))
    dense |= reader.similarities(vector, [each for each in lexical if each not in dense])
    unscored = [each for each in dense if each not in lexical]
    if unscored:
        lexical |= dict(reader.matching(question, len(unscored), filters, unscored))
    return fuse(dense, lexical)


def _paragraphs(fused: Iterable[Fused], articles: Mapping[str, Article]) -> list[Ranked]:
    """Each paragraph with its best passage's score, those that are not body below; best first.

    A passage whose paragraph is gone or has other words now is one that another process is just replacing.
    """
    best: dict[Place, Ranked] = {}
    for each in fused:
        place = place_of(each.passage_id)
        article = articles.get(place.article_id)
        paragraph = article.paragraph(place.paragraph) if article else None
        if article is None or paragraph is None or not each.passage_id.endswith(paragraph.digest[:8]):
            continue
        score = each.score * KIND_WEIGHT[paragraph.kind]
        if place not in best or score > best[place].score:
            best[place] = Ranked(article.id, article.description, paragraph, score, each.scores)
    return sorted(best.values(), key=lambda each: -each.score)


def _counted_once(ranked: Sequence[Ranked]) -> list[Ranked]:
    seen: dict[str, Ranked] = {}
    for each in ranked:
        seen.setdefault(each.paragraph.folded, each)
    return list(seen.values())


def _with_copies(reader: Reader, ranked: Ranked) -> Ranked:
    """Where else the same paragraph stands, by date."""
    places = {place_of(each) for each in reader.same_words(ranked.paragraph.folded, 4 * ALSO_IN)}
    others = places - {ranked.place}
    if not others:
        return ranked
    articles = reader.articles([each.article_id for each in others])
    known = [each for each in others if _still_says(articles, each, ranked.paragraph)]
    return replace(ranked, also_in=tuple(sorted(known, key=lambda each: _when(articles, each))[:ALSO_IN]))


def _still_says(articles: Mapping[str, Article], place: Place, paragraph: Paragraph) -> bool:
    article = articles.get(place.article_id)
    there = article.paragraph(place.paragraph) if article else None
    return there is not None and there.folded == paragraph.folded


def _when(articles: Mapping[str, Article], place: Place) -> tuple[bool, str, str, int]:
    day = articles[place.article_id].description.day
    return day is None, str(day), place.article_id, place.paragraph


def _by_one_of(ranked: Ranked, authors: Sequence[str]) -> bool:
    wanted = {name_key(each) for each in authors}
    return not wanted or any(name_key(each) in wanted for each in ranked.description.authors)
