"""The page on which one asks: the chat with the article beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assistant.settings import read_settings
from ui.answerers import asked_of, draw_answerers, draw_disclosure
from ui.ask import draw_conversation, draw_welcome
from ui.editing import LONGEST_QUESTION
from ui.narrowing import draw_chips, draw_limits, draw_narrowing
from ui.opening import opening, ready
from ui.reading import draw_beside
from ui.trouble import told
from ui.unready import draw_hindrance, draw_unready
from ui.visit import visit
from ui.wording import said

if TYPE_CHECKING:
    from assistant.library import Library
    from ui.opening import Opening

DELETED = (
    "This conversation was deleted. Ask to go on with it, or bring it back with “Restore” under “Recently deleted” in "
    "the sidebar."
)

OWED = "What you ask and say here is saved as soon as that is possible, if Footnote goes on running until then."


@told
def draw_ask() -> None:
    opened = opening(read_settings())
    library = ready(opened)
    take_question(opened, library)
    with draw_beside(library), st.container(key="chat_column"):
        draw_chat(opened, library)
    draw_narrowing(opened, library)


def take_question(opened: Opening, library: Library | None) -> None:
    nothing_to_ask = library is None and opened.look() is not None
    draw_chips(library)
    typed = st.chat_input(
        "Ask about the articles in your library",
        key="question",
        max_chars=LONGEST_QUESTION,
        disabled=nothing_to_ask,
    )
    if typed and typed.strip():
        visit().notice = visit().goal = None
        conversation = visit().conversation
        conversation.ask(typed.strip(), opened.library, model=asked_of(), limits=conversation.limits)
    if not nothing_to_ask:
        with st.bottom, st.container(key="answerers", horizontal=True, vertical_alignment="center"):
            draw_answerers()
            draw_limits(library)
            draw_disclosure()


def draw_notice() -> None:
    """Say where a conversation is not the one that was looked for, or what is asked is not being kept."""
    conversation, notice = visit().conversation, visit().notice
    if notice:
        st.info(said(notice), icon=":material/info:")
    if conversation.exchanges and conversation.deleted:
        st.info(DELETED, icon=":material/delete:")
    if conversation.keeper and (trouble := conversation.keeper.trouble):
        st.warning(said(f"Not saved yet: {trouble}. {OWED}"), icon=":material/warning:")


def draw_chat(opened: Opening, library: Library | None) -> None:
    draw_notice()
    if visit().conversation.exchanges:
        with st.container():  # a place of its own, as in `draw_conversation`
            if library is None:
                draw_hindrance(opened)
        draw_conversation(opened)
    elif library is None:
        draw_unready(opened, lambda: draw_welcome(None, opened))
    else:
        draw_welcome(library, opened)
