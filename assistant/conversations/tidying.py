"""What is put in order whenever conversations are opened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, select

from assistant.conversations.reading import outcomes
from assistant.conversations.tables import conversations, searched, turns
from assistant.conversations.wordings import VERSION as WORDING
from assistant.conversations.writing import count_questions, searched_as

KEPT_DELETED = timedelta(days=30)

_AT_A_TIME = 200


def tidy(connection: Connection) -> None:
    """Where nothing is to be done, nothing is written."""
    purge(connection)
    write_missing(connection)


def purge(connection: Connection) -> None:
    """Delete for good what was deleted long ago."""
    long_ago = conversations.c.deleted < datetime.now(UTC) - KEPT_DELETED
    if connection.execute(select(conversations.c.id).where(long_ago).limit(1)).first():
        connection.execute(delete(conversations).where(long_ago))


def write_missing(connection: Connection) -> None:
    """Have all turns searched for all that is searched, also those that earlier versions write beside this one."""
    unknown = select(turns.c.id).outerjoin(searched).where(func.coalesce(searched.c.worded, 0) < WORDING)
    missing = list(connection.scalars(unknown))
    for first in range(0, len(missing), _AT_A_TIME):
        _write(connection, missing[first : first + _AT_A_TIME])


def _write(connection: Connection, turn_ids: Sequence[str]) -> None:
    found = outcomes(connection, turn_ids)
    columns = turns.c.id.label("turn"), turns.c.conversation, turns.c.position
    places = connection.execute(select(*columns).where(turns.c.id.in_(turn_ids))).mappings().all()
    rows = [{**place, **searched_as(*found[place["turn"]])} for place in places]
    connection.execute(delete(searched).where(searched.c.turn.in_(turn_ids)))
    connection.execute(insert(searched), rows)
    count_questions(connection, sorted({place["conversation"] for place in places}))
