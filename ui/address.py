"""The page's address: it leads back to the conversation and to what is open beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui.links import Link, query_of
from ui.visit import visit

if TYPE_CHECKING:
    from ui.reader_data import Reading

CONVERSATION = "conversation"
TURN = "turn"


def show_conversation() -> None:
    """Name the conversation in the address once there is something in it."""
    conversation = visit().conversation
    named = conversation.id if conversation.exchanges else None
    if named is None:
        st.query_params.pop(CONVERSATION, None)
    elif st.query_params.get(CONVERSATION) != named:
        st.query_params[CONVERSATION] = named
    if visit().goal is None:
        st.query_params.pop(TURN, None)


def show_open() -> None:
    """Name what is open, or nothing."""
    st.query_params.from_dict(query(visit().reading))


def query(reading: Reading | None) -> dict[str, str]:
    """What leads to the conversation, and to what is open beside it."""
    conversation = visit().conversation
    named = {CONVERSATION: conversation.id} if conversation.exchanges else {}
    link = Link(reading.article_id, reading.paragraph, citation=reading.number) if reading else None
    return named | (query_of(link) if link else {})
