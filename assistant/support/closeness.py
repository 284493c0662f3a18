"""Whether a sentence is close enough to what it cites, and no other paragraph of the article much closer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain import Paragraph
from assistant.evidence import Encode
from assistant.support.bearing import Borne, covered, told_by
from assistant.support.ground import Ground, Problem, is_english
from assistant.support.wording import LONGEST
from assistant.terms import sentences_in

# Fitted on the faithful claims of tests/evals that are tuned on and on 250 statements made from SQuAD's questions and
# answers, each with the paragraph that says it, those of its article and of others that come nearest to it, and the
# next one. The base is such that hardly 1 in 100 of the former is doubted, and some 9 in 10 of the latter.
_TOLD, _MEANING, _BETTER, _BASE = -2.1, -7.0, 6.6, 3.9
# In other languages words and vectors tell less: only what another paragraph says far better is doubted.
_FAR_BETTER = 0.6
# Of longer articles only the paragraphs around those cited are compared.
_MOST_PARAGRAPHS = 80


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for what is cited.

    told: the share of the sentence's words, by rarity, that it tells. meaning: the cosine of its closest sentence.
    better: by how much the best other paragraph has more of both together. closer: its number, 0 for none.
    """

    told: float
    meaning: float
    better: float
    closer: int

    @property
    def doubted(self) -> bool:
        """Whether it is likelier than not that what is cited does not say it."""
        return _TOLD * self.told + _MEANING * self.meaning + _BETTER * self.better + _BASE > 0


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
        told = covered(borne.weights, [*asked, *(each.told for each in borne.sentences)])
        meaning = max((each.meaning for each in borne.sentences), default=0.0)
        elsewhere = ((share + likeness, number) for number, share, likeness in self._elsewhere(text, ground, borne))
        best, number = max(elsewhere, default=(0.0, 0))
        better = best - told - meaning
        return Signs(told, meaning, better, number if better > 0 else 0)

    def _elsewhere(self, text: str, ground: Ground, borne: Borne) -> list[tuple[int, float, float]]:
        """The other paragraphs of the first article cited: number, share of the words, cosine."""
        article = ground.cited[0].article
        cited = {each.paragraph.number for each in ground.cited if each.article.id == article.id}
        others = [each for each in article.paragraphs if each.number not in cited and not _asks(each)]
        centre = min(cited)
        others = sorted(others, key=lambda each: abs(each.number - centre))[:_MOST_PARAGRAPHS]
        sentences = [(each.number, said) for each in others for said in sentences_in(each.text)]
        if not sentences:
            return []
        vectors = self.encode([text[:LONGEST], *(said for _, said in sentences)])
        meanings = (vectors[1:] @ vectors[0]).tolist()
        return [
            (
                each.number,
                covered(borne.weights, [told_by(each.text, borne.weights, borne.near)]),
                max(much for (number, _), much in zip(sentences, meanings, strict=True) if number == each.number),
            )
            for each in others
        ]


def _questions(ground: Ground) -> Iterator[str]:
    """The questions of an interview to which what is cited answers."""
    for each in ground.cited:
        before = each.article.paragraph(each.paragraph.number - 1) if each.paragraph.number > 1 else None
        if before and _asks(before):
            yield before.text


def _asks(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a question, which says nothing."""
    return paragraph.text.rstrip('”"’ ').endswith("?")
