"""Tell what was sent by its first bytes, or by what the site calls it."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum

from ingest.decode import Unreadable


class Target(StrEnum):
    """What a link may lead to."""

    PAGE = "page"
    PDF = "pdf"
    FEED = "feed"
    SITEMAP = "sitemap"
    INDEX = "index"  # a sitemap of sitemaps


_ROOTS = {
    "rss": Target.FEED,
    "feed": Target.FEED,
    "rdf": Target.FEED,
    "urlset": Target.SITEMAP,
    "sitemapindex": Target.INDEX,
}
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_OTHERS = {
    "a picture": r"image/.*",
    "sound": r"audio/.*",
    "film": r"video/.*|application/(?:vnd\.apple\.mpegurl|x-mpegurl|dash\+xml)",
    "a font": r"font/.*",
    "JSON": r"application/(?:.*\+)?json|application/(?:x-)?ndjson|application/jsonl",
    "a program or a style sheet": r"(?:text|application)/(?:x-)?(?:javascript|ecmascript|css)|application/wasm",
    "a word processor document": r"application/(?:msword|rtf|vnd\..*(?:word|text).*)",
    "a spreadsheet or presentation": r"application/vnd\..*(?:sheet|excel|presentation|powerpoint).*|text/csv",
    "an archive": r"application/(?:x-)?(?:zip|tar|bzip2?|xz|7z-compressed|rar.*|vnd\.rar)|application/warc",
    "an e-book": r"application/epub\+zip",
    "a calendar": r"text/calendar",
}
_BEFORE_ROOT = re.compile(
    r"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>|\s+)*", re.DOTALL | re.IGNORECASE
)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|article|main)\b", re.IGNORECASE)
_START = 16 * 1024  # characters; comments and declarations come before the root
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_SAVE = "save it and name the file, if it is of a kind that can be read"


def refuse_media(media_type: str) -> None:
    """Raise for what the site itself calls something that no article is in; nothing of it needs to be fetched."""
    what = next((what for what, types in _OTHERS.items() if re.fullmatch(types, media_type)), None)
    if what:
        raise Unreadable(f"it is {what} ({media_type}), neither a page nor a feed; {_SAVE}")


def target_of(data: bytes, media_type: str) -> Target:
    """Raises `Unreadable` for what is neither page, PDF, feed nor sitemap."""
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return Target.PDF
    if not data.strip():
        raise Unreadable("the site sent nothing")
    if b"\0" in data[:_START] and data[:2] not in _UTF16:
        raise Unreadable(f"it is neither text nor a PDF file ({media_type or 'the site does not say what'}); {_SAVE}")
    start = data[:_START].decode(_UTF16.get(data[:2], "utf-8"), errors="replace").lstrip("\ufeff")
    return _by_root(start) or _page(start, media_type)


def target_in_xml(data: bytes) -> Target | None:
    """What a saved XML file is, if links come in it."""
    return _by_root(data[:_START].decode(_UTF16.get(data[:2], "utf-8"), errors="replace").lstrip("\ufeff"))


def _by_root(start: str) -> Target | None:
    before = _BEFORE_ROOT.match(start)
    root = _ROOT.match(start, before.end() if before else 0)
    return _ROOTS.get(root[1].lower()) if root else None


def _page(start: str, media_type: str) -> Target:
    if media_type in _PAGES or _HTML.search(start):
        return Target.PAGE
    what = media_type or "the site does not say what"
    raise Unreadable(f"it is neither a page, a PDF file, a feed nor a sitemap ({what}); {_SAVE}")
