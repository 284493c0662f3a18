"""What comes of a question: an answer, or an abstention."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.domain.claims import Citation, Claim
from assistant.domain.filters import Filters
from assistant.domain.rankings import Ranked


@dataclass(frozen=True, slots=True)
class Turn:
    """A question of the conversation so far, what was answered, and the ids of the articles that it cited."""

    question: str
    answer: str
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Usage:
    """What it took a chat model to write a reply; None where its provider does not say, or nobody noted it.

    prompt: the version of our prompts. cost: US dollars. dropped: markers that named no paragraph it was shown.
    judge: the second chat model that had the last word; None where there was none, or nothing to judge.
    judge_trouble: why that one did not have it. paragraphs: so many it was shown. rewrite_trouble: why the question was
    put another way in the built-in way, and not by the model.
    """

    prompt: str
    calls: int = 0
    input_tokens: int | None = None
    output_tokens: int | None = None
    cost: float | None = None
    dropped: int = 0
    judge: str | None = None
    judge_trouble: str | None = None
    paragraphs: int | None = None
    rewrite_trouble: str | None = None


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What was asked, how it was understood and what answered it: common to every reply.

    confidence: how likely it was that the best sentence answers, 0 to 1; None where no sentence was weighed.
    usage: None where no chat model had a part in it.
    """

    question: str
    standalone_question: str
    filters: Filters
    model: str
    encoder: str
    milliseconds: Mapping[str, int] = field(default_factory=dict)
    confidence: float | None = None
    usage: Usage | None = None


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Answer:
    """Claims that rest on citations."""

    inquiry: Inquiry
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]
    nearest: tuple[Ranked, ...] = ()

    def __post_init__(self) -> None:
        known = {citation.number for citation in self.citations}
        if not self.claims or any(not set(claim.citations) <= known for claim in self.claims):
            raise ValueError("an answer needs claims, and every marker a citation")

    @property
    def text(self) -> str:
        """The claims with their markers, as one reads them."""
        parts = [("\n\n" if claim.opens else " ") + claim.marked for claim in self.claims]
        return "".join(parts).strip()


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Abstention:
    """The articles do not say; why, and what comes nearest.

    withheld: what a chat model wrote all the same, none of it borne out.
    """

    inquiry: Inquiry
    reason: str
    nearest: tuple[Ranked, ...] = ()
    withheld: tuple[Claim, ...] = ()

    @property
    def text(self) -> str:
        return "The articles do not say."


Reply = Answer | Abstention
