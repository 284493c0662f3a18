"""A sentence of an answer with the references that it rests on, to be pasted elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.domain import Citation, Claim
from assistant.exports.harmless import in_lines, one_line
from assistant.wording import footnote


def with_references(claim: Claim, citations: Sequence[Citation]) -> str:
    """The sentence with its markers, and a line for each reference; citations: all that its answer has."""
    by_number = {each.number: each for each in citations}
    notes = [one_line(footnote(by_number[number])) for number in claim.citations if number in by_number]
    return "\n\n".join(filter(None, [in_lines(claim.marked), "\n".join(notes)]))
