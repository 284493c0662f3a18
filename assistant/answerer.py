"""What answers a question from what was found for it: the seam between finding and answering."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from assistant.answering import Findings
from assistant.domain import Citation, Claim, Ranked, Step, Turn, Usage
from assistant.finding import Search


@dataclass(frozen=True, slots=True)
class Brief:
    """A question as it stands alone, what was found for it, and what of that answers word for word.

    Citations are numbered from first_number. asked: the day of asking, where known. spent: on the way to it.
    """

    question: str
    search: Search
    findings: Findings
    first_number: int = 1
    asked: date | None = None
    spent: Usage | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What becomes of a brief: claims with their citations, or the reason why there are none.

    withheld: what was written and is borne out by nothing, where nothing else was. usage: of a chat model.
    milliseconds: what verifying took.
    """

    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    reason: str = ""
    withheld: tuple[Claim, ...] = ()
    usage: Usage | None = None
    milliseconds: int = 0


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A question put another way: as it stands alone, with further queries to search with.

    question: None where the built-in way is to be taken for that.
    """

    question: str | None
    queries: Sequence[str] = ()
    usage: Usage | None = None


Rewriting = Generator[Step, None, Rewritten | None]
"""The steps on the way to a question put another way; None where nobody does that."""

Drafting = Generator[Step, None, Draft]
"""The steps on the way to a draft, which is what the generator returns."""


class Answerer(Protocol):
    """Extractive, or a chat model; name: as a reply names it."""

    @property
    def name(self) -> str: ...

    def rewritten(self, question: str, history: Sequence[Turn], found: Sequence[Ranked]) -> Rewriting:
        """The question put another way; where it is not, the built-in way is to be taken. It never fails.

        found: paragraphs found for it already.
        """
        ...

    def answer(self, brief: Brief) -> Drafting:
        """Write the draft; raises ModelTrouble where a chat model does not answer."""
        ...
