"""The page: what `streamlit run` is given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from assistant.settings import Settings, read_settings
from ui.address import query, show_conversation, show_open
from ui.ask_page import draw_ask
from ui.components import source
from ui.conversation import Conversation
from ui.keeping import keeper
from ui.librarian import librarian
from ui.library_page import draw_library
from ui.links import read_conversation, read_link, read_turn
from ui.opening import opening, ready
from ui.restored import reply_of, restored
from ui.settings_page import draw_settings
from ui.sidebar import draw_sidebar
from ui.trouble import told
from ui.visit import Room, Visit, visit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from streamlit.navigation.page import Page

ICON = Path(__file__).parent / "browser" / "icon.svg"


@told
def draw() -> None:
    settings = read_settings()
    begin_visit(settings)
    pages = {
        Room.ASK: st.Page(draw_ask, title="Ask", icon=":material/forum:", default=True),
        Room.LIBRARY: st.Page(draw_library, title="Library", icon=":material/newsstand:", url_path="library"),
        Room.SETTINGS: st.Page(draw_settings, title="Settings", icon=":material/settings:", url_path="settings"),
    }
    page = st.navigation(list(pages.values()))
    visit().room = next(room for room, each in pages.items() if each == page)
    go_where_bound(pages)
    with st.sidebar:
        draw_sidebar(ready(opening(settings)), librarian(settings), keeper(settings), pages)
    page.run()
    show_conversation()


def go_where_bound(pages: Mapping[Room, Page]) -> None:
    """Go to the room that something in another one led to."""
    room, visit().bound_for = visit().bound_for, None
    if room is Room.ASK and visit().room is not Room.ASK:
        st.switch_page(pages[room], query_params=query(visit().beside))
    elif room:
        show_open()


def begin_visit(settings: Settings) -> None:
    """Read the address once: afterwards it follows what is open."""
    if "visit" in st.session_state:
        return
    query = st.query_params.to_dict()
    kept = keeper(settings)
    named = read_conversation(query)
    conversation, notice = restored(named, kept) if named else (Conversation(keeper=kept), None)
    goal, gone = reply_of(read_turn(query), conversation)
    st.session_state.visit = Visit(conversation, link=read_link(query), notice=notice or gone, goal=goal)


def main() -> None:
    st.set_page_config(page_title="Footnote", page_icon=str(ICON), layout="wide")
    st.html(f"<style>{source('page.css')}</style>")
    draw()


if __name__ == "__main__":
    main()
