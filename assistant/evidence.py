"""The sentences of the paragraphs found, each with what speaks for it as an answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.domain import Kind, Ranked
from assistant.form import answers_in_form
from assistant.question import Question
from assistant.terms import Terms, sentences_in, spans_in

Encode = Callable[[Sequence[str]], NDArray[np.float32]]

# Paragraphs looked into. Their sentences' vectors were made at ingest.
PARAGRAPHS = 10

# "It opened in May." wants the sentence that says what; of more characters than these, a quote is no longer one.
_POINTS_BACK = re.compile(
    r"\W*(?:(?:But|And|Yet|So|Still|However),? )?"
    r"(?:He|She|It|They|This|That|These|Those|His|Her|Its|Their|Both|There)\b",
    re.IGNORECASE,
)
_LONGEST = 450


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that may answer, as a span of its paragraph, and the signs that it does (each 0 to 1).

    meaning: cosine to the question. words: share of the question's words, by rarity, that it tells; pairs: of its
    word pairs; names: of its names. around: share of the words with its paragraph and title; before: with the
    sentence before it. form: it holds the kind of thing asked for.
    """

    ranked: Ranked
    start: int
    end: int
    meaning: float
    words: float
    pairs: float
    names: float
    before: float
    around: float
    form: float

    @property
    def text(self) -> str:
        return self.ranked.paragraph.text[self.start : self.end]

    @property
    def leans_from(self) -> int:
        """Where a quote of it begins: at the sentence before, where it leans on what that says of the question."""
        start = max((one for one, _ in spans_in(self.ranked.paragraph.text) if one < self.start), default=self.start)
        leans = _POINTS_BACK.match(self.text) and self.before > self.words and self.end - start <= _LONGEST
        return start if leans else self.start

    @property
    def signs(self) -> NDArray[np.float64]:
        """What the weights of `extract` multiply, in this order."""
        return np.array(
            [
                self.meaning,
                self.words,
                self.pairs,
                self.names,
                self.before,
                self.around,
                self.form,
                self.ranked.score,
                float(self.ranked.paragraph.kind is not Kind.BODY),
            ]
        )


def sentences_of(
    question: Question, terms: Terms, vector: NDArray[np.float32], ranking: Sequence[Ranked], encode: Encode
) -> list[Sentence]:
    """The sentences of the best paragraphs with their signs; terms and vector are the question's."""
    read = ranking[:PARAGRAPHS]
    texts = [sentence for ranked in read for sentence in sentences_in(ranked.paragraph.text)]
    if not texts:
        return []
    meanings = iter((encode(texts) @ vector).tolist())
    return [each for ranked in read for each in _sentences_of(question, terms, ranked, meanings)]


def _sentences_of(question: Question, terms: Terms, ranked: Ranked, meanings: Iterator[float]) -> Iterator[Sentence]:
    """The sentences of one paragraph; meanings: the cosines of its sentences come next."""
    texts = sentences_in(ranked.paragraph.text)
    around = terms.told_by(ranked.description.title, *texts)
    for (start, end), before, text in zip(spans_in(ranked.paragraph.text), (texts[0], *texts), texts, strict=False):
        yield Sentence(
            ranked,
            start,
            end,
            meaning=next(meanings),
            words=terms.told_by(text),
            pairs=terms.paired_in(text),
            names=terms.named_by(text),
            before=terms.told_by(before, text),
            around=around,
            form=float(answers_in_form(question, text)),
        )
