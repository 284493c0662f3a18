"""What one visit to the page holds between its runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain import Filters
from ui.conversation import Conversation
from ui.conversations_data import FIRST_SHOWN
from ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future

    from assistant.conversations.searching import Found
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
class ListShown:
    """How the list of conversations is shown: how many of them, and what is being found for which words when.

    undo: id and name of the one that was deleted last. trouble: why what was asked for last could not be done.
    unreadable: why there is no list.
    """

    most: int = FIRST_SHOWN
    search: tuple[str, str, Future[tuple[Found, ...]]] | None = None
    undo: tuple[str, str] | None = None
    trouble: str = ""
    unreadable: str = ""


@dataclass(slots=True)
class Visit:
    """The conversation, what is open beside it and beside the library, and the link that the visit began with.

    notice: why the conversation that the address names is not the one that is shown. window: which of its questions are
    drawn. arrival: the number of the exchange that the page is to come to, and which time that is. listed: how the list
    of conversations is shown. model: who answers the next question, None for whom the settings name. uploads: how many
    drops there were. pointed_at: the cell that was clicked last, and its table. heard: when the browser told the last
    message that was heard, by its own clock and the key of the component. marked: when it said the last thing of a
    citation. sought: the sentence to be shown in the chat. trials: the
    last test of who answers. narrowing: the question that is about to be asked again within other limits. bound_for:
    the room to go to next. goal: the exchange that the address leads to. handed: a file on its way to the browser, with
    its exchange and when it was asked for. thought: when the browser said what is thought of the reply of an exchange,
    likewise.
    """

    conversation: Conversation = field(default_factory=Conversation)
    room: Room = Room.ASK
    link: Link | None = None
    notice: str | None = None
    window: Window = field(default_factory=Window)
    arrival: tuple[int, int] | None = None
    listed: ListShown = field(default_factory=ListShown)
    model: str | None = None
    trials: Trials | None = None
    uploads: int = 0
    heard: dict[str, float] = field(default_factory=dict)
    marked: float = 0
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
        """Begin another conversation."""
        self.turn_to(Conversation(asked=self.conversation.asked, keeper=self.conversation.keeper))

    def turn_to(self, conversation: Conversation, notice: str | None = None) -> None:
        """Show that one. What is still being written for this one ends where nobody will find it again."""
        if self.conversation.keeper is None:
            self.conversation.stop()
        self.conversation, self.notice = conversation, notice
        self.window, self.link, self.beside = Window(), None, None
        self.sought, self.narrowing, self.goal = None, None, None

    def come_to(self, place: int) -> None:
        """Have the page come to the question in this place, counted from 1."""
        exchanges = self.conversation.exchanges
        if exchanges:
            self.window.show(place - 1, len(exchanges))
            times = self.arrival[1] if self.arrival else 0
            self.arrival = exchanges[place - 1].number, times + 1

    def draw_exchange(self, number: int) -> None:
        """Have a question drawn that may stand far back."""
        exchanges = self.conversation.exchanges
        place = next((at for at, each in enumerate(exchanges) if each.number == number), None)
        if place is not None:
            self.window.show(place, len(exchanges))

    @property
    def beside(self) -> Reading | None:
        """What is open beside the conversation, whatever room one is in."""
        return self._readings.get(Room.ASK)

    @beside.setter
    def beside(self, reading: Reading | None) -> None:
        self._readings[Room.ASK] = reading


def visit() -> Visit:
    """The visit of this session."""
    if "visit" not in st.session_state:
        st.session_state.visit = Visit()
    found: Visit = st.session_state.visit
    return found
