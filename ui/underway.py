"""What there is of a reply on its way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.domain import Claimed, Consulting, Mending, Retrying, Rewording, Searching, Written

if TYPE_CHECKING:
    from assistant.domain import Citation, Claim, Step


@dataclass(frozen=True, slots=True)
class Underway:
    """How far it has come; each step makes another.

    articles: that are searched. rewording: the chat model that the question is with. model: the one that so many
    paragraphs are with. claims: sentences that are whole and checked; text: what was written since, checked against
    nothing. retrying: why the model is asked again, until it writes. mending: sentences that are with it once more.
    elsewhere: another process answers, and tells when it is done.
    """

    articles: int = 0
    rewording: str | None = None
    model: str | None = None
    paragraphs: int = 0
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    text: str = ""
    retrying: str = ""
    mending: int = 0
    elsewhere: bool = False

    def after(self, step: Step) -> Underway:
        """What there is once that has happened."""
        match step:
            case Searching(articles=articles):
                now = replace(self, articles=articles)
            case Rewording(model=rewording):
                now = replace(self, rewording=rewording)
            case Consulting(model=model, paragraphs=paragraphs):
                now = replace(self, model=model, paragraphs=paragraphs, rewording=None)
            case Written(text=text):
                now = replace(self, text=self.text + text, retrying="")
            case Claimed(claim=claim, citations=citations):
                now = replace(
                    self, claims=(*self.claims, claim), citations=(*self.citations, *citations), text="", retrying=""
                )
            case Retrying(reason=reason):
                now = replace(self, claims=(), citations=(), text="", retrying=reason)
            case Mending(sentences=sentences):
                now = replace(self, text="", mending=sentences)
            case _:
                now = self
        return now
