"""What a reply's own words lead to: its question asked again in another way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from ui.limits import Limit, without
from ui.visit import visit

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.conversation import Exchange
    from ui.opening import Opening


def widener(key: str, exchange: Exchange, opened: Opening) -> Callable[[], None]:
    """A callback that asks the question again without the limit whose chip was removed."""

    def ask_without() -> None:
        match st.session_state[key].widen:
            case {"limit": str(named)} if named in list(Limit):
                wider = replace(exchange, limits=without(exchange.limits, Limit(named)))
                visit().conversation.otherwise(wider, opened.library)
                st.rerun()

    return ask_without


def literal(exchange: Exchange, opened: Opening) -> Callable[[], None]:
    """A callback that asks the very words of the question, whatever was said before."""

    def ask() -> None:
        visit().conversation.otherwise(replace(exchange, as_written=True), opened.library)
        st.rerun()

    return ask
