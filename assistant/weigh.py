"""Candidates weighed by what one score cannot see: their sentences, the question's rare words and word pairs."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.corpus.vectors import Vector
from assistant.domain import Article, Kind, Paragraph, Ranked, Scores
from assistant.terms import Terms, sentences_in

VectorsOf = Callable[[Sequence[str]], Mapping[str, Vector]]

# Fitted on SQuAD paragraphs and news questions together (listwise softmax), rounded: the paragraph's and its best
# sentence's cosine, BM25, the share of the question's words by rarity in the best sentence, the same in paragraph
# and title, the share of its word pairs, and how fresh the article was on the day of asking.
_DENSE, _SENTENCE, _WORDS, _TOLD, _COVERED, _PAIRS, _FRESH = 3.5, 3.8, 3.0, 2.8, 2.6, 2.0, 2.6
_WHOLE = _DENSE + _SENTENCE + _WORDS + _TOLD + _COVERED + _PAIRS

# Days after which an article is worth 1/e of one of the day: the news of a week is what a news question is about.
_FRESH_DAYS = 7.0

# What is not the article's own text ranks below it.
_KIND_WEIGHT = {Kind.BODY: 1.0, Kind.DESCRIPTION: 1.0, Kind.CAPTION: 0.85, Kind.TEASER: 0.85}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph to be weighed, with its passage's cosine and its BM25 as a share of the best."""

    article: Article
    paragraph: Paragraph
    scores: Scores
    share: float


@dataclass(frozen=True, slots=True)
class Sought:
    """What candidates are weighed against: the question's vector and terms, and the day it was asked on if known."""

    vector: Vector
    terms: Terms
    asked: date | None = None


def weigh(candidates: Sequence[Candidate], wanted: Sought, vectors_of: VectorsOf) -> list[Ranked]:
    """Best first; scores are between 0 and 1, but for what freshness adds."""
    texts = dict.fromkeys(sentence for candidate in candidates for sentence in sentences_in(candidate.paragraph.text))
    vectors = vectors_of(list(texts))
    ranked = [_weighed(candidate, wanted, vectors) for candidate in candidates]
    return sorted(ranked, key=lambda each: -each.score)


def _weighed(candidate: Candidate, wanted: Sought, vectors: Mapping[str, Vector]) -> Ranked:
    paragraph, description = candidate.paragraph, candidate.article.description
    sentences = sentences_in(paragraph.text)
    dense = candidate.scores.dense or 0.0
    # Sentences whose vectors are not kept (an older library's) are taken to be as near as their paragraph.
    nearest = max((float(vectors[each] @ wanted.vector) for each in sentences if each in vectors), default=dense)
    told = max((wanted.terms.told_by(each) for each in sentences), default=0.0)
    covered = wanted.terms.told_by(f"{description.title} {paragraph.text}")
    pairs = wanted.terms.paired_in(paragraph.text)
    score = (
        _DENSE * dense
        + _SENTENCE * nearest
        + _WORDS * candidate.share
        + _TOLD * told
        + _COVERED * covered
        + _PAIRS * pairs
        + _FRESH * _freshness(description.day, wanted.asked)
    )
    scores = Scores(candidate.scores.dense, candidate.scores.lexical, nearest, covered)
    kind = _KIND_WEIGHT[paragraph.kind]
    return Ranked(candidate.article.id, description, paragraph, kind * max(0.0, score) / _WHOLE, scores)


def _freshness(published: date | None, asked: date | None) -> float:
    """1 on the day of asking, falling by half in five days; 0 where either day is unknown, or it came later."""
    if published is None or asked is None or published > asked:
        return 0.0
    return math.exp(-(asked - published).days / _FRESH_DAYS)
