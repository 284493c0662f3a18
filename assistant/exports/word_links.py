"""Links and bookmarks in a Word file, for which python-docx has no words."""

from __future__ import annotations

from dataclasses import dataclass

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

_LINK = RGBColor(0x1D, 0x5C, 0x85)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """What a link may lead to; no other in the document has its name or its number."""

    name: str
    number: int


def add_inner_link(paragraph: Paragraph, text: str, target: str, bookmark: Bookmark | None = None) -> None:
    """A link to the bookmark of that name; bookmark: what leads back to it."""
    run = _linked(paragraph, text, {"w:anchor": target, "w:history": "1"})
    if bookmark:
        add_bookmark(paragraph, run, bookmark)


def add_link(paragraph: Paragraph, text: str, address: str) -> None:
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    _linked(paragraph, text, {"r:id": relation, "w:history": "1"})


def add_bookmark(paragraph: Paragraph, run: Run, bookmark: Bookmark) -> None:
    """Around the run, which may stand in a link."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for each in (start, end):
        each.set(qn("w:id"), str(bookmark.number))
    start.set(qn("w:name"), bookmark.name)
    holder: BaseOxmlElement = run._r  # noqa: SLF001
    if holder.getparent() is not paragraph._p:  # noqa: SLF001
        holder = holder.getparent()
    holder.addprevious(start)
    holder.addnext(end)


def _linked(paragraph: Paragraph, text: str, attributes: dict[str, str]) -> Run:
    link = OxmlElement("w:hyperlink")
    for name, value in attributes.items():
        link.set(qn(name), value)
    run = paragraph.add_run(text)
    run.font.color.rgb = _LINK
    link.append(run._r)  # noqa: SLF001
    paragraph._p.append(link)  # noqa: SLF001
    return run
