"""What the elements of a page state, looked up by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from ingest.clean import clean, one_line

_MARKED = ("a", "address", "b", "div", "em", "h1", "h2", "li", "p", "span", "strong", "time")
_MOST = 500  # marked elements looked at; most are links
_LONGEST = 1_000  # characters of a value: what is longer is text, no statement


@dataclass(frozen=True, slots=True)
class Markup:
    """The ``meta`` elements, links and marked elements of a page, in their order."""

    metas: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, str], ...]
    items: tuple[tuple[str, str], ...]
    tab: str | None
    language: str | None

    def meta(self, *names: str) -> Iterator[str]:
        """The values of these names, those of the first name first."""
        return (value for name in names for each, value in self.metas if each == name)

    def like(self, pattern: re.Pattern[str]) -> Iterator[str]:
        """The values of the names that a pattern fits, without their punctuation."""
        return (value for name, value in self.metas if pattern.fullmatch(re.sub(r"[\W_]", "", name)))

    def link(self, relation: str) -> Iterator[str]:
        return (address for name, address in self.links if relation in name.split())

    def item(self, *names: str) -> Iterator[str]:
        """The values of elements marked so (microdata, ``rel``), those of the first name first."""
        return (value for name in names for each, value in self.items if name in each.split())


def markup_of(tree: HtmlElement) -> Markup:
    tab = next((element for element in tree.iter("title") if not _is_drawing(element)), None)
    return Markup(
        metas=tuple(_metas(tree)),
        links=tuple(
            (link.get("rel", "").lower(), link.get("href", "").strip())
            for link in tree.iter("link")
            if link.get("href", "").strip()
        ),
        items=tuple(_items(tree)),
        tab=None if tab is None else words(tab) or None,
        language=next((element.get("lang") or element.get("xml:lang") for element in tree.iter("html")), None),
    )


def words(element: HtmlElement) -> str:
    """The text of an element as one line."""
    return one_line(clean(" ".join(element.itertext())))


def _metas(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for element in tree.iter("meta"):
        content = one_line(clean(element.get("content", "")))
        if 0 < len(content) <= _LONGEST:
            for attribute in ("property", "name", "itemprop", "http-equiv"):
                if name := element.get(attribute):
                    yield name.strip().lower(), content


def _items(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    marked = (element for element in tree.iter(*_MARKED) if element.get("itemprop") or element.get("rel"))
    for element in islice(marked, _MOST):
        if not _is_comment(element):
            inner = next((each for each in element.iterdescendants() if each.get("itemprop") == "name"), element)
            value = element.get("content") or element.get("datetime") or words(inner)
            if 0 < len(value) <= _LONGEST:
                yield (element.get("itemprop") or element.get("rel")).lower(), value.strip()


def _is_comment(element: HtmlElement) -> bool:
    """Whether a reader's comment says it, not the page."""
    around = (each.get("itemtype", "") + each.get("class", "") + each.get("id", "") for each in element.iterancestors())
    return any("comment" in names.lower() for names in around)


def _is_drawing(element: HtmlElement) -> bool:
    return any(above.tag == "svg" for above in element.iterancestors())
