"""What tests have done to conversations in a process of its own: ``python -m tests.integration.another WHAT ...``."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine, event

from assistant.conversations import schema
from assistant.conversations.database import Database
from assistant.conversations.kept import Finding, Mark
from assistant.conversations.store import Conversations
from tests.made import answer


def die_saving(store: Conversations, what: str) -> None:
    """Ask, have it answered, mark a citation; be killed when one of these is written and not yet to stay."""
    first = store.ask("c1", "before", "Is it old?")
    store.answer("before", answer(first))
    steps = {
        "ask": lambda: store.ask("c1", "t1", "Is it open?"),
        "answer": lambda: store.answer("t1", answer(3)),
        "mark": lambda: store.mark("t1", 3, Mark(Finding.CHECKED)),
    }
    for name, step in steps.items():
        if name == what:
            event.listen(Engine, "commit", _die)
        step()


def die_upgrading(store: Conversations, column: str) -> None:
    """Open conversations of an older version; be killed when this column was added."""
    add = schema._add

    def add_and_die(connection: Connection, added: schema.Column[object]) -> None:
        add(connection, added)
        if added.name == column:
            _die(connection)

    schema._add = add_and_die
    store.listed()


def converse(store: Conversations, name: str) -> None:
    """Ask ten questions, have them answered, mark the first answer of all."""
    for number in range(10):
        turn = f"{name}{number}"
        store.answer(turn, answer(store.ask("c1", turn, f"What of {turn}?")))
        store.mark("first", number + 100 * (name == "b"), Mark(note=name))


def _die(_: Connection) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    _WHAT: dict[str, Callable[[Conversations, str], None]] = {
        "die_saving": die_saving,
        "die_upgrading": die_upgrading,
        "converse": converse,
    }
    _what, _home, _url, _said = sys.argv[1:]
    _WHAT[_what](Conversations(Database(Path(_home), _url or None)), _said)
