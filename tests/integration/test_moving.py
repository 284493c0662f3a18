"""A library moved: backed up while others work with it, and restored as it was."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.backup.backing_up import back_up
from assistant.conversations.database import Database
from assistant.conversations.store import Conversations
from assistant.corpus import growing
from assistant.corpus.reading import Reader
from assistant.domain import Filters
from assistant.embeddings.encoder import Encoder
from assistant.errors import BackupUnusable, CorpusMismatch, LibraryUnusable, Misuse
from assistant.library import Library
from assistant.settings import Settings
from assistant.wire import reply_json
from ingest import ingesting, moving_in
from ingest.ingesting import ingest, rebuild, remove, restore
from ingest.moving_in import move_in
from tests.integration.conftest import Elsewhere
from tests.looking import look
from tests.made import MadeUp, answer, stories, story

Start = Callable[..., Elsewhere]


def unneeded() -> Encoder:
    raise AssertionError("nothing has to be encoded")


def replied(home: Path, question: str) -> dict[str, object]:
    """What a library answers, but for the time that it took."""
    with Library(Settings(home=home), Reader(home), MadeUp()) as library:
        return reply_json(library.ask(question), None) | {"milliseconds": None}


def interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def found(home: Path, question: str) -> list[list[tuple[str, float]]]:
    """What a library finds, by meaning and by words, with the scores."""
    reader, vector = Reader(home), MadeUp().encode_question(question)
    return [reader.nearest(vector, 20, Filters()), reader.matching(question, 20, Filters())]


@pytest.fixture(scope="module")
def first_home(first_small_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with an earlier version, a copy, something removed, and a conversation."""
    home = Path(shutil.copytree(first_small_library, tmp_path_factory.mktemp("home") / "library"))
    texts = [f"Ferry paragraph {each} of anchor{each} came ashore at dawn beside mill{each}." for each in range(6)]
    ingest([story("ferry", texts), story("mirror", texts, outlet="Mirror")], home, MadeUp())
    ingest([story("ferry", [*texts, "The captain was later cleared of anchor9."])], home, MadeUp())
    remove([Reader(home).summaries()[-1].id], home, MadeUp())
    store = Conversations(Database(home))
    store.ask("c1", "t1", "Is the bridge closed?")
    store.answer("t1", answer())
    store.close()
    return home


@pytest.fixture
def home(first_home: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(first_home, tmp_path / "library"))


def test_a_restored_library_is_what_was_backed_up(home: Path, tmp_path: Path, made_up: MadeUp) -> None:
    restored = tmp_path / "elsewhere" / "restored"
    back_up(home, None, tmp_path / "backup.zip")

    assert move_in(tmp_path / "backup.zip", restored, unneeded).embedded == 0

    before, after = look(home), look(restored)
    assert after.is_like(before)
    assert (after.past, after.faults) == (before.past, ())
    for question in ("Paragraph 3 of story 7", "Who was cleared at the mill at dawn?"):
        assert found(restored, question) == found(home, question)
        assert replied(restored, question) == replied(home, question)
    assert [each.copies for each in Reader(restored).summaries()] == [each.copies for each in Reader(home).summaries()]
    assert Conversations(Database(restored)).read("c1") == Conversations(Database(home)).read("c1")
    assert not (restored / "restoring").exists()


def test_a_restored_library_goes_on_as_the_one_that_was_backed_up(home: Path, tmp_path: Path, made_up: MadeUp) -> None:
    [removed], encoded = Reader(home).removed(), made_up.encoded
    back_up(home, None, tmp_path / "backup.zip")
    move_in(tmp_path / "backup.zip", tmp_path / "restored", unneeded)

    restore([removed.summary.id], tmp_path / "restored", made_up)

    assert ingest(stories(0, 12), tmp_path / "restored", made_up).unchanged == 12
    assert made_up.encoded == encoded


def test_a_folder_copied_by_hand_is_the_same_library(home: Path, tmp_path: Path, made_up: MadeUp) -> None:
    before, asked = look(home), found(home, "Who was cleared at the mill at dawn?")
    moved = tmp_path / "another" / "name"
    shutil.copytree(home, moved)
    shutil.rmtree(home)

    assert look(moved).is_like(before)
    assert found(moved, "Who was cleared at the mill at dawn?") == asked
    assert Conversations(Database(moved)).read("c1") is not None
    assert ingest(stories(0, 11), moved, made_up).unchanged == 11
    assert str(tmp_path) not in json.dumps([each.key for each in Reader(moved).known()])
    for each in (file for file in moved.rglob("*") if file.is_file() and file.suffix != ".holder"):
        assert str(home).encode() not in each.read_bytes()


def test_backups_taken_while_another_process_ingests_are_whole(
    small_library: Path, tmp_path: Path, elsewhere: Start, made_up: MadeUp
) -> None:
    reader, counts = Reader(small_library), list[int]()
    writer = elsewhere("ingest", small_library, 12, 40, 30)
    assert writer.line() == "reading"
    while writer.process.poll() is None and len(counts) < 6:
        done = back_up(small_library, None, tmp_path / f"backup{len(counts)}.zip")
        counts.append(done.manifest.counts.articles)
        assert len(reader.nearest(made_up.encode_question("anything"), 10, Filters())) == 10
    assert writer.end()["articles"] == 40
    assert counts == sorted(counts)
    taken = len(counts) // 2

    move_in(tmp_path / f"backup{taken}.zip", tmp_path / "restored", unneeded)

    assert look(tmp_path / "restored").faults == ()
    assert Reader(tmp_path / "restored").counts()[0] == counts[taken]
    assert ingest(stories(0, 40), tmp_path / "restored", made_up).articles == 40


