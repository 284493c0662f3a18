"""How OpenAI, Anthropic and Ollama stream a reply, and say that something failed."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

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


def about(takes_in: int | None) -> Fails:
    """What Ollama says when it is asked about a model, though nothing failed: its context, or that there is none."""
    if takes_in is None:
        return Fails(404, "model not found")
    told = {"modified_at": "2024-05-08T20:06:00Z", "model_info": {"scripted.context_length": takes_in}}
    return Fails(200, body=json.dumps(told).encode())


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
        told = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": "scripted"}
        return _event(json.dumps({**told, "choices": choices, "usage": usage}))

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
    message: Mapping[str, object] = {
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
    def line(message: Mapping[str, str], **more: object) -> bytes:
        told = {"model": "scripted", "created_at": "2024-05-08T20:06:00Z", "done": False, **more}
        return json.dumps({**told, "message": {"role": "assistant", "content": "", **message}}).encode() + b"\n"

    for thought in says.thoughts:
        yield line({"thinking": thought})
    for piece in _slowly(says):
        yield line({"content": piece})
    if says.ending and not says.then:
        counts = dict(zip(("prompt_eval_count", "eval_count"), says.tokens or (), strict=False))
        yield line({}, done=True, done_reason=says.ending, **counts)
