"""Ask a chat model through LangChain, and again where that may help."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from assistant.domain import Retrying
from assistant.listener import Left, pause
from assistant.models.characters import Characters
from assistant.models.chat import Piece, Prompt, Role
from assistant.models.clients import room, said_each_time
from assistant.models.failures import read_failure
from assistant.models.heard import Heard, together
from assistant.models.kinds import Failure, Kind
from assistant.models.naming import ANTHROPIC, OLLAMA, OPENAI, Named
from assistant.models.patience import ATTEMPTS, attempts
from assistant.models.remedies import Remedies
from assistant.models.streaming import streamed
from assistant.models.thoughts import Thoughts, Void
from assistant.models.window import Window

if TYPE_CHECKING:
    from langchain_core.callbacks import BaseCallbackHandler
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage, BaseMessageChunk
    from langchain_core.runnables import RunnableConfig

_TELL_THEIR_END = {OPENAI, ANTHROPIC, OLLAMA}
"""Providers whose protocol says how a reply ended; where it does not, the reply was cut."""

_THOUGHT = Retrying("The model has finished thinking")
"""Nothing failed: what was written was thoughts, as only their end told."""

_LONGEST = 60_000
"""Characters of a reply, thoughts included: small models may say one sentence over and over, without end."""


class LangChainModel:
    """Any chat model of LangChain's. Its calls may come from several threads.

    sleep: waits before the model is asked again. patience: seconds until its first word, however long it thinks;
    None for as long as it takes. tries: how often it is asked where that may help.
    """

    def __init__(
        self,
        named: Named,
        client: BaseChatModel,
        callbacks: Sequence[BaseCallbackHandler] = (),
        sleep: Callable[[float], None] = pause,
        patience: float | None = None,
        *,
        tries: int = ATTEMPTS,
    ) -> None:
        self.name = named.name
        self._window = Window(named, client) if named.provider == OLLAMA else None
        self._client = client
        self._callbacks = list(callbacks)
        self._sleep = sleep
        self._patience = math.inf if patience is None else patience
        self._tries = tries
        self._said = said_each_time(named, patience)
        self._remedies = Remedies(named, client)
        self._tells_its_end = named.provider in _TELL_THEIR_END

    def __repr__(self) -> str:
        return f"LangChainModel({self.name!r})"

    @property
    def room(self) -> int:
        """Tokens that a prompt may have."""
        return self._window.room if self._window else room(self._client)

    def write(self, prompt: Prompt) -> Iterator[Piece]:
        """The model's text, piece by piece; raises ModelTrouble, where it is too long for it PromptTooLong.

        Once nobody waits for it, it hangs up in the middle of whatever it does, and raises Left.
        """
        streams: list[Heard] = []
        failure: Failure | None = None
        try:
            for attempt in attempts(self._tries):
                if failure:
                    yield from self._wait(failure, attempt.retry_state.upcoming_sleep)
                with attempt:
                    try:
                        streams.append(Heard())
                        yield from self._once(prompt, streams[-1])
                    except Failure as error:
                        failure = error
                        raise
        except Failure as error:
            raise self._remedies.trouble(error) from None  # a server may echo the key that it was sent
        yield together(streams)

    def _wait(self, failure: Failure, seconds: float) -> Iterator[Retrying]:
        yield Retrying(self._remedies.again(failure, seconds))
        self._sleep(seconds)

    def _once(self, prompt: Prompt, heard: Heard) -> Iterator[str | Retrying]:
        """Ask once; raises Failure."""
        characters, thoughts, until = Characters(), Thoughts(), time.monotonic() + self._patience
        with closing(self._pieces(prompt)) as pieces:
            for piece in pieces:
                heard.listen(piece)
                for text in thoughts.without(characters.whole(str(piece.text))):
                    until = math.inf
                    yield _THOUGHT if isinstance(text, Void) else text
                if time.monotonic() > until:
                    raise Failure(Kind.SILENT)
                if heard.length > _LONGEST:
                    heard.ending = "length"
                    break
        if rest := thoughts.rest():
            yield rest
        self._require_whole(heard, thoughts)

    def _pieces(self, prompt: Prompt) -> Generator[BaseMessageChunk, None, None]:
        """What LangChain streams; its config is what LangSmith, OpenTelemetry and other callbacks get to see."""
        config: RunnableConfig = {
            "run_name": prompt.purpose,
            "tags": ["footnote", prompt.purpose],
            "metadata": {"prompt_version": prompt.version},
            "callbacks": self._callbacks,
        }
        client = self._window.fitted(self._client, prompt) if self._window else self._client
        has_begun = False
        try:
            for piece in streamed(client, _messages(prompt), config, self._said):
                has_begun = True
                yield piece
        except Left:
            raise
        except Exception as error:  # every provider's package raises its own, and failures.py reads them all
            failure = read_failure(error)
            if has_begun and failure.kind is Kind.OTHER_LANGUAGE:
                failure = Failure(Kind.BROKEN_OFF)
            raise failure from error

    def _require_whole(self, heard: Heard, thoughts: Thoughts) -> None:
        """Raise Failure unless there is a reply that came to its end; one cut for length is whole but for its end."""
        if heard.is_refused:
            raise Failure(Kind.REFUSED)
        if heard.is_failed:
            raise Failure(Kind.OVERLOADED)
        if self._tells_its_end and not heard.ending:
            raise Failure(Kind.BROKEN_OFF)
        if thoughts.are_all:
            cut = heard.is_cut_for_length or thoughts.are_open
            raise Failure(Kind.ONLY_THOUGHTS if cut else Kind.EMPTY)


def _messages(prompt: Prompt) -> list[BaseMessage]:
    from langchain_core.messages import AIMessage, HumanMessage, SystemMessage

    kinds: dict[Role, type[BaseMessage]] = {
        Role.SYSTEM: SystemMessage,
        Role.USER: HumanMessage,
        Role.ASSISTANT: AIMessage,
    }
    return [kinds[message.role](content=message.text) for message in prompt.messages]
