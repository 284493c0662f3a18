"""Calls to chat models, as LangChain's callbacks and LangSmith get to see them."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest
from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.tracers.langchain import wait_for_all_tracers

from assistant.models.chat import Message, Prompt, Role
from assistant.models.opening import open_model
from tests.loopback import Quiet, listening
from tests.providers import Fails, Provider

pytestmark = pytest.mark.usefixtures("no_keys")

PROMPT = Prompt("answer", (Message(Role.USER, "What sank in the harbour?"),), version="3")


class Collected(list[str]):
    """What a place to trace to was sent."""

    port = 0


@contextmanager
def collecting() -> Iterator[Collected]:
    """A LangSmith of one's own that takes everything."""
    collected = Collected()

    class Handler(Quiet, BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            collected.append(self.path)
            self._answer(b"{}")

        def do_POST(self) -> None:
            collected.append(_text(self._body()))
            self._answer(b"{}")

        do_PATCH = do_POST  # noqa: N815  the base class calls it so

        def _body(self) -> bytes:
            if length := self.headers.get("Content-Length"):
                return self.rfile.read(int(length))
            chunks = []
            while size := int(self.rfile.readline(), 16):
                chunks.append(self.rfile.read(size))
                self.rfile.readline()
            self.rfile.readline()
            return b"".join(chunks)

        def _answer(self, body: bytes) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    with listening(Handler) as collected.port:
        yield collected


def _text(body: bytes) -> str:
    if body[:2] == b"\x1f\x8b":
        return gzip.decompress(body).decode(errors="replace")
    if body[:4] == b"\x28\xb5\x2f\xfd":
        import zstandard

        return zstandard.ZstdDecompressor().decompressobj().decompress(body).decode(errors="replace")
    return body.decode(errors="replace")


@pytest.fixture
def traced(monkeypatch: pytest.MonkeyPatch) -> Iterator[Collected]:
    with collecting() as collected:
        monkeypatch.setattr("langsmith.run_trees._CLIENT", None)
        monkeypatch.setenv("LANGSMITH_ENDPOINT", f"http://127.0.0.1:{collected.port}")
        monkeypatch.setenv("LANGSMITH_API_KEY", "lsv2_the-key-of-ada")
        yield collected


class Seen(BaseCallbackHandler):
    """Notes what each call is called, and what it is marked with."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, list[str], str]] = []
        self.failed = 0

    def on_chat_model_start(self, *_: Any, **told: Any) -> None:
        self.calls.append((told["name"], told["tags"], told["metadata"]["prompt_version"]))

    def on_llm_error(self, *_: Any, **__: Any) -> None:
        self.failed += 1


def test_langsmith_is_sent_each_call_where_that_is_asked_for(
    traced: Collected, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    monkeypatch.setenv("OPENAI_API_KEY", "the-key-of-grace")
    with Provider("openai", ["The ferry sank."]) as server:
        list(open_model(server.name, server.url.replace("//", "//ada:sesame@")).write(PROMPT))
        wait_for_all_tracers()

    sent = "\n".join(traced)
    assert "What sank in the harbour?" in sent
    assert "The ferry sank." in sent
    assert '"name":"answer"' in sent
    assert '"prompt_version":"3"' in sent
    assert "sesame" not in sent
    assert "the-key-of-grace" not in sent


def test_nothing_is_sent_where_it_is_not_asked_for(traced: Collected) -> None:
    with Provider("openai") as server:
        list(open_model(server.name, server.url).write(PROMPT))
        wait_for_all_tracers()

    assert traced == []


def test_callbacks_of_a_program_of_ones_own_see_each_call() -> None:
    seen = Seen()
    with Provider("anthropic", [Fails(503), "The ferry sank."]) as server:
        list(open_model(server.name, server.url, callbacks=[seen], sleep=lambda _: None).write(PROMPT))

    assert seen.calls == 2 * [("answer", ["footnote", "answer"], "3")]
    assert seen.failed == 1
