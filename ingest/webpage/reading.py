"""Read a web page into a draft of the article that it shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import etree
from lxml.html import HtmlElement

from assistant.domain import Basis, Kind
from ingest.address import web_address
from ingest.body import Body
from ingest.clean import clean
from ingest.describing import described
from ingest.draft import Draft
from ingest.page import arrange
from ingest.paragraphs import split_paragraphs
from ingest.piece import Piece
from ingest.statements import Statements
from ingest.text import read_text
from ingest.webpage.aligned import folded, kept_of
from ingest.webpage.article import lay_out
from ingest.webpage.blocks import Block, Part, blocks_of
from ingest.webpage.empty import refuse_empty, refuse_notice
from ingest.webpage.extracted import extracted
from ingest.webpage.linked_data import linked_article
from ingest.webpage.markup import markup_of
from ingest.webpage.saved import unpacked
from ingest.webpage.signed import seen_statements
from ingest.webpage.source import source_of
from ingest.webpage.statements import page_statements
from ingest.webpage.tree import tree_of

_TAG = re.compile(r"<[a-z!/?]", re.IGNORECASE)
_WHOLE = re.compile(r"<(?:html|head|body|title|meta|nav|header|footer|main|aside|frameset)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WebPage:
    """What a page holds and what it says of that, the surest first."""

    body: Body
    statements: tuple[Statements, ...]


def read_page(piece: Piece) -> Draft:
    """The article in a page's bytes; raises `Unreadable` where there is none."""
    piece = unpacked(piece)
    source = source_of(piece.data, piece.encoding)
    if not _TAG.search(source):  # a text under a page's name
        return read_text(piece)
    page = web_page(source, piece.url)
    sent = Statements(Basis.GIVEN, url=web_address(piece.url) if piece.url else None)
    return described(piece, page.body, *page.statements, sent)


def web_page(source: str, url: str | None = None) -> WebPage:
    """The article in the source of a page, or of a part of one. url: the address that it was fetched from."""
    url = web_address(url) if url else None
    tree = tree_of(source)
    shown, linked, scripted = blocks_of(tree), linked_article(tree), next(tree.iter("script"), None) is not None
    stated = page_statements(
        markup_of(tree), linked, _shown(shown, Part.TITLE), _shown(shown, Part.HEADING, Part.TEXT), url
    )
    whole = _WHOLE.search(source) is not None
    blocks, story = _told(tree, shown, linked.body) if whole else (shown, _text(shown))
    laid = lay_out(blocks, story, stated.title)
    paragraphs, furniture = arrange(laid.texts, laid.marks)
    said = [paragraph.text for paragraph in paragraphs if paragraph.kind is Kind.BODY]
    if not said:
        refuse_empty(tree, shown, scripted=scripted)
    refuse_notice(said)
    return WebPage(Body(paragraphs, furniture), (stated, seen_statements(laid), _of_host(stated.url or url)))


def _told(tree: HtmlElement, shown: list[Block], body: str | None) -> tuple[list[Block], str]:
    """The blocks of the page and the story's text; where only the page's data have that, with blocks of theirs."""
    data = _blocks_in(body) if body else []
    etree.strip_elements(tree, "script", "style", with_tail=False)
    story = extracted(tree, _text(data))
    beyond = data and story == _text(data) and not _shows(shown, story)
    return (data + shown if beyond else shown), story


def _shows(blocks: Sequence[Block], story: str) -> bool:
    """Whether most of a story is on the page, not only its beginning above an offer to subscribe."""
    kept = kept_of([block.text for block in blocks], story)
    return 2 * sum(len(folded(blocks[place].text)) for place in kept) > len(folded(story))


def _blocks_in(body: str) -> list[Block]:
    if _TAG.search(body):
        return blocks_of(tree_of(body))
    return [Block(text) for text in split_paragraphs(clean(body))]


def _text(blocks: Sequence[Block]) -> str:
    return "\n".join(block.text for block in blocks if not block.hidden)


def _shown(blocks: Sequence[Block], *parts: Part) -> list[str]:
    return [block.text for block in blocks if block.part in parts and not block.hidden]


def _of_host(address: str | None) -> Statements:
    """What the address lets one guess where the page does not name its outlet."""
    host = urlsplit(address).hostname if address else None
    return Statements(Basis.GUESSED, outlet=host.removeprefix("www.") if host else None)
