"""The article as a page's JSON-LD describes it (schema.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import cast

from lxml.html import HtmlElement

_ARTICLES = re.compile(r"(?:Article|BlogPosting|Report|Review|LiveBlogPosting|NewsItem|ClaimReview)$")
_PAGES = re.compile(r"(?:WebPage|VideoObject|CreativeWork|ItemPage)$")
_OPENING = ("//", "<![CDATA[", "<!--")
_CLOSING = (";", "]]>", "-->", "//")
_FURTHER = ("@graph", "mainEntity", "mainEntityOfPage")
_MOST = 2_000  # objects looked at
_LARGEST = 5_000_000  # characters of one script

_Object = dict[str, object]


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """What the data say in their own words; None or empty where they do not."""

    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    keywords: tuple[str, ...] = ()
    body: str | None = None


def linked_article(tree: HtmlElement) -> LinkedArticle:
    """The page's own article; of several the first that says when it was published, else the first."""
    objects = list(_objects(tree))
    named = {name: each for each in reversed(objects) if (name := _text(each.get("@id"))) and len(each) > 1}
    for sorts in (_ARTICLES, _PAGES):
        fitting = [each for each in objects if any(sorts.search(sort) for sort in _texts(each.get("@type")))]
        dated = [each for each in fitting if _text(each.get("datePublished"))]
        if fitting:
            return _article((dated or fitting)[0], named)
    return LinkedArticle()


def _objects(tree: HtmlElement) -> Iterator[_Object]:
    """The objects at the top, then those they are about; never those that they only list or link to."""
    waiting: list[object] = [
        each for script in tree.iter("script") if _is_linked_data(script) for each in _read(script)
    ]
    for _ in range(_MOST):
        if not waiting:
            return
        first = waiting.pop(0)
        if isinstance(first, list):
            waiting[:0] = first[:_MOST]
        elif isinstance(first, dict):
            yield cast(_Object, first)
            waiting += [first[name] for name in _FURTHER if isinstance(first.get(name), (dict, list))]


def _is_linked_data(script: HtmlElement) -> bool:
    return "ld+json" in script.get("type", "").lower()


def _read(script: HtmlElement) -> list[object]:
    """What a script holds; nothing where it is broken beyond the usual wrappings."""
    text = script.text or ""
    if len(text) > _LARGEST:
        return []
    for attempt in (text, _unwrapped(_unwrapped(text))):
        try:
            return [json.loads(attempt, strict=False)]
        except (ValueError, RecursionError):
            continue
    return []


def _unwrapped(text: str) -> str:
    """The text without what hides it from old browsers, and the semicolon of a program."""
    text = text.strip()
    for mark in _OPENING:
        text = text.removeprefix(mark).lstrip()
    for mark in _CLOSING:
        text = text.removesuffix(mark).rstrip()
    return text


def _article(found: _Object, named: dict[str, _Object]) -> LinkedArticle:
    publisher = _names(found.get("publisher"), named) or _names(found.get("sourceOrganization"), named)
    return LinkedArticle(
        headline=_text(found.get("headline")) or _text(found.get("name")),
        authors=_names(found.get("author"), named) or _names(found.get("creator"), named),
        published=_text(found.get("datePublished")) or _text(found.get("dateCreated")),
        modified=_text(found.get("dateModified")),
        publisher=publisher[0] if publisher else None,
        url=_address(found),
        language=_text(found.get("inLanguage")),
        keywords=_keywords(found.get("keywords")),
        body=_text(found.get("articleBody")) or _text(found.get("reviewBody")),
    )


def _address(found: _Object) -> str | None:
    page = found.get("mainEntityOfPage")
    of_page = _text(page.get("@id") or page.get("url")) if isinstance(page, dict) else _text(page)
    return _text(found.get("url")) or of_page


def _keywords(value: object) -> tuple[str, ...]:
    """Each of a list, or the parts of a string; not the codes that some outlets set among them."""
    words = [word.strip() for text in _texts(value) for word in re.split(r"[,;]", text)]
    return tuple(dict.fromkeys(word for word in words if word and ":" not in word))


def _names(value: object, named: dict[str, _Object]) -> tuple[str, ...]:
    """Names of persons or organisations, which may be described elsewhere on the page."""
    names: list[str] = []
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            known = named.get(_text(each.get("@id")) or "", {})
            names += _texts(each.get("name") or known.get("name"))
        elif text := _text(each):
            names.append(text)
    return tuple(names)


def _texts(value: object) -> Sequence[str]:
    return [text for each in (value if isinstance(value, list) else [value]) if (text := _text(each))]


def _text(value: object) -> str | None:
    """A string, its entities resolved: many pages escape what JSON need not."""
    return (unescape(value).strip() or None) if isinstance(value, str) else None
