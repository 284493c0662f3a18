"""The span of each cited paragraph that bears a sentence out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.domain import Kind
from assistant.evidence import Encode
from assistant.support.ground import Ground
from assistant.support.wording import LONGEST, carried, rarity, words_of
from assistant.terms import Near, spans_in

Told = Mapping[str, float]
"""For the stems of a claim, how nearly a text says each: 0 to 1."""

# How much the closeness of vectors adds to the share of words told: chosen on the claims of tests/evals that are
# tuned on, among 0, 0.5, 1 and 2.
_MEANING = 0.7
# A neighbouring sentence is taken in for this share of the claim's words, a paragraph kept for that.
_ADDS = 0.12
_KEPT = 0.04
_MOST_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences of a cited paragraph, side by side; at: the paragraph's place among those cited."""

    at: int
    start: int
    end: int
    text: str
    told: Told
    meaning: float


@dataclass(frozen=True, slots=True)
class Borne:
    """What bears a claim out: a stretch of each paragraph cited, None where it adds nothing.

    sentences: all sentences of the paragraphs cited. weights: of the claim's stems. near: the stems that say nearly
    the same as each of them.
    """

    stretches: tuple[Stretch | None, ...]
    sentences: tuple[Stretch, ...]
    weights: Mapping[str, float]
    near: Mapping[str, Mapping[str, float]] = field(repr=False)

    @property
    def spans(self) -> tuple[tuple[int, int] | None, ...]:
        return tuple((each.start, each.end) if each else None for each in self.stretches)

    @property
    def kept(self) -> list[Stretch]:
        return [each for each in self.stretches if each]

    @property
    def texts(self) -> list[str]:
        """The words that bear it out, paragraph by paragraph."""
        return [each.text for each in self.kept]


@dataclass(frozen=True)
class Bearing:
    """Finds what bears a claim out, by shared words and the closeness of vectors."""

    encode: Encode
    near: Near = field(repr=False)

    def of(self, text: str, ground: Ground) -> Borne:
        """Each cited paragraph's best sentence, with those beside it that add to it."""
        weights = self.weights(text, ground)
        near = self.neighbours(text)
        sentences = self._sentences(text, ground, weights, near)
        stretches = [
            _best([each for each in sentences if each.at == at], weights, cited.paragraph.text)
            for at, cited in enumerate(ground.cited)
        ]
        return Borne(_needed(stretches, weights, ground), tuple(sentences), weights, near)

    def weights(self, text: str, ground: Ground) -> Mapping[str, float]:
        """The claim's stems, each with how much it tells in the articles cited."""
        rare = rarity({each.article.id: each.article for each in ground.cited}.values())
        return {stem: max(rare.get(stem, 1.0), 0.05) for stem in carried(text)}

    def neighbours(self, text: str) -> Mapping[str, Mapping[str, float]]:
        """For the claim's stems, those that say nearly the same."""
        return {word.stem: self.near(word.lower) for word in words_of(text) if word.carries and word.text.islower()}

    def _sentences(
        self, text: str, ground: Ground, weights: Mapping[str, float], near: Mapping[str, Mapping[str, float]]
    ) -> list[Stretch]:
        places = [
            (at, start, end, cited.paragraph.text[start:end])
            for at, cited in enumerate(ground.cited)
            for start, end in spans_in(cited.paragraph.text)
        ]
        vectors = self.encode([text[:LONGEST], *(said for *_, said in places)])
        meanings = (vectors[1:] @ vectors[0]).tolist()
        return [
            Stretch(at, start, end, said, told_by(said, weights, near), meaning)
            for (at, start, end, said), meaning in zip(places, meanings, strict=True)
        ]


def told_by(said: str, weights: Mapping[str, float], near: Mapping[str, Mapping[str, float]]) -> Told:
    """How nearly a text says each of these stems."""
    there = carried(said)
    found: dict[str, float] = {}
    for stem in weights:
        if stem in there:
            found[stem] = 1.0
        elif (close := near.get(stem)) and (said_nearly := close.keys() & there):
            found[stem] = max(close[each] for each in said_nearly)
    return found


def covered(weights: Mapping[str, float], told: Sequence[Told]) -> float:
    """The share of the weights that is told, each stem as nearly as any of the texts says it: 0 to 1."""
    whole = sum(weights.values())
    best = told[0] if len(told) == 1 else _best_told(told)
    return sum(much * best.get(stem, 0.0) for stem, much in weights.items()) / whole if whole else 0.0


def _best_told(told: Sequence[Told]) -> Told:
    best: dict[str, float] = {}
    for each in told:
        for stem, much in each.items():
            if much > best.get(stem, 0.0):
                best[stem] = much
    return best


def _best(sentences: Sequence[Stretch], weights: Mapping[str, float], paragraph: str) -> Stretch | None:
    """The sentence that says most of it, with its neighbours as long as they add enough."""
    if not sentences:
        return None
    first = max(range(len(sentences)), key=lambda at: _worth(sentences[at], weights))
    low, high = first, first
    while high - low + 1 < _MOST_SENTENCES:
        said = [each.told for each in sentences[low : high + 1]]
        base = covered(weights, said)
        gains = [
            (covered(weights, [*said, sentences[at].told]) - base, at)
            for at in (low - 1, high + 1)
            if 0 <= at < len(sentences)
        ]
        gain, at = max(gains, default=(0.0, low))
        if gain < _ADDS:
            break
        low, high = min(low, at), max(high, at)
    chosen = sentences[low : high + 1]
    told = {stem: max(each.told.get(stem, 0.0) for each in chosen) for stem in weights}
    start, end = chosen[0].start, chosen[-1].end
    meaning = max(each.meaning for each in chosen)
    return Stretch(chosen[0].at, start, end, paragraph[start:end], told, meaning)


def _worth(sentence: Stretch, weights: Mapping[str, float]) -> float:
    return covered(weights, [sentence.told]) + _MEANING * sentence.meaning


def _needed(
    stretches: Sequence[Stretch | None], weights: Mapping[str, float], ground: Ground
) -> tuple[Stretch | None, ...]:
    """The stretches without those of paragraphs that add nothing to the others, the least useful first."""
    kept = list(stretches)
    while sum(each is not None for each in kept) > 1:
        gains = {
            at: _gain(at, kept, weights, described=ground.cited[at].paragraph.kind is Kind.DESCRIPTION)
            for at, each in enumerate(kept)
            if each is not None
        }
        least = min(gains, key=lambda at: gains[at])
        if gains[least] >= _KEPT:
            break
        kept[least] = None
    return tuple(kept)


def _gain(at: int, kept: Sequence[Stretch | None], weights: Mapping[str, float], *, described: bool) -> float:
    """What a stretch adds to the others; a description adds by the least it says: an outlet, an author, a day."""
    others = [each.told for place, each in enumerate(kept) if each and place != at]
    own = kept[at]
    gain = covered(weights, [*others, own.told] if own else others) - covered(weights, others)
    return gain * (4 if described else 1)
