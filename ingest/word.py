"""Read a Word file: its paragraphs, headers, footers and properties."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from zipfile import BadZipFile, ZipFile

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from lxml import etree

from assistant.domain import Basis, Furniture
from ingest.dates import Dated, read_timestamp
from ingest.decode import Unreadable
from ingest.draft import Draft
from ingest.piece import Piece
from ingest.properties import real_authors, real_title
from ingest.statements import Statements
from ingest.written import Written, draft_of

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same again for old programs
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_MOST_XML = 30 * 1024**2  # bytes; a book of five hundred pages is a tenth of that
_MOST_PICTURES = 3  # times the file itself: pictures are packed already
_TEMPLATE = datetime(2013, 12, 23, 23, 15, tzinfo=UTC)  # python-docx's own, in every file that it made
_BYTES = (BadZipFile, zlib.error, EOFError, NotImplementedError)
# What python-docx raises where parts are missing, of another kind, or named by nothing: seen with broken files.
_PARTS = (OpcError, etree.XMLSyntaxError, KeyError, ValueError, AttributeError, TypeError)


def read_word(piece: Piece) -> Draft:
    """The article in a Word file; raises `Unreadable` where there is none."""
    _refuse_bomb(piece.data)
    try:
        document = docx.Document(io.BytesIO(piece.data))
        written, said, created = _written(document), _said(document), _created(document)
    except (*_BYTES, *_PARTS):
        raise Unreadable("it is no Word file, or a damaged one; open it in Word and save it again as .docx") from None
    return draft_of(piece, written, said, last=created)


def _refuse_bomb(data: bytes) -> None:
    """Raise for what would fill the memory, before anything of it is unpacked."""
    try:
        members = ZipFile(io.BytesIO(data)).infolist()
    except (BadZipFile, ValueError, NotImplementedError):
        return
    markup = sum(member.file_size for member in members if member.filename.endswith((".xml", ".rels")))
    if markup > _MOST_XML or sum(member.file_size for member in members) > _MOST_XML + _MOST_PICTURES * len(data):
        raise Unreadable("it unpacks to more than any article's Word file does")


def _written(document: Document) -> Written:
    names = _style_names(document)
    body = list(document.element.body.iter(f"{_W}p"))
    texts = [_text(paragraph) for paragraph in body]
    texts += [_text(note) for kind in ("footnotes", "endnotes") for note in _parts(document, kind)]
    heads, feet = (
        dict.fromkeys(_text(line).strip() for line in _parts(document, kind)) for kind in ("header", "footer")
    )
    aside = [Furniture(0, text) for text in heads if text] + [Furniture(len(texts), text) for text in feet if text]
    titles = [
        text for one, text in zip(body, texts, strict=False) if names.get(_style(one)) == "title" and text.strip()
    ]
    return Written(tuple(texts), tuple(aside), title=titles[0].strip() if titles else None)


def _parts(document: Document, kind: str) -> Iterator[etree._Element]:
    """The paragraphs of the parts of a kind, such as headers."""
    for related in document.part.rels.values():
        if related.reltype.endswith(f"/{kind}") and not related.is_external:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            yield from etree.fromstring(related.target_part.blob, parser).iter(f"{_W}p")


def _text(paragraph: etree._Element) -> str:
    """Its words, those in links, fields and tracked insertions too; not those of paragraphs in boxes inside it."""
    parts: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_W}t":
            parts.append(element.text or "")
        elif element.tag in _SIGNS:
            parts.append(_SIGNS[element.tag])
        elif element.tag not in (f"{_W}p", f"{_W}pPr", _FALLBACK):
            waiting += reversed(element)
    return "".join(parts)


def _style_names(document: Document) -> dict[str | None, str]:
    """Styles by the ids that they have in this file: an id is translated, a name is not."""
    return {
        style.get(f"{_W}styleId"): style.find(f"{_W}name").get(f"{_W}val", "").lower()
        for style in document.styles.element.iter(f"{_W}style")
        if style.find(f"{_W}name") is not None
    }


def _style(paragraph: etree._Element) -> str | None:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return None if style is None else style.get(f"{_W}val")


def _said(document: Document) -> Statements:
    properties = document.core_properties
    return Statements(Basis.GIVEN, title=real_title(properties.title))


def _created(document: Document) -> Statements:
    """What the text would know better: who made the file, and when, which is no more than a guess."""
    properties = document.core_properties
    created = properties.created
    if created is None or created == _TEMPLATE or read_timestamp(created.timestamp()) is None:
        return Statements(Basis.GIVEN, authors=real_authors(properties.author))
    return Statements(
        Basis.GIVEN, authors=real_authors(properties.author), published=Dated(created.date(), guessed=True)
    )
