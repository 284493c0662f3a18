"""Try a chat model with one short call, as an answer would ask it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from assistant.answerers import server_of

if TYPE_CHECKING:
    from assistant.models.chat import ChatModel, Piece
    from assistant.settings import Settings

PATIENCE = 30
"""Seconds without a word: Ollama takes as long to load a model that nobody has asked for a while."""

_ENOUGH = 200
"""Characters: a model that says more than the one word has shown that it is there."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What a model said, and how many milliseconds it took: to its first word, and in all."""

    words: str
    first: int
    whole: int


def try_model(name: str, settings: Settings) -> Tried:
    """Open a model where the settings have it, and ask it once; raises ModelTrouble with the remedy."""
    from assistant.models.opening import open_model

    return _asked(open_model(name, server_of(name, settings), patience=PATIENCE, tries=1))


def _asked(model: ChatModel) -> Tried:
    from assistant.writing.prompts import trying_prompt

    began, first, said = perf_counter(), 0, ""
    pieces: Iterator[Piece] = model.write(trying_prompt())
    with closing(pieces):  # type: ignore[type-var]
        for piece in pieces:
            if isinstance(piece, str):
                first = first or _since(began)
                said += piece
            if len(said) > _ENOUGH:
                break
    return Tried(said.strip(), first, _since(began))


def _since(began: float) -> int:
    """Milliseconds, one at least."""
    return max(1, round((perf_counter() - began) * 1000))
