"""The page: what `streamlit run` is given."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from assistant.settings import read_settings
from ui.ask import draw_conversation, draw_welcome
from ui.components import source
from ui.filling import being_filled
from ui.links import read_link
from ui.opening import Unopened, opening
from ui.reading import draw_reader, follow_link
from ui.shelf import draw_sidebar
from ui.trouble import told
from ui.visit import Visit, visit
from ui.wording import said

if TYPE_CHECKING:
    from assistant.library import Library
    from ui.opening import Opening

LOOK_EVERY_SECONDS = 0.4
LONGEST_QUESTION = 1000
ICON = Path(__file__).parent / "browser" / "icon.svg"


@told
def draw() -> None:
    begin_visit()
    opened = opening(read_settings())
    library = ready(opened)
    with st.sidebar:
        draw_sidebar(library)
    take_question(opened, library)
    chat, beside = st.columns([1.15, 1], gap="medium")
    if library is not None:
        follow_link(library)
        with beside, st.container(key="reader_column"):
            draw_reader(library)
    with chat, st.container(key="chat_column"):
        draw_chat(opened, library)


def begin_visit() -> None:
    """Read the address once: afterwards it follows what is open."""
    if "visit" not in st.session_state:
        st.session_state.visit = Visit(link=read_link(st.query_params.to_dict()))


def ready(opened: Opening) -> Library | None:
    """The library, once it is open and holds an article."""
    found = opened.look()
    if found is None or isinstance(found, Unopened) or not found.articles():
        return None
    return found


def take_question(opened: Opening, library: Library | None) -> None:
    typed = st.chat_input(
        "Ask about the articles in your library",
        key="question",
        max_chars=LONGEST_QUESTION,
        disabled=library is None and opened.look() is not None,
    )
    if typed and typed.strip():
        visit().conversation.ask(typed.strip(), opened.library)


def draw_chat(opened: Opening, library: Library | None) -> None:
    if visit().conversation.exchanges:
        draw_conversation(opened)
    elif library is None:
        await_library(opened, opened.look())
    else:
        draw_welcome(library, opened)


@st.fragment(run_every=LOOK_EVERY_SECONDS)
@told
def await_library(opened: Opening, found: Library | Unopened | None) -> None:
    """Say how the library is, again and again, until that has changed."""
    if ready(opened) is not None or opened.look() != found:
        st.rerun()
    if found is None:
        draw_welcome(None, opened)
    elif isinstance(found, Unopened) and not found.missing:
        with st.container(key="obstacle"):
            st.title("The library cannot be opened", anchor=False)
            st.error(said(found.message), icon=":material/error:")
    else:
        draw_empty()


def draw_empty() -> None:
    home = read_settings().home
    with st.container(key="empty"):
        if being_filled(home):
            st.title("Reading the articles", anchor=False)
            st.markdown(":shimmer[The first of them appear here in a moment]")
            return
        st.title("Your library is empty", anchor=False)
        st.text("Add articles from a terminal: files, folders, archives, article addresses or feeds.")
        st.code("footnote ingest FOLDER", language=None)
        st.text(f"They stay on this computer, in {home}, and appear here as soon as they are in.")


def main() -> None:
    st.set_page_config(page_title="Footnote", page_icon=str(ICON), layout="wide")
    st.html(f"<style>{source('page.css')}</style>")
    draw()


if __name__ == "__main__":
    main()
