"""The address at which a page says that it is at home."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from ingest.address import web_address
from ingest.webpage.linked_data import LinkedArticle
from ingest.webpage.markup import Markup

_FRONT = re.compile(r"/?(?:index\.\w+|home(?:page)?/?|[a-z]{2}(?:-[a-z]{2})?/?)?", re.IGNORECASE)


def own_address(markup: Markup, linked: LinkedArticle, url: str | None) -> str | None:
    """Where the page says that it is at home: a page of its own, on the site that it came from if that is known."""
    base = url or next((each for each in markup.meta("og:url") if web_address(each)), "")
    said = [*markup.link("canonical"), *markup.meta("og:url", "twitter:url"), linked.url]
    for each in said:
        address = _joined(base, each) if each else None
        if address and _is_of_article(address) and (url is None or _site(address) == _site(url)):
            return address
    return None


def _is_of_article(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.query) or not _FRONT.fullmatch(parts.path)


def _site(address: str) -> str:
    """The host without what comes before the outlet's own name: "www", "m", "amp", "edition"."""
    labels = (urlsplit(address).hostname or "").split(".")
    by_country = re.fullmatch(r".+\.\w{1,3}\.\w\w", ".".join(labels))  # outlet.co.uk, outlet.com.br
    return ".".join(labels[-3:] if by_country else labels[-2:])


def _joined(base: str, address: str) -> str | None:
    try:
        return web_address(urljoin(base, address.strip()))
    except ValueError:
        return None
