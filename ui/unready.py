"""What is shown while there is no article to ask about."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

import streamlit as st

from assistant.settings import read_settings
from ui.adding import draw_changes
from ui.again import draw_again
from ui.filling import being_filled
from ui.librarian import librarian
from ui.opening import Unopened, ready
from ui.wording import said

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.opening import Opening

LOOK_EVERY_SECONDS = 0.4


class State(Enum):
    """How far the library is from being asked."""

    OPENING = auto()
    BROKEN = auto()
    FILLING = auto()
    EMPTY = auto()
    READY = auto()


def state(opened: Opening) -> State:
    """How it is now; filling: by another process, for what this one adds has its own progress."""
    found = opened.look()
    if found is None:
        return State.OPENING
    if isinstance(found, Unopened) and not found.missing:
        return State.BROKEN
    if ready(opened) is not None:
        return State.READY
    settings = read_settings()
    is_filling = not librarian(settings).is_busy and being_filled(settings.home)
    return State.FILLING if is_filling else State.EMPTY


def draw_unready(opened: Opening, draw_opening: Callable[[], None]) -> None:
    """Draw how the library is; while it is being opened, the page's own frame."""
    now = state(opened)
    watch(opened, now)
    match now:
        case State.OPENING:
            draw_opening()
        case State.BROKEN:
            draw_obstacle(opened)
        case State.FILLING:
            with st.container(key="filling"):
                st.title("Reading the articles", anchor=False)
                st.markdown(":shimmer[The first of them appear here in a moment]")
        case State.EMPTY | State.READY:
            draw_empty()


def watch(opened: Opening, drawn: State) -> None:
    """Look again and again until that has changed."""

    def look() -> None:
        if state(opened) is not drawn:
            st.rerun()

    draw_again(look, LOOK_EVERY_SECONDS)


def draw_obstacle(opened: Opening) -> None:
    found = opened.look()
    with st.container(key="obstacle"):
        st.title("The library cannot be opened", anchor=False)
        if isinstance(found, Unopened):
            st.error(said(found.message), icon=":material/error:")


def draw_empty() -> None:
    settings = read_settings()
    with st.container(key="empty"):
        st.title("Your library is empty", anchor=False)
        st.text("Add articles, then ask about them. They stay on this computer.")
        draw_changes(librarian(settings))
        st.text("Or from a terminal: files, folders and archives of any size.")
        st.code("footnote ingest FOLDER", language=None)
        st.text(f"The library is kept in {settings.home}")
