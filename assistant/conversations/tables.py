"""The tables in which conversations are kept, in SQLite as in PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    false,
)
from sqlalchemy.types import TypeDecorator

VERSION = 3
"""Raised with any change to the tables, together with the steps in `schema.py` that change those that are there."""


class Instant(TypeDecorator[datetime]):
    """A moment in UTC: SQLite forgets the offset of those it is given, PostgreSQL gives them that of its session."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        del dialect
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        del dialect
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


metadata = MetaData()

version = Table(
    "footnote_version",
    metadata,
    Column("what", Text, primary_key=True),
    Column("version", Integer, nullable=False),
)

# last_position, last_number: counters, so that what was deleted leaves no number to be used again. deleted: when, until
# it is purged. questions: how many turns there are, for counting those of all conversations takes too long for a list.
conversations = Table(
    "conversations",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("created", Instant, nullable=False),
    Column("changed", Instant, nullable=False),
    Column("last_position", Integer, nullable=False),
    Column("last_number", Integer, nullable=False),
    # With defaults of the database's, here as in turns, for programs of version 1 that still work beside this one.
    Column("deleted", Instant),
    Column("questions", Integer, nullable=False, server_default="0"),
)

# ignored: a JSON list. answerer: who was asked, where it was not whom the settings name. reply: the JSON of
# `footnote ask --json`, or its beginning where it was stopped. words, of_answerer: those of `kept.Unanswered`.
# model: who answered. asker: the process that is, or was, answering. edited_from: the turn whose question was edited.
# helpful, comment, wrong_passages (a JSON list): those of `kept.Feedback`. limits (JSON), as_written: those of
# `kept.KeptTurn`.
turns = Table(
    "turns",
    metadata,
    Column("id", Text, primary_key=True),
    Column("conversation", ForeignKey("conversations.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("question", Text, nullable=False),
    Column("ignored", Text, nullable=False),
    Column("answerer", Text),
    Column("state", Text, nullable=False),
    Column("reply", Text),
    Column("words", Text, nullable=False),
    Column("of_answerer", Boolean, nullable=False),
    Column("model", Text),
    Column("asker", Text, nullable=False),
    Column("asked", Instant, nullable=False),
    Column("ended", Instant),
    Column("edited_from", Text),
    Column("helpful", Boolean),
    Column("comment", Text, nullable=False, server_default=""),
    Column("wrong_passages", Text, nullable=False, server_default="[]"),
    Column("limits", Text, nullable=False, server_default="{}"),
    Column("as_written", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("conversation", "position"),
)

# finding: one of `kept.Finding`.
marks = Table(
    "marks",
    metadata,
    Column("turn", ForeignKey("turns.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("finding", Text),
    Column("note", Text, nullable=False),
    Column("made", Instant, nullable=False),
)

# folded: what of a turn is searched. Apart from the turns, whose rows hold so much else that each would be read
# through to get to it, and with what a search tells of each, so that it looks for nothing else. worded: which
# `wordings.VERSION` wrote it, none where that was a program of version 2, which may still be at work beside this one.
searched = Table(
    "searched",
    metadata,
    Column("turn", ForeignKey("turns.id", ondelete="CASCADE"), primary_key=True),
    Column("conversation", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("folded", Text, nullable=False),
    Column("worded", Integer),
)
