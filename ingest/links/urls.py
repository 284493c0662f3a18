"""Read the addresses that people and sites write, and show them."""

from __future__ import annotations

import re

import httpx

from ingest.decode import Unreadable

_LONGEST = 200
_LAST_PORT = 65_535


def parsed(address: str, found_at: httpx.URL | None = None) -> httpx.URL:
    """An address that may be asked, without password and fragment; raises `Unreadable` for any other."""
    try:
        url = httpx.URL(address.strip())
        url = found_at.join(url) if found_at else url
        if url.scheme in ("http", "https") and url.host and (url.port or 0) <= _LAST_PORT:
            return url.copy_with(userinfo=b"", fragment=None)
    except (httpx.InvalidURL, ValueError):  # the latter for hosts that begin like xn-- or [ and are none
        raise Unreadable(f"{shown(address)} is no address that can be opened; check its spelling") from None
    raise Unreadable(f"{shown(address)} is no web address; only those that begin with http:// or https:// are read")


def is_front(address: str) -> bool:
    """Whether it is a site's first page."""
    url = httpx.URL(address)
    return url.path in ("", "/") and not url.query


def shown(address: object) -> str:
    """For a message: without a password, in one line, cut where it is long."""
    words = " ".join(re.sub(r"(?<=//)[^/?#]*@", "", str(address)).split())
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "…"
