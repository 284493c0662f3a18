"""The tables in which conversations are kept, in SQLite as in PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Boolean, Column, DateTime, Dialect, ForeignKey, Integer, MetaData, Table, Text, UniqueConstraint
from sqlalchemy.types import TypeDecorator

VERSION = 1
"""Raised with any change to the tables, together with the steps that change those that are there."""


class Instant(TypeDecorator[datetime]):
    """A moment in UTC: SQLite forgets the offset of those it is given."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        del dialect
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        del dialect
        return value.replace(tzinfo=value.tzinfo or UTC) if value else None


metadata = MetaData()

version = Table(
    "footnote_version",
    metadata,
    Column("what", Text, primary_key=True),
    Column("version", Integer, nullable=False),
)

# last_position, last_number: counters, so that what was deleted leaves no number to be used again.
conversations = Table(
    "conversations",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("created", Instant, nullable=False),
    Column("changed", Instant, nullable=False),
    Column("last_position", Integer, nullable=False),
    Column("last_number", Integer, nullable=False),
)

# ignored: a JSON list. answerer: who was asked, where it was not whom the settings name. reply: the JSON of
# `footnote ask --json`, or its beginning where it was stopped. words, of_answerer: those of `kept.Unanswered`.
# model: who answered. asker: the process that is, or was, answering.
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
    UniqueConstraint("conversation", "position"),
)
