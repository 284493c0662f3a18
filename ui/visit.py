"""What one visit to the page holds between its runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import streamlit as st

from ui.conversation import Conversation

if TYPE_CHECKING:
    from ui.links import Link
    from ui.reader_data import Reading


@dataclass(slots=True)
class Visit:
    """The conversation, the article open beside it, and the link that the visit began with."""

    conversation: Conversation = field(default_factory=Conversation)
    reading: Reading | None = None
    link: Link | None = None
    shows_all: bool = False


def visit() -> Visit:
    """The visit of this session."""
    found: Visit = st.session_state.setdefault("visit", Visit())
    return found
