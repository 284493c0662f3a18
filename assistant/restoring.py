"""Replies back from the JSON that they were written as.

All that a citation holds comes back as it was, as does every other word of a reply; scores and the confidence come
back as `wire` rounds them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated, Literal

from pydantic import BaseModel, TypeAdapter, ValidationError

from assistant.domain import Abstention, Answer, Citation, Claim, Filters, Inquiry, Ranked, Reply, Usage
from assistant.errors import UnreadableReply
from assistant.shapes import Cited, Claimed, Found, WrittenAs

_Claims = tuple[Annotated[Claim, WrittenAs(Claimed)], ...]
_Citations = tuple[Annotated[Citation, WrittenAs(Cited)], ...]
_Ranking = tuple[Annotated[Ranked, WrittenAs(Found)], ...]


class _Written(BaseModel):
    """A reply as `wire.reply_json` writes it. What is not known is left aside: a later version may have written it."""

    question: str
    standalone_question: str
    status: Literal["answered", "abstained"]
    reason: str | None
    claims: _Claims
    withheld: _Claims = ()
    citations: _Citations
    nearest: _Ranking
    filters: Filters
    model: str
    encoder: str
    confidence: float | None = None
    usage: Usage | None = None
    milliseconds: dict[str, int]

    @property
    def value(self) -> Reply:
        """Raises ValueError where there cannot be such a reply."""
        if self.status == "answered":
            return Answer(self._inquiry, self.claims, self.citations, self.nearest)
        if self.reason is None:
            raise ValueError("an abstention needs a reason")
        return Abstention(self._inquiry, self.reason, self.nearest, self.withheld)

    @property
    def _inquiry(self) -> Inquiry:
        return Inquiry(
            self.question,
            self.standalone_question,
            self.filters,
            self.model,
            self.encoder,
            self.milliseconds,
            self.confidence,
            self.usage,
        )


_LIMITS = TypeAdapter(Filters)


class _Part(BaseModel):
    """The beginning of an answer as `wire.part_json` writes it."""

    claims: _Claims
    citations: _Citations

    @property
    def value(self) -> tuple[tuple[Claim, ...], tuple[Citation, ...]]:
        """Raises ValueError where a marker has no citation."""
        known = {citation.number for citation in self.citations}
        if any(not set(claim.citations) <= known for claim in self.claims):
            raise ValueError("every marker needs a citation")
        return self.claims, self.citations


def reply_from(written: str | bytes) -> Reply:
    """The reply that was written as this JSON; raises UnreadableReply, which names what is wrong where."""
    with _told():
        return _Written.model_validate_json(written, strict=True).value


def part_from(written: str | bytes) -> tuple[tuple[Claim, ...], tuple[Citation, ...]]:
    """What there was of an answer when it was stopped; raises UnreadableReply as above."""
    with _told():
        return _Part.model_validate_json(written, strict=True).value


def limits_from(written: str | bytes) -> Filters:
    """The limits that were written as this JSON; raises UnreadableReply as above."""
    with _told():
        return _LIMITS.validate_json(written, strict=True)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        raise UnreadableReply(f"this is no saved reply: {_place(first['loc'])}{first['msg']}") from error
    except ValueError as error:
        raise UnreadableReply(f"this is no saved reply: {error}") from error


def _place(steps: Sequence[str | int]) -> str:
    """As one writes it: "citations[0].start: "."""
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return f"{path.removeprefix('.')}: " if path else ""
