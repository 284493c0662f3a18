"""The sidebar: the pages, the conversations, what is being added, and the newest articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui.again import draw_again
from ui.conversations_list import draw_conversations
from ui.jobs import Failed
from ui.librarian import Added
from ui.shelf import draw_shelf
from ui.visit import Room, visit
from ui.wording import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from streamlit.navigation.page import Page

    from assistant.library import Library
    from ui.keeping import Keeper
    from ui.librarian import Change, Librarian

LOOK_EVERY_SECONDS = 1


def draw_sidebar(library: Library | None, librarian: Librarian, keeper: Keeper, pages: Mapping[Room, Page]) -> None:
    if st.button("New conversation", icon=":material/add:", width="stretch"):
        visit().start_anew()
        st.switch_page(pages[Room.ASK])
    draw_conversations(keeper)
    if visit().room is Room.ASK:
        draw_news(librarian, pages[Room.LIBRARY])
        if library is not None:
            draw_shelf(library)


def draw_news(librarian: Librarian, page: Page) -> None:
    """Lead to the library page while something is being added there, or where it was not all read."""
    change = librarian.change
    if change is None:
        return

    underway = change.outcome is None

    def draw() -> None:
        if underway and change.outcome is not None:
            st.rerun()
        if news := told_of(change):
            st.page_link(page, label=plain(news), icon=":material/upload_file:", width="stretch")

    draw_again(draw, LOOK_EVERY_SECONDS if underway else None)


def told_of(change: Change) -> str:
    """One line about a change, for those who are on another page."""
    match change.outcome:
        case None:
            return f"{change.doing}: {change.progress.share:.0%}" if change.stoppable else change.doing
        case Added(report=report) if report.rejected:
            return f"{len(report.rejected):,} could not be read"
        case Failed():
            return "Articles could not be added"
    return ""
