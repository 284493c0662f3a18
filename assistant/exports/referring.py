"""The references of an answer, each with its quote and what its reader found."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.conversations.kept import Finding, KeptTurn, Mark
from assistant.domain import Citation, Description, Paragraph, Quote, Ranked
from assistant.exports.harmless import in_lines, one_line
from assistant.exports.transcript import Passage, Reference
from assistant.wording import counted, found_at, place, reference_parts, web_address

Since = Callable[[Quote], str | None]
"""Says what has become of a quote's paragraph since it was cited; None where it stands as it did."""

_FOUND = {
    Finding.CHECKED: "Checked by the reader",
    Finding.DOES_NOT_SUPPORT: "Does not support the sentence, says the reader",
}
_WRONG = "The wrong passage, says the reader"


def unknown(_: Quote) -> str | None:
    """Where nobody can look it up, nothing is said."""
    return None


def references(turn: KeptTurn, citations: Sequence[Citation], since: Since) -> tuple[Reference, ...]:
    wrong = turn.feedback.wrong_passages
    return tuple(
        _reference(each, turn.marks.get(each.number, Mark()), since(each.quote), wrong=each.number in wrong)
        for each in citations
    )


def _reference(citation: Citation, mark: Mark, now: str | None, *, wrong: bool) -> Reference:
    quote = citation.quote
    described = quote.description
    address = web_address(described.url)
    elsewhere = found_at(described)
    said = [
        now or "",
        f"Also in {counted(len(quote.also_in), 'other article')}" if quote.also_in else "",
        _FOUND[mark.finding] if mark.finding else "",
        _WRONG if wrong else "",
        f"Note: {mark.note}" if mark.note.strip() else "",
    ]
    return Reference(
        citation.number,
        _parts(described, quote.paragraph),
        in_lines(quote.text),
        one_line(address) if address else None,
        one_line(elsewhere) if elsewhere and not address else None,
        described.language,
        tuple(in_lines(each) for each in said if each),
    )


def passage(ranked: Ranked) -> Passage:
    """What was found and not cited: it has no number."""
    described = ranked.description
    return Passage(in_lines(ranked.paragraph.text), _parts(described, ranked.paragraph), described.language)


def _parts(described: Description, paragraph: Paragraph) -> tuple[str, ...]:
    return tuple(one_line(part) for part in (*reference_parts(described), place(paragraph)))
