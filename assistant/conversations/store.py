"""Conversations in their database: what was asked, and what became of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from secrets import token_hex
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from assistant.conversations.database import Database
from assistant.conversations.kept import KeptConversation, KeptTurn, State, Unanswered
from assistant.conversations.numbering import numbered_after, numbers
from assistant.conversations.tables import conversations, turns
from assistant.domain import Answer, Reply
from assistant.errors import UnreadableReply
from assistant.restoring import part_from, reply_from
from assistant.wire import part_json, reply_json

LONGEST_NAME = 80


class Conversations:
    """What is asked is written down at once, and again with what becomes of it.

    Several threads, processes and machines may go on with one conversation: each turn has its own place and its
    citations have their own numbers. Raises ConversationsUnusable, with the remedy.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._asker = token_hex(8)

    def ask(
        self,
        conversation_id: str,
        turn_id: str,
        question: str,
        ignored: Sequence[str] = (),
        answerer: str | None = None,
        *,
        instead_of: str | None = None,
    ) -> int:
        """Write down a question that is being answered; returns the first number for its citations.

        It begins the conversation where there is none. instead_of: the turn whose place on the page it takes.
        """
        turn = {
            "id": turn_id,
            "conversation": conversation_id,
            "question": _plain(question),
            "ignored": _json(ignored),
            "state": State.UNDERWAY.value,
            "answerer": answerer,
            "words": "",
            "of_answerer": False,
            "asker": self._asker,
            "asked": _now(),
        }
        try:
            return self._append(turn, instead_of)
        except IntegrityError:
            return self._append(turn, instead_of)  # another has begun the same conversation in the same moment

    def _append(self, turn: dict[str, Any], instead_of: str | None) -> int:
        with self._database.transaction() as connection:
            position, last_number = _next_place(connection, turn)
            connection.execute(delete(turns).where(turns.c.id == instead_of))
            connection.execute(insert(turns).values(turn | {"position": position}))
            return last_number + 1

    def answer(self, turn_id: str, reply: Reply) -> Reply:
        """Keep the reply to a question under way, and return it as it is kept.

        Its citations have higher numbers than it was given where another turn has used those meanwhile.
        """
        with self._database.transaction() as connection:
            last_number = _claimed_for(connection, turn_id)
            kept = numbered_after(reply, last_number)
            state = State.ANSWERED if isinstance(kept, Answer) else State.ABSTAINED
            row = {"state": state.value, "reply": _json(reply_json(kept, turn_id)), "model": kept.inquiry.model}
            _end(connection, turn_id, row, max((last_number, *numbers(kept))))
        return kept

    def leave(self, turn_id: str, outcome: Unanswered) -> Unanswered:
        """Keep why a question under way was not answered, and return it as it is kept: see above."""
        with self._database.transaction() as connection:
            last_number = _claimed_for(connection, turn_id)
            kept = numbered_after(outcome, last_number)
            row = {"state": kept.state.value, "words": _plain(kept.words), "of_answerer": kept.of_answerer}
            if kept.claims:
                row["reply"] = _json(part_json(kept.claims, kept.citations))
            _end(connection, turn_id, row, max((last_number, *numbers(kept))))
        return kept

    def read(self, conversation_id: str) -> KeptConversation | None:
        """A conversation as it is now; None where there is no such one."""
        if not self._database.is_there:
            return None
        with self._database.transaction() as connection:
            found = connection.execute(select(conversations).where(conversations.c.id == conversation_id)).first()
            asked = select(turns).where(turns.c.conversation == conversation_id).order_by(turns.c.position)
            rows = connection.execute(asked).all()
        if found is None:
            return None
        kept = tuple(self._turn(row) for row in rows)
        return KeptConversation(found.id, found.name, found.created, found.changed, kept, found.last_number + 1)

    def close(self) -> None:
        self._database.close()

    def _turn(self, row: Row[Any]) -> KeptTurn:
        ignored = tuple(json.loads(row.ignored))
        return KeptTurn(row.id, row.question, row.asked, self._outcome(row), ignored, row.answerer)

    def _outcome(self, row: Row[Any]) -> Reply | Unanswered:
        state = State(row.state)
        try:
            if state in (State.ANSWERED, State.ABSTAINED):
                return reply_from(row.reply)
            claims, citations = part_from(row.reply) if row.reply else ((), ())
        except UnreadableReply as error:
            return Unanswered(State.FAILED, f"The saved reply cannot be read, so ask again: {error}.")
        if state is State.UNDERWAY and row.asker != self._asker:
            state = State.INTERRUPTED
        return Unanswered(state, row.words, claims, citations, row.of_answerer)


def _next_place(connection: Connection, turn: Mapping[str, Any]) -> tuple[int, int]:
    """The next turn's position, and the last number used; nobody else gets either until the end of the transaction."""
    this, asked = conversations.c.id == turn["conversation"], turn["asked"]
    place = {"last_position": conversations.c.last_position + 1, "changed": asked}
    if not connection.execute(update(conversations).where(this).values(place)).rowcount:
        named = {"id": turn["conversation"], "name": _name(turn["question"]), "created": asked, "changed": asked}
        connection.execute(insert(conversations).values(**named, last_position=1, last_number=0))
    row = connection.execute(select(conversations.c.last_position, conversations.c.last_number).where(this)).one()
    return row.last_position, row.last_number


def _claimed_for(connection: Connection, turn_id: str) -> int:
    """The last number used in the turn's conversation, which stands until the end of the transaction."""
    connection.execute(update(conversations).where(_holds(turn_id)).values(changed=_now()))
    return connection.scalar(select(conversations.c.last_number).where(_holds(turn_id))) or 0


def _holds(turn_id: str) -> Any:
    return conversations.c.id == select(turns.c.conversation).where(turns.c.id == turn_id).scalar_subquery()


def _end(connection: Connection, turn_id: str, row: Mapping[str, Any], last_number: int) -> None:
    """Say what became of a question that is still under way: it is said once."""
    underway = (turns.c.id == turn_id) & (turns.c.state == State.UNDERWAY.value)
    if connection.execute(update(turns).where(underway).values(ended=_now(), **row)).rowcount:
        connection.execute(update(conversations).where(_holds(turn_id)).values(last_number=last_number))


def _name(question: str) -> str:
    """A conversation is named after its first question."""
    words = " ".join(question.split())
    return words if len(words) <= LONGEST_NAME else words[: LONGEST_NAME - 1].rsplit(" ", 1)[0] + "…"


def _json(value: object) -> str:
    return _plain(json.dumps(value, ensure_ascii=False))


def _plain(text: str) -> str:
    """Text that every database can keep: PostgreSQL has no NUL, and no encoding has half a surrogate pair."""
    return text.replace("\0", "").encode(errors="replace").decode()


def _now() -> datetime:
    return datetime.now(UTC)
