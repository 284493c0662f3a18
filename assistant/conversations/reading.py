"""Conversations out of their rows."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, case, null, select

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

Known = Callable[[str], Reply | None]
"""Tells the reply of a turn, where whoever reads has it."""


def summaries(connection: Connection, *, deleted: bool) -> tuple[ConversationSummary, ...]:
    """All that are there, or all that wait to be purged; what changed last first."""
    columns = [conversations.c[name] for name in ("id", "name", "created", "changed", "questions", "deleted")]
    which = conversations.c.deleted.is_not(None) if deleted else conversations.c.deleted.is_(None)
    order = conversations.c.changed.desc(), conversations.c.id
    rows = connection.execute(select(*columns).where(which).order_by(*order))
    return tuple(ConversationSummary(*row) for row in rows)


def conversation(
    connection: Connection, conversation_id: str, asker: str, known: Known = lambda _: None
) -> KeptConversation | None:
    """One with all its turns; None where there is no such one. known: of replies that are not read again."""
    row = connection.execute(select(conversations).where(conversations.c.id == conversation_id)).first()
    if row is None:
        return None
    said = _marks(connection, conversation_id)
    of_it = turns.c.conversation == conversation_id
    asked = connection.scalars(select(turns.c.id).where(of_it)).all()
    there = {each: reply for each in asked if (reply := known(each)) is not None}
    rows = connection.execute(select(*_without(there)).where(of_it).order_by(turns.c.position))
    kept = tuple(_turn(each, asker, said.get(each.id, {}), there) for each in rows)
    return KeptConversation(row.id, row.name, row.created, row.changed, kept, row.last_number + 1, row.deleted)


def _without(known: Mapping[str, Reply]) -> list[ColumnElement[Any]]:
    """All of a turn; of those whose reply is known without its JSON, which is 30 KB long and read in 0.3 ms."""
    unknown = case((turns.c.id.in_(list(known)), null()), else_=turns.c.reply).label("reply")
    return [unknown if column is turns.c.reply else column for column in turns.c]


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


def _turn(row: Row[Any], asker: str, said: Mapping[int, Mark], known: Mapping[str, Reply]) -> KeptTurn:
    return KeptTurn(
        row.id,
        row.question,
        row.asked,
        known.get(row.id) or outcome(row, asker),
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
            return reply_from(row.reply)
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
