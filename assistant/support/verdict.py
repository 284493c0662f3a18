"""What is asked about a sentence's support, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.domain import Article, Paragraph, Support


@dataclass(frozen=True, slots=True)
class Cited:
    """A paragraph that a sentence cites, in its article: who "she" is, and which "Tuesday", stands around it."""

    article: Article
    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class Verdict:
    """How far a sentence is borne out; problem: what is not, in words for its reader.

    spans: of each paragraph cited, in their order, the characters that bear the sentence out, or come nearest to
    it; None where the sentence rests on the others alone.
    """

    support: Support
    problem: str | None
    spans: tuple[tuple[int, int] | None, ...]


Check = Callable[[str, Sequence[Cited]], Verdict]
