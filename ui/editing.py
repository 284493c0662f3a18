"""Questions edited on the page, or asked again, as new ones at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui.answerers import asked_of
from ui.visit import visit

if TYPE_CHECKING:
    from ui.conversation import Conversation, Exchange
    from ui.opening import Opening
    from ui.post import Act
    from ui.visit import Visit

LONGEST_QUESTION = 1000


def question_data(exchange: Exchange, now: Visit) -> dict[str, object]:
    """What a question came from; arrival: which time the page comes to it, None where it does not."""
    arrival = now.arrival if now.arrival and now.arrival[0] == exchange.number else None
    return {
        "origin": origin(exchange, now.conversation),
        "longest": LONGEST_QUESTION,
        "arrival": arrival[1] if arrival else None,
    }


def origin(exchange: Exchange, conversation: Conversation) -> str | None:
    """ "Edited from question 2"; it is told apart whether it is another question or the same once more."""
    place = conversation.place(exchange.edited_from)
    if place is None:
        return None
    same = conversation.exchanges[place - 1].question == exchange.question
    return f"Question {place}, asked again" if same else f"Edited from question {place}"


def editor(exchange: Exchange, opened: Opening) -> Act:
    """Asks what the question was edited to, of whoever answers now."""

    def ask(told: object) -> None:
        match told:
            case {"question": str(question)} if question.strip():
                conversation = visit().conversation
                conversation.edited(exchange.number, question.strip()[:LONGEST_QUESTION], opened.library, asked_of())
                visit().come_to(len(conversation.exchanges))
                st.rerun()

    return ask
