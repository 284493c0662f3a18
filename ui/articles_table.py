"""The table of articles: searching it, reading one of them, removing some."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assistant.wording import counted
from ui import report_words
from ui.address import show_open
from ui.again import draw_again
from ui.filling import being_filled
from ui.librarian import librarian
from ui.listing import listing
from ui.reader_data import Reading
from ui.reading import turn_to
from ui.table import table
from ui.trouble import told
from ui.visit import visit

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from assistant.domain import ArticleSummary
    from assistant.library import Library
    from ui.listing import Listed
    from ui.table import Table

LOOK_EVERY_SECONDS = 5
MOST_ROWS = 14
"""Seen at once; the others are scrolled to."""

MOST_ASKED_ABOUT = 200
"""Articles that a question may be limited to: each is kept with the question."""

ROW_HEIGHT = 35
CONFIG = {
    "Title": st.column_config.TextColumn(width="large"),
    "Outlet": st.column_config.TextColumn(width=140),
    "Date": st.column_config.DateColumn(format="D MMM YYYY", width=100),
    "Guessed": st.column_config.TextColumn(help="What the article does not say of itself", width=85),
    "Paragraphs": st.column_config.NumberColumn(width=92),
    "Copies": st.column_config.NumberColumn(help="How often the same story is in the library besides", width=66),
}


@st.fragment
@told
def draw_table(library: Library) -> None:
    listed = listing(library).look()
    sought = st.text_input(
        "Search the articles",
        key="sought",
        placeholder="Search by title, outlet, author or source",
        icon=":material/search:",
        label_visibility="collapsed",
    )
    found = table(listed, sought.strip())
    if not found.articles:
        st.text("No article matches.")
        return
    above = st.container(key="actions", horizontal=True, vertical_alignment="center")
    chosen = draw_rows(found, f"articles_{listed.generation}_{sought.strip()}")
    with above:
        draw_actions(chosen, standing(len(chosen), len(found.articles), len(listed.articles)), library)


def draw_rows(found: Table, key: str) -> tuple[ArticleSummary, ...]:
    """Draw the table; returns the articles whose rows are ticked."""
    release(key)
    state = st.dataframe(
        found.rows,
        key=key,
        height=ROW_HEIGHT * (min(len(found.articles), MOST_ROWS) + 1) + 2,
        hide_index=True,
        column_order=found.columns,
        column_config=CONFIG,
        placeholder="",
        on_select=opener(key, found),
        selection_mode=["multi-row", "single-cell"],
        alt="Articles in the library",
    )
    return tuple(found.articles[row] for row in state.selection.rows if row < len(found.articles))


def release(key: str) -> None:
    """Take the mark off the cell whose article was closed since: a click on it is to open it again."""
    before = st.session_state.get(key)
    if before and before.selection.cells and not visit().pointed_at:
        st.session_state[key] = {"selection": {"rows": before.selection.rows, "columns": [], "cells": []}}


def opener(key: str, found: Table) -> Callable[[], None]:
    """A callback that opens the article of the cell that was clicked; ticking a row leaves that as it is."""

    def open_it() -> None:
        pointed_at = [(key, row, column) for row, column in st.session_state[key].selection.cells]
        is_new = pointed_at != visit().pointed_at
        visit().pointed_at = pointed_at
        for _, row, _ in pointed_at:
            if is_new and row < len(found.articles):
                turn_to(Reading(found.articles[row].id))

    return open_it


def draw_actions(chosen: tuple[ArticleSummary, ...], told_first: str, library: Library) -> None:
    st.text(told_first, width="content")
    if len(chosen) == 1 and st.button("Read", icon=":material/menu_book:"):
        turn_to(Reading(chosen[0].id))
    if chosen and st.button(
        f"Ask about {'this' if len(chosen) == 1 else 'these'}",
        icon=":material/forum:",
        disabled=len(chosen) > MOST_ASKED_ABOUT,
        help=f"Questions can be limited to {MOST_ASKED_ABOUT} chosen articles."
        if len(chosen) > MOST_ASKED_ABOUT
        else None,
    ):
        visit().limit_to([each.id for each in chosen])
        st.rerun()
    is_busy = librarian(library.settings).is_busy
    if chosen and st.button("Remove", icon=":material/delete:", disabled=is_busy):
        confirm(chosen, library)


def standing(chosen: int, found: int, count: int) -> str:
    """How many articles there are, or how many of them are meant."""
    if chosen:
        return f"{chosen:,} selected"
    return counted(count, "article") if found == count else f"{found:,} of {counted(count, 'article')}"


def confirm(chosen: tuple[ArticleSummary, ...], library: Library) -> None:
    """Ask before anything is removed, by name."""

    @st.dialog(f"Remove {counted(len(chosen), 'article')}?")
    @told
    def draw() -> None:
        with st.container(gap="xsmall"):
            for title in report_words.named(chosen):
                st.text(title)
        st.text("Answers keep the quotes that they cite. Until more is added, this can be undone.")
        with st.container(horizontal=True, horizontal_alignment="right"):
            if st.button("Cancel"):
                st.rerun()
            if st.button("Remove", type="primary", icon=":material/delete:"):
                librarian(library.settings).remove(chosen)
                close_removed({each.id for each in chosen})
                st.rerun()

    draw()


def close_removed(ids: Collection[str]) -> None:
    """An article that is taken out is not read on."""
    reading = visit().reading
    if reading is not None and reading.article_id in ids:
        visit().reading = None
        show_open()


def watch(library: Library, drawn: Listed) -> None:
    """Draw the page again once others have changed the library and are done: under way it would never hold still."""

    def look() -> None:
        is_changing = librarian(library.settings).is_busy or being_filled(library.settings.home)
        if not is_changing and listing(library).look() is not drawn:
            st.rerun()

    draw_again(look, LOOK_EVERY_SECONDS)
