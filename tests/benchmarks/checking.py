"""What checking adds to an answer of five sentences: CPU time, its articles read for the first time, then once more.

    python -m tests.benchmarks.checking

The vectors of articles are there from their ingest; those of an answer's sentences are made anew, which is told apart.
Where the model writes on while a sentence is checked, a reader waits for the last one alone.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

from assistant.embeddings import open_encoder
from assistant.embeddings.encoder import Encoder
from assistant.embeddings.remembering import Vectors, remembering
from assistant.support.verifier import Verifier
from assistant.terms import sentences_in
from tests.benchmarks.claims import SETS, Case, written

SENTENCES = 5

WARMING = 10
"""Answers checked before, so that no list is read and no pattern compiled within what is measured."""

REMEMBERED = 500
"""Vectors, too few for an answer's to be left when it is checked once more."""

Answer = Sequence[Case]


class Timed:
    """Encodes what was not made at ingest, and adds up how long that took."""

    def __init__(self, encoder: Encoder, ingested: Sequence[str]) -> None:
        made = dict(zip(ingested, encoder.encode(ingested), strict=True))
        self._encode = remembering(
            encoder, lambda texts: {each: made[each] for each in texts if each in made}, REMEMBERED
        )
        self.seconds = 0.0

    def encode(self, texts: Sequence[str]) -> Vectors:
        began = time.process_time()
        vectors = self._encode(texts)
        self.seconds += time.process_time() - began
        return vectors


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds of one answer; vectors: of those in all; last: of its last sentence."""

    whole: float
    vectors: float
    last: float


def main() -> None:
    """Faithful sentences of the project's own sets, those of an article together."""
    encoder = open_encoder(None, None)
    answers = [answer for folder in SETS.values() for answer in _answers(written(folder))]
    timed = Timed(encoder, _sentences(answers))
    verifier = Verifier(timed.encode, encoder.near)
    for answer in answers[:WARMING]:
        _cost(answer, verifier, timed)
    print(f"{'ms of CPU':14}{'an answer':>12}{'vectors':>12}{'the rest':>12}{'last sentence':>16}")
    for name in ("first time", "once more"):
        costs = [_cost(answer, verifier, timed) for answer in answers[WARMING:]]
        whole, vectors = mean(each.whole for each in costs), mean(each.vectors for each in costs)
        last = mean(each.last for each in costs)
        print(f"{name:14}{whole:12.1f}{vectors:12.1f}{whole - vectors:12.1f}{last:16.1f}")


def _answers(cases: Sequence[Case]) -> list[Answer]:
    faithful = sorted((case for case in cases if not case.altered), key=lambda case: case.cited[0].article.id)
    return [faithful[at : at + SENTENCES] for at in range(0, len(faithful) - SENTENCES + 1, SENTENCES)]


def _sentences(answers: Sequence[Answer]) -> list[str]:
    """Those of all articles cited, which are encoded at ingest."""
    articles = {cited.article.id: cited.article for answer in answers for case in answer for cited in case.cited}
    texts = [paragraph.text for article in articles.values() for paragraph in article.paragraphs]
    lines = [article.description.line for article in articles.values()]
    return list(dict.fromkeys(sentence for text in [*texts, *lines] for sentence in sentences_in(text)))


def _cost(answer: Answer, verifier: Verifier, timed: Timed) -> Cost:
    before, began = timed.seconds, time.process_time()
    for case in answer[:-1]:
        verifier.check(case.text, case.cited)
    last = time.process_time()
    verifier.check(answer[-1].text, answer[-1].cited)
    ended = time.process_time()
    return Cost(1000 * (ended - began), 1000 * (timed.seconds - before), 1000 * (ended - last))


if __name__ == "__main__":
    main()
