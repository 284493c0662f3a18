"""Candidates weighed by what one score cannot see: their sentences, the question's rare words and word pairs."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from assistant.corpus.vectors import Vector
from assistant.domain import Article, Description, Favour, Kind, Paragraph, Ranked, Scores
from assistant.form import answers_in_form
from assistant.preferred import NOTHING, Preferred
from assistant.question import Question
from assistant.terms import Terms, sentences_in

VectorsOf = Callable[[Sequence[str]], Mapping[str, Vector]]

# In the order of `_signs`. Fitted on SQuAD paragraphs and news questions together (listwise
# softmax), rounded; fitted on three quarters of the topics and measured on the fourth, it is as good.
_WEIGHTS = np.array([4.3, 4.9, 0.7, 6.4, 3.1, 2.1, 4.1])

# How much the words that a sentence tells count beside its cosine, where a paragraph's best sentence is looked for.
_TOLD = 0.5

# What a sentence of the form asked for is worth that tells no word of the question.
_FITTING = 0.2

# The most that each can be.
_WHOLE = float(_WEIGHTS @ [1.0, 1.0 + _TOLD, 1.0, 1.0, 1.0, 1.0 + _FITTING, 1.0])

# An article of the day of asking, fitted with the others.
_FRESH = 5.1 / _WHOLE

# For coming from a source that the question names, and from the days that it names: measured on questions of
# several parts (tests/benchmarks/multihop.py).
_FROM_SOURCE, _WITHIN_DAYS = 6.0 / _WHOLE, 4.0 / _WHOLE

# A follow-up is more likely answered by an article that was cited just before, if another is not clearly better.
_SPOKEN_OF = 1.0 / _WHOLE

# Days after which an article is worth 1/e of one of the day: the news of a week is what a news question is about.
_FRESH_DAYS = 7.0

# Being fresh is named where it moved a paragraph: worth a tenth of what the day of asking is, sixteen days after.
_NOTABLY_FRESH = 0.1

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
    """What candidates are weighed against: the question with its vector and terms, where they are known the day of
    asking and the articles that the conversation is about, and what the question prefers."""

    question: Question
    vector: Vector
    terms: Terms
    asked: date | None = None
    spoken_of: frozenset[str] = frozenset()
    preferred: Preferred = NOTHING


@dataclass(frozen=True, slots=True)
class Looked:
    """The best of a paragraph's sentences: by cosine, by cosine and words told, by words told in the form asked for."""

    nearest: float
    best: float
    form: float


def weigh(candidates: Sequence[Candidate], wanted: Sought, vectors_of: VectorsOf) -> list[Ranked]:
    """Best first, of equals the earliest; scores are between 0 and 1, but for what being fresh, spoken of or preferred
    adds."""
    texts = dict.fromkeys(
        [
            *(sentence for each in candidates for sentence in sentences_in(each.paragraph.text)),
            *(each.article.lead for each in candidates),
        ]
    )
    vectors = vectors_of(list(texts))
    ranked = [_weighed(candidate, wanted, vectors) for candidate in candidates]
    return sorted(ranked, key=lambda each: (-each.score, each.description.day or date.max))


def _weighed(candidate: Candidate, wanted: Sought, vectors: Mapping[str, Vector]) -> Ranked:
    paragraph, description = candidate.paragraph, candidate.article.description
    looked = _look(candidate, wanted, vectors)
    covered = wanted.terms.told_by(description.title, *sentences_in(paragraph.text))
    signs = _signs(candidate, wanted, vectors, looked, covered)
    relevance = _KIND_WEIGHT[paragraph.kind] * max(0.0, float(_WEIGHTS @ signs)) / _WHOLE
    score = (
        relevance
        + _FRESH * _freshness(description.day, wanted.asked)
        + _SPOKEN_OF * (candidate.article.id in wanted.spoken_of)
        + _FROM_SOURCE * wanted.preferred.from_source(description)
        + _WITHIN_DAYS * wanted.preferred.within(description)
    )
    scores = Scores(candidate.scores.dense, candidate.scores.lexical, looked.nearest, covered, relevance)
    return Ranked(candidate.article.id, description, paragraph, score, scores)


def _signs(
    candidate: Candidate, wanted: Sought, vectors: Mapping[str, Vector], looked: Looked, covered: float
) -> NDArray[np.float64]:
    """What speaks for a paragraph: the first and the last are cosines of its passage and of its article's lead."""
    dense, lead = candidate.scores.dense or 0.0, candidate.article.lead
    about = float(vectors[lead] @ wanted.vector) if lead in vectors else dense
    pairs = wanted.terms.paired_in(*sentences_in(candidate.paragraph.text))
    return np.array([dense, looked.best, candidate.share, covered, pairs, looked.form, about])


def _look(candidate: Candidate, wanted: Sought, vectors: Mapping[str, Vector]) -> Looked:
    """Look into the sentences; one without a vector (an older library's) is taken to be as near as its paragraph."""
    dense = candidate.scores.dense or 0.0
    sentences = sentences_in(candidate.paragraph.text)
    near = [float(vectors[each] @ wanted.vector) if each in vectors else dense for each in sentences]
    told = [wanted.terms.told_by(each) for each in sentences]
    fits = [answers_in_form(wanted.question, each) for each in sentences]
    return Looked(
        nearest=max(near),
        best=max(one + _TOLD * other for one, other in zip(near, told, strict=True)),
        form=max(one * (_FITTING + other) for one, other in zip(fits, told, strict=True)),
    )


def favours(article_id: str, description: Description, wanted: Sought) -> tuple[Favour, ...]:
    """What raised a paragraph of this article besides its words."""
    raised = {
        Favour.FRESH: _freshness(description.day, wanted.asked) > _NOTABLY_FRESH,
        Favour.CITED_BEFORE: article_id in wanted.spoken_of,
        Favour.SOURCE: wanted.preferred.from_source(description),
        Favour.DAYS: wanted.preferred.within(description),
    }
    return tuple(favour for favour, is_so in raised.items() if is_so)


def _freshness(published: date | None, asked: date | None) -> float:
    """1 on the day of asking, falling by half in five days; 0 where either day is unknown, or it came later."""
    if published is None or asked is None or published > asked:
        return 0.0
    return math.exp(-(asked - published).days / _FRESH_DAYS)
