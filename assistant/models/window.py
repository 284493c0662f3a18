"""The context that Ollama is told to use for a model: a prompt beyond it loses its beginning without a word."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from assistant.models.failures import read_failure
from assistant.models.kinds import Failure, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from langchain_core.language_models import BaseChatModel

    from assistant.models.chat import Prompt
    from assistant.models.naming import Named

log = logging.getLogger(__name__)

# Memory is set aside for all of it, some gigabyte for a model of eight billion parameters. One size for all prompts:
# Ollama loads the model anew for another.
_MOST = 10_000
_UNKNOWN = 8_000

_ASKING, _CONNECTING = 10, 5
"""Seconds."""


class Window:
    """As much as the model can take in, as the server says, up to a limit of ours; asked when first needed."""

    def __init__(self, named: Named, client: BaseChatModel) -> None:
        self._named = named
        self._told: Mapping[str, object] = getattr(client, "client_kwargs", None) or {}
        self._size: int | None = None

    @property
    def room(self) -> int:
        """Tokens that a prompt may have; a quarter is for what the model writes, thoughts included."""
        try:
            return _room(self._asked())
        except Failure:  # which is told when the prompt is sent
            return _room(_UNKNOWN)

    def fitted(self, client: BaseChatModel, prompt: Prompt) -> BaseChatModel:
        """The client, told to use it all, and to write no more than is left; raises Failure for a prompt too long.

        A model that writes past the end of its context forgets the prompt, rules first, and writes on.
        """
        size = self._asked()
        if prompt.tokens > _room(size):
            raise Failure(Kind.TOO_LONG)
        return client.model_copy(update={"num_ctx": size, "num_predict": size - prompt.tokens})

    def _asked(self) -> int:
        """Tokens of prompt and answer together; raises Failure where nobody is there to ask."""
        if self._size is None:
            self._size = min(_MOST, self._limit() or _UNKNOWN)
        return self._size

    def _limit(self) -> int | None:
        """What the model was made for; None where the server does not say."""
        from httpx import ConnectTimeout, HTTPError, Timeout
        from ollama import Client, ResponseError

        server = self._named.server
        told = {**self._told, "timeout": Timeout(_ASKING, connect=_CONNECTING)}
        try:
            about = Client(host=server.url if server else None, **told).show(self._named.model).modelinfo or {}
        except (ConnectTimeout, ConnectionError) as error:
            raise read_failure(error) from error
        except (HTTPError, ResponseError, ValueError) as error:
            # The prompt is sent all the same: what is wrong is told by the answer to that.
            log.info("Ollama does not say how much %s takes in: %s", self._named.name, type(error).__name__)
            return None
        lengths = [value for name, value in about.items() if name.endswith(".context_length")]
        return next((each for each in lengths if isinstance(each, int) and each > 0), None)


def _room(size: int) -> int:
    return size * 3 // 4
