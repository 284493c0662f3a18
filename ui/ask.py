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
from ui.visit import visit
from ui.wording import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.domain import Article, Filters
    from assistant.library import Library
    from ui.conversation import Exchange
    from ui.opening import Opening
    from ui.window import Block

FAST_SECONDS = 0.15
"""A reply that takes no longer is drawn at once, without the steps on its way."""

MOST_SUGGESTED = 3
MOST_TRIED = 9
ARTICLES_READ_FOR_SUGGESTIONS = 6


def draw_conversation(opened: Opening) -> None:
    exchanges, window = visit().conversation.exchanges, visit().window
    draw_export(visit().conversation, opened)
    if goal := visit().goal:
        visit().draw_exchange(goal)
    st.html('<h1 class="unseen">Questions and answers</h1>')
    if exchanges:
        exchanges[-1].job.wait(FAST_SECONDS)
    whole = next((at for at, exchange in enumerate(exchanges) if exchange.job.outcome is None), len(exchanges))
    with st.container():  # a place of its own: what comes into it leaves all behind it as it is drawn
        for block in window.blocks(whole):
            with st.container():
                draw_block(block, exchanges, opened)
        # In the same place, so that it stays as high as it stands when it joins those that are whole.
        for exchange in exchanges[whole:]:
            draw_apart(f"exchange_{exchange.number}", [exchange], opened, waits=exchange is exchanges[whole])


def draw_block(block: Block, exchanges: Sequence[Exchange], opened: Opening) -> None:
    """Questions that are drawn when somebody asks for them, where those before or behind them are."""
    if block.is_drawn:
        draw_apart(f"exchanges_{block.number}", exchanges[block.first : block.end], opened)
    elif block.earlier or block.later:
        where = "more" if block.earlier and block.later else "earlier" if block.earlier else "later"
        label = f"Show {counted(block.end - block.first, f'{where} question')}"
        st.button(
            label,
            key=f"{where}_{block.number}",
            type="tertiary",
            on_click=visit().window.drawn.add,
            args=(block.number,),
        )


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
    from ui.suggestions import suggest  # the page is drawn before there is a library to suggest from

    tried = suggest(articles)[:MOST_TRIED]
    return tuple(islice((each for each in tried if is_answered(each, library, limits)), MOST_SUGGESTED))


def is_answered(question: str, library: Library, limits: Filters) -> bool:
    """By the articles' own words: to try it costs nothing, and sends nothing to anybody."""
    return any(isinstance(step, Answer) for step in library.stream(question, filters=limits, model=EXTRACTIVE))
