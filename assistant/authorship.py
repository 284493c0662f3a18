"""Who wrote a reply, how far it is borne out, and what it took."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.domain import Support
from assistant.settings import EXTRACTIVE
from assistant.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.domain import Abstention, Answer, Claim, Inquiry, Usage

OWN_WORDS = "In the articles' own words"

_UNSUPPORTED = ", not supported by the articles"
_CENT = 0.01


def by_model(inquiry: Inquiry) -> bool:
    """Whether a chat model answered."""
    return inquiry.model != EXTRACTIVE


def writer(inquiry: Inquiry) -> str:
    """Who wrote an answer, and from how much where that was noted."""
    if not by_model(inquiry):
        return OWN_WORDS
    read = _read(inquiry)
    return f"Written by {inquiry.model}" + (f" from {read}" if read else "")


def asked(abstention: Abstention) -> str | None:
    """What a chat model read to no avail; None where none had a part in it."""
    read = _read(abstention.inquiry)
    return f"{abstention.inquiry.model} read {read}" if read else None


def _read(inquiry: Inquiry) -> str:
    paragraphs = inquiry.usage.paragraphs if inquiry.usage else None
    return counted(paragraphs, "passage") if paragraphs else ""


def borne_out(answer: Answer) -> str:
    """How many sentences are; of an answer in the articles' own words, how much it quotes."""
    if not by_model(answer.inquiry):
        return quotes(answer)
    count = sum(not claim.is_remark for claim in answer.claims)
    failing = len(unsupported(answer.claims))
    if not count:
        return "Nothing claimed"
    if failing == count:
        return "Not supported" if count == 1 else f"None of {count:,} sentences supported"
    if failing:
        return f"{failing:,} of {count:,} sentences not supported"
    verbatim = sum(claim.support is Support.QUOTED for claim in answer.claims)
    if verbatim == count:
        return f"{counted(count, 'sentence')}, word for word"
    supported = f"{counted(count, 'sentence')}, {'supported' if count == 1 else 'each supported'}"
    return supported + (f", {verbatim:,} word for word" if verbatim else "")


def withheld(abstention: Abstention, model: str = "the model") -> str:
    """What that is which a chat model wrote and which is no answer."""
    return f"What {model} wrote" + (_UNSUPPORTED if unsupported(abstention.withheld) else "")


def unsupported(claims: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.is_doubtful]


def quotes(answer: Answer) -> str:
    articles = {citation.quote.article_id for citation in answer.citations}
    return f"{counted(len(answer.citations), 'quote')} from {counted(len(articles), 'article')}"


def spent(usage: Usage | None) -> list[str]:
    """What a chat model took, as far as its provider says."""
    return list(_spent(usage)) if usage else []


def _spent(usage: Usage) -> Iterator[str]:
    if usage.input_tokens is not None and usage.output_tokens is not None:
        yield f"{counted(usage.input_tokens, 'token')} read, {usage.output_tokens:,} written"
    if usage.calls > 1:
        yield f"asked {usage.calls:,} times"
    if usage.cost is not None:
        yield f"${usage.cost:.2f}" if usage.cost >= _CENT else f"${usage.cost:.4f}"
    if usage.judge and not usage.judge_trouble:
        yield f"judged by {usage.judge}"
    if usage.dropped:
        yield f"{counted(usage.dropped, 'marker')} left out that named no passage it was shown"
    yield f"version {usage.prompt} of the instructions"
