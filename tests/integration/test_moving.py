"""A library moved: backed up while others work with it, and restored as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.backup.backing_up import back_up
from assistant.conversations.database import Database
from assistant.conversations.store import Conversations
from assistant.corpus.reading import Reader
from assistant.embeddings.encoder import Encoder
from ingest.ingesting import ingest, remove
from ingest.moving_in import move_in
from tests.looking import look
from tests.made import MadeUp, answer, story


def unneeded() -> Encoder:
    raise AssertionError("nothing has to be encoded")


@pytest.fixture
def home(small_library: Path, made_up: MadeUp) -> Path:
    """A library with an earlier version, a copy, something removed, and a conversation."""
    texts = [
        f"Ferry paragraph {number} of anchor{number} came ashore at dawn beside the old mill." for number in range(6)
    ]
    ingest([story("ferry", texts), story("mirror", texts, outlet="Mirror")], small_library, made_up)
    ingest([story("ferry", [*texts, "The captain was later cleared of anchor9."])], small_library, made_up)
    remove([Reader(small_library).summaries()[-1].id], small_library, made_up)
    store = Conversations(Database(small_library))
    store.ask("c1", "t1", "Is the bridge closed?")
    store.answer("t1", answer())
    store.close()
    return small_library


def test_a_restored_library_is_what_was_backed_up(home: Path, tmp_path: Path) -> None:
    done = back_up(home, None, tmp_path / "backup.zip")
    restored = tmp_path / "elsewhere" / "restored"
    moved = move_in(tmp_path / "backup.zip", restored, unneeded)
    assert (moved.embedded, done.conversations_left) == (0, None)
    before, after = look(home), look(restored)
    assert after.is_like(before)
    assert after.past == before.past
    assert after.faults == ()
