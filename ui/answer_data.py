"""What the browser is given to draw an exchange."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from assistant.domain import Abstention, Answer, Support, day_words
from ui.chips import chips
from ui.jobs import Failed, Stopped
from ui.wording import counted, days, footnote, listed, outlet, place, said_date, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from assistant.domain import Citation, Claim, Description, Filters, Inquiry, Paragraph, Ranked
    from ui.conversation import Exchange

Data = dict[str, object]

STOPPED = "Stopped. This text is incomplete and has not been checked against the articles."
MOST_NEAREST = 5


def exchange_data(exchange: Exchange, active: int | None) -> Data:
    """The question and whatever there is of the reply; active: the citation that is open beside it."""
    outcome = exchange.job.outcome
    shown: Data = {
        "exchange": exchange.number,
        "question": exchange.question,
        "active": active,
        "ignored": [f"Asked without “{words}”." for words in exchange.ignored],
    }
    match outcome:
        case Answer():
            return shown | answer_data(outcome)
        case Abstention():
            return shown | abstention_data(outcome)
        case Stopped(text=text):
            return shown | {"state": "stopped", "pieces": pieces(text), "status": STOPPED}
        case Failed():
            return shown | {"state": "failed"}
        case None:
            return shown | underway_data(exchange.job.text, exchange.job.articles)


def underway_data(text: str, articles: int) -> Data:
    if text:
        return {"state": "writing", "pieces": pieces(text), "status": "Writing"}
    where = f"Searching {counted(articles, 'article')}" if articles else "Looking into the library"
    return {"state": "searching", "status": where}


def pieces(text: str) -> list[str | int]:
    """Text that is not checked yet, its markers as numbers."""
    parts = re.split(r"\[(\d{1,4})\]", text)
    return [int(part) if at % 2 else part for at, part in enumerate(parts) if part]


def answer_data(answer: Answer) -> Data:
    quotes = {citation.number: citation for citation in answer.citations}
    articles = {citation.quote.article_id for citation in answer.citations}
    return {
        "state": "answered",
        "groups": [group_data(quoted, claims) for quoted, claims in grouped(answer, quotes)],
        "citations": [citation_data(citation) for citation in answer.citations],
        "nearest": [ranked_data(ranked) for ranked in answer.nearest[:MOST_NEAREST]],
        "remarks": list(remarks(answer.inquiry)),
        "chips": list(chips(answer.inquiry.filters)),
        "summary": f"{counted(len(quotes), 'quote')} from {counted(len(articles), 'article')}",
        "copy": "\n\n".join([answer.text, "\n".join(map(footnote, answer.citations))]),
    }


def abstention_data(abstention: Abstention) -> Data:
    return {
        "state": "abstained",
        "status": abstention.text,
        "reason": sentence(abstention.reason),
        "nearest": [ranked_data(ranked) for ranked in abstention.nearest[:MOST_NEAREST]],
        "remarks": list(remarks(abstention.inquiry)),
        "chips": list(chips(abstention.inquiry.filters)),
    }


def grouped(answer: Answer, quotes: dict[int, Citation]) -> Iterator[tuple[Description | None, Iterable[Claim]]]:
    """Sentences quoted from one article stand together under its source; written ones run on."""

    def article_of(claim: Claim) -> str | None:
        quoted = claim.support is Support.QUOTED and claim.citations
        return quotes[claim.citations[0]].quote.article_id if quoted else None

    described = {citation.quote.article_id: citation.quote.description for citation in quotes.values()}
    for article_id, claims in groupby(answer.claims, article_of):
        yield described.get(article_id or ""), claims


def group_data(quoted: Description | None, claims: Iterable[Claim]) -> Data:
    return {
        "outlet": outlet(quoted) if quoted else None,
        "when": said_date(quoted) if quoted else None,
        "claims": [claim_data(claim) for claim in claims],
    }


def claim_data(claim: Claim) -> Data:
    return {
        "runs": list(runs(claim)),
        "numbers": list(claim.citations),
        "borne": claim.support is not Support.UNSUPPORTED and bool(claim.citations),
        "problem": claim.problem,
        "speaker": claim.speaker,
    }


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
        "title": quote.description.title,
        "outlet": outlet(quote.description),
        "where": where(quote.description, quote.paragraph),
        "also": f"Also in {counted(also, 'other article')}" if also else None,
    }


def where(description: Description, paragraph: Paragraph) -> str:
    return f"{said_date(description)}, {place(paragraph)}"


def ranked_data(ranked: Ranked) -> Data:
    return {
        "article": ranked.article_id,
        "paragraph": ranked.paragraph.number,
        "text": ranked.paragraph.text,
        "outlet": outlet(ranked.description),
        "where": where(ranked.description, ranked.paragraph),
    }


def remarks(inquiry: Inquiry) -> Iterator[str]:
    """How the question was understood, where that is not just what was asked."""
    if inquiry.standalone_question.strip() != inquiry.question.strip():
        yield f"Understood as: {inquiry.standalone_question}"
    yield from limits(inquiry.filters)


def limits(filters: Filters) -> Iterator[str]:
    within = [
        f"published after {day_words(filters.after)}" if filters.after else "",
        f"published before {day_words(filters.before)}" if filters.before else "",
        f"from {listed(filters.outlets)}" if filters.outlets else "",
        f"by {listed(filters.authors)}" if filters.authors else "",
    ]
    if any(within) and not any(cue.limits for cue in filters.cues):
        relaxed = ". Nothing else was found, so others were read too" if filters.relaxed else ""
        yield f"Only articles {', '.join(filter(None, within))}{relaxed}."
    elif filters.relaxed:
        yield "What the question names did not answer it, so other articles were read too."
    if filters.undated_left_out:
        were = "was" if filters.undated_left_out == 1 else "were"
        yield f"{counted(filters.undated_left_out, 'article')} without a date {were} left out."
