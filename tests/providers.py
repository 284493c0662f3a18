"""Servers on this machine that speak the streaming protocols of OpenAI, Anthropic and Ollama, and play a script.

    with Provider("openai", ["The ferry sank.[1]"]) as server:
        model = open_model(server.name, server.url)

The real clients connect to them. Replies are played in order, the last one again and again. A reply is a text, a `Says`
(in pieces, with thoughts, cut in the middle…), a `Fails` (a status with its body), or a function of the request that
gives one of these.
"""

from __future__ import annotations

import json
import socket
import struct
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from tests.loopback import Quiet
from tests.protocols import Fails, Protocol, Says, about, events, failure

__all__ = ["Asked", "Fails", "Provider", "Reply", "Says"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came; body: its JSON."""

    path: str
    headers: Mapping[str, str]
    body: Mapping[str, Any]

    @property
    def texts(self) -> list[str]:
        """What the messages say, the system's first."""
        system = self.body.get("system")
        said = [system] if isinstance(system, str) else []
        for message in self.body.get("messages", ()):
            content = message["content"]
            said.append(content if isinstance(content, str) else "".join(part.get("text", "") for part in content))
        return said


Reply = str | Says | Fails
Script = Sequence[Reply | Callable[[Asked], Reply]]


class Provider:
    """A server that is up inside a `with`. asked: the requests it got. left: how often someone hung up on it.

    takes_in: tokens, as Ollama says of a model when it is asked about it; None for not said.
    """

    def __init__(
        self, protocol: Protocol, replies: Script = ("The ferry sank.[1]",), takes_in: int | None = 131_072
    ) -> None:
        self.protocol, self.replies, self.takes_in = protocol, replies, takes_in
        self.asked: list[Asked] = []
        self.left = threading.Semaphore(0)
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._server = _Server(self)

    @property
    def url(self) -> str:
        """The base URL as one sets it for this provider."""
        address = f"http://127.0.0.1:{self._server.server_address[1]}"
        return f"{address}/v1" if self.protocol == "openai" else address

    @property
    def name(self) -> str:
        """A model of this provider."""
        return f"{self.protocol}:scripted"

    @property
    def bodies(self) -> list[Mapping[str, Any]]:
        return [each.body for each in self.asked]

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._server.shutdown()
        self._server.server_close()

    def reply_to(self, asked: Asked) -> Reply:
        """The next of the script."""
        with self._lock:
            self.asked.append(asked)
            reply = self.replies[min(len(self.asked), len(self.replies)) - 1]
        return reply(asked) if callable(reply) else reply

    def hang(self, connection: socket.socket) -> None:
        """Say nothing until the other side goes away, or all is over."""
        connection.settimeout(0.02)
        while not self._over.is_set():
            try:
                if not connection.recv(1):
                    break
            except TimeoutError:
                continue
            except OSError:
                break
        self.left.release()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, provider: Provider) -> None:
        self.provider = provider
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep quiet about those who hang up."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # typeshed's private alias


class _Handler(Quiet, BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path == "/api/show":
            self._fail(about(self.server.provider.takes_in))
            return
        headers = {name.lower(): value for name, value in self.headers.items()}
        reply = self.server.provider.reply_to(Asked(self.path, headers, body))
        try:
            if isinstance(reply, Fails):
                self._fail(reply)
            else:
                self._say(Says((reply,)) if isinstance(reply, str) else reply)
        except ConnectionError:  # whoever asked has hung up
            self.server.provider.left.release()
            self.close_connection = True

    def _fail(self, reply: Fails) -> None:
        body = failure(self.server.provider.protocol, reply) if reply.body is None else reply.body
        self.send_response(reply.status)
        for name, value in {"Content-Type": "application/json", **reply.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _say(self, reply: Says) -> None:
        protocol = self.server.provider.protocol
        self.send_response(200)
        self.send_header("Content-Type", "application/x-ndjson" if protocol == "ollama" else "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for event in events(protocol, reply):
            self.wfile.write(b"%x\r\n%b\r\n" % (len(event), event))
        self.wfile.flush()
        self._end(reply)

    def _end(self, reply: Says) -> None:
        match reply.then:
            case "cut":
                self.wfile.write(b"40\r\nincomplete")
            case "reset":
                # With no time to linger, closing resets the connection.
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            case "hangs":
                self.server.provider.hang(self.connection)
            case _:
                self.wfile.write(b"0\r\n\r\n")
                return
        self.close_connection = True
