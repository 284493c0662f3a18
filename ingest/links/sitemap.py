"""Read a sitemap: the addresses that it names, of pages or of other sitemaps, the newest first."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from assistant.domain import Basis
from ingest.clean import clean, one_line
from ingest.dates import read_date
from ingest.decode import Unreadable
from ingest.statements import Statements


@dataclass(frozen=True, slots=True)
class Named:
    """changed: when the page last did, as written (years first); empty if not said. told: of an article of news."""

    link: str
    changed: str
    told: Statements


def read_sitemap(data: bytes) -> tuple[Named, ...]:
    """What a sitemap names, a broken one as far as it goes; raises `Unreadable` where that is nothing.

    Nothing is loaded and no entity expanded: an address that uses one is cut there, and is not found.
    """
    named: list[Named] = []
    try:
        named.extend(_named(data))
    except etree.XMLSyntaxError as error:
        if not named:
            raise Unreadable(f"the sitemap is broken: {error}") from None
    if not named:
        raise Unreadable("the sitemap names no address")
    return tuple(sorted(named, key=lambda each: each.changed, reverse=True))


def _named(data: bytes) -> Iterator[Named]:
    elements = etree.iterparse(
        io.BytesIO(data),
        events=("end",),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    for _, element in elements:
        if _name(element) in ("url", "sitemap"):
            if link := _said(element, "loc"):
                yield Named(link, _said(element, "lastmod") or _said(element, "publication_date"), _told(element))
            element.clear()


def _told(element: etree._Element) -> Statements:
    """What a sitemap of news says of an article."""
    day = _said(element, "publication_date")
    return Statements(
        Basis.GIVEN,
        title=_said(element, "title") or None,
        outlet=_said(element, "name") or None,
        published=read_date(day) if day else None,
        language=_said(element, "language") or None,
    )


def _said(element: etree._Element, name: str) -> str:
    """The words of the first child of that name, also where it stands in `news:news`; not of pictures or films."""
    for child in element.iter(etree.Element):
        parent = child.getparent()
        within = "" if parent is None else _name(parent)
        if _name(child) == name and (parent is element or within in ("news", "publication")):
            return one_line(clean("".join(child.itertext())))
    return ""


def _name(element: etree._Element) -> str:
    """Without the namespace, which sitemaps often have wrong or forget."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]
