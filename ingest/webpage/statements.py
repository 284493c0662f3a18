"""What a page says about its article: in JSON-LD first, then in its head, then in marked elements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from urllib.parse import urlsplit

from assistant.domain import Basis
from ingest.address import web_address
from ingest.clean import clean, one_line
from ingest.describe import LONGEST_TITLE, tidy_title
from ingest.names import names_in, without_noise
from ingest.outlets import repeats
from ingest.statements import Statements
from ingest.webpage.linked_data import LinkedArticle
from ingest.webpage.markup import Markup
from ingest.webpage.moments import published_of, updated_of
from ingest.webpage.own_address import own_address

_USERS = frozenset({"admin", "administrator", "editor", "editorial", "staff", "webmaster", "author", "user", "guest"})
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE)
_TAIL = re.compile(r"\s+[|–—·:-]\s+([^|–—]{2,60})$")
_SEPARATOR = re.compile(r"\s+[|–—·:-]\s+")
_PARTS = re.compile(r"\s+\|\s+")
_CODE = re.compile(r"^[@~#_]|[:=/]|^\d*$|\d{4}\.")
_MOST_TAGS = 30
_LONGEST_TAG = 60  # characters
_HEADLINE = 4  # words: a heading of fewer may be the outlet's name
_LONGEST_NAME = 80
_MOST_WORDS = 0.6  # the share that a headline has in common with its other version
_SHORTEST_HOST = 4


def page_statements(
    markup: Markup, linked: LinkedArticle, titles: Sequence[str], headings: Sequence[str], url: str | None
) -> Statements:
    """titles, headings: lines that a reader sees in the largest letters, and others. url: where it was fetched from."""
    address = own_address(markup, linked, url)
    outlet = _outlet(markup, linked, address or url)
    published = published_of(markup, linked)
    return Statements(
        Basis.PAGE,
        title=_title(_names(markup, linked, outlet), titles, headings, _parts(markup.tab)),
        outlet=outlet,
        authors=_authors(markup, linked, outlet),
        published=published,
        updated=updated_of(markup, linked, published),
        url=address,
        language=_language(markup, linked),
        tags=_tags(markup, linked),
    )


def _names(markup: Markup, linked: LinkedArticle, outlet: str | None) -> list[str]:
    """What the page's data, its head and its tab call the article."""
    said = (linked.headline, *markup.meta("og:title", "twitter:title", "title", "dc.title"), markup.tab)
    return [name for each in said if each and (name := tidy_title(each, outlet))]


def _parts(tab: str | None) -> list[str]:
    """What may be the headline in a tab such as "The Daily Example - Bread is cheaper"."""
    return [part for part in _SEPARATOR.split(tab or "") if len(part.split()) >= _HEADLINE]


def _title(names: Sequence[str], titles: Sequence[str], headings: Sequence[str], parts: Sequence[str]) -> str | None:
    """The headline that the reader sees, if the page means it by one of its names or shows no other; else a name."""
    meant = sorted(titles, key=lambda title: -max((_shared(title, name) for name in names), default=0))
    meant = [title for title in meant if any(_akin(title, name) for name in names)]
    same = (heading for heading in headings if heading in names or heading in parts)
    only = (title for title in titles if len(titles) == 1 and len(title.split()) >= _HEADLINE)
    found = next(chain(meant, same, only, names, titles), None)
    return found[:LONGEST_TITLE] if found else None


def _akin(one: str, other: str) -> bool:
    """Whether most words of the shorter stand in the longer."""
    shorter = min(len(_words(one)), len(_words(other)))
    return shorter > 1 and _shared(one, other) > _MOST_WORDS * shorter


def _shared(one: str, other: str) -> int:
    return len(_words(one) & _words(other))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _outlet(markup: Markup, linked: LinkedArticle, address: str | None) -> str | None:
    """The name that readers know; a host or a handle only for want of a better."""
    said = [
        *markup.meta("og:site_name"),
        linked.publisher,
        *markup.meta("application-name", "publisher", "dc.publisher"),
    ]
    names = [_PARTS.split(one_line(clean(name)))[0].strip() for name in said if name]
    names = [name for name in names if name and not web_address(name) and len(name) <= _LONGEST_NAME]
    if names and " " not in names[0]:  # "detroitexample" is The Detroit Example, if the page says that, too
        return next((name for name in names if " " in name and repeats(_bare(name), names[0])), names[0])
    return names[0] if names else _in_tab(markup.tab, address)


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _in_tab(tab: str | None, address: str | None) -> str | None:
    """The end of the title in the browser's tab, if the host is short for it: "nyexample" for The New York Example."""
    tail = _TAIL.search(tab or "")
    host = (urlsplit(address).hostname or "").removeprefix("www.") if address else ""
    letters = iter(re.sub(r"\W", "", tail[1].casefold()) if tail else "")
    short = host.split(".")[0]
    return tail[1] if tail and len(short) >= _SHORTEST_HOST and all(letter in letters for letter in short) else None


def _authors(markup: Markup, linked: LinkedArticle, outlet: str | None) -> tuple[str, ...]:
    """The first of what is said that holds a name."""
    heads = markup.meta(
        "author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator"
    )
    for said in (linked.authors, tuple(heads), tuple(markup.item("author")), tuple(markup.item("creator"))):
        names = [name for each in said for name in names_in(clean(each)) if name.casefold() not in _USERS]
        if found := without_noise(names, outlet):
            return found
    return ()


def _language(markup: Markup, linked: LinkedArticle) -> str | None:
    said = (linked.language, markup.language, *markup.meta("og:locale", "content-language", "language"))
    found = (_LANGUAGE.fullmatch(each.strip()) for each in said if each)
    return next((each[1].lower() for each in found if each), None)


def _tags(markup: Markup, linked: LinkedArticle) -> tuple[str, ...]:
    """Topics in words; outlets also set codes among them for their own machines."""
    for said in (_each(markup.meta("article:tag")), linked.keywords, _keywords(markup), tuple(markup.item("tag"))):
        tags = dict.fromkeys(tag for each in said if (tag := one_line(clean(each))) and not _CODE.search(tag))
        if tags:
            return tuple(tag for tag in tags if len(tag) <= _LONGEST_TAG)[:_MOST_TAGS]
    return ()


def _each(said: Iterable[str]) -> Sequence[str]:
    """One tag a value; where there is but one value it holds them all."""
    values = list(said)
    return re.split(r"[,;]", values[0]) if len(values) == 1 else values


def _keywords(markup: Markup) -> Sequence[str]:
    return [tag for each in markup.meta("news_keywords", "keywords") for tag in re.split(r"[,;]", each)]
