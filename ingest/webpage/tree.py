"""The elements of a web page, however broken its source is."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from ingest.decode import Unreadable
from ingest.webpage.elements import CLOSED, INLINE

# The parser drops what follows these, where browsers go on.
_ENDS = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TAG = re.compile(r"</?([a-z][a-z0-9]*)[^<>]*>", re.IGNORECASE)


def tree_of(source: str) -> HtmlElement:
    """Parse a page without comments; nothing that it names is fetched, no entity of its own is filled in."""
    source = _UNFIT.sub("", _ENDS.sub("", source))
    if not source.strip():
        raise Unreadable("it is empty")
    tree, errors = _parsed(source)
    if any("Excessive depth" in error for error in errors):
        tree, _ = _parsed(_flattened(source))
    return tree


def _parsed(source: str) -> tuple[HtmlElement, list[str]]:
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(source.encode(), parser=parser)
    except etree.LxmlError:
        raise Unreadable("it is empty but for comments") from None
    return tree, [entry.message or "" for entry in parser.error_log]


def _flattened(source: str) -> str:
    """Paragraphs alone, of a page that nests its elements deeper than the parser follows them."""
    return _TAG.sub(_flat, source)


def _flat(tag: re.Match[str]) -> str:
    name = tag[1].lower()
    if name in CLOSED:
        return tag[0]
    return "" if name in INLINE else "<p>"
