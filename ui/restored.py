"""Conversations as they were left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.conversations.kept import Unanswered
from assistant.domain import NO_FILTERS
from assistant.errors import FootnoteError
from ui.conversation import Conversation, Exchange
from ui.jobs import Job
from ui.opinions import Opinions
from ui.unanswered import INTERRUPTED, shown_as

if TYPE_CHECKING:
    from assistant.conversations.kept import KeptTurn
    from ui.keeping import Keeper

UNKNOWN = "The conversation that this address names is not kept here. Your first question begins a new one."

GONE = "The reply that this link leads to is no longer in this conversation."


def restored(conversation_id: str, keeper: Keeper) -> tuple[Conversation, str | None]:
    """The conversation of that id, or a new one with the reason why it is none of those kept."""
    try:
        kept = keeper.read(conversation_id)
    except FootnoteError as error:
        return Conversation(keeper=keeper), str(error)
    if kept is None:
        return Conversation(keeper=keeper), UNKNOWN
    exchanges = [exchange(number, turn, keeper) for number, turn in enumerate(kept.turns, start=1)]
    limits = exchanges[-1].limits if exchanges else NO_FILTERS
    return Conversation(exchanges, len(exchanges), kept.id, keeper, limits), None


def reply_of(turn_id: str | None, conversation: Conversation) -> tuple[int | None, str | None]:
    """The exchange that a link leads to, or why there is none."""
    if turn_id is None or not conversation.exchanges:
        return None, None
    found = next((each.number for each in conversation.exchanges if each.turn_id == turn_id), None)
    return found, None if found else GONE


def exchange(number: int, turn: KeptTurn, keeper: Keeper) -> Exchange:
    """A turn as it was left; one that is still being answered goes on."""
    outcome = shown_as(turn.outcome) if isinstance(turn.outcome, Unanswered) else turn.outcome
    job = keeper.live.get(turn.id) if outcome is INTERRUPTED else None
    shown = job or Job.ended_with(outcome)
    opinions = Opinions(turn.id, keeper, turn.marks, turn.feedback)
    asked = (turn.ignored, turn.answerer, turn.id, opinions, turn.limits, turn.as_written, turn.asked)
    return Exchange(number, turn.question, shown, *asked)
