"""What an open page holds in memory, and what it lets go of."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import enumerate as threads
from weakref import ref

import pytest

from assistant.conversations.database import FILE, Database
from assistant.conversations.store import Conversations
from assistant.domain import Step
from tests.made import answer
from ui.conversation import Conversation
from ui.elsewhere import follow
from ui.jobs import Failed, Job
from ui.keeping import Keeper
from ui.known_conversations import KnownConversations
from ui.restored import restored
from ui.tidying import let_go


@pytest.fixture
def elsewhere(tmp_path: Path) -> Conversations:
    """As another process has it."""
    return Conversations(Database(tmp_path))


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    return Keeper(lambda: Conversations(Database(tmp_path)))


def answered(store: Conversations, turn_id: str) -> None:
    store.answer(turn_id, answer(store.ask("c1", turn_id, "Is it open?")))


def opened(keeper: Keeper) -> Conversation:
    return restored("c1", keeper)[0]


def test_a_conversation_that_is_open_twice_holds_each_reply_once(elsewhere: Conversations, keeper: Keeper) -> None:
    answered(elsewhere, "t1")

    one, other = opened(keeper).exchanges[0], opened(keeper).exchanges[0]

    assert one.job.outcome == answer(1)
    assert one.job.outcome is other.job.outcome is keeper.replies["t1"]


def test_a_reply_that_no_page_shows_any_more_is_held_by_nothing(elsewhere: Conversations, keeper: Keeper) -> None:
    answered(elsewhere, "t1")
    conversation = opened(keeper)
    assert keeper.replies["t1"] == answer(1)

    del conversation
    gc.collect()

    assert dict(keeper.replies) == {}


def test_what_was_answered_is_not_read_again_when_others_go_on(
    elsewhere: Conversations, keeper: Keeper, tmp_path: Path
) -> None:
    answered(elsewhere, "t1")
    conversation = opened(keeper)
    unreadable(tmp_path)
    answered(elsewhere, "t2")

    known = KnownConversations(keeper)
    assert follow(conversation, known.look_now(), known)

    assert [each.job.outcome for each in conversation.exchanges] == [answer(1), answer(3)]
    assert isinstance(opened(Keeper(lambda: elsewhere)).exchanges[0].job.outcome, Failed)


def test_a_reply_that_is_there_has_let_go_of_what_it_was_made_of() -> None:
    class Question:
        """Its steps know the conversation before it."""

        def steps(self) -> Iterator[Step]:
            yield answer(1)

    question = Question()
    there = ref(question)
    job = Job(question.steps)

    assert job.wait(5) == answer(1)
    del question
    for each in threads():
        if each.name == "reply":
            each.join(5)
    gc.collect()

    assert there() is None


def test_a_page_that_was_set_aside_with_what_stays_is_let_go_once_nobody_has_it() -> None:
    class Page:
        """Holds itself, as Streamlit's do."""

        def __init__(self) -> None:
            self.itself = self

    page = Page()
    there = ref(page)
    gc.freeze()
    del page
    gc.collect()
    assert there() is not None

    let_go()

    assert there() is None
    gc.freeze()  # as it is for the other tests


def unreadable(home: Path) -> None:
    with closing(sqlite3.connect(home / FILE)) as connection, connection:
        connection.execute("UPDATE turns SET reply = '{'")
