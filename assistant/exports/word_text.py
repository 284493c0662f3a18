"""Text in a Word file, from left to right or from right to left as it is written."""

from __future__ import annotations

from collections.abc import Sequence

from docx.oxml import OxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from assistant.exports.direction import in_order, is_leftwards

# Of what we set, that which the format wants to stand behind w:bidi.
_BEHIND = ("w:spacing", "w:ind", "w:jc", "w:rPr")


def add_text(paragraph: Paragraph, text: str) -> Run:
    """A run of text; its line breaks stay within the paragraph."""
    run = paragraph.add_run(text)
    if is_leftwards(text):
        run.font.rtl = True
    return run


def add_parts(paragraph: Paragraph, before: str, parts: Sequence[str]) -> None:
    """Parts of an English line, each a run, so that one that runs leftwards does so alone."""
    for at, part in enumerate(in_order(parts)):
        add_text(paragraph, ", " if at else before)
        add_text(paragraph, part)


def set_direction(paragraph: Paragraph) -> None:
    """As its first letter that has one."""
    if is_leftwards(paragraph.text):
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001  python-docx has no word for it
        properties.insert_element_before(OxmlElement("w:bidi"), *_BEHIND)
