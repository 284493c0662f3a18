"""A library of any size made of a small one: its articles as they are, then shuffled, with perturbed vectors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.corpus.batches import batches
from assistant.corpus.known import Sighting, Source, known_of
from assistant.corpus.reading import Reader
from assistant.corpus.records import PASSAGES_VERSION, Entry
from assistant.corpus.vectors import Vector
from assistant.corpus.writing import writing
from assistant.domain import Article, Paragraph, Passage
from assistant.embeddings.encoder import Neighbours
from assistant.sentences import sentence_spans
from ingest.entries import entry_of, story_of
from ingest.passages import passages

# Length of the noise beside a vector of length one: variants of a passage have a cosine of .89 to it, .8 to each other.
NOISE = 0.5

BATCH = 2000


@dataclass(frozen=True)
class Sources:
    """Articles with the name and dimension of the encoder, and a way to the vectors of their passages and sentences."""

    articles: Sequence[Article]
    encoder: str
    dimension: int
    vectors_of: Callable[[Sequence[str]], Mapping[str, Vector]]

    @classmethod
    def of(cls, home: Path) -> Sources:
        """What the library in this folder holds."""
        reader = Reader(home)
        ids = [each.id for each in reader.summaries()]
        articles = [each for some in batches(ids, 100) for each in reader.articles(some).values()]
        return cls(articles, reader.stamp.encoder, reader.stamp.dimension, reader.vectors_of)


class Prepared:
    """An encoder that knows the vectors of a batch before it is asked for them."""

    def __init__(self, name: str, dimension: int) -> None:
        self.name, self.dimension = name, dimension
        self.vectors: dict[str, Vector] = {}

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.stack([self.vectors[text] for text in texts])

    def encode_question(self, text: str) -> NDArray[np.float32]:
        return self.vectors[text]

    def near(self, word: str) -> Neighbours:
        """Nothing: it only writes."""
        del word
        return {}


def enlarge(sources: Sources, home: Path, size: int, on_progress: Callable[[int], None] = lambda _: None) -> None:
    """Write articles into the library in `home` until it holds so many passages; goes on where it was left."""
    encoder = Prepared(sources.encoder, sources.dimension)
    with writing(home, encoder, PASSAGES_VERSION) as writer:
        there = {each.article_id for each in writer.known()}
        held = writer.counts()[1]
        batch: list[Entry] = []
        waiting = 0
        for entry in _entries(sources, there, encoder):
            if held + waiting >= size:
                break
            batch.append(entry)
            waiting += len(entry.passages)
            if waiting >= BATCH or held + waiting >= size:
                writer.write(batch)
                held = writer.counts()[1]
                on_progress(held)
                batch, waiting = [], 0
                encoder.vectors.clear()


def _entries(sources: Sources, there: set[str], encoder: Prepared) -> Iterator[Entry]:
    """Every article as it is, then every article varied, again and again; their vectors are put into the encoder."""
    for turn in count():
        for article in sources.articles:
            its = replace(article, id=f"{article.id}-{turn}")
            if its.id in there:
                continue
            chance = np.random.default_rng([turn, int(article.id[:8], 16)])
            entry = _entry(_shuffled(its, chance) if turn else its)
            if turn:
                encoder.vectors |= _perturbed(article, entry, sources, chance)
            else:
                encoder.vectors |= sources.vectors_of(_texts(entry))
            yield entry


def _entry(article: Article) -> Entry:
    source = Source(f"id:{article.id}", (Sighting("-", "", ""),))
    return entry_of(known_of(source, article, story_of(article.paragraphs)), article)


def _texts(entry: Entry) -> list[str]:
    return [*(each.text for each in entry.passages), entry.lead, *entry.sentences]


def _shuffled(article: Article, chance: np.random.Generator) -> Article:
    """Its words in any order, in paragraphs of the same lengths; its outlet, authors and day stay."""
    lengths = [len(each.text.split()) for each in article.paragraphs]
    words = [word for each in article.paragraphs for word in each.text.split()]
    chance.shuffle(words)
    ends = np.cumsum(lengths)
    paragraphs = tuple(
        replace(each, text=" ".join(words[end - length : end]))
        for each, length, end in zip(article.paragraphs, lengths, ends, strict=True)
    )
    return replace(article, paragraphs=paragraphs)


def _perturbed(article: Article, entry: Entry, sources: Sources, chance: np.random.Generator) -> dict[str, Vector]:
    """Vectors for a varied article's texts: each is its paragraph's in the original, with noise."""
    first = {each.place.paragraph: each for each in reversed(passages(article))}
    known = sources.vectors_of([each.text for each in first.values()])
    texts: dict[str, Passage] = {entry.lead: first[1]}
    for paragraph in entry.article.paragraphs:
        texts |= dict.fromkeys(_spoken(paragraph), first[paragraph.number])
    texts |= {each.text: first[each.place.paragraph] for each in entry.passages}
    noisy = np.stack([known[each.text] for each in texts.values()])
    noise = chance.standard_normal(noisy.shape, np.float32)
    noisy = noisy + NOISE * noise / np.linalg.norm(noise, axis=1, keepdims=True)
    return dict(zip(texts, noisy / np.linalg.norm(noisy, axis=1, keepdims=True), strict=True))


def _spoken(paragraph: Paragraph) -> list[str]:
    return [paragraph.text[start:end] for start, end in sentence_spans(paragraph.text)]
