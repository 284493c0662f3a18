"""What is shown while there is no article to ask about."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

import streamlit as st

from assistant.settings import read_settings
from ui.adding import draw_changes, draw_underway
from ui.again import draw_again
from ui.filling import being_filled
from ui.jobs import Failed
from ui.librarian import librarian
from ui.opening import Unopened, ready
from ui.wording import said

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.librarian import Librarian
    from ui.opening import Opening

LOOK_EVERY_SECONDS = 0.4


class State(Enum):
    """How far the library is from being asked."""

    OPENING = auto()
    BROKEN = auto()
    MENDING = auto()
    FILLING = auto()
    EMPTY = auto()
    READY = auto()


def state(opened: Opening) -> State:
    """How it is now; filling: by another process, for what this one adds has its own progress. mending: by this one."""
    found = opened.look()
    if found is None:
        return State.OPENING
    if isinstance(found, Unopened) and not found.missing:
        return State.MENDING if librarian(read_settings()).is_busy else State.BROKEN
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
        case State.MENDING:
            draw_mending()
        case State.FILLING:
            with st.container(key="filling"):
                st.title("Reading the articles", anchor=False)
                st.markdown(":shimmer[The first of them appear here in a moment]")
        case State.EMPTY | State.READY:
            draw_empty()


def draw_hindrance(opened: Opening) -> None:
    """Say above an open conversation why nothing can be asked or opened, until it can be."""
    now, found = state(opened), opened.look()
    watch(opened, now)
    if now is State.BROKEN and isinstance(found, Unopened):
        st.error(said(f"Nothing can be asked or opened for now: {found.message}"), icon=":material/error:")
        if found.outdated:
            draw_way_out(librarian(read_settings()))
    elif now is State.MENDING:
        st.info("The library is being made anew; until then nothing can be asked or opened.", icon=":material/info:")
    elif now in (State.FILLING, State.EMPTY):
        st.info("The library holds no articles for now, so there is nothing to ask or open.", icon=":material/info:")


def watch(opened: Opening, drawn: State) -> None:
    """Look again and again until that has changed."""

    def look() -> None:
        if state(opened) is not drawn:
            st.rerun()

    draw_again(look, LOOK_EVERY_SECONDS)


def draw_obstacle(opened: Opening) -> None:
    """Why the library cannot be opened, and what can be done here about it."""
    found = opened.look()
    with st.container(key="obstacle"):
        st.title("The library cannot be opened", anchor=False)
        if isinstance(found, Unopened):
            st.error(said(found.message), icon=":material/error:")
            if found.outdated:
                draw_way_out(librarian(read_settings()))


def draw_way_out(mender: Librarian) -> None:
    if mender.change and isinstance(mender.change.outcome, Failed):
        st.error(said(mender.change.outcome.message), icon=":material/error:")
    st.button("Make it anew here", key="rebuild", icon=":material/autorenew:", on_click=mender.rebuild)
    st.text(
        "That takes about as long as adding its articles did. Nothing is lost: the library stays until the new one is "
        "whole, and conversations stay as they are."
    )


def draw_mending() -> None:
    with st.container(key="obstacle"):
        st.title("The library is being made anew", anchor=False)
        if change := librarian(read_settings()).change:
            draw_again(lambda: draw_underway(change), LOOK_EVERY_SECONDS)


def draw_empty() -> None:
    settings = read_settings()
    with st.container(key="empty"):
        st.title("Your library is empty", anchor=False)
        st.text("Add articles, then ask about them. They stay on this computer.")
        draw_changes(librarian(settings))
        st.text("Or from a terminal: files, folders and archives of any size.")
        st.code("footnote ingest FOLDER", language=None)
        st.text(f"The library is kept in {settings.home}")
