"""Conversations that version 1 of the tables has kept, in this one."""

from __future__ import annotations

import json

import pytest

from assistant.conversations.kept import Finding, Mark, State, Unanswered
from assistant.conversations.store import Conversations
from assistant.conversations.tables import VERSION
from assistant.conversations.wordings import Part
from assistant.domain import NO_FILTERS
from assistant.errors import ConversationsUnusable
from assistant.wire import reply_json
from tests.integration.test_conversations_killed import killed
from tests.made import answer
from tests.stores import Stores

FIRST = (
    "CREATE TABLE footnote_version (what TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL)",
    """CREATE TABLE conversations (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, created {moment} NOT NULL,
       changed {moment} NOT NULL, last_position INTEGER NOT NULL, last_number INTEGER NOT NULL)""",
    """CREATE TABLE turns (id TEXT NOT NULL PRIMARY KEY,
       conversation TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE, position INTEGER NOT NULL,
       question TEXT NOT NULL, ignored TEXT NOT NULL, answerer TEXT, state TEXT NOT NULL, reply TEXT,
       words TEXT NOT NULL, of_answerer BOOLEAN NOT NULL, model TEXT, asker TEXT NOT NULL, asked {moment} NOT NULL,
       ended {moment}, UNIQUE (conversation, position))""",
    "INSERT INTO footnote_version VALUES ('conversations', 1)",
    "INSERT INTO conversations VALUES ('c1', 'Is it open?', '{day}', '{day}', 2, 2)",
)
"""As version 1 made them."""

TURN = """INSERT INTO turns VALUES ('{name}', 'c1', {position}, 'Is it open?', '[]', NULL, '{state}', {reply}, '',
          false, 'extractive', 'someone', '{day}', NULL)"""


@pytest.fixture
def older(stores: Stores) -> Stores:
    """A conversation with an answer, and a question that was being answered."""
    reply = json.dumps(reply_json(answer(1), "t1"))
    stores.do(*(written(stores, each) for each in FIRST))
    stores.do(written(stores, TURN, name="t1", position=1, state="answered", reply=f"'{reply}'".replace(":", "\\:")))
    stores.do(written(stores, TURN, name="t2", position=2, state="underway", reply="NULL"))
    return stores


def written(stores: Stores, statement: str, **values: object) -> str:
    moment = "TIMESTAMP WITH TIME ZONE" if stores.url else "DATETIME"
    day = "2026-03-01 10:00:00+00" if stores.url else "2026-03-01 10:00:00.000000"
    return statement.format(moment=moment, day=day.replace(":", "\\:"), **values)


def is_whole(stores: Stores) -> bool:
    """Whether all that this version does works on what the earlier one kept."""
    store = stores.open()
    store.mark("t1", 1, Mark(Finding.CHECKED))
    first, second = store.read("c1").turns
    [found] = store.search("it is OLD")
    return (
        (first.outcome, dict(first.marks)) == (answer(1), {1: Mark(Finding.CHECKED)})
        and second.outcome == Unanswered(State.INTERRUPTED)
        and store.listed()[0].questions == 2
        and [(hit.turn, hit.part) for hit in found.hits] == [("t1", Part.ANSWER)]
        and stores.do("SELECT version FROM footnote_version") == [(VERSION,)]
        and [(each.limits, each.as_written) for each in (first, second)] == [(NO_FILTERS, False)] * 2
        and store.ask("c1", "t3", "Since when?") == 3
    )


def test_what_version_1_has_kept_is_there_and_may_be_marked_and_searched(older: Stores) -> None:
    assert is_whole(older)


def test_a_change_of_the_tables_that_was_killed_is_made_whole_by_the_next_start(older: Stores) -> None:
    assert killed(older, "die_upgrading", "helpful")

    assert is_whole(older)


def test_a_program_of_version_1_that_is_still_at_work_writes_on_and_is_found(older: Stores) -> None:
    older.open().listed()
    columns = "id, conversation, position, question, ignored, state, words, of_answerer, asker, asked"
    older.do(
        f"INSERT INTO turns ({columns}) SELECT 't3', conversation, 3, 'A lantern?', ignored, state, words, of_answerer,"  # noqa: S608
        " asker, asked FROM turns WHERE id = 't2'"
    )

    later = older.open()

    assert later.listed()[0].questions == 3
    assert [hit.turn for found in later.search("lantern") for hit in found.hits] == ["t3"]


EARLIER = "UPDATE searched SET folded = 'is it open?'"


def test_the_sources_of_what_version_2_has_kept_are_found(stores: Stores) -> None:
    answered(stores)
    stores.do(EARLIER, "ALTER TABLE searched DROP COLUMN worded", "UPDATE footnote_version SET version = 2")

    assert sources_found(stores.open()) == ["t1"]
    assert stores.do("SELECT version FROM footnote_version") == [(VERSION,)]
    assert sources_found(stores.open()) == ["t1"]


def test_the_sources_of_what_a_program_of_version_2_writes_beside_this_one_are_found(stores: Stores) -> None:
    answered(stores)
    stores.do(EARLIER, "UPDATE searched SET worded = NULL")

    assert sources_found(stores.open()) == ["t1"]


def answered(stores: Stores) -> None:
    store = stores.open()
    store.ask("c1", "t1", "Is it open?")
    store.answer("t1", answer(1))


def sources_found(store: Conversations) -> list[str | None]:
    found = store.search('"bridge closed"')
    return [hit.turn for each in found for hit in each.hits if hit.part is Part.SOURCE]


def test_a_newer_version_is_not_written_into(stores: Stores) -> None:
    stores.open().ask("c1", "t1", "Is it open?")
    stores.do("UPDATE footnote_version SET version = 999")

    with pytest.raises(ConversationsUnusable, match=r"newer version of Footnote; update"):
        stores.open().read("c1")
