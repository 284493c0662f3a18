"""Find the feeds that a page names."""

from __future__ import annotations

from urllib.parse import urljoin

from lxml import etree, html

from ingest.address import web_address

_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml"})
_HEAD = 200_000  # bytes: what stands in the head stands at the beginning


def feeds_of(data: bytes, address: str) -> tuple[str, ...]:
    """The addresses of a page's feeds, as it names them to programs that read feeds."""
    try:
        tree = html.document_fromstring(data[:_HEAD])
    except (etree.LxmlError, ValueError):
        return ()
    named = (link.get("href", "") for link in tree.iter("link") if link.get("type", "").strip().lower() in _TYPES)
    return tuple(dict.fromkeys(feed for href in named if (feed := _joined(address, href))))


def _joined(address: str, href: str) -> str | None:
    try:
        return web_address(urljoin(address, href.strip()))
    except ValueError:
        return None
