"""Articles, an encoder and a reranker made up for tests."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.domain import (
    NO_FILTERS,
    Answer,
    Citation,
    Claim,
    Description,
    Inquiry,
    Paragraph,
    Quote,
    Support,
)
from assistant.embeddings.encoder import Neighbours
from ingest.draft import Draft

PARAGRAPHS = 5
"""In each story."""


class MadeUp:
    """Unit vectors drawn by the text's digest: the same text is the same vector in every process.

    encoded: how many texts it was given since it was made.
    """

    def __init__(self, name: str = "made-up", dimension: int = 32) -> None:
        self.name, self.dimension, self.encoded = name, dimension, 0

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.encoded += len(texts)
        rows = [self._draw(text) for text in texts]
        return np.array(rows, np.float32).reshape(-1, self.dimension)

    def encode_question(self, text: str) -> NDArray[np.float32]:
        return self._draw(text)

    def near(self, word: str) -> Neighbours:
        """Nothing: its vectors say nothing of what a word means."""
        del word
        return {}

    def _draw(self, text: str) -> NDArray[np.float32]:
        seed = int.from_bytes(hashlib.sha256(f"{self.name}\n{text}".encode()).digest()[:8], "big")
        row = np.random.default_rng(seed).standard_normal(self.dimension).astype(np.float32)
        return row / np.linalg.norm(row)


class SharedWords:
    """A reranker: scores a text by the share of the question's words that it has.

    read: the texts that it was given since it was made.
    """

    name = "shared words"

    def __init__(self) -> None:
        self.read: list[str] = []

    def score(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        self.read += texts
        words = set(question.casefold().split())
        return np.array([len(words & set(text.casefold().split())) / len(words) for text in texts], np.float32)


def words(count: int, seed: object) -> str:
    """So many made-up words, as one sentence; another seed has other words in another order."""
    chance = random.Random(str(seed))  # noqa: S311  a sample, not a secret
    syllables = [f"{one}{other}" for one in "bdfgklmnprst" for other in "aeiou"]
    said = ["".join(chance.choices(syllables, k=chance.randint(1, 3))) for _ in range(count)]
    return " ".join(said).capitalize() + "."


def story(
    name: str | int,
    texts: Sequence[str] = (),
    *,
    key: str | None = None,
    origin: str = "-",
    outlet: str | None = "Harbour Gazette",
    authors: tuple[str, ...] = ("Ada Quill",),
    published: date | None = date(2025, 3, 1),
) -> Draft:
    """A draft; where no texts are given, five paragraphs that no other story has."""
    said = texts or [f"Paragraph {n} of story {name} tells of lantern{name}x{n}." for n in range(1, PARAGRAPHS + 1)]
    description = Description(
        f"Story {name}", "made.jsonl", outlet=outlet, authors=authors, published=published, language="en"
    )
    paragraphs = tuple(Paragraph(number, text) for number, text in enumerate(said, start=1))
    return Draft(key or f"id:{name}", origin, description, paragraphs)


def answer(first_number: int = 1) -> Answer:
    """Two sentences, quoted from one paragraph, with a number each."""
    paragraph = Paragraph(2, "The bridge is closed. It is old.")
    described = Description("Bridge closed", "bridge.txt", published=datetime(2025, 5, 4, 9, 30, tzinfo=UTC))
    quotes = [Quote("bridge", described, paragraph, *span) for span in ((0, 21), (22, 32))]
    citations = tuple(Citation(number, quote) for number, quote in enumerate(quotes, start=first_number))
    claims = tuple(Claim(each.quote.text, (each.number,), Support.QUOTED) for each in citations)
    inquiry = Inquiry("Is it open?", "Is the bridge open?", NO_FILTERS, "extractive", "made-up", {"retrieve": 3})
    return Answer(inquiry, claims, citations)


def stories(first: int, last: int) -> Iterator[Draft]:
    """Stories of these numbers, the last one left out."""
    return (story(number) for number in range(first, last))


def file_story(path: Path, name: str | int, texts: Sequence[str] = ()) -> Draft:
    """A draft as read from a file of its own, which is made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(str(name), encoding="utf-8")
    return story(name, texts, key=f"file:{path.resolve()}", origin=str(path.resolve()))
