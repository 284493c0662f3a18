"""The conversation on the page, to be taken along as it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.conversations.kept import KeptConversation, KeptTurn, State, Unanswered
from assistant.domain import Abstention, Answer
from assistant.errors import FootnoteError
from ui.conversation import next_number
from ui.unanswered import INTERRUPTED, kept_as

if TYPE_CHECKING:
    from assistant.domain import Reply
    from ui.conversation import Conversation, Exchange


def as_shown(conversation: Conversation) -> KeptConversation:
    """Its exchanges as they stand on the page, kept or not, with what is kept beside them: name and times."""
    kept = _read(conversation)
    known = {turn.id: turn for turn in kept.turns} if kept else {}
    turns = tuple(_turn(each, known.get(each.turn_id or "")) for each in conversation.exchanges)
    first, last = turns[0], turns[-1]
    return KeptConversation(
        conversation.id,
        kept.name if kept else first.question,
        kept.created if kept else first.asked,
        kept.changed if kept else last.asked,
        turns,
        next_number(conversation.exchanges),
    )


def turn_id(exchange: Exchange) -> str:
    """By which the turn is known in what is taken along; one that was never to be kept has its number."""
    return exchange.turn_id or str(exchange.number)


def _read(conversation: Conversation) -> KeptConversation | None:
    try:
        return conversation.keeper.read(conversation.id) if conversation.keeper else None
    except FootnoteError:
        return None


def _turn(exchange: Exchange, kept: KeptTurn | None) -> KeptTurn:
    return KeptTurn(
        turn_id(exchange),
        exchange.question,
        kept.asked if kept else exchange.asked,
        _outcome(exchange),
        exchange.ignored,
        exchange.model,
        exchange.opinions.marks,
        exchange.opinions.feedback,
        kept.edited_from if kept else None,
    )


def _outcome(exchange: Exchange) -> Reply | Unanswered:
    outcome, underway = exchange.job.outcome, exchange.job.underway
    match outcome:
        case Answer() | Abstention():
            return outcome
        case None:
            return Unanswered(State.UNDERWAY, underway.text, underway.claims, underway.citations)
    if outcome is INTERRUPTED:
        return Unanswered(State.INTERRUPTED)
    return kept_as(outcome) or Unanswered(State.INTERRUPTED)
