"""A transcript as Markdown.

Markers and numbers are plain text: Markdown's own footnotes would be numbered anew wherever it is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.exports.direction import in_order
from assistant.exports.markdown_text import behind, escaped, one_paragraph
from assistant.exports.transcript import (
    NEAREST,
    UNCHECKED,
    Block,
    Passage,
    Reference,
    Round,
    Spoken,
    Transcript,
)

_NOT_IN_ADDRESS = re.compile(r"[<>\\`\"{}|^]")


def as_markdown(transcript: Transcript) -> str:
    parts = [f"# {escaped(transcript.title)}", escaped(transcript.about)]
    for each in transcript.rounds:
        parts += _round(each)
    return "\n\n".join(parts) + "\n"


def _round(told: Round) -> Iterator[str]:
    yield f"## {escaped(told.question)}"
    yield _listed(told.facts)
    yield from (_block(block) for block in told.blocks)
    if told.status:
        yield one_paragraph(told.status)
    if told.tail:
        yield f"{UNCHECKED}:"
        yield behind(one_paragraph(told.tail), "> ")
    if told.withheld:
        yield f"{told.withheld_as}:"
        yield "\n".join(f"- {behind(_sentence(each), '  ')[2:]}" for each in told.withheld)
    if told.nearest:
        yield f"{NEAREST}:"
        yield "\n".join(f"- {behind(_passage(each), '  ')[2:]}" for each in told.nearest)
    if told.signed:
        yield escaped(" ".join(told.signed))
    if told.feedback:
        yield _listed(told.feedback)
    if told.references:
        yield "### References"
        for reference in told.references:
            yield from _reference(reference)


def _block(block: Block) -> str:
    said = " ".join(map(_sentence, block.sentences))
    return f"{said}\n\n{escaped(_source(block.source))}" if block.source else said


def _sentence(spoken: Spoken) -> str:
    markers = "".join(f"\\[{number}\\]" for number in spoken.markers)
    beside = "".join(f" ({escaped(each)})" for each in (*spoken.beside, spoken.doubt) if each)
    return f"{one_paragraph(spoken.text)}{markers}{beside}"


def _passage(passage: Passage) -> str:
    return one_paragraph(f"“{passage.text}”\n{_source(passage.source)}")


def _source(parts: Sequence[str]) -> str:
    return f"— {', '.join(in_order(parts))}"


def _reference(reference: Reference) -> Iterator[str]:
    parts = [escaped(part) for part in in_order(reference.parts)]
    if reference.address:
        parts.append(f"<{_NOT_IN_ADDRESS.sub(_percent, reference.address)}>")
    elif reference.found_at:
        parts.append(escaped(reference.found_at))
    yield f"\\[{reference.number}\\] {', '.join(parts)}"
    yield behind(one_paragraph(f"“{reference.quote}”"), "> ")
    if reference.remarks:
        yield _listed(reference.remarks)


def _listed(lines: Sequence[str]) -> str:
    return "\n".join(f"- {behind(one_paragraph(line), '  ')[2:]}" for line in lines)


def _percent(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"
