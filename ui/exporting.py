"""What there is to take along from the page: the conversation, or one reply of it."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import streamlit as st

from assistant.errors import FootnoteError
from assistant.exports.exporting import exported, file_name, only
from assistant.exports.formats import Format
from assistant.exports.referring import unknown
from ui.downloads import await_fetch
from ui.known_conversations import known_conversations
from ui.opening import ready
from ui.since import since_cited
from ui.taking import as_shown, turn_id
from ui.visit import visit

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.exports.exporting import Exported
    from assistant.exports.referring import Since
    from ui.conversation import Conversation, Exchange
    from ui.opening import Opening
    from ui.post import Act

DOCUMENTS = {Format.MARKDOWN: "Markdown", Format.HTML: "HTML", Format.DOCX: "Word", Format.JSON: "JSON"}
REFERENCES = {Format.BIBTEX: "BibTeX", Format.RIS: "RIS", Format.CSL: "CSL-JSON"}
FORMS = {str(form): label for form, label in (DOCUMENTS | REFERENCES).items()}


def draw_export(conversation: Conversation, opened: Opening) -> None:
    """Offer the whole conversation; what is asked for is written then, as it is then, and the page does not run."""
    named = file_name(conversation.exchanges[0].asked, name_of(conversation))
    with st.container(key="taking"), st.popover("Export", icon=":material/download:", type="tertiary"):
        for heading, formats in (("This conversation", DOCUMENTS), ("Its sources, as references", REFERENCES)):
            st.text(heading)
            with st.container(horizontal=True, gap="small"):
                for form, label in formats.items():
                    st.download_button(
                        label,
                        writer(conversation, form, opened, named + form.ending),
                        named + form.ending,
                        form.mime,
                        key=f"export_{form}",
                        on_click="ignore",
                    )


def name_of(conversation: Conversation) -> str:
    """What it is called by now, as far as that is known without waiting."""
    try:
        known = known_conversations(conversation.keeper).look() if conversation.keeper else None
    except FootnoteError:
        known = None
    summary = known.summary(conversation.id) if known else None
    return summary.name if summary else conversation.exchanges[0].question


def writer(conversation: Conversation, form: Format, opened: Opening, name: str) -> Callable[[], bytes]:
    def write() -> bytes:
        return await_fetch(exported(as_shown(conversation), form, since(opened)).content, name, form.mime)

    return write


def since(opened: Opening) -> Since:
    library = ready(opened)
    return since_cited(library.article) if library else unknown


def taker(exchange: Exchange, opened: Opening) -> Act:
    """Writes one reply as the browser asked for it, to be handed over until it says that it has it."""

    def take(told: object) -> None:
        match told:
            case {"form": str(form), "moved": int() | float() as moved} if form in FORMS:
                shown = only(as_shown(visit().conversation), turn_id(exchange))
                visit().handed = (exchange.number, moved, exported(shown, Format(form), since(opened)))

    return take


def taking_data(exchange: Exchange, conversation: Conversation) -> dict[str, object]:
    """What can be taken along of one reply, and the file that was just asked for."""
    is_kept = exchange.turn_id and conversation.keeper and not conversation.keeper.trouble
    handed = visit().handed
    file = handed if handed and handed[0] == exchange.number else None
    return {
        "link": {"conversation": conversation.id, "turn": exchange.turn_id} if is_kept else None,
        "forms": list(FORMS.items()),
        "file": file_data(file[2]) | {"moved": file[1]} if file else None,
    }


def taken(_: object) -> None:
    """The browser has the file."""
    visit().handed = None


def file_data(file: Exported) -> dict[str, object]:
    return {"name": file.name, "mime": file.mime, "content": base64.b64encode(file.content).decode()}
