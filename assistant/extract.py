"""The one to three sentences that answer, chosen among those found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from assistant.domain import Citation, Claim, Paragraph, Quote, Support
from assistant.evidence import Sentence
from assistant.terms import words_in

# Fitted on SQuAD sentences (a listwise softmax over the candidates of each question), in the order of `signs`.
# A name weighs less than its rarity has it: a sentence that answers often has a pronoun in its place.
WEIGHTS = np.array([6.1, 2.6, 2.2, -0.8, 4.0, 0.7, 1.4, 14.8, -0.3])

MOST = 3
# A further sentence is worth reading when it is nearly as good as the first and says something else. On SQuAD the
# first holds the answer for .82 of the questions; with this margin one of 1.4 does for .89, of 2.9 without any for .92.
_MARGIN = 1.5
_SAME = 0.6


def rank(sentences: Sequence[Sentence]) -> list[tuple[float, Sentence]]:
    """Best first, each with its score (a log-odds up to a constant)."""
    scored = [(float(WEIGHTS @ each.signs), each) for each in sentences]
    return sorted(scored, key=lambda pair: -pair[0])


def choose(ranked: Sequence[tuple[float, Sentence]], most: int = MOST) -> list[Quote]:
    """The best sentences that do not repeat each other; the same sentence elsewhere is named in `also_in`."""
    quotes: dict[str, Quote] = {}
    best = ranked[0][0] if ranked else 0.0
    for score, sentence in ranked:
        folded = _folded(sentence.text)
        if folded in quotes:
            quotes[folded] = _also_in(quotes[folded], sentence)
        elif score >= best - _MARGIN and len(quotes) < most and not _repeats(sentence, quotes.values()):
            quotes[folded] = _quote(sentence)
    return list(quotes.values())


def cite(quotes: Sequence[Quote], first: int) -> tuple[tuple[Claim, ...], tuple[Citation, ...]]:
    """Number the quotes by first mention, from `first`; each is the claim that it bears out."""
    citations = tuple(Citation(number, quote) for number, quote in enumerate(quotes, start=first))
    claims = tuple(Claim(each.quote.text, (each.number,), Support.QUOTED) for each in citations)
    return claims, citations


def _quote(sentence: Sentence) -> Quote:
    ranked = sentence.ranked
    return Quote(
        ranked.article_id,
        ranked.description,
        ranked.paragraph,
        sentence.start,
        sentence.end,
        ranked.also_in,
    )


def _also_in(quote: Quote, twin: Sentence) -> Quote:
    places = dict.fromkeys([*quote.also_in, twin.ranked.place, *twin.ranked.also_in])
    return replace(quote, also_in=tuple(each for each in places if each.article_id != quote.article_id))


def _folded(text: str) -> str:
    return Paragraph(1, text).folded


def _repeats(sentence: Sentence, quotes: Iterable[Quote]) -> bool:
    words = words_in(sentence.text)
    return any(len(words & words_in(each.text)) >= _SAME * len(words) for each in quotes)
