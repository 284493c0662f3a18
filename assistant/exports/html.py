"""A transcript as one web page that loads nothing and runs nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from lxml import html
from lxml.builder import ElementMaker
from lxml.html import HtmlElement, html_parser

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

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

E = ElementMaker(makeelement=html_parser.makeelement)


def as_html(transcript: Transcript) -> str:
    """Built as a tree, so that no text of others can become markup."""
    rounds = [_round(number, each) for number, each in enumerate(transcript.rounds, start=1)]
    main = E.main(E.header(_own("h1", transcript.title), E.p({"class": "quiet"}, transcript.about)), *rounds)
    page = E.html({"lang": "en"}, _head(transcript.title), E.body(main))
    written = html.tostring(page, encoding="unicode", doctype="<!DOCTYPE html>")
    return f"{written}\n"


def _head(title: str) -> HtmlElement:
    return E.head(
        E.meta(charset="utf-8"),
        E.meta({"http-equiv": "Content-Security-Policy", "content": POLICY}),
        E.meta(name="viewport", content="width=device-width, initial-scale=1"),
        E.meta({"name": "referrer", "content": "no-referrer"}),
        E.title(title),
        E.style(_style()),
    )


@cache
def _style() -> str:
    return files("assistant.exports").joinpath("page.css").read_text(encoding="utf-8")


def _round(at: int, told: Round) -> HtmlElement:
    question = _own("h2", told.question)
    question.set("id", f"q{at}")
    parts = [question, _list("facts", told.facts)]
    parts += [_block(at, block, _first_uses(told.blocks)) for block in told.blocks]
    if told.status:
        parts.append(_own("p", told.status, "status"))
    if told.tail:
        parts += [E.p({"class": "quiet"}, f"{UNCHECKED}:"), _own("blockquote", told.tail, "unchecked")]
    if told.withheld:
        sentences = [E.li({"dir": "auto"}, *_sentence(at, each, {})) for each in told.withheld]
        parts += [E.p({"class": "quiet"}, f"{told.withheld_as}:"), E.ul({"class": "withheld"}, *sentences)]
    if told.nearest:
        parts += [E.p({"class": "quiet"}, f"{NEAREST}:"), E.ul({"class": "nearest"}, *map(_passage, told.nearest))]
    parts += [_list("signed", told.signed), _list("feedback", told.feedback)]
    if told.references:
        uses = _first_uses(told.blocks)
        listed = [_reference(at, each, is_used=each.number in uses) for each in told.references]
        parts += [E.h3("References"), E.ol({"class": "references"}, *listed)]
    return E.section({"aria-labelledby": f"q{at}"}, *(part for part in parts if len(part) or part.text))


Uses = dict[int, Spoken]


def _first_uses(blocks: Sequence[Block]) -> Uses:
    """The first sentence that rests on each number: where a reference leads back to."""
    uses: Uses = {}
    for block in blocks:
        for spoken in block.sentences:
            for number in spoken.markers:
                uses.setdefault(number, spoken)
    return uses


def _block(at: int, block: Block, uses: Uses) -> HtmlElement:
    said = [part for spoken in block.sentences for part in (*_sentence(at, spoken, uses), " ")]
    text = E.p({"dir": "auto", "class": "said"}, *said)
    if not block.source:
        return E.div({"class": "block"}, text)
    return E.div({"class": "block quoted"}, text, E.p({"class": "source"}, *_parts(block.source)))


def _sentence(at: int, spoken: Spoken, uses: Uses) -> Iterator[object]:
    yield E.span({"class": "doubtful" if spoken.doubt else "sentence"}, spoken.text)
    for number in spoken.markers:
        yield _marker(at, number, is_first=uses.get(number) is spoken)
    if spoken.beside:
        yield E.small(" (", E.bdi("; ".join(spoken.beside)), ")")
    if spoken.doubt:
        yield E.small(" ", E.bdi({"class": "doubt"}, spoken.doubt))


def _marker(at: int, number: int, *, is_first: bool) -> HtmlElement:
    attributes = {"href": f"#r{at}-{number}", "class": "marker", "aria-label": f"Reference {number}"}
    return E.a(attributes | ({"id": f"m{at}-{number}"} if is_first else {}), f"[{number}]")


def _passage(passage: Passage) -> HtmlElement:
    quote = E.blockquote({"dir": "auto"} | _language(passage.language), f"“{passage.text}”")
    return E.li(quote, E.p({"class": "source"}, *_parts(passage.source)))


def _reference(at: int, reference: Reference, *, is_used: bool) -> HtmlElement:
    number = reference.number
    return E.li(
        {"id": f"r{at}-{number}", "value": str(number)},
        E.p({"class": "credit"}, E.span({"class": "number"}, f"[{number}]"), " ", *_credit(reference)),
        E.blockquote({"dir": "auto"} | _language(reference.language), f"“{reference.quote}”"),
        *([_list("remarks", reference.remarks)] if reference.remarks else []),
        *([_way_back(at, number)] if is_used else []),
    )


def _way_back(at: int, number: int) -> HtmlElement:
    return E.a({"href": f"#m{at}-{number}", "class": "back", "aria-label": f"Back to where {number} is cited"}, "↩")


def _credit(reference: Reference) -> Iterator[object]:
    yield from _parts(reference.parts)
    if reference.address:
        yield ", "
        yield E.a({"href": reference.address, "rel": "noopener noreferrer"}, reference.address)
    elif reference.found_at:
        yield ", "
        yield E.bdi(reference.found_at)


def _parts(parts: Sequence[str]) -> Iterator[object]:
    """Each runs its own way."""
    for at, part in enumerate(parts):
        if at:
            yield ", "
        yield E.bdi(part)


def _language(code: str | None) -> dict[str, str]:
    return {"lang": code} if code and code.replace("-", "").isalnum() and code.isascii() else {}


def _own(tag: str, text: str, kind: str = "") -> HtmlElement:
    """An element whose text decides its direction."""
    return E(tag, {"dir": "auto"} | ({"class": kind} if kind else {}), text)


def _list(kind: str, lines: Sequence[str]) -> HtmlElement:
    return E.ul({"class": kind}, *(_own("li", line) for line in lines))
