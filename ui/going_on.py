"""Goes on with a kept conversation from the terminal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from secrets import token_hex
from typing import TYPE_CHECKING

from assistant.conversations.kept import State, Unanswered
from assistant.domain import Filters, Reply, Turn
from assistant.errors import FootnoteError, Misuse, ModelTrouble
from ui.links import is_conversation

if TYPE_CHECKING:
    from assistant.settings import Settings

Asking = Callable[[Sequence[Turn], int], Reply]
"""Has a question answered, given what was said before and the first number for its citations."""


def going_on(
    settings: Settings, conversation_id: str, question: str, limits: Filters, ask: Asking
) -> tuple[Reply, str]:
    """The reply as it is kept, and its id; the conversation begins with it where there is none of that name."""
    from assistant.conversations.database import Database
    from assistant.conversations.store import Conversations

    if not is_conversation(conversation_id):
        raise Misuse(f"--conversation {conversation_id}: use up to 64 letters, digits, dots, dashes and underscores")
    store, turn_id = Conversations(Database(settings.home, settings.database_url)), token_hex(16)
    before = store.read(conversation_id)
    first_number = store.ask(conversation_id, turn_id, question, answerer=settings.model, limits=limits)
    try:
        reply = ask(before.history if before else (), first_number)
    except FootnoteError as error:
        store.leave(turn_id, Unanswered(State.FAILED, str(error), of_answerer=isinstance(error, ModelTrouble)))
        raise
    return store.answer(turn_id, reply), turn_id
