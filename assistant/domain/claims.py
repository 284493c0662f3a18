"""The sentences of an answer with the quotes they rest on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from assistant.domain.articles import Paragraph
from assistant.domain.descriptions import Description
from assistant.domain.passages import Place
from assistant.domain.rankings import Scores, Why


class Support(StrEnum):
    """How far a claim is borne out by what it cites."""

    QUOTED = "quoted"
    SUPPORTED = "supported"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class Quote:
    """A span of a paragraph, in characters; it cannot hold words that are not there."""

    article_id: str
    description: Description
    paragraph: Paragraph
    start: int
    end: int
    also_in: tuple[Place, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= len(self.paragraph.text):
            raise ValueError(f"{self.start}:{self.end} is no span of paragraph {self.paragraph.number}")

    @property
    def text(self) -> str:
        return self.paragraph.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote and its number in the answer.

    scores, why: of its paragraph, where a search found it; None while the answer is written. A citation is the same
    however it was found.
    """

    number: int
    quote: Quote
    scores: Scores | None = field(default=None, compare=False)
    why: Why | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """A date that the words leave open ("Tuesday"), resolved beside them: span of the claim's text, day.

    until: the last day, where more than one is meant ("last week").
    """

    start: int
    end: int
    day: date
    until: date | None = None


SILENCE = "it only says that the articles do not say"
"""The problem of a sentence without support that claims nothing, either."""

COURTESY = "it only speaks to the reader"
"""The same of a civility or an offer, where a chat model wrote nothing else."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of an answer with the numbers of its citations and how far they bear it out.

    problem: what is not borne out. opens: whether it begins a paragraph of the answer.
    """

    text: str
    citations: tuple[int, ...]
    support: Support
    problem: str | None = None
    dates: tuple[ResolvedDate, ...] = ()
    speaker: str | None = None
    opens: bool = False

    @property
    def is_remark(self) -> bool:
        """Whether it says nothing of the world: there is nothing to bear out."""
        return self.problem in (SILENCE, COURTESY)

    @property
    def is_doubtful(self) -> bool:
        """Whether it is to be shown as not supported by the articles."""
        return self.support is Support.UNSUPPORTED and not self.is_remark

    @property
    def marked(self) -> str:
        """The sentence with its markers, and a word where the articles do not bear it out."""
        doubt = " (not supported by the articles)" if self.is_doubtful else ""
        return self.text + "".join(f"[{number}]" for number in self.citations) + doubt
