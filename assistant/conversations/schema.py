"""The tables of a database, made where there are none, brought up to date where they are older."""

from __future__ import annotations

from sqlalchemy import Column, Connection, func, insert, inspect, select, update
from sqlalchemy.schema import CreateColumn, CreateTable

from assistant.conversations.tables import VERSION, conversations, marks, metadata, searched, turns, version

_LOCK = 0x466F6F74
"""Any number that nothing else in a PostgreSQL database is likely to lock ("Foot")."""

_SEARCHED = 2
"""Since this version there are marks, and a table to search in."""


class Newer(Exception):
    """A newer version of this program has changed the tables."""


def furnish(connection: Connection) -> None:
    """Have the tables there as they are now; to be called in a transaction, so that it is done whole or not at all.

    Raises Newer. Where nothing is to be done, nothing is written.
    """
    if _found(connection) == VERSION:
        return
    _alone(connection)
    found = _found(connection)
    if found is None:
        for table in metadata.sorted_tables:
            connection.execute(CreateTable(table, if_not_exists=True))
        connection.execute(insert(version).values(what="conversations", version=VERSION))
    elif found < VERSION:
        if found < _SEARCHED:
            _marks_and_feedback(connection)
        else:
            _add(connection, searched.c.worded)
        connection.execute(update(version).values(version=VERSION))


def _found(connection: Connection) -> int | None:
    """The version of the tables that are there; raises Newer."""
    if not inspect(connection).has_table(version.name):
        return None
    found = connection.scalar(select(version.c.version))
    if found is not None and found > VERSION:
        raise Newer
    return found


def _alone(connection: Connection) -> None:
    """Wait until nobody else makes or changes tables, and keep them from it until the end of the transaction."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))


def _marks_and_feedback(connection: Connection) -> None:
    """From version 1, to what is there now."""
    of_turns = ("edited_from", "helpful", "comment", "wrong_passages", "limits", "as_written")
    columns = [turns.c[name] for name in of_turns]
    for column in (conversations.c.deleted, conversations.c.questions, *columns):
        _add(connection, column)
    for table in (marks, searched):
        connection.execute(CreateTable(table))


def _add(connection: Connection, column: Column[object]) -> None:
    described = CreateColumn(column).compile(dialect=connection.dialect)
    connection.exec_driver_sql(f"ALTER TABLE {column.table.name} ADD COLUMN {described}")
