"""Conversations in their database: what was asked, what became of it, what people say of that."""

from __future__ import annotations

from collections.abc import Sequence
from secrets import token_hex
from typing import Any

from sqlalchemy import func, select, update

from assistant.conversations import opinions, reading, searching
from assistant.conversations.database import Database
from assistant.conversations.kept import ConversationSummary, Feedback, KeptConversation, Mark, State, Unanswered
from assistant.conversations.numbering import numbered_after
from assistant.conversations.tables import conversations
from assistant.conversations.writing import append, as_json, claim, end, now, plain
from assistant.domain import NO_FILTERS, Answer, Filters, Reply
from assistant.errors import Clash, Misuse, NotKept
from assistant.wire import limits_json, part_json, reply_json


class Conversations:
    """What is asked is written down at once, and again with what becomes of it.

    Several threads, processes and machines may go on with one conversation: each turn has its own place, its
    citations have their own numbers, and what one says of a citation touches no other. Raises ConversationsUnusable,
    with the remedy.
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
        edited_from: str | None = None,
        limits: Filters = NO_FILTERS,
        as_written: bool = False,
    ) -> int:
        """Write down a question that is being answered; returns the first number for its citations.

        It begins the conversation where there is none, and brings back one that was deleted. instead_of: the turn
        whose place on the page it takes; one that carries a mark or feedback stays, for nobody's work is thrown away.
        edited_from: the turn whose question it is, edited; that one stays. limits, as_written: how it is asked.
        """
        turn = {
            "id": turn_id,
            "conversation": conversation_id,
            "question": plain(question),
            "ignored": as_json(ignored),
            "state": State.UNDERWAY.value,
            "answerer": answerer,
            "words": "",
            "of_answerer": False,
            "asker": self._asker,
            "asked": now(),
            "edited_from": edited_from,
            "limits": as_json(limits_json(limits)),
            "as_written": as_written,
        }
        try:
            return self._append(turn, instead_of)
        except Clash:
            return self._append(turn, instead_of)  # another has begun the same conversation in the same moment

    def _append(self, turn: dict[str, Any], instead_of: str | None) -> int:
        with self._database.transaction() as connection:
            return append(connection, turn, instead_of) + 1

    def answer(self, turn_id: str, reply: Reply) -> Reply:
        """Keep the reply to a question under way, and return it as it is kept.

        Its citations have higher numbers than it was given where another turn has used those meanwhile.
        """
        with self._database.transaction() as connection:
            last_number = claim(connection, turn_id) or 0
            kept = numbered_after(reply, last_number)
            state = State.ANSWERED if isinstance(kept, Answer) else State.ABSTAINED
            row = {"state": state.value, "reply": as_json(reply_json(kept, turn_id)), "model": kept.inquiry.model}
            end(connection, turn_id, kept, row, last_number)
        return kept

    def leave(self, turn_id: str, outcome: Unanswered) -> Unanswered:
        """Keep why a question under way was not answered, and return it as it is kept: see above."""
        with self._database.transaction() as connection:
            last_number = claim(connection, turn_id) or 0
            kept = numbered_after(outcome, last_number)
            row = {"state": kept.state.value, "words": plain(kept.words), "of_answerer": kept.of_answerer}
            if kept.claims:
                row["reply"] = as_json(part_json(kept.claims, kept.citations))
            end(connection, turn_id, kept, row, last_number)
        return kept

    def read(self, conversation_id: str, known: reading.Known = lambda _: None) -> KeptConversation | None:
        """A conversation as it is now, also one that was deleted; None where there is no such one.

        known: of replies that whoever asks has: what was answered stays as it is, and is not read again.
        """
        if not self._database.is_there:
            return None
        with self._database.transaction() as connection:
            return reading.conversation(connection, conversation_id, self._asker, known)

    def generation(self) -> str:
        """The same as long as nobody has written anything, for those who look again and again."""
        return self._database.generation()

    def listed(self) -> tuple[ConversationSummary, ...]:
        """All conversations, what changed last first; a name or a deletion is no change."""
        return self._summaries(deleted=False)

    def deleted(self) -> tuple[ConversationSummary, ...]:
        """Those that can be brought back: deleted no longer ago than `tidying.KEPT_DELETED`."""
        return self._summaries(deleted=True)

    def _summaries(self, *, deleted: bool) -> tuple[ConversationSummary, ...]:
        if not self._database.is_there:
            return ()
        with self._database.transaction() as connection:
            return reading.summaries(connection, deleted=deleted)

    def search(self, words: str) -> tuple[searching.Found, ...]:
        """The conversations that have all these words in their name or in one turn; see `searching`."""
        if not self._database.is_there:
            return ()
        with self._database.transaction() as connection:
            return searching.search(connection, words)

    def rename(self, conversation_id: str, name: str) -> None:
        """Call it otherwise than its first question. Raises NotKept."""
        words = " ".join(plain(name).split())
        if not words:
            raise Misuse("a conversation needs a name; write at least one letter")
        self._change([conversation_id], name=words)

    def delete(self, *conversation_ids: str) -> None:
        """Take all of these away, with a way back, or none if one is unknown. Raises NotKept."""
        self._change(conversation_ids, deleted=now())

    def undelete(self, *conversation_ids: str) -> None:
        """Bring all of these back, or none if one is gone for good. Raises NotKept."""
        self._change(conversation_ids, deleted=None)

    def _change(self, conversation_ids: Sequence[str], **values: object) -> None:
        with self._database.transaction() as connection:
            for each in sorted(conversation_ids):  # in one order, so that no two wait for each other
                this = conversations.c.id == each
                if not connection.execute(update(conversations).where(this).values(**values)).rowcount:
                    raise NotKept(f"no conversation is kept as {each}; `footnote conversations list` lists them")

    def mark(self, turn_id: str, number: int, said: Mark | None, seen: Mark | None = None) -> Mark:
        """Keep what somebody found who checked one citation, and return it as it is kept; None takes it back.

        seen: what it said when that was begun; what others have said since then stays. Raises NotKept.
        """
        with self._database.transaction() as connection:
            return opinions.mark(connection, turn_id, number, said, seen)

    def give_feedback(self, turn_id: str, feedback: Feedback, seen: Feedback | None = None) -> Feedback:
        """Keep what somebody thinks of a reply, and return it as it is kept.

        seen: what it said when it was shown; what others have changed since then stays. Raises NotKept.
        """
        with self._database.transaction() as connection:
            return opinions.give_feedback(connection, turn_id, feedback, seen)

    def count(self) -> int:
        """How many conversations there are, without those that were deleted."""
        if not self._database.is_there:
            return 0
        with self._database.transaction() as connection:
            there = select(func.count()).select_from(conversations).where(conversations.c.deleted.is_(None))
            return connection.scalar(there) or 0

    @property
    def place(self) -> str:
        """Where they are, without the password of a server."""
        return self._database.place

    def close(self) -> None:
        self._database.close()
