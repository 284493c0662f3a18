"""Leads to other parts of a long article, and from a passage to the sentences that rest on it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from ui.visit import Sought, visit

if TYPE_CHECKING:
    from ui.conversation import Exchange

LONGEST_SOUGHT = 200
"""Characters of words that are sought; a whole sentence has fewer."""


def look(told: object) -> None:
    """Show another part of the open article, or look for words in what is not shown."""
    reading = visit().reading
    match told:
        case {"around": int() | None as around, "words": str(words)} if reading is not None:
            around = around or reading.around
            visit().reading = replace(reading, around=around, sought=words[:LONGEST_SOUGHT])


def seek(told: object) -> None:
    """Draw the sentence that the browser looks for, which is not drawn yet."""
    match told:
        case {"exchange": int(exchange), "at": int(at), "moved": int() | float() as moved}:
            visit().sought = Sought(exchange, at, moved)
            visit().draw_exchange(exchange)
            st.rerun()


def sought_data(exchange: Exchange, sought: Sought | None) -> dict[str, object]:
    """The sentence that the browser is to show, if it is one of this reply."""
    if sought is None or sought.exchange != exchange.number:
        return {}
    return {"sought": {"at": sought.at, "moved": sought.moved}}
