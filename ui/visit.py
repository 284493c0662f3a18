"""What one visit to the page holds between its runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain import Filters
from ui.conversation import Conversation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.exports.exporting import Exported
    from ui.links import Link
    from ui.reader_data import Reading
    from ui.trial import Trials


class Room(StrEnum):
    """The pages there are, each with an article of its own open beside it."""

    ASK = "ask"
    LIBRARY = "library"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Sought:
    """A sentence of a reply by its place in it, from 0; moved: when the browser asked for it, by its own clock."""

    exchange: int
    at: int
    moved: float


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The question of an exchange with the limits within which it is to be asked again."""

    exchange: int
    limits: Filters


@dataclass(slots=True)
class Visit:
    """The conversation, what is open beside it and beside the library, and the link that the visit began with.

    notice: why the conversation that the address names is not the one that is shown. model: who answers the next
    question, None for whom the settings name. uploads: how many drops there were. pointed_at: the cell that was clicked
    last, and its table. heard: when the browser said the last thing of a citation that was taken down, by its own
    clock. sought: the sentence to be shown in the chat. trials: the last test of who answers. narrowing: the question
    that is about to be asked again within other limits. bound_for: the room to go to next. goal: the exchange that
    the address leads to. handed: a file on its way to the browser, with its exchange and when it was asked for.
    thought: when the browser said what is thought of the reply of an exchange, likewise.
    """

    conversation: Conversation = field(default_factory=Conversation)
    room: Room = Room.ASK
    link: Link | None = None
    notice: str | None = None
    shows_all: bool = False
    model: str | None = None
    trials: Trials | None = None
    uploads: int = 0
    heard: float = 0
    sought: Sought | None = None
    pointed_at: list[tuple[str, int, str]] = field(default_factory=list)
    narrowing: Narrowing | None = None
    bound_for: Room | None = None
    goal: int | None = None
    handed: tuple[int, float, Exported] | None = None
    thought: dict[int, float] = field(default_factory=dict)
    _readings: dict[Room, Reading | None] = field(default_factory=dict)

    @property
    def reading(self) -> Reading | None:
        """What is open in the room one is in."""
        return self._readings.get(self.room)

    @reading.setter
    def reading(self, reading: Reading | None) -> None:
        self._readings[self.room] = reading

    def limit_to(self, article_ids: Sequence[str]) -> None:
        """Ask next about these articles alone, in the room where one asks."""
        self.conversation.limits = Filters(articles=tuple(article_ids))
        self.bound_for = Room.ASK

    def start_anew(self) -> None:
        """Forget this conversation; what is still being written for it ends."""
        self.conversation.stop()
        self.conversation = Conversation(asked=self.conversation.asked, keeper=self.conversation.keeper)
        self.shows_all = False
        self.notice = None
        self.link = None
        self.sought = None
        self.goal = None
        self._readings[Room.ASK] = None


def visit() -> Visit:
    """The visit of this session."""
    found: Visit = st.session_state.setdefault("visit", Visit())
    return found
