"""Open the chat model that a person names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from assistant.errors import ModelUnusable
from assistant.listener import pause
from assistant.models.asking import LangChainModel
from assistant.models.chat import ChatModel
from assistant.models.clients import missing_key, open_client
from assistant.models.failures import read_failure_to_open
from assistant.models.kinds import Failure, Kind
from assistant.models.naming import read_name
from assistant.models.patience import ATTEMPTS
from assistant.models.remedies import Remedies

if TYPE_CHECKING:
    from langchain_core.callbacks import BaseCallbackHandler


def open_model(
    name: str,
    url: str | None = None,
    *,
    patience: int | None = None,
    callbacks: Sequence[BaseCallbackHandler] = (),
    sleep: Callable[[float], None] = pause,
    tries: int = ATTEMPTS,
) -> ChatModel:
    """Open a model of any provider that LangChain knows, by a name such as ``anthropic:claude-sonnet-4-5``.

    url: where it is asked instead of at its provider; with it, a name without a provider is that of a model at a
    server that speaks OpenAI's protocol. patience: seconds that it may say nothing, and think before its first word;
    None for as long as models need. callbacks: LangChain's, for every call. sleep: waits before a model is asked again.
    tries: how often it is asked at most.
    Nothing is sent yet; raises ModelUnusable where a package or a key is missing.
    """
    named = read_name(name, url)
    try:
        client = open_client(named, patience)
    except ModelUnusable:
        raise
    except Exception as error:  # noqa: BLE001  every provider's package raises its own, and failures.py reads them all
        # Not chained: what packages raise may repeat all that they were given, keys included.
        raise Remedies(named).trouble(read_failure_to_open(error)) from None
    if key := missing_key(client):
        raise Remedies(named).trouble(Failure(Kind.NO_KEY, key=key))
    return LangChainModel(named, client, callbacks, sleep, patience, tries=tries)
