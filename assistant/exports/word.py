"""A transcript as a Word file.

Its references are numbered paragraphs with links to and fro, not Word's footnotes: those are numbered anew, one for
each marker, and the numbers would not be those of the page.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import count

import docx
from docx.document import Document
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

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
from assistant.exports.word_links import Bookmark, add_bookmark, add_inner_link, add_link
from assistant.exports.word_text import add_parts, add_text, set_direction

_QUIET = RGBColor(0x56, 0x5B, 0x62)
_DOUBT = RGBColor(0x7A, 0x43, 0x00)
_INDENT = Cm(0.8)


def as_word(transcript: Transcript) -> bytes:
    document = _blank(transcript.title)
    _heading(document, transcript.title, 0)
    _quiet(document, transcript.about)
    numbers = count(1)
    for at, told in enumerate(transcript.rounds, start=1):
        _Round(document, at, told, numbers).write()
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _blank(title: str) -> Document:
    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2.5)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    document.core_properties.title = title[:255]  # the longest that Word takes
    document.core_properties.author = "Footnote"
    document.core_properties.comments = ""
    return document


class _Round:
    """One question with what became of it, on its way into a document."""

    def __init__(self, document: Document, at: int, told: Round, bookmarks: Iterator[int]) -> None:
        self._document, self._at, self._told, self._bookmarks = document, at, told, bookmarks
        self._marked: set[int] = set()

    def write(self) -> None:
        told = self._told
        _heading(self._document, told.question, 1)
        _quiet(self._document, " · ".join(told.facts)).paragraph_format.keep_with_next = True
        for block in told.blocks:
            self._block(block)
        if told.status:
            _plain(self._document, told.status).runs[0].bold = True
        if told.tail:
            _quiet(self._document, f"{UNCHECKED}:")
            _plain(self._document, told.tail).paragraph_format.left_indent = _INDENT
        self._withheld(told.withheld_as, told.withheld)
        self._nearest(told.nearest)
        if told.signed:
            _quiet(self._document, " ".join(told.signed))
        for line in told.feedback:
            _plain(self._document, line)
        self._references(told.references)

    def _block(self, block: Block) -> None:
        paragraph = self._document.add_paragraph()
        for at, spoken in enumerate(block.sentences):
            self._sentence(paragraph, spoken, " " if at else "")
        set_direction(paragraph)
        if block.source:
            _source(self._document, block.source)

    def _withheld(self, called: str, withheld: Sequence[Spoken]) -> None:
        if withheld:
            _quiet(self._document, f"{called}:")
        for spoken in withheld:
            paragraph = self._document.add_paragraph(style="List Bullet")
            self._sentence(paragraph, spoken)
            set_direction(paragraph)

    def _nearest(self, nearest: Sequence[Passage]) -> None:
        if nearest:
            _quiet(self._document, f"{NEAREST}:")
        for passage in nearest:
            _plain(self._document, f"“{passage.text}”").paragraph_format.left_indent = _INDENT
            _source(self._document, passage.source).paragraph_format.left_indent = _INDENT

    def _sentence(self, paragraph: Paragraph, spoken: Spoken, before: str = "") -> None:
        add_text(paragraph, before + spoken.text)
        for number in spoken.markers:
            first = None if number in self._marked else self._bookmark("m", number)
            self._marked.add(number)
            add_inner_link(paragraph, f"[{number}]", self._name("r", number), first)
        for beside in spoken.beside:
            add_text(paragraph, f" ({beside})").font.color.rgb = _QUIET
        if spoken.doubt:
            run = add_text(paragraph, f" ({spoken.doubt})")
            run.font.color.rgb, run.italic = _DOUBT, True

    def _references(self, references: Sequence[Reference]) -> None:
        if references:
            _heading(self._document, "References", 2)
        for reference in references:
            self._reference(reference)

    def _reference(self, reference: Reference) -> None:
        paragraph = self._document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        marker = f"[{reference.number}]"
        bookmark = self._bookmark("r", reference.number)
        if reference.number in self._marked:
            add_inner_link(paragraph, marker, self._name("m", reference.number), bookmark)
        else:
            add_bookmark(paragraph, add_text(paragraph, marker), bookmark)
        add_parts(paragraph, " ", reference.parts)
        _address(paragraph, reference)
        quote = _plain(self._document, f"“{reference.quote}”")
        quote.paragraph_format.left_indent = _INDENT
        for line in reference.remarks:
            _quiet(self._document, line).paragraph_format.left_indent = _INDENT

    def _bookmark(self, kind: str, number: int) -> Bookmark:
        return Bookmark(self._name(kind, number), next(self._bookmarks))

    def _name(self, kind: str, number: int) -> str:
        return f"{kind}{self._at}_{number}"


def _address(paragraph: Paragraph, reference: Reference) -> None:
    if reference.address:
        add_text(paragraph, ", ")
        add_link(paragraph, reference.address, reference.address)
    elif reference.found_at:
        add_text(paragraph, f", {reference.found_at}")


def _source(document: Document, parts: Sequence[str]) -> Paragraph:
    paragraph = document.add_paragraph()
    add_parts(paragraph, "— ", parts)
    return _quietly(paragraph)


def _heading(document: Document, text: str, level: int) -> None:
    paragraph = document.add_heading(level=level)
    add_text(paragraph, text)
    set_direction(paragraph)


def _plain(document: Document, text: str) -> Paragraph:
    paragraph = document.add_paragraph()
    add_text(paragraph, text)
    set_direction(paragraph)
    return paragraph


def _quiet(document: Document, text: str) -> Paragraph:
    """What is said about an answer, set off from it."""
    return _quietly(_plain(document, text))


def _quietly(paragraph: Paragraph) -> Paragraph:
    for run in paragraph.runs:
        run.font.color.rgb, run.font.size = _QUIET, Pt(9.5)
    return paragraph
