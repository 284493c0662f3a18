"""What people say of a reply, written down beside it."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select, update

from assistant.conversations.kept import Feedback, Mark
from assistant.conversations.reading import feedback as feedback_of
from assistant.conversations.reading import mark as mark_of
from assistant.conversations.tables import marks, turns
from assistant.conversations.writing import as_json, claim, now, plain
from assistant.errors import NotKept


def mark(connection: Connection, turn_id: str, number: int, said: Mark | None, seen: Mark | None) -> Mark:
    """Keep what is said of one citation, with what others have said of it since it was seen, and touch no other.

    None, or nothing said, takes it back. Returns it as it is kept.
    """
    _hold(connection, turn_id)
    said = said or Mark()
    this = (marks.c.turn == turn_id) & (marks.c.number == number)
    if seen is not None:
        said = joined(mark_of(connection.execute(select(marks).where(this)).first()), said, seen)
    connection.execute(delete(marks).where(this))
    if said.finding or said.note.strip():
        finding = said.finding.value if said.finding else None
        row = {"turn": turn_id, "number": number, "finding": finding, "note": plain(said.note), "made": now()}
        connection.execute(insert(marks).values(row))
    return said


def joined(kept: Mark, said: Mark, seen: Mark) -> Mark:
    """What is kept, changed in what differs between what was seen and what is said; no note that is new is lost."""
    finding = kept.finding if said.finding == seen.finding else said.finding
    if seen.note in (said.note, kept.note) or kept.note == said.note:
        return Mark(finding, kept.note if said.note == seen.note else said.note)
    added = said.note.removeprefix(seen.note).strip()
    return Mark(finding, "\n".join(filter(None, [kept.note, added])))


def give_feedback(connection: Connection, turn_id: str, given: Feedback, seen: Feedback | None) -> Feedback:
    """Keep what is thought of a reply, with what others have changed since it was seen; returns it as it is kept."""
    _hold(connection, turn_id)
    if seen is not None:
        kept = feedback_of(connection.execute(select(turns).where(turns.c.id == turn_id)).one())
        given = merged(kept, given, seen)
    row = {
        "helpful": given.helpful,
        "comment": plain(given.comment),
        "wrong_passages": as_json(sorted(set(given.wrong_passages))),
    }
    connection.execute(update(turns).where(turns.c.id == turn_id).values(row))
    return given


def merged(kept: Feedback, given: Feedback, seen: Feedback) -> Feedback:
    """What is kept, changed in what differs between what was seen and what is given."""
    wrong = set(kept.wrong_passages) - set(seen.wrong_passages) | set(given.wrong_passages)
    wrong -= set(seen.wrong_passages) - set(given.wrong_passages)
    return Feedback(
        kept.helpful if given.helpful == seen.helpful else given.helpful,
        kept.comment if given.comment == seen.comment else given.comment,
        tuple(sorted(wrong)),
    )


def _hold(connection: Connection, turn_id: str) -> None:
    """Nobody else changes anything of the turn's conversation until the end of the transaction."""
    if claim(connection, turn_id) is None:
        raise NotKept("this reply is not kept any more: its conversation was deleted for good, or it was asked again")
