"""Follows what others do to the conversation that is open: in other tabs, processes, on other machines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.errors import FootnoteError
from ui.clock import now
from ui.restored import take_in

if TYPE_CHECKING:
    from ui.conversation import Conversation
    from ui.known_conversations import Known, KnownConversations


def follow(conversation: Conversation, known: Known, conversations: KnownConversations) -> bool:
    """Take in what was done since we looked last; returns whether anything of it can be seen."""
    if not conversation.exchanges or conversation.keeper is None:
        return False
    summary = known.summary(conversation.id)
    if summary is None:
        return gone(conversation)
    if (summary.changed, summary.deleted) == (conversation.changed, conversation.deleted):
        return False
    try:
        kept = conversations.read(conversation.id)
    except FootnoteError:
        return False
    return take_in(conversation, kept, conversation.keeper) if kept else gone(conversation)


def gone(conversation: Conversation) -> bool:
    """Note that a conversation that was kept is not any more; what is shown of it stays."""
    is_news = bool(conversation.turn_ids) and conversation.deleted is None
    if is_news:
        conversation.deleted = now()
        conversation.turn_ids = frozenset()  # all are only here now, and stay
    return is_news
