"""Leave out of a model's text what it only thought."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto

# As Qwen and DeepSeek mark thoughts, and as Mistral's, Gemma's and others do, where their server leaves it to us.
_MARKS = {"<think>": "</think>", "<thinking>": "</thinking>", "<thought>": "</thought>", "[THINK]": "[/THINK]"}

_ENDED = "\n</think>\n"
"""Where the prompt itself begins the thoughts, as DeepSeek's does, only their end is written: on a line of its own."""


class Void:
    """All text until now was thoughts."""


class _At(Enum):
    BEGINNING, THINKING, BETWEEN, WRITING = auto(), auto(), auto(), auto()


class Thoughts:
    """Takes text in pieces, however cut, and hands on what is not thoughts; in the time of reading it once.

    Only a mark that begins the text opens thoughts: one that stands further on may be quoted, and hides nothing. They
    come once.
    """

    def __init__(self) -> None:
        self._at = _At.BEGINNING
        self._held = ""
        self._closing = ""
        self._are_over = False

    @property
    def are_open(self) -> bool:
        """Whether the thoughts have not come to an end."""
        return self._at is _At.THINKING

    @property
    def are_all(self) -> bool:
        """Whether there is no text that stands."""
        return self._at is not _At.WRITING

    def without(self, piece: str) -> Iterator[str | Void]:
        """What this piece adds to the text."""
        self._held += piece
        if self._at is _At.BEGINNING:
            self._begin()
        if self._at is _At.THINKING:
            self._think()
        if self._at is _At.BETWEEN:
            self._resume()
        if self._at is _At.WRITING:
            yield from self._write()

    def rest(self) -> str:
        """What was held back until it was clear that it is text."""
        rest = "" if self.are_open else self._held
        if rest:
            self._at = _At.WRITING
        self._held = ""
        return rest

    def _begin(self) -> None:
        self._held = self._held.lstrip()
        for opening, closing in _MARKS.items():
            if self._held.startswith(opening):
                self._at, self._held, self._closing = _At.THINKING, self._held.removeprefix(opening), closing
                return
        if self._held.startswith(_ENDED.strip()):  # the prompt began them, and there were none
            self._at, self._closing = _At.THINKING, _ENDED.strip()
        elif not any(mark.startswith(self._held) for mark in (*_MARKS, _ENDED.strip())):
            self._at = _At.BETWEEN

    def _think(self) -> None:
        thought, closing, after = self._held.partition(self._closing)
        if closing:
            self._at, self._held, self._are_over = _At.BETWEEN, after, True
        else:
            self._held = thought[-len(self._closing) :]

    def _resume(self) -> None:
        self._held = self._held.lstrip()
        if self._held:
            self._at = _At.WRITING

    def _write(self) -> Iterator[str | Void]:
        """Hand on what is text; where it turns out to have been thoughts, which happens once, what comes after them."""
        before, ended, after = self._held.partition(_ENDED) if not self._are_over else (self._held, "", "")
        if ended:
            yield Void()
            self._at, self._held, self._are_over = _At.BETWEEN, "", True
            yield from self.without(after)
            return
        self._held = "" if self._are_over else _tail(before)
        if text := before.removesuffix(self._held):
            yield text


def _tail(text: str) -> str:
    """The end of the text that may be the beginning of the mark."""
    for length in range(min(len(text), len(_ENDED) - 1), 0, -1):
        if _ENDED.startswith(text[-length:]):
            return text[-length:]
    return ""
