"""The few sentences that answer, chosen among those found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from assistant.domain import Citation, Claim, Paragraph, Quote, Support
from assistant.evidence import Sentence
from assistant.question import Question
from assistant.support.addressed import ADDRESSED, rests_on_addressed
from assistant.terms import words_in

# Fitted on SQuAD sentences (a listwise softmax over the candidates of each question), in the order of `signs`.
# A name weighs less than its rarity has it: a sentence that answers often has a pronoun in its place.
WEIGHTS = np.array([6.1, 2.6, 2.2, -0.8, 4.0, 0.7, 1.4, 14.8, -0.3])

# A further sentence is worth reading when it is nearly as good as the first and says something else. On SQuAD the
# first holds the answer for .82 of the questions; with this margin one of 1.4 does for .89, of 2.9 without any for .92.
MOST, _MARGIN = 3, 1.5
_MOST_OF_MANY, _MARGIN_OF_MANY = 5, 2.0
_MOST_OF_A_SUMMARY, _MARGIN_OF_A_SUMMARY = 5, 5.0
_SAME = 0.6

# The answer that follows the very question in its paragraph lies up to 9 below it; news beside an order or a question
# that it has nothing to do with, 9.5 and more.
_BESIDE = 9.0


@dataclass(frozen=True, slots=True)
class Room:
    """How many sentences an answer may have, and how far below the best; in_order: as they stand in their article."""

    most: int = MOST
    margin: float = _MARGIN
    in_order: bool = False


def room_for(question: Question) -> Room:
    """Three sentences, more for a list or a summary."""
    if question.wants_summary:
        return Room(_MOST_OF_A_SUMMARY, _MARGIN_OF_A_SUMMARY, in_order=True)
    return Room(_MOST_OF_MANY, _MARGIN_OF_MANY) if question.wants_many else Room()


def rank(sentences: Sequence[Sentence]) -> list[tuple[float, Sentence]]:
    """Best first, each with its score (a log-odds up to a constant)."""
    scored = [(float(WEIGHTS @ each.signs), each) for each in sentences]
    return sorted(scored, key=lambda pair: -pair[0])


def choose(ranked: Sequence[tuple[float, Sentence]], room: Room = Room()) -> list[Quote]:
    """The best sentences that do not repeat each other; the same sentence elsewhere is named in `also_in`."""
    quotes: dict[str, Quote] = {}
    best = ranked[0][0] if ranked else 0.0
    for score, sentence in ranked:
        folded = _folded(sentence.text)
        if folded in quotes:
            quotes[folded] = _also_in(quotes[folded], sentence)
        elif score >= best - room.margin and len(quotes) < room.most and not _repeats(sentence, quotes.values()):
            quotes[folded] = _quote(sentence, quotes.values())
    return _as_they_stand(list(quotes.values())) if room.in_order else list(quotes.values())


def _as_they_stand(quotes: Sequence[Quote]) -> list[Quote]:
    """By article, the best one's first, and as they follow each other there."""
    articles = list(dict.fromkeys(quote.article_id for quote in quotes))
    return sorted(quotes, key=lambda each: (articles.index(each.article_id), each.paragraph.number, each.start))


def cite(quotes: Sequence[Quote], first: int) -> tuple[tuple[Claim, ...], tuple[Citation, ...]]:
    """Number the quotes by first mention, from `first`; each is the claim that it bears out."""
    citations = tuple(Citation(number, quote) for number, quote in enumerate(quotes, start=first))
    claims = tuple(Claim(each.quote.text, (each.number,), Support.QUOTED, _problem(each.quote)) for each in citations)
    return claims, citations


def telling(ranked: Sequence[tuple[float, Sentence]]) -> list[tuple[float, Sentence]]:
    """Those that tell something and are not addressed to the reader; none where what is addressed fits far better."""
    news = [
        (score, each)
        for score, each in ranked
        if not rests_on_addressed(each.ranked.paragraph.text, each.start, each.end)
    ]
    return news if news and news[0][0] >= ranked[0][0] - _BESIDE else []


def _problem(quote: Quote) -> str | None:
    """What to say of a quote that is nevertheless all there is: it stands there, but as no news."""
    return ADDRESSED if rests_on_addressed(quote.paragraph.text, quote.start, quote.end) else None


def _quote(sentence: Sentence, others: Iterable[Quote]) -> Quote:
    ranked = sentence.ranked
    start = sentence.start if _among(sentence.leans_from, sentence, others) else sentence.leans_from
    return Quote(ranked.article_id, ranked.description, ranked.paragraph, start, sentence.end, ranked.also_in)


def _among(at: int, sentence: Sentence, quotes: Iterable[Quote]) -> bool:
    """Whether this place of the sentence's paragraph is quoted already."""
    ranked = sentence.ranked
    there = [each for each in quotes if (each.article_id, each.paragraph) == (ranked.article_id, ranked.paragraph)]
    return any(each.start <= at < each.end for each in there)


def _also_in(quote: Quote, twin: Sentence) -> Quote:
    places = dict.fromkeys([*quote.also_in, twin.ranked.place, *twin.ranked.also_in])
    return replace(quote, also_in=tuple(each for each in places if each.article_id != quote.article_id))


def _folded(text: str) -> str:
    return Paragraph(1, text).folded


def _repeats(sentence: Sentence, quotes: Iterable[Quote]) -> bool:
    words = words_in(sentence.text)
    return _among(sentence.start, sentence, quotes) or any(
        len(words & words_in(each.text)) >= _SAME * len(words) for each in quotes
    )
