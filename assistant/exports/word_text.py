"""Text in a Word file, from left to right or from right to left as it is written."""

from __future__ import annotations

import unicodedata

from docx.oxml import OxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run

_LEFTWARDS = frozenset(("R", "AL"))


def add_text(paragraph: Paragraph, text: str) -> Run:
    """A run of text; its line breaks stay within the paragraph."""
    run = paragraph.add_run(text)
    if _is_leftwards(text):
        run.font.rtl = True
    return run


def set_direction(paragraph: Paragraph) -> None:
    """As its first letter that has one."""
    if _is_leftwards(paragraph.text):
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001  python-docx has no word for it
        properties.insert_element_before(OxmlElement("w:bidi"), *_BEHIND)


# Of what we set, that which the format wants to stand behind w:bidi.
_BEHIND = ("w:spacing", "w:ind", "w:jc", "w:rPr")


def _is_leftwards(text: str) -> bool:
    directions = (unicodedata.bidirectional(character) for character in text)
    strong = next((each for each in directions if each == "L" or each in _LEFTWARDS), "L")
    return strong in _LEFTWARDS
