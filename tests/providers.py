"""Servers on this machine that speak the streaming protocols of OpenAI, Anthropic and Ollama, and play a script.

    with Provider("openai", ["The ferry sank.[1]"]) as server:
        model = open_model("openai:scripted", server.url)

The real clients connect to them. Replies are played in order, and the last one again and again. A reply is a text, a
`Says` (in pieces, with thoughts, cut in the middle…), a `Fails` (a status with its body), or a function of the request
that gives one of these.
"""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal, Self

Protocol = Literal["openai", "anthropic", "ollama"]


@dataclass(frozen=True, slots=True)
class Says:
    """A reply in pieces.

    thoughts: what a model that thinks sends before, as the protocol has it. ending: how it says that it ended; None for
    not at all. tokens: of the prompt and of the reply; None for not said. delay: seconds before each piece but the
    first. then: what happens where it would end: it is "cut" (the connection breaks in the middle of a chunk), "reset",
    it "hangs" (until the one who asked goes away), or sends what is no JSON ("garbage"), or an error (`Fails`).
    """

    pieces: Sequence[str] = ()
    thoughts: Sequence[str] = ()
    ending: str | None = "stop"
    tokens: tuple[int, int] | None = (100, 20)
    delay: float = 0
    then: Literal["", "cut", "reset", "hangs", "garbage"] | Fails = ""


@dataclass(frozen=True, slots=True)
class Fails:
    """A failure; message, code: put into the body as the protocol has it. body: sent as it is instead."""

    status: int
    message: str = "scripted failure"
    code: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None


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
    """A server that is up inside a `with`. asked: the requests it got. left: how often someone hung up on it."""

    def __init__(self, protocol: Protocol, replies: Script = ("The ferry sank.[1]",)) -> None:
        self.protocol, self.replies = protocol, replies
        self.asked: list[Asked] = []
        self.left = threading.Semaphore(0)
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True

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


