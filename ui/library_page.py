"""The page of the library: its articles in a table, where more are added, read and removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assistant.settings import read_settings
from ui.adding import draw_changes
from ui.articles_table import draw_table, watch
from ui.librarian import librarian
from ui.listing import listing
from ui.opening import opening, ready
from ui.reading import draw_beside
from ui.trouble import told
from ui.unready import draw_unready

if TYPE_CHECKING:
    from assistant.library import Library


@told
def draw_library() -> None:
    opened = opening(read_settings())
    library = ready(opened)
    with draw_beside(library), st.container(key="library_column"):
        if library is None:
            draw_unready(opened, draw_opening)
        else:
            draw_shelves(library)


def draw_opening() -> None:
    st.title("Library", anchor=False)
    st.markdown(":shimmer[Opening the library]")


def draw_shelves(library: Library) -> None:
    st.title("Library", anchor=False)
    draw_changes(librarian(library.settings))
    draw_table(library)
    watch(library, listing(library).look())
