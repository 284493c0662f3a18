"""Turns of a conversation written into their rows."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, exists, func, insert, select, update

from assistant.conversations.kept import State, Unanswered
from assistant.conversations.numbering import numbers
from assistant.conversations.tables import conversations, marks, searched, turns
from assistant.conversations.wordings import VERSION as WORDING
from assistant.conversations.wordings import as_searched
from assistant.domain import Reply

LONGEST_NAME = 80


def append(connection: Connection, turn: Mapping[str, Any], instead_of: str | None) -> int:
    """Write down a turn as the last of its conversation; returns the last number that a citation of it has."""
    position, last_number = _next_place(connection, turn)
    edited_from = turn["edited_from"] or _gone(connection, instead_of)
    connection.execute(insert(turns).values({**turn, "position": position, "edited_from": edited_from}))
    place = {"turn": turn["id"], "conversation": turn["conversation"], "position": position}
    connection.execute(insert(searched).values(**place, **searched_as(turn["question"])))
    count_questions(connection, [turn["conversation"]])
    return last_number


def count_questions(connection: Connection, conversation_ids: Sequence[str]) -> None:
    asked = select(func.count()).where(turns.c.conversation == conversations.c.id).scalar_subquery()
    these = conversations.c.id.in_(conversation_ids)
    connection.execute(update(conversations).where(these).values(questions=asked))


def _gone(connection: Connection, turn_id: str | None) -> str | None:
    """Delete a turn that another takes the place of; returns what that one is to say that it was edited from.

    A turn of which somebody has said something stays: nothing that a person wrote is lost.
    """
    kept = select(turns).where(turns.c.id == turn_id)
    row = connection.execute(kept).first() if turn_id else None
    if row is None:
        return None
    is_marked = connection.scalar(select(exists().where(marks.c.turn == turn_id)))
    if is_marked or row.helpful is not None or row.comment or row.wrong_passages != "[]":
        return turn_id
    connection.execute(delete(turns).where(turns.c.id == turn_id))
    edited_from: str | None = row.edited_from
    return edited_from


def _next_place(connection: Connection, turn: Mapping[str, Any]) -> tuple[int, int]:
    """The next turn's position, and the last number used; nobody else gets either until the end of the transaction."""
    this, asked = conversations.c.id == turn["conversation"], turn["asked"]
    place = {"last_position": conversations.c.last_position + 1, "changed": asked, "deleted": None}
    if not connection.execute(update(conversations).where(this).values(place)).rowcount:
        named = {"id": turn["conversation"], "name": _name(turn["question"]), "created": asked, "changed": asked}
        connection.execute(insert(conversations).values(**named, last_position=1, last_number=0))
    row = connection.execute(select(conversations.c.last_position, conversations.c.last_number).where(this)).one()
    return row.last_position, row.last_number


def claim(connection: Connection, turn_id: str) -> int | None:
    """The last number used in the turn's conversation, which stands until the end of the transaction.

    None where there is no such turn.
    """
    if not connection.execute(update(conversations).where(_holds(turn_id)).values(changed=now())).rowcount:
        return None
    return connection.scalar(select(conversations.c.last_number).where(_holds(turn_id)))


def _holds(turn_id: str) -> Any:
    return conversations.c.id == select(turns.c.conversation).where(turns.c.id == turn_id).scalar_subquery()


def end(
    connection: Connection, turn_id: str, outcome: Reply | Unanswered, row: Mapping[str, Any], last_number: int
) -> None:
    """Say what became of a question that is still under way: it is said once."""
    underway = (turns.c.id == turn_id) & (turns.c.state == State.UNDERWAY.value)
    if connection.execute(update(turns).where(underway).values(ended=now(), **row)).rowcount:
        last = max((last_number, *numbers(outcome)))
        connection.execute(update(conversations).where(_holds(turn_id)).values(last_number=last))
        question = connection.scalar(select(turns.c.question).where(turns.c.id == turn_id)) or ""
        words = searched_as(question, outcome)
        connection.execute(update(searched).where(searched.c.turn == turn_id).values(words))


def searched_as(question: str, outcome: Reply | Unanswered | None = None) -> dict[str, object]:
    """What of a turn is searched, as it stands in its row."""
    return {"folded": plain(as_searched(question, outcome)), "worded": WORDING}


def _name(question: str) -> str:
    """A conversation is named after its first question."""
    words = " ".join(question.split())
    return words if len(words) <= LONGEST_NAME else words[: LONGEST_NAME - 1].rsplit(" ", 1)[0] + "…"


def as_json(value: object) -> str:
    return plain(json.dumps(value, ensure_ascii=False))


def plain(text: str) -> str:
    """Text that every database can keep: PostgreSQL has no NUL, and no encoding has half a surrogate pair."""
    return text.replace("\0", "").encode(errors="replace").decode()


def now() -> datetime:
    return datetime.now(UTC)
