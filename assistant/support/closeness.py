"""Whether a sentence is close enough to what it cites, and no other paragraph of the article much closer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from assistant.domain import Paragraph
from assistant.evidence import Encode
from assistant.support.bearing import Borne, covered, told_by
from assistant.support.ground import Ground, Problem, is_english
from assistant.support.wording import LONGEST, words_of
from assistant.terms import sentences_in

# Fitted on the faithful claims of tests/evals that are tuned on, on 147 paraphrases of paragraphs of news, and on
# statements made from SQuAD's questions with their answers: each with its own paragraph, and with the four of its
# article that come nearest, where nothing else gave these away. Fitted on nine articles in ten and tried on the tenth,
# it doubts 1 in 250 of the former, all that cite another paragraph, and 92 in 100 of the nearest paragraphs; with a
# base of -1.5, which was raised since: of 346 headlines of news, each with a paragraph that tells it, 27 were doubted
# for another that tells it, too.
_NEARER, _MORE, _BASE = 6.5, 11.8, -3.5
# What is so near in meaning may well say it, whatever else does.
_NEAR = 0.6
# None of them is so far from its paragraph in words and meaning alike.
_TOLD, _MEANING = 0.25, 0.3
# "Paris is the capital of France" has its names from a paragraph that says nothing of capitals: of the faithful, none
# with less of its other words is so far in meaning.
_COMMON, _RELATED = 0.1, 0.38
# In other languages words and vectors tell less: only what another paragraph says far better is doubted.
_FAR_BETTER = 0.6
# Of longer articles only the paragraphs around those cited are compared.
_MOST_PARAGRAPHS = 80


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for what is cited.

    told: the share of the sentence's words, by rarity, that it tells; common: of those that are no names. meaning:
    the cosine of its closest sentence.
    more, nearer: by how much the best other paragraph has more of the one, and of the other. closer: its number, 0
    where none has more of both together.
    """

    told: float
    common: float
    meaning: float
    more: float
    nearer: float
    closer: int

    @property
    def better(self) -> float:
        """By how much the best other paragraph has more of both together."""
        return self.more + self.nearer

    @property
    def doubted(self) -> bool:
        """Whether what is cited does not say it: another paragraph clearly does, or nothing in it is near."""
        far = self.told < _TOLD and self.meaning < _MEANING
        names_alone = self.common < _COMMON and self.meaning < _RELATED
        elsewhere = self.meaning < _NEAR and _NEARER * self.nearer + _MORE * self.more + _BASE > 0
        return far or names_alone or elsewhere


@dataclass(frozen=True)
class Closeness:
    """Finds sentences that what is cited does not say at all, though it has the same names and numbers."""

    encode: Encode

    def __call__(self, text: str, ground: Ground, borne: Borne) -> Sequence[Problem]:
        """A problem where another paragraph says it, or none does."""
        signs = self.signs(text, ground, borne)
        if not (signs.doubted if is_english(ground) else signs.better > _FAR_BETTER):
            return []
        closer = f" (paragraph {signs.closer} of the article comes closer)" if signs.closer else ""
        plural = len(ground.cited) > 1
        return [f"the paragraph{'s' * plural} cited {'do' if plural else 'does'} not say this{closer}"]

    def signs(self, text: str, ground: Ground, borne: Borne) -> Signs:
        """The signs of a sentence."""
        asked = [told_by(said, borne.weights, borne.near) for said in _questions(ground)]
        tellings = [*asked, *(each.told for each in borne.sentences)]
        told = covered(borne.weights, tellings)
        common = {stem: weight for stem, weight in borne.weights.items() if stem not in _names(text)}
        meaning = max((each.meaning for each in borne.sentences), default=0.0)
        others = self._elsewhere(text, ground, borne)
        number, share, likeness = max(others, key=lambda each: each[1] + each[2], default=(0, 0.0, 0.0))
        more, nearer = share - told, likeness - meaning
        told_besides = covered(common, tellings) if common else told
        return Signs(told, told_besides, meaning, more, nearer, number if more + nearer > 0 else 0)

    def _elsewhere(self, text: str, ground: Ground, borne: Borne) -> list[tuple[int, float, float]]:
        """The other paragraphs of the first article cited: number, share of the words, cosine."""
        article = ground.cited[0].article
        cited = {each.paragraph.number for each in ground.cited if each.article.id == article.id}
        others = [each for each in article.paragraphs if each.number not in cited and not _asks(each)]
        centre = min(cited)
        others = sorted(others, key=lambda each: abs(each.number - centre))[:_MOST_PARAGRAPHS]
        sentences = {each.number: sentences_in(each.text) for each in others}
        said = [sentence for each in sentences.values() for sentence in each]
        if not said:
            return []
        vectors = self.encode([text[:LONGEST], *said])
        meanings = iter((vectors[1:] @ vectors[0]).tolist())
        return [
            (
                each.number,
                covered(borne.weights, [told_by(each.text, borne.weights, borne.near)]),
                max(islice(meanings, len(sentences[each.number]))),
            )
            for each in others
        ]


def _names(text: str) -> frozenset[str]:
    """The stems of words with a capital."""
    return frozenset(word.stem for word in words_of(text) if word.carries and word.text[0].isupper())


def _questions(ground: Ground) -> Iterator[str]:
    """The questions of an interview to which what is cited answers."""
    for each in ground.cited:
        before = each.article.paragraph(each.paragraph.number - 1) if each.paragraph.number > 1 else None
        if before and _asks(before):
            yield before.text


def _asks(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a question, which says nothing."""
    return paragraph.text.rstrip('”"’ ').endswith("?")
