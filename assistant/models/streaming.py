"""The stream of one call to a chat model, which is hung up on as soon as nobody waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Generator, Mapping, Sequence
from contextlib import aclosing
from functools import cache
from queue import SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any, cast

from assistant.listener import Left, listener

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage, BaseMessageChunk
    from langchain_core.runnables import RunnableConfig

_opening = Lock()


def streamed(
    client: BaseChatModel, messages: Sequence[BaseMessage], config: RunnableConfig, said: Mapping[str, Any]
) -> Generator[BaseMessageChunk, None, None]:
    """What LangChain streams; raises whatever the provider's package does, and Left once nobody waits.

    said: what the client is told with each call.

    On an event loop: there a request that waits for a model's first word can be given up, while a thread that reads
    from a connection cannot be reached.
    """
    heard: SimpleQueue[BaseMessageChunk | type[Left] | None] = SimpleQueue()
    asking = asyncio.run_coroutine_threadsafe(_ask(client.astream(list(messages), config, **said), heard.put), _loop())
    asking.add_done_callback(lambda _: heard.put(None))
    try:
        with listener().calling(lambda: heard.put(Left)):
            while (piece := heard.get()) is not None:
                if isinstance(piece, type):
                    raise piece
                yield piece
        asking.result()
    finally:
        asking.cancel()


async def _ask(stream: AsyncIterator[BaseMessageChunk], hear: Callable[[BaseMessageChunk], None]) -> None:
    async with aclosing(cast("AsyncGenerator[BaseMessageChunk, Any]", stream)) as pieces:
        async for piece in pieces:
            hear(piece)


def _loop() -> asyncio.AbstractEventLoop:
    """The one loop of this process: clients hold on to the one on which they were used first."""
    with _opening:
        return _running()


@cache
def _running() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    Thread(target=loop.run_forever, name="models", daemon=True).start()
    return loop
