"""What the browser is given to draw the sentences of a reply, with what they cite."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.grouping import groups_of, written
from assistant.wording import counted, days, outlet, place, said_against, said_date
from ui.why_data import why_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from assistant.domain import Answer, Citation, Claim, Description, Paragraph

Data = dict[str, object]

CHECKED_AGAIN = "being checked again"

_OPENS = re.compile(r"\s*\n\s*\n")


def answer_groups(answer: Answer) -> list[Data]:
    """Its sentences as they stand together."""
    return [group(each.claims, each.source) for each in groups_of(answer)]


def written_groups(claims: Sequence[Claim], *, underway: bool = False) -> list[Data]:
    """What a chat model wrote, in its paragraphs."""
    return [group(each.claims, underway=underway) for each in written(claims)]


def with_tail(groups: list[Data], text: str) -> list[Data]:
    """With text behind them that is checked against nothing yet."""
    if not text.strip():
        return groups
    tail = text.lstrip()
    if not groups or _OPENS.match(text):
        return [*groups, group(()) | {"tail": tail}]
    return [*groups[:-1], groups[-1] | {"tail": tail}]


def group(claims: Iterable[Claim], source: Description | None = None, *, underway: bool = False) -> Data:
    return {
        "outlet": outlet(source) if source else None,
        "when": said_date(source) if source else None,
        "claims": [claim_data(claim, underway=underway) for claim in claims],
    }


def claim_data(claim: Claim, *, underway: bool = False) -> Data:
    return {
        "runs": list(runs(claim)),
        "numbers": list(claim.citations),
        "support": "remark" if claim.is_remark else str(claim.support),
        "doubt": doubt(claim, underway=underway),
        "speaker": claim.speaker,
    }


def doubt(claim: Claim, *, underway: bool = False) -> str | None:
    """What is said against a sentence; while its answer is written, one not borne out may yet be mended."""
    return CHECKED_AGAIN if underway and claim.is_doubtful else said_against(claim)


def runs(claim: Claim) -> Iterator[Data]:
    """The claim's words, and over those that leave a date open the day that was meant."""
    at = 0
    for found in sorted(claim.dates, key=lambda found: found.start):
        if found.start < at:
            continue
        yield from plain_run(claim.text[at : found.start])
        yield {"text": claim.text[found.start : found.end], "over": days(found)}
        at = found.end
    yield from plain_run(claim.text[at:])


def plain_run(text: str) -> Iterator[Data]:
    if text:
        yield {"text": text}


def citation_data(citation: Citation) -> Data:
    quote = citation.quote
    also = len(quote.also_in)
    return {
        "number": citation.number,
        "quote": quote.text,
        "why": why_data(citation.scores, citation.why, quote.text),
        "title": quote.description.title,
        "outlet": outlet(quote.description),
        "where": where(quote.description, quote.paragraph),
        "also": f"Also in {counted(also, 'other article')}" if also else None,
    }


def where(description: Description, paragraph: Paragraph) -> str:
    return f"{said_date(description)}, {place(paragraph)}"