def test_a_backup_that_was_killed_leaves_what_was_there_and_the_next_one_cleans_up(
    small_library: Path, tmp_path: Path, elsewhere: Start
) -> None:
    file = tmp_path / "backups" / "library.zip"
    file.parent.mkdir()
    file.write_bytes(b"the last one")
    killed = elsewhere("back_up", small_library, file)
    assert killed.line() == "writing"
    with pytest.raises(BackupUnusable, match="another backup"):
        back_up(small_library, None, file, overwrite=True)
    killed.process.kill()
    killed.process.wait()
    assert file.read_bytes() == b"the last one"

    back_up(small_library, None, file, overwrite=True)

    assert [each.name for each in file.parent.iterdir()] == ["library.zip"]
    move_in(file, tmp_path / "restored", unneeded)
    assert look(tmp_path / "restored").is_like(look(small_library))


def test_a_restore_that_was_killed_is_told_and_begins_anew(
    small_library: Path, tmp_path: Path, elsewhere: Start, made_up: MadeUp
) -> None:
    file, restored = tmp_path / "backup.zip", tmp_path / "restored"
    back_up(small_library, None, file)
    begun = elsewhere("move_in", restored, file)
    assert begun.line() == "putting"
    with pytest.raises(LibraryUnusable, match="in use by"):
        move_in(file, restored, unneeded)
    begun.process.kill()
    begun.process.wait()
    for use in (lambda: Reader(restored).counts(), lambda: ingest(stories(0, 1), restored, made_up)):
        with pytest.raises(LibraryUnusable, match="restore"):
            use()

    move_in(file, restored, unneeded)

    assert look(restored).is_like(look(small_library))


def test_what_a_killed_writer_left_is_no_part_of_a_backup(
    small_library: Path, tmp_path: Path, made_up: MadeUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(growing.Growing, "_note", interrupted)
    with pytest.raises(KeyboardInterrupt):
        ingest(stories(12, 20), small_library, made_up)
    monkeypatch.undo()
    back_up(small_library, None, tmp_path / "backup.zip")

    move_in(tmp_path / "backup.zip", tmp_path / "restored", unneeded)

    assert look(tmp_path / "restored").faults == ()
    assert ingest(stories(0, 20), tmp_path / "restored", made_up).articles == 20


def test_a_folder_that_is_in_use_is_left_alone(home: Path, tmp_path: Path) -> None:
    back_up(home, None, tmp_path / "backup.zip")
    before = look(home)
    with pytest.raises(Misuse, match="not empty"):
        move_in(tmp_path / "backup.zip", home, unneeded)
    assert look(home).is_like(before)


def test_an_older_library_says_so_is_rebuilt_and_its_backup_restored_as_this_version_has_it(
    tmp_path: Path, made_up: MadeUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingesting, "PASSAGES_VERSION", 1)
    ingest(stories(0, 3), tmp_path / "old", made_up)
    monkeypatch.undo()
    back_up(tmp_path / "old", None, tmp_path / "backup.zip")
    with pytest.raises(CorpusMismatch, match=r"older version.*footnote ingest --rebuild"):
        Reader(tmp_path / "old").require(made_up)

    move_in(tmp_path / "backup.zip", tmp_path / "restored", MadeUp)
    rebuild(tmp_path / "old", made_up, on_progress=lambda _: None)

    for home in (tmp_path / "old", tmp_path / "restored"):
        Reader(home).require(made_up)
    assert look(tmp_path / "restored").is_like(look(tmp_path / "old"))


def test_a_newer_library_is_left_for_a_newer_footnote(
    tmp_path: Path, made_up: MadeUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingesting, "PASSAGES_VERSION", 99)
    ingest(stories(0, 3), tmp_path / "new", made_up)
    monkeypatch.undo()
    before = look(tmp_path / "new")
    for use in (
        lambda: Reader(tmp_path / "new").require(made_up),
        lambda: ingest(stories(0, 4), tmp_path / "new", made_up),
        lambda: rebuild(tmp_path / "new", made_up, on_progress=lambda _: None),
    ):
        with pytest.raises(CorpusMismatch, match="newer version of Footnote; update"):
            use()
    assert look(tmp_path / "new").is_like(before)


def test_texts_without_a_vector_are_embedded_by_the_same_encoder_or_not_at_all(
    small_library: Path, tmp_path: Path, made_up: MadeUp
) -> None:
    (small_library / "vectors.db").unlink()
    back_up(small_library, None, tmp_path / "backup.zip")
    with pytest.raises(CorpusMismatch, match="embedded anew with made-up, but another is set"):
        move_in(tmp_path / "backup.zip", tmp_path / "restored", lambda: MadeUp("another"))

    moved = move_in(tmp_path / "backup.zip", tmp_path / "restored", lambda: made_up)

    assert moved.embedded == made_up.encoded > 0
    assert look(tmp_path / "restored").faults == ()


def test_a_restore_tells_how_far_it_is(small_library: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    back_up(small_library, None, tmp_path / "backup.zip")
    move_in(tmp_path / "backup.zip", tmp_path / "restored", unneeded, lambda *said: told.append(said))
    looked = [(done, of) for doing, done, of in told if doing == moving_in.LOOKING]
    assert looked[-1][0] == looked[-1][1] > 0
    assert told[-1] == (moving_in.PUTTING, 12, 12)
