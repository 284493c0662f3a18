"""The conversations in the sidebar: opened, searched, renamed, deleted and brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import FootnoteError
from assistant.wording import sentence
from ui import components, post
from ui.address import show_open
from ui.again import draw_again
from ui.clock import today
from ui.conversations_data import LOADING, MORE_AT_ONCE, Data, Results, list_data, results_data, trouble_data
from ui.elsewhere import follow
from ui.known_conversations import known_conversations
from ui.reading import reading_of
from ui.restored import restored
from ui.visit import Room, visit

if TYPE_CHECKING:
    from ui.conversation import Exchange
    from ui.keeping import Keeper
    from ui.known_conversations import Known

KEY = "conversations"

LOOK_EVERY_SECONDS = 2.0
LOOK_FOR_FIRST_EVERY_SECONDS = 0.5
PATIENCE_SECONDS = 0.05
SEARCH_PATIENCE_SECONDS = 0.4


def draw_conversations(keeper: Keeper) -> None:
    """Draw the list again and again, for others may add to it; with it what they have done to the open conversation.

    Then what could not be kept is tried again, too, and the page says whether it is kept by now.
    The run of the page itself never waits for a list that was not read yet.
    """
    known = known_conversations(keeper)
    in_page = True
    is_first = seen(keeper, 0) is None
    trouble = keeper.trouble

    def draw() -> None:
        nonlocal in_page
        found = seen(keeper, 0 if in_page and is_first else PATIENCE_SECONDS)
        changed = found is not None and follow(visit().conversation, found, known)
        draw_list(found, keeper)
        keeper.try_again()
        if not in_page and keeper.trouble != trouble:
            visit().listed.trouble = ""  # what was in the way of it has changed
            st.rerun()
        if not in_page and changed and visit().room is Room.ASK:
            st.rerun()
        in_page = False

    draw_again(draw, LOOK_FOR_FIRST_EVERY_SECONDS if is_first else LOOK_EVERY_SECONDS)


def seen(keeper: Keeper, patience: float) -> Known | None:
    """What is known by now; where it cannot be read, nothing, and the list says why."""
    shown = visit().listed
    try:
        found = known_conversations(keeper).look(patience)
    except FootnoteError as error:
        shown.unreadable = str(error)
        return None
    shown.unreadable = ""
    return found


def draw_list(found: Known | None, keeper: Keeper) -> None:
    post.draw(
        components.conversations,
        KEY,
        data(found, keeper),
        {
            "open": lambda told: open_asked(told, keeper),
            **dict.fromkeys(("more", "rename", "delete", "restore"), lambda told: act_asked(told, keeper)),
        },
        default={"words": ""},
        on_words_change=lambda: None,
    )


def data(found: Known | None, keeper: Keeper) -> Data:
    shown = visit().listed
    if shown.unreadable:
        return trouble_data(sentence(shown.unreadable))
    if found is None:
        return LOADING
    opened = visit().conversation.id if visit().conversation.exchanges else None
    listed = list_data(found, opened, shown.most, today())
    undo = {"undo": {"id": shown.undo[0], "name": shown.undo[1]} if shown.undo else None}
    results = sought(found, keeper)
    trouble = {"trouble": sentence(shown.trouble) if shown.trouble else None}
    return listed | undo | trouble | (results_data(results, today()) if results else {"words": ""})


def sought(found: Known, keeper: Keeper) -> Results | None:
    """What is searched for, with what was found; looked for again only when somebody has written meanwhile."""
    words, shown = str(st.session_state.get(KEY, {}).get("words") or "").strip(), visit().listed
    if not words:
        return None
    if shown.search is None or shown.search[:2] != (words, found.generation):
        shown.search = words, found.generation, known_conversations(keeper).search(words)
    searching = shown.search[2]
    try:
        return Results(words, searching.result(SEARCH_PATIENCE_SECONDS))
    except TimeoutError:
        return Results(words, None)


def open_asked(told: object, keeper: Keeper) -> None:
    """Open a conversation, at the turn and with the citation that was found in it."""
    match told:
        case {"id": str(conversation_id), **rest}:
            conversation, notice = restored(conversation_id, keeper)
            place = conversation.place(str(rest.get("turn")))
            visit().turn_to(conversation, notice)
            visit().come_to(place or len(conversation.exchanges))
            if place:
                number = cited(conversation.exchanges[place - 1], rest.get("number"), rest.get("said"))
                visit().beside = reading_of(number, conversation) if number else None
            visit().bound_for = Room.ASK
            st.rerun()


def cited(exchange: Exchange, number: object, said: object) -> int | None:
    """The number under which words were found: their citation's, or that of the quote that says them in the answer."""
    words = str(said or "")
    saying = (each.number for each in exchange.citations if words and words in each.quote.text)
    return number if isinstance(number, int) else next(saying, None)


def act_asked(told: object, keeper: Keeper) -> None:
    """Do what was asked for; what keeps it from being done is said in the list."""
    visit().listed.trouble = ""
    try:
        act(told, keeper)
    except FootnoteError as error:
        visit().listed.trouble = f"{not_done(told)}: {error}"
    known_conversations(keeper).look_now()
    opened = visit().conversation
    if not opened.exchanges or opened.deleted or is_about(opened.id, told):
        st.rerun()


def not_done(told: object) -> str:
    match told:
        case {"what": "rename" | "delete" | "restore" as what}:
            return f"not {what}d"
    return "not done"


def is_about(conversation_id: str, told: object) -> bool:
    match told:
        case {"id": str(asked)}:
            return asked == conversation_id
    return False


def act(asked: object, keeper: Keeper) -> None:
    match asked:
        case {"what": "more"}:
            visit().listed.most += MORE_AT_ONCE
        case {"what": "rename", "id": str(conversation_id), "name": str(name)} if name.strip():
            keeper.soon(lambda kept: kept.rename(conversation_id, name)).result()
        case {"what": "delete", "id": str(conversation_id), "name": str(name)}:
            delete(conversation_id, name, keeper)
        case {"what": "restore", "id": str(conversation_id)}:
            restore(conversation_id, keeper)


def delete(conversation_id: str, name: str, keeper: Keeper) -> None:
    """Take it away, with a way back; what is being written for it goes on: it may come back, or be open elsewhere."""
    keeper.soon(lambda kept: kept.delete(conversation_id)).result()
    visit().listed.undo = conversation_id, name
    if visit().conversation.id == conversation_id:
        visit().start_anew()
        show_open()


def restore(conversation_id: str, keeper: Keeper) -> None:
    keeper.soon(lambda kept: kept.undelete(conversation_id)).result()
    shown = visit().listed
    if shown.undo and shown.undo[0] == conversation_id:
        shown.undo = None
