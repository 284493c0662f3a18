"""The best paragraphs read again, each together with the question, and put in order anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from assistant.domain import Ranked

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Paragraphs read again: with six layers (MiniLM-L6's size) these take 0.43 s of one core at 65 tokens each.
READ_AGAIN = 30

# Of the order, so much is the cross-encoder's: where it is sure, it decides; between paragraphs that it likes alike
# the first weighing does, which knows how fresh an article is and what is a caption.
_SHARE = 0.5


class Reranker(Protocol):
    """Reads a question and a text together, as a cross-encoder does. Threads may share it."""

    @property
    def name(self) -> str:
        """What the settings call it."""

    def score(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """How well each text answers, 0 to 1: shape (texts,), in the order given."""


def rerank(ranked: Sequence[Ranked], question: str, reranker: Reranker) -> list[Ranked]:
    """The first paragraphs in their new order, then the others.

    Only the order changes: what comes first now has the score of what came first before, so that a score goes on
    meaning what the threshold of an answer was fitted to.
    """
    first, others = ranked[:READ_AGAIN], ranked[READ_AGAIN:]
    if not first:
        return []
    read = [float(score) for score in reranker.score(question, [_text(each) for each in first])]
    order = sorted(range(len(first)), key=lambda at: -(_SHARE * read[at] + (1 - _SHARE) * first[at].score))
    again = [
        replace(first[at], score=place.score, scores=replace(first[at].scores, rerank=read[at]))
        for place, at in zip(first, order, strict=True)
    ]
    return [*again, *others]


def _text(ranked: Ranked) -> str:
    """What is read: the paragraph under its headline, where that is more than its own first words."""
    about = ranked.description
    return ranked.paragraph.text if about.title_guessed else f"{about.title}\n{ranked.paragraph.text}"
