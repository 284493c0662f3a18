"""The chat: questions, their replies, and what to ask first."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain import Answer
from assistant.errors import FootnoteError
from assistant.settings import EXTRACTIVE
from assistant.wording import counted
from ui.answerers import asked_of
from ui.exchange import draw_apart
from ui.exporting import draw_export
from ui.limits import within
from ui.listing import listing
from ui.suggestions import suggest
from ui.visit import visit
from ui.wording import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.domain import Article, Filters
    from assistant.library import Library
    from ui.conversation import Exchange
    from ui.opening import Opening

FAST_SECONDS = 0.15
"""A reply that takes no longer is drawn at once, without the steps on its way."""

MOST_SHOWN = 20
"""Exchanges drawn at once: on a busy machine a citation opens in 0.33 s beside one, in 0.57 s beside 20."""

MOST_SUGGESTED = 3
MOST_TRIED = 9
ARTICLES_READ_FOR_SUGGESTIONS = 6


def draw_conversation(opened: Opening) -> None:
    exchanges = visit().conversation.exchanges
    draw_export(visit().conversation, opened)
    first = first_shown(exchanges)
    if first:
        st.button(f"Show {counted(first, 'earlier question')}", type="tertiary", on_click=show_all)
    st.html('<h1 class="unseen">Questions and answers</h1>')
    if exchanges:
        exchanges[-1].job.wait(FAST_SECONDS)
    written = next((exchange for exchange in exchanges if exchange.job.outcome is None), None)
    for exchange in exchanges[first:]:
        with st.container(key=f"exchange_{exchange.number}"):
            draw_apart(exchange, opened, waits=exchange is written)


def first_shown(exchanges: Sequence[Exchange]) -> int:
    """Where the drawing begins: so far back that the one is there which the address leads to."""
    if visit().shows_all:
        return 0
    goal = next((at for at, each in enumerate(exchanges) if each.number == visit().goal), len(exchanges))
    return max(0, min(goal, len(exchanges) - MOST_SHOWN))


def show_all() -> None:
    visit().shows_all = True


def draw_welcome(library: Library | None, opened: Opening) -> None:
    """What one sees before the first question; without a library yet, its frame."""
    with st.container(key="welcome"):
        st.title("What do you want to check?", anchor=False)
        if library is None:
            st.text("Every sentence of an answer links to the passage it rests on.")
            st.html('<div class="frames" role="presentation"><div></div><div></div><div></div></div>')
            st.markdown(":shimmer[Opening the library]")
            return
        count = counted(len(listing(library).look().articles), "article")
        st.text(f"Answers come only from the {count} in your library. Every sentence links to the passage it rests on.")
        with st.container(gap="small"):
            for at, question in enumerate(suggested(library)):
                draw_suggestion(at, question, opened)


def draw_suggestion(at: int, question: str, opened: Opening) -> None:
    def ask() -> None:
        visit().notice = None
        conversation = visit().conversation
        conversation.ask(question, opened.library, model=asked_of(), limits=conversation.limits)

    st.button(plain(question), key=f"suggestion_{at}", icon=":material/arrow_forward:", on_click=ask)


def suggested(library: Library) -> tuple[str, ...]:
    """Of the newest articles within the limits."""
    limits = visit().conversation.limits
    newest = islice(within(listing(library).look().articles, limits), ARTICLES_READ_FOR_SUGGESTIONS)
    try:
        return answerable(library, tuple(library.article(summary.id) for summary in newest), limits)
    except FootnoteError:
        return ()


@lru_cache(maxsize=4)
def answerable(library: Library, articles: tuple[Article, ...], limits: Filters) -> tuple[str, ...]:
    """Suggestions that were tried: one that is not answered would be a poor beginning."""
    tried = suggest(articles)[:MOST_TRIED]
    return tuple(islice((each for each in tried if is_answered(each, library, limits)), MOST_SUGGESTED))


def is_answered(question: str, library: Library, limits: Filters) -> bool:
    """By the articles' own words: to try it costs nothing, and sends nothing to anybody."""
    return any(isinstance(step, Answer) for step in library.stream(question, filters=limits, model=EXTRACTIVE))
