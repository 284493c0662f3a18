"""The reader: the article beside the chat."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import FootnoteError, UnknownArticle
from ui import components, post
from ui.address import show_open
from ui.marking import mark
from ui.marks_data import checks_data
from ui.reader_data import Reading, reader_data
from ui.resting import resting_data
from ui.seeking import look, seek
from ui.trouble import told
from ui.visit import Room, visit

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from assistant.library import Library
    from ui.conversation import Conversation, Exchange
    from ui.post import Act
    from ui.reader_data import Data

KEY = "reader"

GONE = "The article that this link leads to is not in this library, or not any more."


def draw_beside(library: Library | None) -> DeltaGenerator:
    """Draw what is open on the right of a page; returns the place on the left for the rest of it."""
    left, right = st.columns([1.15, 1], gap="medium")
    if library is not None:
        follow_link(library)
        with right, st.container(key="reader_column"):
            draw_reader(library)
    return left


@st.fragment(key=KEY)
@told
def draw_reader(library: Library) -> None:
    """Draw what is open, by itself: the chat beside it is left alone."""
    reading = visit().reading
    if reading is None:
        return
    with st.container(key="reader_open"):
        draw_article(reading, library)


def draw_article(reading: Reading, library: Library) -> None:
    exchange = exchange_of(reading, visit().conversation)
    try:
        citations = exchange.citations if exchange else ()
        versions = library.versions(reading.article_id)
        nearest = exchange.nearest if exchange else ()
        data = reader_data(reading, citations, library.article, versions, nearest=nearest)
        data |= work_data(data, exchange, library)
    except UnknownArticle:
        st.warning("This article is no longer in the library. What answers quote from it stays as it was read.")
        st.button("Close", on_click=close)
        return
    acts: dict[str, Act] = {
        "open": opener(exchange),
        "history": turn_over,
        "look": look,
        "mark": mark,
        "seek": seek,
        "ask_about": ask_about,
        "close": lambda _: close(),
    }
    post.draw(components.reader, KEY, data, acts)


def work_data(data: Data, exchange: Exchange | None, library: Library) -> Data:
    """What the one who checks has said of the open citations, and what else rests on what is shown."""
    articles = data["articles"]
    shown = list(articles) if isinstance(articles, dict) and visit().room is Room.ASK else ()
    resting = resting_data(visit().conversation, shown, library.article)
    return {"checks": checks_data(exchange, visit().marked), "resting": resting}


def renumbered(reading: Reading | None, exchange: Exchange) -> Reading | None:
    """What is open, once the reply is whole from which it was opened: its numbers held only until then."""
    if reading is None or reading.exchange != exchange.number:
        return reading
    quotes = {citation.number: citation.quote for citation in exchange.job.underway.citations}
    opened = quotes.get(reading.number or 0)
    number = next((each.number for each in exchange.citations if each.quote == opened), None)
    return replace(reading, number=number, exchange=exchange.number if number else None)


def keep_open(exchange: Exchange) -> None:
    """Go on showing what was opened from a reply on its way, under the number that it has in the end."""
    before, visit().reading = visit().reading, renumbered(visit().reading, exchange)
    if visit().reading not in (None, before):
        show_open()


def exchange_of(reading: Reading, conversation: Conversation) -> Exchange | None:
    return None if reading.exchange is None else conversation.exchange(reading.exchange)


def opener(exchange: Exchange | None = None) -> Act:
    """Opens what the browser asks for."""

    def open_it(told: object) -> None:
        reading = requested(told, exchange)
        if reading is not None:
            turn_to(reading)

    return open_it


def requested(asked: object, exchange: Exchange | None) -> Reading | None:
    """What a message of the browser's asks to be opened, if it makes sense here."""
    match asked:
        case {"number": int(number), "moved": int() | float() as moved} if exchange is not None:
            quotes = {citation.number: citation.quote for citation in exchange.citations}
            if number not in quotes:
                return None
            quote = quotes[number]
            return Reading(quote.article_id, quote.paragraph.number, exchange.number, number, moved=moved)
        case {"article": str(article_id), "moved": int() | float() as moved, **rest}:
            paragraph, words = rest.get("paragraph"), rest.get("words")
            return Reading(
                article_id,
                paragraph if isinstance(paragraph, int) else None,
                exchange.number if exchange else None,
                words=words if isinstance(words, str) else None,
                moved=moved,
            )
    return None


def reading_of(number: int, conversation: Conversation) -> Reading | None:
    """What a citation of the conversation opens."""
    for exchange in conversation.exchanges:
        for citation in exchange.citations:
            if citation.number == number:
                quote = citation.quote
                return Reading(quote.article_id, quote.paragraph.number, exchange.number, number)
    return None


def turn_to(reading: Reading) -> None:
    """Open it beside the chat, with a link to it in the address."""
    visit().reading = reading
    show_open()
    st.rerun(KEY)


def turn_over(told: object) -> None:
    """Show one of the changes of the open article, or the article again."""
    reading = visit().reading
    match told:
        case {"change": int() | None as change, "moved": int() | float() as moved} if reading is not None:
            visit().reading = replace(reading, change=change, moved=moved)
            st.rerun(KEY)


def ask_about(told: object) -> None:
    """Limit the next questions to the open article."""
    match told:
        case {"article": str(article_id)}:
            visit().limit_to([article_id])
            st.rerun()


def close() -> None:
    visit().reading = None
    show_open()
    if not visit().pointed_at:
        st.rerun(KEY)
    visit().pointed_at = []
    st.rerun()


def follow_link(library: Library) -> None:
    """Open what the visit's address leads to, or say that it is gone."""
    link, visit().link = visit().link, None
    if link is None:
        return
    if link.citation is not None and (cited := reading_of(link.citation, visit().conversation)):
        visit().reading = cited
        return
    try:
        article = library.article(link.article_id)
    except UnknownArticle:
        visit().notice = visit().notice or GONE
        return
    except FootnoteError:
        return
    found = link.paragraph is not None and article.paragraph(link.paragraph) is not None
    visit().reading = Reading(link.article_id, link.paragraph if found else None, changed=link.changed(article))
