"""Conversations out of their rows."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, select

from assistant.conversations.kept import (
    ConversationSummary,
    Feedback,
    Finding,
    KeptConversation,
    KeptTurn,
    Mark,
    State,
    Unanswered,
)
from assistant.conversations.tables import conversations, marks, turns
from assistant.domain import Reply
from assistant.errors import UnreadableReply
from assistant.restoring import limits_from, part_from, reply_from

REMEMBERED = 400
"""Replies that are not read from their JSON again, two long conversations; at some 40 KB each."""

_reply_from = lru_cache(maxsize=REMEMBERED)(reply_from)


def summaries(connection: Connection, *, deleted: bool) -> tuple[ConversationSummary, ...]:
    """All that are there, or all that wait to be purged; what changed last first."""
    columns = [conversations.c[name] for name in ("id", "name", "created", "changed", "questions", "deleted")]
    which = conversations.c.deleted.is_not(None) if deleted else conversations.c.deleted.is_(None)
    order = conversations.c.changed.desc(), conversations.c.id
    rows = connection.execute(select(*columns).where(which).order_by(*order))
    return tuple(ConversationSummary(*row) for row in rows)


def conversation(connection: Connection, conversation_id: str, asker: str) -> KeptConversation | None:
    """One with all its turns; None where there is no such one."""
    row = connection.execute(select(conversations).where(conversations.c.id == conversation_id)).first()
    if row is None:
        return None
    said = _marks(connection, conversation_id)
    of_it = select(turns).where(turns.c.conversation == conversation_id).order_by(turns.c.position)
    kept = tuple(_turn(each, asker, said.get(each.id, {})) for each in connection.execute(of_it))
    return KeptConversation(row.id, row.name, row.created, row.changed, kept, row.last_number + 1, row.deleted)


def _marks(connection: Connection, conversation_id: str) -> Mapping[str, Mapping[int, Mark]]:
    """By turn and number of citation."""
    of_it = select(marks).join(turns).where(turns.c.conversation == conversation_id).order_by(marks.c.number)
    found: dict[str, dict[int, Mark]] = defaultdict(dict)
    for row in connection.execute(of_it):
        found[row.turn][row.number] = mark(row)
    return found


def mark(row: Row[Any] | None) -> Mark:
    """What is said of a citation; nothing where there is no such row."""
    if row is None:
        return Mark()
    return Mark(Finding(row.finding) if row.finding else None, row.note)


def _turn(row: Row[Any], asker: str, said: Mapping[int, Mark]) -> KeptTurn:
    return KeptTurn(
        row.id,
        row.question,
        row.asked,
        outcome(row, asker),
        tuple(json.loads(row.ignored)),
        row.answerer,
        said,
        feedback(row),
        row.edited_from,
        limits_from(row.limits),
        row.as_written,
    )


def feedback(row: Row[Any]) -> Feedback:
    return Feedback(row.helpful, row.comment, tuple(json.loads(row.wrong_passages)))


def outcome(row: Row[Any], asker: str) -> Reply | Unanswered:
    """What became of a question; asker: who looks, for what is under way is so only to whoever answers it."""
    state = State(row.state)
    try:
        if state in (State.ANSWERED, State.ABSTAINED):
            return _reply_from(row.reply)
        claims, citations = part_from(row.reply) if row.reply else ((), ())
    except UnreadableReply as error:
        return Unanswered(State.FAILED, f"The saved reply cannot be read, so ask again: {error}.")
    if state is State.UNDERWAY and row.asker != asker:
        state = State.INTERRUPTED
    return Unanswered(state, row.words, claims, citations, row.of_answerer)


def outcomes(connection: Connection, turn_ids: Sequence[str]) -> dict[str, tuple[str, Reply | Unanswered]]:
    """Questions with what became of them, by turn."""
    rows = connection.execute(select(turns).where(turns.c.id.in_(turn_ids)))
    return {row.id: (row.question, outcome(row, "")) for row in rows}