def _handler(provider: Provider) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            headers = {name.lower(): value for name, value in self.headers.items()}
            reply = provider.reply_to(Asked(self.path, headers, body))
            try:
                self._play(Says((reply,)) if isinstance(reply, str) else reply)
            except ConnectionError:  # whoever asked has hung up
                provider.left.release()
                self.close_connection = True

        def _play(self, reply: Says | Fails) -> None:
            if isinstance(reply, Fails):
                body = failure(provider.protocol, reply) if reply.body is None else reply.body
                self.send_response(reply.status)
                for name, value in {"Content-Type": "application/json", **reply.headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
                return
            self.send_response(200)
            kind = "application/x-ndjson" if provider.protocol == "ollama" else "text/event-stream"
            self.send_header("Content-Type", kind)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for event in events(provider.protocol, reply):
                self._chunk(event)
            self._end(reply)

        def _end(self, reply: Says) -> None:
            match reply.then:
                case "cut":
                    self.wfile.write(b"40\r\nincomple")
                    self.close_connection = True
                case "reset":
                    self.wfile.flush()
                    linger = struct.pack("ii", 1, 0)  # closing now sends RST
                    self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                    self.close_connection = True
                case "hangs":
                    provider.hang(self.connection)
                    self.close_connection = True
                case _:
                    self.wfile.write(b"0\r\n\r\n")

        def _chunk(self, data: bytes) -> None:
            self.wfile.write(b"%x\r\n%b\r\n" % (len(data), data))
            self.wfile.flush()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class calls it so
            """Keep the tests' output clean."""

    return Handler


def failure(protocol: Protocol, fails: Fails) -> bytes:
    """The body with which a protocol says that something failed."""
    return json.dumps(_said(protocol, fails)).encode()


def _said(protocol: Protocol, fails: Fails) -> Mapping[str, Any]:
    match protocol:
        case "openai":
            code = fails.code or None
            return {"error": {"message": fails.message, "type": code, "param": None, "code": code}}
        case "anthropic":
            return {"type": "error", "error": {"type": fails.code or "api_error", "message": fails.message}}
        case "ollama":
            return {"error": fails.message}


def events(protocol: Protocol, says: Says) -> Iterator[bytes]:
    """A reply as the protocol streams it, event by event."""
    speak = {"openai": _openai, "anthropic": _anthropic, "ollama": _ollama}[protocol]
    yield from speak(says)
    if says.then == "garbage":
        yield b'{"this is' + b"\n" if protocol == "ollama" else _event('{"this is', "content_block_delta")
    if isinstance(says.then, Fails):
        said = failure(protocol, says.then).decode()
        yield f"{said}\n".encode() if protocol == "ollama" else _event(said, "error")


def _slowly(says: Says) -> Iterator[str]:
    for at, piece in enumerate(says.pieces):
        if at and says.delay:
            time.sleep(says.delay)
        yield piece


def _event(data: str, name: str = "") -> bytes:
    return (f"event: {name}\n" if name else "").encode() + f"data: {data}\n\n".encode()


def _openai(says: Says) -> Iterator[bytes]:
    def chunk(delta: Mapping[str, str] | None, ending: str | None = None, usage: object = None) -> bytes:
        choices = [] if delta is None else [{"index": 0, "delta": delta, "finish_reason": ending}]
        return _event(
            json.dumps(
                {
                    "id": "chatcmpl-1",
                    "object": "chat.completion.chunk",
                    "created": 1,
                    "model": "scripted",
                    "choices": choices,
                    "usage": usage,
                }  # fmt: skip
            )
        )

    yield chunk({"role": "assistant", "content": ""})
    for thought in says.thoughts:
        yield chunk({"reasoning_content": thought})
    for piece in _slowly(says):
        yield chunk({"content": piece})
    if says.then:
        return
    if says.ending:
        yield chunk({}, says.ending)
    if says.tokens:
        sent, written = says.tokens
        yield chunk(None, usage={"prompt_tokens": sent, "completion_tokens": written, "total_tokens": sent + written})
    yield _event("[DONE]")


_ANTHROPIC_ENDINGS = {"stop": "end_turn", "length": "max_tokens", "content_filter": "refusal"}


def _anthropic(says: Says) -> Iterator[bytes]:
    def event(name: str, **more: object) -> bytes:
        return _event(json.dumps({"type": name, **more}), name)

    sent, written = says.tokens or (0, 0)
    message = {
        "id": "msg_1", "type": "message", "role": "assistant", "model": "scripted", "content": [],
        "stop_reason": None, "stop_sequence": None, "usage": {"input_tokens": sent, "output_tokens": 1},
    }  # fmt: skip
    yield event("message_start", message=message)
    if says.thoughts:
        yield event("content_block_start", index=0, content_block={"type": "thinking", "thinking": "", "signature": ""})
        for thought in says.thoughts:
            yield event("content_block_delta", index=0, delta={"type": "thinking_delta", "thinking": thought})
        yield event("content_block_stop", index=0)
    at = 1 if says.thoughts else 0
    yield event("content_block_start", index=at, content_block={"type": "text", "text": ""})
    yield event("ping")
    for piece in _slowly(says):
        yield event("content_block_delta", index=at, delta={"type": "text_delta", "text": piece})
    if says.then:
        return
    yield event("content_block_stop", index=at)
    if says.ending:
        ending = _ANTHROPIC_ENDINGS.get(says.ending, says.ending)
        usage = {"input_tokens": sent, "output_tokens": written}
        yield event("message_delta", delta={"stop_reason": ending, "stop_sequence": None}, usage=usage)
        yield event("message_stop")


def _ollama(says: Says) -> Iterator[bytes]:
    def line(*, done: bool = False, text: str = "", thinking: str | None = None, **more: object) -> bytes:
        message = {"role": "assistant", "content": text} | ({"thinking": thinking} if thinking else {})
        told = {"model": "scripted", "created_at": "2024-05-08T20:06:00Z", "message": message, "done": done, **more}
        return json.dumps(told).encode() + b"\n"

    for thought in says.thoughts:
        yield line(thinking=thought)
    for piece in _slowly(says):
        yield line(text=piece)
    if says.ending and not says.then:
        sent, written = says.tokens or (None, None)
        counts = {"prompt_eval_count": sent, "eval_count": written} if says.tokens else {}
        yield line(done=True, done_reason=says.ending, **counts)
