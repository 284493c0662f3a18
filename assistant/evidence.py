"""The sentences of the paragraphs found, each with what speaks for it as an answer."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.domain import Kind, Ranked
from assistant.form import answers_in_form
from assistant.question import Question
from assistant.sentences import sentence_spans
from assistant.stems import stems

Rarity = Callable[[str], float]
Encode = Callable[[Sequence[str]], NDArray[np.float32]]

# Paragraphs looked into, and sentences encoded at most: encoding is what a question costs (some 5 ms a sentence).
PARAGRAPHS = 8
SENTENCES = 12


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that may answer, as a span of its paragraph, and the signs that it does (each 0 to 1).

    meaning: cosine to the question. words: share of the question's words, by rarity, that it has.
    around: the same with its paragraph and title. form: it holds the kind of thing asked for.
    paragraph: its paragraph's score. first: it opens its paragraph. length: 1 for some 25 words and more.
    """

    ranked: Ranked
    start: int
    end: int
    meaning: float
    words: float
    around: float
    form: float
    first: float
    length: float

    @property
    def text(self) -> str:
        return self.ranked.paragraph.text[self.start : self.end]

    @property
    def signs(self) -> NDArray[np.float64]:
        """What the weights of `answering` multiply, in this order."""
        return np.array(
            [
                self.meaning,
                self.words,
                self.around,
                self.form,
                self.ranked.score,
                self.first,
                self.length,
                float(self.ranked.paragraph.kind is not Kind.BODY),
            ]
        )


def sentences_of(
    question: Question,
    vector: NDArray[np.float32],
    ranking: Sequence[Ranked],
    rarity: Rarity,
    encode: Encode,
) -> list[Sentence]:
    """The sentences of the best paragraphs with their signs; vector is the question's."""
    weights = {stem: rarity(stem) for stem in question.carrying}
    places = _promising(weights, ranking[:PARAGRAPHS])
    if not places:
        return []
    vectors = encode([ranked.paragraph.text[start:end] for ranked, start, end in places])
    return [
        _sentence(question, weights, ranked, (start, end), float(similarity))
        for (ranked, start, end), similarity in zip(places, vectors @ vector, strict=True)
    ]


def _promising(weights: dict[str, float], ranking: Sequence[Ranked]) -> list[tuple[Ranked, int, int]]:
    """The sentences worth encoding: by their words and their paragraph's score, in the order they stand."""
    places = [(ranked, start, end) for ranked in ranking for start, end in sentence_spans(ranked.paragraph.text)]
    promise = [ranked.score + covered(weights, ranked.paragraph.text[start:end]) for ranked, start, end in places]
    best = sorted(range(len(places)), key=lambda index: -promise[index])[:SENTENCES]
    return [places[index] for index in sorted(best)]


def _sentence(
    question: Question, weights: dict[str, float], ranked: Ranked, span: tuple[int, int], meaning: float
) -> Sentence:
    text = ranked.paragraph.text[slice(*span)]
    whole = f"{ranked.description.title} {ranked.paragraph.text}"
    return Sentence(
        ranked,
        *span,
        meaning=meaning,
        words=covered(weights, text),
        around=covered(weights, whole),
        form=float(answers_in_form(question, text)),
        first=float(span[0] == 0),
        length=min(1.0, len(text.split()) / 25),
    )


def covered(weights: dict[str, float], text: str) -> float:
    """The share of the weighted stems that stand in the text."""
    total = sum(weights.values())
    there = set(stems(text))
    return sum(weight for stem, weight in weights.items() if stem in there) / total if total else 0.0


def rarity_in(passages: int, passages_with: Callable[[str], int]) -> Rarity:
    """How much a stem tells in this library: inverse document frequency (Robertson 2004), 1 for one never seen."""
    highest = math.log((passages + 1) / 0.5)

    def rarity(stem: str) -> float:
        # The index goes on counting what was deleted for a while; a word never weighs nothing.
        among = min(passages, passages_with(stem))
        return math.log((passages + 1) / (among + 0.5)) / highest

    return rarity
