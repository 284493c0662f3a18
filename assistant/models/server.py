"""Where a chat model is asked, if not at its provider."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import SplitResult, unquote, urlsplit

from assistant.errors import ModelUnusable


@dataclass(frozen=True, slots=True)
class Server:
    """url: without the name and password that it may be asked with, so that it can be shown, logged and traced."""

    url: str
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)


def read_server(url: str | None) -> Server | None:
    """Take an address such as ``http://127.0.0.1:8080/v1`` apart; raises ModelUnusable for what can be none."""
    url = (url or "").strip()
    if not url:
        return None
    try:
        parts = urlsplit(url)
        if _is_base(parts) and url.isprintable():
            clean = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
            return Server(clean.rstrip("/"), unquote(parts.username or ""), unquote(parts.password or ""))
    except ValueError:  # a port that is no number, a host that begins with [ and is none
        pass
    raise ModelUnusable(
        f"FOOTNOTE_MODEL_URL={_shown(url)} is no address of a server; one looks like http://127.0.0.1:8080/v1"
    )


def _is_base(parts: SplitResult) -> bool:
    """Whether more can be added to it; what follows a question mark would end up in the middle."""
    has_host = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    return has_host and not parts.query and not parts.fragment


def _shown(url: str) -> str:
    """What is no address, for a message: without what may be a password or a key."""
    return re.sub(r"[^/\s]*@|[?#].*", "", "".join(filter(str.isprintable, url)))
