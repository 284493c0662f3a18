"""What a reply's own words lead to: its question asked again in another way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from assistant.settings import EXTRACTIVE
from ui.limits import Limit, without
from ui.visit import visit

if TYPE_CHECKING:
    from ui.conversation import Exchange
    from ui.opening import Opening
    from ui.post import Act


def ignorer(exchange: Exchange, opened: Opening) -> Act:
    """Asks the question again without the cue whose chip was removed."""

    def ask_without(told: object) -> None:
        match told:
            case {"words": str(words)} if words not in exchange.ignored:
                visit().conversation.without(exchange.number, words, opened.library)
                st.rerun()

    return ask_without


def widener(exchange: Exchange, opened: Opening) -> Act:
    """Asks the question again without the limit whose chip was removed."""

    def ask_without(told: object) -> None:
        match told:
            case {"limit": str(named)} if named in list(Limit):
                wider = replace(exchange, limits=without(exchange.limits, Limit(named)))
                visit().conversation.otherwise(wider, opened.library)
                st.rerun()

    return ask_without


def literal(exchange: Exchange, opened: Opening) -> Act:
    """Asks the very words of the question, whatever was said before."""

    def ask(_: object) -> None:
        visit().conversation.otherwise(replace(exchange, as_written=True), opened.library)
        st.rerun()

    return ask


def asker_of_own_words(exchange: Exchange, opened: Opening) -> Act:
    """Asks the question anew, of the articles alone; what a chat model wrote stays where it is."""

    def ask(_: object) -> None:
        conversation = visit().conversation
        conversation.ask(exchange.question, opened.library, exchange.ignored, EXTRACTIVE, limits=exchange.limits)
        st.rerun()

    return ask


def asker_again(exchange: Exchange, opened: Opening) -> Act:
    """Asks a question again that was not answered, of whom it was asked, or of the articles alone."""

    def ask(told: object) -> None:
        match told:
            case {"own_words": bool(own_words)}:
                visit().conversation.again(exchange.number, opened.library, EXTRACTIVE if own_words else None)
                st.rerun()

    return ask
