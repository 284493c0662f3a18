"""Limits of the next question, and of one that is asked again, where one sets and sees them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain import NO_FILTERS, Filters
from assistant.wording import shortened
from ui.limits import Limit, label, limits_in, without
from ui.limits_form import draw_form, leaves
from ui.listing import listing
from ui.trouble import told
from ui.visit import Narrowing, visit
from ui.wording import plain

if TYPE_CHECKING:
    from assistant.library import Library
    from ui.listing import Listed
    from ui.opening import Opening
    from ui.post import Act

LONGEST_LABEL = 70


def draw_limits(library: Library | None) -> None:
    """Under the question's field: what the next questions are limited to."""
    limits = visit().conversation.limits
    # Called the same whatever is set: under another name it would be another one, and closed.
    popover = st.popover("Only in …", type="tertiary", key="limits", on_change="rerun")
    if library is not None and popover.open:
        with popover:
            draw_form("limit", limits, listing(library).look(), set_limits)
            if limits.narrow:
                st.button("Remove all limits", key="no_limits", on_click=set_limits, args=(NO_FILTERS,))


def draw_chips(library: Library | None) -> None:
    """Above the question's field: each limit that is set, to be taken back, and how much it leaves."""
    limits = visit().conversation.limits
    # Drawn even if empty: the field below would else be another one, and what is typed there lost.
    with st.bottom, st.container(key="limit_chips", horizontal=True, vertical_alignment="center", gap="small"):
        if library is None or not limits.narrow:
            return
        listed = listing(library).look()
        for limit in limits_in(limits):
            draw_chip(limit, limits, listed)
        st.text(leaves(limits, listed), width="content")


def draw_chip(limit: Limit, limits: Filters, listed: Listed) -> None:
    titles = {each.id: each.description.title for each in listed.articles if each.id in limits.articles}
    said = shortened(label(limit, limits, titles.get), LONGEST_LABEL)
    st.button(
        plain(said),
        key=f"chip_{limit}",
        icon=":material/close:",
        icon_position="right",
        help="Remove this limit",
        on_click=set_limits,
        args=(without(limits, limit),),
    )


def set_limits(limits: Filters) -> None:
    visit().conversation.limits = limits


def draw_narrowing(opened: Opening, library: Library | None) -> None:
    """The question that is to be asked again, with the form that says within which limits."""
    narrowing = visit().narrowing
    exchange = visit().conversation.exchange(narrowing.exchange) if narrowing else None
    if narrowing is None or exchange is None or library is None:
        return

    @st.dialog("Ask again only in …", on_dismiss=leave)
    @told
    def draw() -> None:
        limits = (visit().narrowing or narrowing).limits
        st.text(exchange.question)
        draw_form("again", limits, listing(library).look(), narrow)
        with st.container(horizontal=True, horizontal_alignment="right"):
            if st.button("Cancel"):
                leave()
                st.rerun()
            if st.button("Ask again", type="primary", icon=":material/search:"):
                leave()
                visit().conversation.otherwise(replace(exchange, limits=limits), opened.library)
                st.rerun()

    draw()


def narrow(limits: Filters) -> None:
    narrowing = visit().narrowing
    visit().narrowing = replace(narrowing, limits=limits) if narrowing else None


def leave() -> None:
    visit().narrowing = None


def narrower(exchange: int) -> Act:
    """Opens the form for asking a question again."""

    def open_it(_: object) -> None:
        asked = visit().conversation.exchange(exchange)
        if asked is not None:
            visit().narrowing = Narrowing(exchange, asked.limits)
            st.rerun()

    return open_it
