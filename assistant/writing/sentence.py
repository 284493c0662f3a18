"""A sentence that a chat model wrote, before anything is known of what it rests on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """Its words without markers, and the numbers that its markers name, in order, each once.

    opens: whether it begins a paragraph.
    """

    text: str
    markers: tuple[int, ...]
    opens: bool = False
