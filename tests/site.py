"""A web site on this machine that answers as a test tells it to, and a network on which every address leads there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any

import httpcore

from tests.loopback import Quiet, listening

PUBLIC = "9.9.9.9"
"""An address of the wide world, as far as anyone can tell from its number; never dialled."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the site sends for a path. headers: more of them, or others."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


Raw = Callable[[BaseHTTPRequestHandler], None]
"""Sends whatever it wants, HTTP or not."""


def page(words: str = "The ferry sank in the harbour.", **headers: str) -> Answer:
    """A page of one paragraph."""
    body = f"<!doctype html><html><head><title>Ferry</title></head><body><p>{words}</p></body></html>"
    return Answer(body.encode(), headers={"Content-Type": "text/html; charset=utf-8", **headers})


def redirect(location: str, status: int = 302) -> Answer:
    return Answer(status=status, headers={"Location": location})


@dataclass(slots=True)
class Site:
    """paths: what each gives, the next of several each time; any other is 404. asked: paths and headers, in order."""

    port: int = 0
    paths: dict[str, Answer | Raw | list[Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def pages_asked(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        self.asked.append((request.path, {name.lower(): value for name, value in request.headers.items()}))
        given = self.paths.get(request.path, Answer(b"not here", 404))
        if isinstance(given, list):
            given = given.pop(0) if len(given) > 1 else given[0]
        if isinstance(given, Answer):
            _send(request, given)
        else:
            given(request)


def _send(request: BaseHTTPRequestHandler, answer: Answer) -> None:
    request.send_response(answer.status)
    for name, value in {"Content-Length": str(len(answer.body)), **answer.headers}.items():
        request.send_header(name, value)
    request.end_headers()
    request.wfile.write(answer.body)


@contextmanager
def serving() -> Iterator[Site]:
    """A site that is up."""
    site = Site()

    class Handler(Quiet, BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            try:
                site.answer(self)
            except ConnectionError:  # whoever asked has hung up, as tests of limits do
                self.close_connection = True

    with listening(Handler) as site.port:
        yield site


@dataclass(slots=True)
class EverythingLeadsTo(httpcore.NetworkBackend):
    """Dials the site, whatever address is asked for. dialled: those that were."""

    site: Site
    dialled: list[str] = field(default_factory=list)

    def connect_tcp(
        self,
        host: str,
        port: int,  # noqa: ARG002
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        self.dialled.append(host)
        return httpcore.SyncBackend().connect_tcp("127.0.0.1", self.site.port, timeout, local_address, socket_options)
