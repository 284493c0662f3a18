"""Files of conversations that cannot be used, or were not made whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.conversations.database import FILE, Database
from assistant.conversations.store import Conversations
from assistant.errors import ConversationsUnusable, Misuse
from tests.made import answer


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Conversations]:
    store = Conversations(Database(tmp_path))
    yield store
    store.close()


def elsewhere(home: Path) -> Conversations:
    """The same conversations as another process sees them."""
    return Conversations(Database(home))


def test_a_file_that_was_being_made_is_made_whole(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("CREATE TABLE footnote_version (what TEXT PRIMARY KEY, version INTEGER NOT NULL)")

    assert elsewhere(tmp_path).ask("c1", "t1", "Is it open?") == 1


def test_a_damaged_file_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database" * 1000)

    with pytest.raises(ConversationsUnusable, match=r"conversations\.db .*damaged; put a copy from a backup"):
        elsewhere(tmp_path).ask("c1", "t1", "Is it open?")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConversationsUnusable, match="make the library's folder readable and writable"):
        elsewhere(tmp_path / "gone").ask("c1", "t1", "Is it open?")


def test_a_disk_without_room_is_told_and_what_was_kept_stays(kept: Conversations, tmp_path: Path) -> None:
    kept.ask("c1", "t1", "Is it open?")
    kept.answer("t1", answer(1))

    class Small(Database):
        """With no room for another page, as on a full disk."""

        def transaction(self):  # noqa: ANN202
            engine = self._opened()
            with engine.connect() as connection:
                pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
                connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            return super().transaction()

    small = Conversations(Small(tmp_path))
    with pytest.raises(ConversationsUnusable, match=r"full\); make room on the disk"):
        small.ask("c1", "t2", "Why? " * 50_000)

    assert [each.outcome for each in kept.read("c1").turns] == [answer(1)]
    small.close()


def test_a_file_that_cannot_be_written_is_told(kept: Conversations, tmp_path: Path) -> None:
    kept.ask("c1", "t1", "Is it open?")
    kept.close()
    read_only = Conversations(Database(tmp_path, f"sqlite:///file:{tmp_path / FILE}?mode=ro&uri=true"))

    with pytest.raises(ConversationsUnusable, match=r"readonly.*; make the library's folder and this file writable"):
        read_only.ask("c1", "t2", "Why?")
    assert read_only.read("c1").turns[0].question == "Is it open?"
    read_only.close()


@pytest.mark.parametrize("url", ["nonsense", "oracleofdelphi://host/name"])
def test_an_address_that_is_none_is_misuse(url: str, tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="FOOTNOTE_DATABASE_URL"):
        Conversations(Database(tmp_path, url)).read("c1")


def test_another_database_is_used_where_one_is_named(tmp_path: Path) -> None:
    other = Conversations(Database(tmp_path, f"sqlite:///{tmp_path / 'shared.db'}"))

    other.ask("c1", "t1", "Is it open?")

    assert not (tmp_path / FILE).exists()
    assert (tmp_path / "shared.db").exists()
    other.close()
