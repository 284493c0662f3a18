"""What the browser is given to draw an exchange."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant import authorship
from assistant.domain import Abstention, Answer
from assistant.exports.copied import with_references
from assistant.grouping import groups_of, written
from assistant.settings import EXTRACTIVE
from assistant.understood import left_out
from assistant.wording import counted, footnote, not_rewritten, outlet, sentence, stopped_words, unjudged
from ui.chips import chips, given
from ui.claims_data import answer_groups, citation_data, claim_data, where, with_tail, written_groups
from ui.jobs import Failed, Stopped
from ui.marks_data import marks_data
from ui.why_data import why_data
from ui.wording import with_commands

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.domain import Citation, Claim, Inquiry, Ranked, Reply
    from assistant.grouping import Group
    from ui.conversation import Exchange
    from ui.underway import Underway

Data = dict[str, object]

MOST_AT_FIRST = 5
"""Passages found that are seen at once; the others on demand."""


def exchange_data(exchange: Exchange, active: int | None) -> Data:
    """The question and whatever there is of the reply; active: the citation that is open beside it."""
    outcome, underway = exchange.job.outcome, exchange.job.underway
    shown: Data = {
        "exchange": exchange.number,
        "question": exchange.question,
        "active": active,
        "marks": marks_data(exchange),
        "ignored": [
            *(["Asked as written."] if exchange.as_written else []),
            *(f"Asked without “{words}”." for words in exchange.ignored),
        ],
    }
    match outcome:
        case Answer():
            return shown | answer_data(outcome)
        case Abstention():
            return shown | abstention_data(outcome)
        case Stopped():
            return shown | stopped_data(outcome)
        case Failed():
            return shown | failed_data(outcome, exchange)
        case None:
            return shown | underway_data(underway)


def underway_data(underway: Underway) -> Data:
    """What is being done; what is written by now, its checked sentences with their markers."""
    groups = written_groups(underway.claims, underway=True)
    written: Data = {
        "stoppable": not underway.elsewhere,
        "groups": with_tail(groups, underway.text),
        "citations": [citation_data(citation) for citation in underway.citations],
    }
    if underway.mending:
        return written | {"state": "mending", "status": f"Checking {counted(underway.mending, 'sentence')} again"}
    if written["groups"]:
        return written | {"state": "writing", "status": "Writing"}
    return {"state": "searching", "status": doing(underway), "stoppable": not underway.elsewhere}


def doing(underway: Underway) -> str:
    """What is being done before there is a word."""
    if underway.elsewhere:
        return "Being answered on another page"
    if underway.retrying:
        return underway.retrying[:1].upper() + underway.retrying[1:]
    if underway.rewording:
        return f"{underway.rewording} is reading the question"
    if underway.model:
        return f"{underway.model} is reading {counted(underway.paragraphs, 'passage')}"
    if underway.articles:
        return f"Searching {counted(underway.articles, 'article')}"
    return "Looking into the library"


def failed_data(failed: Failed, exchange: Exchange) -> Data:
    return {
        "state": "failed",
        "trouble": [{"text": words, "command": it_is} for words, it_is in with_commands(sentence(failed.message))],
        "own_words_instead": failed.of_answerer and exchange.model != EXTRACTIVE,
    }


def stopped_data(stopped: Stopped) -> Data:
    return {
        "state": "stopped",
        "groups": with_tail(written_groups(stopped.claims), stopped.text),
        "citations": [citation_data(citation) for citation in stopped.citations],
        "copies": copies(written(stopped.claims), stopped.citations),
        "status": stopped_words(stopped.claims, stopped.text),
    }


def answer_data(answer: Answer) -> Data:
    by_model = authorship.by_model(answer.inquiry)
    writer, borne_out = authorship.writer(answer.inquiry), authorship.borne_out(answer)
    without_judge = unjudged(answer.inquiry.usage)
    said = " ".join(filter(None, [f"{writer}. {borne_out}.", without_judge]))
    doubtful = bool(authorship.unsupported(answer.claims))
    return {
        "state": "answered",
        "groups": answer_groups(answer),
        "citations": [citation_data(citation) for citation in answer.citations],
        "copies": copies(groups_of(answer), answer.citations),
        "remarks": [*remarks(answer.inquiry), *([without_judge] if without_judge else [])],
        **asked_data(answer),
        "writer": writer,
        "borne_out": borne_out,
        "quotes": authorship.quotes(answer) if by_model else None,
        "doubtful": doubtful,
        "spent": authorship.spent(answer.inquiry.usage),
        "own_words": by_model and doubtful,
        "copy": "\n\n".join([answer.text, "\n".join(map(footnote, answer.citations)), said]),
    }


def copies(groups: Sequence[Group], citations: Sequence[Citation]) -> list[str]:
    """Each sentence with its references, in the order in which they stand on the page."""
    return [with_references(claim, citations) for each in groups for claim in each.claims]


def abstention_data(abstention: Abstention) -> Data:
    return {
        "state": "abstained",
        "status": abstention.text,
        "reason": sentence(abstention.reason),
        "withheld": [withheld_data(claim) for claim in abstention.withheld],
        "withheld_as": authorship.withheld(abstention),
        "remarks": list(remarks(abstention.inquiry)),
        **asked_data(abstention),
        "writer": authorship.asked(abstention),
        "spent": authorship.spent(abstention.inquiry.usage),
        "own_words": authorship.by_model(abstention.inquiry),
    }


def asked_data(reply: Reply) -> Data:
    """How the question was understood, what the reply was limited to, and what was found besides."""
    inquiry = reply.inquiry
    alone = inquiry.standalone_question.strip()
    titles = titles_in(reply)
    return {
        "understood": alone if alone != inquiry.question.strip() else None,
        "given": list(given(inquiry.filters, titles.get)),
        "chips": list(chips(inquiry.filters)),
        "nearest": [ranked_data(ranked) for ranked in reply.nearest],
        "at_first": MOST_AT_FIRST,
    }


def titles_in(reply: Reply) -> dict[str, str]:
    """Titles of the articles that a reply shows, by id."""
    quotes = [each.quote for each in reply.citations] if isinstance(reply, Answer) else []
    cited = {each.article_id: each.description.title for each in quotes}
    return cited | {each.article_id: each.description.title for each in reply.nearest}


def remarks(inquiry: Inquiry) -> Iterator[str]:
    """What else is to be known of how the question was understood."""
    if without_model := not_rewritten(inquiry):
        yield without_model
    yield from left_out(inquiry.filters)


def withheld_data(claim: Claim) -> Data:
    """A sentence that is no answer: nothing that it cites may look like a footnote."""
    return claim_data(claim) | {"numbers": []}


def ranked_data(ranked: Ranked) -> Data:
    return {
        "article": ranked.article_id,
        "paragraph": ranked.paragraph.number,
        "text": ranked.paragraph.text,
        "outlet": outlet(ranked.description),
        "where": where(ranked.description, ranked.paragraph),
        "why": why_data(ranked.scores, ranked.why, ranked.paragraph.text),
    }
