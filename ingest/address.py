"""Web addresses of articles: which are acceptable, and when two are the same."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|cmpid|ocid|_ga", re.IGNORECASE)
_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)")
_PORTS = {"http": 80, "https": 443}


def web_address(text: str) -> str | None:
    """The address as given, if a browser could open it as a page; scripts and relative paths are none."""
    text = text.strip()
    return text if _split(text) else None


def canonical(address: str) -> str:
    """One spelling for an article's address, whoever linked to it: no fragment, no tracking, https."""
    parts = _split(address.strip())
    if parts is None:
        return address
    said = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode([pair for pair in said if not _TRACKING.fullmatch(pair[0])], errors="replace")
    port = "" if parts.port in (None, _PORTS[parts.scheme]) else f":{parts.port}"
    return f"https://{parts.hostname}{port}{parts.path.rstrip('/')}" + (f"?{query}" if query else "")


def host_of(address: str) -> str:
    """The host that an address names, without what only says that it is a web page: "coast.example"."""
    parts = _split(address.strip())
    return re.sub(r"^(?:www\d?|m|mobile|amp|edition)\.(?=[^.]+\.)", "", parts.hostname or "") if parts else ""


def day_in(address: str) -> date | None:
    """The day that many outlets put into the path of an address."""
    found = _DAY.search(address)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _split(text: str) -> SplitResult | None:
    try:
        parts = urlsplit(text)
        acceptable = parts.scheme in _PORTS and parts.hostname and (parts.port or True)
    except ValueError:
        return None
    return parts if acceptable and not re.search(r"[\s<>\"]", text) else None
