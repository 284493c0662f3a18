"""Two rankings made one: a convex combination of normalised scores."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.domain import Kind, Scores

# The share of meaning against words, measured on SQuAD paragraphs and news questions.
DENSE_SHARE = 0.5

# What is not the article's own text ranks below it.
KIND_WEIGHT = {Kind.BODY: 1.0, Kind.DESCRIPTION: 1.0, Kind.CAPTION: 0.85, Kind.TEASER: 0.85}


@dataclass(frozen=True, slots=True)
class Fused:
    """A passage with its fused score, between 0 and 1, and the scores it was made of."""

    passage_id: str
    score: float
    scores: Scores


def fuse(dense: Mapping[str, float], lexical: Mapping[str, float]) -> list[Fused]:
    """Best first. Convex combinations beat reciprocal ranks (Bruch et al. 2022, arXiv 2210.11934).

    BM25 is divided by the best score there is, cosine stretched from the candidates' worst to their best; a
    passage without a lexical score shares no word with the question, one without a dense score counts as the worst.
    """
    ids = dict.fromkeys([*dense, *lexical])
    best = max(lexical.values(), default=0.0) or 1.0
    low, high = min(dense.values(), default=0.0), max(dense.values(), default=1.0)
    width = (high - low) or 1.0
    fused = [
        Fused(
            each,
            DENSE_SHARE * (dense.get(each, low) - low) / width + (1 - DENSE_SHARE) * lexical.get(each, 0.0) / best,
            Scores(dense.get(each), lexical.get(each)),
        )
        for each in ids
    ]
    return sorted(fused, key=lambda each: -each.score)
