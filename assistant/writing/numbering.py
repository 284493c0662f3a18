"""Numbers for quotes, by first mention: one number is one quote."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain import Citation, Claim, Quote
from assistant.writing.weighing import Weighed

_Span = tuple[str, int, int, int]


class Numbers:
    """Given out in order, from the first; a quote that was cited before keeps its number."""

    def __init__(self, first: int) -> None:
        self._first = first
        self._citations: dict[_Span, Citation] = {}

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All so far, by number."""
        return tuple(self._citations.values())

    def claim(self, weighed: Weighed) -> tuple[Claim, tuple[Citation, ...]]:
        """The sentence as a claim, with the citations that are new with it."""
        before = len(self._citations)
        numbers = tuple(dict.fromkeys(self._number(quote) for quote in weighed.quotes))
        claim = Claim(weighed.text, numbers, weighed.support, weighed.problem, opens=weighed.opens)
        return claim, self.citations[before:]

    def _number(self, quote: Quote) -> int:
        span = (quote.article_id, quote.paragraph.number, quote.start, quote.end)
        return self._citations.setdefault(span, Citation(self._first + len(self._citations), quote)).number


def numbered(sentences: Sequence[Weighed], first: int) -> tuple[tuple[Claim, ...], tuple[Citation, ...]]:
    """All the sentences as claims, and their citations."""
    numbers = Numbers(first)
    claims = tuple(numbers.claim(each)[0] for each in sentences)
    return claims, numbers.citations
