"""A visit to the page as its server sees it: what a browser sends and is sent, without the browser's cost.

The protocol is Streamlit's (`streamlit/proto/BackMsg.proto`, `ForwardMsg.proto`): a websocket carries the state of the
widgets one way, the page piece by piece the other. A piece that is large and known already is named by its hash only.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

ANSWER = "footnote_answer"
WELCOME = "Answers come only"
"""What is said once the library is open."""

OVER = frozenset({"answered", "abstained", "failed", "stopped"})
LARGEST = 50 * 2**20
OLDEST = 2
"""Runs of the page after which a browser forgets a piece that was not named again."""


@dataclass(slots=True)
class Awaited:
    """A question that was sent, with the seconds until the first words of its reply and until the whole."""

    question: str
    sent: float = field(default_factory=time.perf_counter)
    words: float | None = None
    whole: float | None = None
    state: str = ""
    text: str = ""
    over: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(slots=True)
class Visitor:
    """Whoever has the page open. seen: every question that was shown to them; pieces, size: of what they were sent."""

    connection: ClientConnection
    pieces: int = 0
    size: int = 0
    seen: set[str] = field(default_factory=set)
    errors: list[str] = field(default_factory=list)
    awaited: Awaited | None = None
    ready: asyncio.Event = field(default_factory=asyncio.Event)
    _box: str = ""
    _script: str = ""
    _query: str = ""
    _known: dict[str, tuple[ForwardMsg, int]] = field(default_factory=dict)
    _runs: int = 0
    _looks: dict[str, asyncio.Task[None]] = field(default_factory=dict)

    async def ask(self, question: str) -> Awaited:
        """Type a question and press Enter."""
        self.awaited = Awaited(question)
        typed = WidgetState(id=self._box)
        typed.chat_input_value.data = question
        await self._send(typed)
        return self.awaited

    async def follow(self) -> None:
        """Take in what comes, as long as it comes."""
        await self._send()
        async for payload in self.connection:
            message = ForwardMsg.FromString(bytes(payload))  # type: ignore[arg-type]  # all of it is binary
            self.pieces, self.size = self.pieces + 1, self.size + len(payload)
            self._take(message)

    def leave(self) -> None:
        for look in self._looks.values():
            look.cancel()

    async def _send(self, *states: WidgetState, fragment: str = "") -> None:
        message = BackMsg()
        run = message.rerun_script
        run.query_string, run.page_script_hash, run.fragment_id = self._query, self._script, fragment
        run.is_auto_rerun = bool(fragment)
        run.widget_states.widgets.extend(states)
        run.cached_message_hashes.extend(self._known)
        await self.connection.send(message.SerializeToString())

    def _take(self, message: ForwardMsg) -> None:
        match message.WhichOneof("type"):
            case "ref_hash":
                known = self._known[message.ref_hash][0]
                self._known[message.ref_hash] = known, self._runs
                self._draw(known)
            case "delta":
                if message.metadata.cacheable:
                    self._known[message.hash] = message, self._runs
                self._draw(message)
            case "new_session" if not message.metadata.run.fragment_ids:
                self._script = message.new_session.page_script_hash
                self._stop(*self._looks)
            case "auto_rerun":
                self._look_again(message.auto_rerun.fragment_id, message.auto_rerun.interval)
            case "stop_auto_rerun":
                self._stop(*message.stop_auto_rerun.fragment_ids)
            case "page_info_changed":
                self._query = message.page_info_changed.query_string
            case "script_finished" if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                self._forget()

    def _forget(self) -> None:
        self._runs += 1
        self._known = {name: kept for name, kept in self._known.items() if self._runs - kept[1] <= OLDEST}

    def _look_again(self, fragment: str, seconds: float) -> None:
        self._stop(fragment)

        async def look() -> None:
            while True:
                await asyncio.sleep(seconds)
                await self._send(fragment=fragment)

        self._looks[fragment] = asyncio.create_task(look())

    def _stop(self, *fragments: str) -> None:
        for fragment in fragments:
            if look := self._looks.pop(fragment, None):
                look.cancel()

    def _draw(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        match element.WhichOneof("type"):
            case "chat_input" if not element.chat_input.disabled:
                self._box = element.chat_input.id
            case "text" if element.text.body.startswith(WELCOME):
                self.ready.set()
            case "alert":
                self.errors.append(element.alert.body)
            case "bidi_component" if element.bidi_component.component_name == ANSWER:
                for reply in json.loads(element.bidi_component.json)["drawn"]:
                    self._read(reply)

    def _read(self, reply: dict[str, object]) -> None:
        self.seen.add(str(reply["question"]))
        awaited = self.awaited
        if awaited is None or awaited.over.is_set() or reply["question"] != awaited.question:
            return
        awaited.state = str(reply["state"])
        text = said(reply)
        since = time.perf_counter() - awaited.sent
        if text and awaited.words is None:
            awaited.words = since
        if awaited.state in OVER:
            awaited.whole, awaited.text = since, text
            awaited.over.set()


def said(reply: dict[str, object]) -> str:
    """What the page says in a reply, by now, whether checked or not."""
    return " ".join(_texts(reply)) or (str(reply["status"]) if reply["state"] == "abstained" else "")


def _texts(reply: dict[str, object]) -> Iterator[str]:
    groups = reply.get("groups") or []
    for group in groups:  # type: ignore[attr-defined]  # the page's own data
        for claim in group["claims"]:
            yield "".join(run["text"] for run in claim["runs"])
        if tail := group.get("tail"):
            yield tail


@asynccontextmanager
async def visiting(port: int) -> AsyncIterator[Visitor]:
    """The page, opened and drawn; left at the end."""
    address = f"ws://localhost:{port}/_stcore/stream"
    origin = f"http://localhost:{port}"
    async with connect(
        address, subprotocols=["streamlit"], origin=origin, max_size=LARGEST, compression=None, ping_interval=None
    ) as line:
        visitor = Visitor(line)
        following = asyncio.create_task(visitor.follow())
        try:
            await asyncio.wait_for(visitor.ready.wait(), 60)
            yield visitor
        finally:
            visitor.leave()
            if following.done():
                following.result()  # raises why there was no more to take in
            following.cancel()
