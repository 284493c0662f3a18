"""Ask for one address, once, and take no more of what is sent than the limits allow."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from typing import Protocol

import httpcore
import httpx

from ingest.decode import Unreadable
from ingest.links.connecting import CheckedNetwork, Resolve, TimeLeft, resolve
from ingest.links.limits import LIMITS, Limits
from ingest.links.sent import Sent
from ingest.links.targets import refuse_media
from ingest.links.troubles import NoAnswer, why_not_asked
from ingest.links.unpacking import GZIP, unpacked
from ingest.offered import REMEDY, megabytes

AGENT = "Footnote"
"""What robots.txt files may call us."""


class Ask(Protocol):
    """Gets one address, following nothing; raises `Unreadable` where no answer came."""

    def __call__(self, url: httpx.URL, headers: Mapping[str, str], left: TimeLeft) -> Sent: ...


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks over the network. A connection is made for each request, so that each host is checked each time.

    No proxy is used, whatever the environment names: it would resolve names itself, and nothing could be checked.
    """

    allow_private: bool = False
    limits: Limits = LIMITS
    resolve: Resolve = resolve
    network: httpcore.NetworkBackend = httpcore.SyncBackend()  # noqa: RUF009  it holds nothing

    def __call__(self, url: httpx.URL, headers: Mapping[str, str], left: TimeLeft) -> Sent:
        network = CheckedNetwork(self.network, self.resolve, left, self.allow_private)
        context = _certificates() if url.scheme == "https" else None
        silence = {"connect": self.limits.connect, "read": self.limits.silence, "write": self.limits.silence}
        try:
            with (
                httpcore.ConnectionPool(context, network_backend=network) as pool,
                pool.stream("GET", _wire(url), headers=_headers(url, headers), extensions={"timeout": silence}) as got,
            ):
                return self._taken(url, got)
        except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError) as error:
            raise NoAnswer(why_not_asked(error)) from error

    def _taken(self, url: httpx.URL, got: httpcore.Response) -> Sent:
        """What was sent; its body only where the site says that it is the page asked for."""
        told = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in got.headers}
        sent = Sent(
            address=str(url),
            status=got.status,
            content_type=told.get("content-type", ""),
            etag=told.get("etag", ""),
            modified=told.get("last-modified", ""),
            location=told.get("location", "").encode("latin-1").decode("utf-8", "replace"),
            retry_after=told.get("retry-after", ""),
        )
        if not sent.is_there:
            return sent
        refuse_media(sent.media_type)
        packing = told.get("content-encoding", "").strip().lower()
        return replace(sent, data=self._unpacked(self._body(got, told.get("content-length", "")), packing))

    def _body(self, got: httpcore.Response, promised: str) -> bytes:
        largest = self.limits.sent
        too_large = Unreadable(f"it is larger than {megabytes(largest)}, {REMEDY}")
        if promised.isdecimal() and int(promised) > largest:
            raise too_large
        body = bytearray()
        for part in got.iter_stream():
            body += part
            if len(body) > largest:
                raise too_large
        return bytes(body)

    def _unpacked(self, body: bytes, packing: str) -> bytes:
        """The body without the packing of the way, then without its own (sitemap.xml.gz)."""
        if packing in ("gzip", "x-gzip"):
            body = unpacked(body, self.limits.unpacked)
        elif packing not in ("", "identity"):
            raise Unreadable(f"the site sent it packed in a way that was not asked for ({packing[:20]!r})")
        return unpacked(body, self.limits.unpacked) if body.startswith(GZIP) else body


def _wire(url: httpx.URL) -> httpcore.URL:
    return httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)


def _headers(url: httpx.URL, more: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    """What every request says; no cookies, nothing of where a link was found, no password out of an address."""
    said = {
        "Host": url.netloc.decode("ascii"),
        "User-Agent": f"{AGENT}/{version('footnote')} (reads what a person has named into their library)",
        "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9,"
        " application/pdf;q=0.9, */*;q=0.5",
        "Accept-Encoding": "gzip",
        "Connection": "close",
        **more,
    }
    return [(name.encode("ascii"), value.encode("latin-1", "replace")) for name, value in said.items()]


@cache
def _certificates() -> ssl.SSLContext:
    """Whom to trust, read once."""
    return httpx.create_ssl_context()
