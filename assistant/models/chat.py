"""What we ask of a chat model: to be handed messages, to hand back text piece by piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from assistant.domain import Retrying

# Three bytes a token is fewer than any tokenizer makes of English (some four), and one of each Chinese character.
_BYTES_A_TOKEN = 3

_FRAME = 10
"""Tokens with which a model's template marks whose a message is."""


def tokens(text: str) -> int:
    """At most so many tokens, whatever the model."""
    return len(text.encode(errors="replace")) // _BYTES_A_TOKEN + 1


class Role(StrEnum):
    """Who says a message: our rules, the person, the model."""

    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a prompt."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """All that a chat model is sent for one call; purpose names the call in traces ("answer"), version its wording."""

    purpose: str
    messages: Sequence[Message]
    version: str = ""

    @property
    def tokens(self) -> int:
        """What it takes of a model's room, at most."""
        return sum(tokens(message.text) + _FRAME for message in self.messages)


@dataclass(frozen=True, slots=True)
class Spent:
    """What a call took, where the provider says; cost: US dollars."""

    input_tokens: int | None = None
    output_tokens: int | None = None
    cost: float | None = None


Piece = str | Retrying | Spent
"""Text as it comes; that all of it is void, for the model is asked again; at last what the call took."""


class ChatModel(Protocol):
    """A chat model, whoever provides it.

    name: as a person names it. room: tokens that a prompt may have.
    """

    @property
    def name(self) -> str: ...

    @property
    def room(self) -> int: ...

    def write(self, prompt: Prompt) -> Iterator[Piece]:
        """The model's text, piece by piece; raises ModelTrouble, where it is too long for it PromptTooLong."""
        ...
