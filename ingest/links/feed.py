"""Read an RSS or Atom feed: the addresses of articles, what it says of them, and their texts where it has them."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

import feedparser
from lxml import html as lxml_html

from assistant.domain import Basis
from ingest.clean import clean, one_line
from ingest.dates import Dated, read_date
from ingest.decode import Unreadable
from ingest.describe import LONGEST_TITLE
from ingest.names import names_in
from ingest.offered import megabytes
from ingest.statements import Statements

_LARGEST = 10 * 1024 * 1024  # bytes; a hostile one of that size takes some minutes, an honest one seconds
# Characters of text from which an entry is taken to hold its article, and not only words that lead to it.
_WHOLE = 600
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_DECLARED = re.compile(  # atomic groups: no arrangement of comments takes it long
    rb"\A(\W{0,3}(?>\s+|<\?.*?\?>|<!--.*?-->)*+)<!DOCTYPE[^\[>]*+\[.*?\]\s*>", re.DOTALL | re.IGNORECASE
)
_NUMBERED = re.compile(rb"&#(?:(\d+)|x([0-9a-f]+));", re.IGNORECASE)
_SURROGATES = range(0xD800, 0xE000)
# What feedparser was seen to raise, or may, for feeds broken in ways that it does not expect (found by mutating some).
_BROKEN = (ValueError, ArithmeticError, LookupError, TypeError, AttributeError, RecursionError)
_SILENT = "script", "style", "template"


@dataclass(frozen=True, slots=True)
class Entry:
    """link: as the feed gives it, made absolute; it may be none that can be read. html: the article, if it is whole."""

    link: str | None
    told: Statements
    html: str | None


@dataclass(frozen=True, slots=True)
class Feed:
    """Its entries, as they come: the newest first, as a rule."""

    title: str | None
    entries: tuple[Entry, ...]


def read_feed(data: bytes, address: str = "", charset: str | None = None) -> Feed:
    """The feed in these bytes, broken ones as far as they go; raises `Unreadable` where there is none.

    address: where it was found, for links that are relative. Nothing is loaded, and entities stand for nothing: their
    declarations are taken out.
    """
    if len(data) > _LARGEST:
        raise Unreadable(f"the feed is larger than {megabytes(_LARGEST)}")
    content_type = "application/xml" + (f"; charset={charset}" if charset else "")
    told = {"content-type": content_type, "content-location": address}
    data = _NUMBERED.sub(_character, _DECLARED.sub(rb"\1", data))
    try:  # always a stream: a string would be taken for an address or a file to open
        parsed = feedparser.parse(
            io.BytesIO(data), response_headers=told, sanitize_html=True, resolve_relative_uris=bool(address)
        )
    except _BROKEN as error:
        raise Unreadable(f"the feed is broken: {error}") from error
    title = _plain(parsed.feed.get("title"))
    entries = tuple(_entries(parsed, title))
    if not entries:
        broken = f": {parsed.bozo_exception}" if parsed.get("bozo_exception") else ""
        raise Unreadable(f"the feed is broken{broken}" if broken else "there is nothing in the feed yet")
    return Feed(title, entries)


def _character(found: re.Match[bytes]) -> bytes:
    """A character by its number, as it stands, or the sign for one that there is not."""
    number = int(found[1][:9]) if found[1] else int(found[2][:9], 16)
    exists = number < _SURROGATES.start or _SURROGATES.stop <= number <= sys.maxunicode
    return found[0] if exists else b"&#xFFFD;"


def _entries(parsed: Any, outlet: str | None) -> Iterator[Entry]:
    for each in parsed.entries:
        if each:
            identity = str(each.get("id") or "")
            link = each.get("link") or (identity if identity.startswith("http") else None)
            yield Entry(link, _told(each, outlet, parsed), _whole(each))


def _told(each: Any, outlet: str | None, parsed: Any) -> Statements:
    """What the feed says of one article."""
    title = _plain(each.get("title"))
    tongue = (each.get("language") or parsed.feed.get("language") or "").partition("-")[0].lower()
    is_atom = str(parsed.get("version")).startswith("atom")
    published, updated = _date(each, "published"), _date(each, "updated")
    if published is None and updated:  # the one date of RSS 1.0; Atom's is of the last change, and so not later
        published = Dated(updated.moment, guessed=is_atom or updated.guessed)
    return Statements(
        Basis.GIVEN,
        title=title if title and len(title) <= LONGEST_TITLE else None,
        outlet=_plain((each.get("source") or {}).get("title")) or outlet,
        authors=_authors(each) or (_authors(parsed.feed) if is_atom else ()),
        published=published,
        updated=updated if is_atom else None,
        language=tongue if re.fullmatch(r"[a-z]{2,3}", tongue) else None,
        tags=tuple(dict.fromkeys(tag for one in each.get("tags", []) if (tag := _plain(one.get("term"))))),
        identity=_plain(each.get("id")),
    )


def _authors(each: Any) -> tuple[str, ...]:
    names = [_plain(author.get("name")) for author in each.get("authors", [])]
    return tuple(dict.fromkeys(name for one in names if one for name in names_in(one)))


def _date(each: Any, field: str) -> Dated | None:
    """As written, with its zone; else as feedparser understands the formats that only feeds have."""
    if field not in each:  # asked for all the same, feedparser would give another field's
        return None
    written, understood = each.get(field), each.get(f"{field}_parsed")
    dated = read_date(written) if written else None
    if dated is None and understood:
        dated = read_date("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z".format(*understood[:6]))
    return dated


def _whole(each: Any) -> str | None:
    """The longest of an entry's texts, as HTML, if it is long enough for an article."""
    texts = [*each.get("content", []), each.get("summary_detail") or {}]
    longest = max((_markup(text) for text in texts), key=len, default="")
    return longest if len(_plain(longest) or "") >= _WHOLE else None


def _markup(text: Any) -> str:
    value = clean(str(text.get("value") or ""))
    if text.get("type") != "text/plain" or _TAG.search(value):
        return value
    paragraphs = [part for part in re.split(r"\n\s*\n", value) if part.strip()]
    return "".join(f"<p>{_escaped(part)}</p>" for part in paragraphs)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _plain(value: object) -> str | None:
    """One line of text; of markup only its words, never a script's."""
    if not isinstance(value, str):
        return None
    text = unescape(clean(value))  # many feeds escape twice
    if _TAG.search(text):
        tree = lxml_html.fragment_fromstring(text, create_parent="div")
        for silent in list(tree.iter(*_SILENT)):
            silent.drop_tree()
        text = str(tree.text_content())
    return one_line(text) or None
