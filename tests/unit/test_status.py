"""How a library is, and what it is used with: counted, told in the terminal and to be sent along."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

from assistant.conversations.database import Database
from assistant.conversations.store import Conversations
from assistant.corpus.folder import Folder
from assistant.corpus.locks import hold
from assistant.domain import ArticleSummary, Description
from assistant.settings import Settings
from ui.bug_report import bug_report
from ui.disk import Disk, disk, size
from ui.encoding import encoding
from ui.health import health
from ui.holdings import holdings
from ui.kept_at import look_up
from ui.status import Shelves, status
from ui.status_command import status_json
from ui.status_text import status_text

KEY = "sk-never-to-be-seen-4711"


def summary(name: str, **known: object) -> ArticleSummary:
    copies = known.pop("copies", ())
    return ArticleSummary(name, Description(name, f"{name}.txt", **known), 3, copies)


HELD = holdings(
    [
        summary("Bridge closed", outlet="The Post", published=date(2025, 5, 4), language="en", copies=("c",)),
        summary("Bridge shut", outlet="the post", published=date(2024, 1, 31), language="en", copies=("a",)),
        summary("Ferry late", language="tlh"),
        summary("Mill closes"),
    ],
    31,
)


def shown(settings: Settings) -> str:
    return status_text(status(settings, Shelves(HELD, "all-MiniLM-L6-v2"), look_up(settings)))


def test_articles_are_counted_by_outlet_day_and_language_and_those_with_copies() -> None:
    assert (HELD.articles, HELD.passages, HELD.outlets, HELD.copies, HELD.undated) == (4, 31, 1, 2, 2)
    assert HELD.days == "31 January 2024 to 4 May 2025"
    assert HELD.languages_said == "English 2, tlh 1, unknown 1"


def test_an_empty_library_covers_no_day() -> None:
    nothing = holdings([], 0)

    assert (nothing.days, nothing.languages_said, nothing.copies_said) == ("none is known", "none", "none")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1000, "1.0 KB"),
        (12_345_678, "12 MB"),
        (3.1e9, "3.1 GB"),
        (5e15, "5,000 TB"),
    ],
)
def test_sizes_are_said_as_disks_are_sold(number: int, said: str) -> None:
    assert size(number) == said


def test_what_the_folder_takes_is_counted_also_before_there_is_one(tmp_path: Path) -> None:
    (tmp_path / "library" / "chroma").mkdir(parents=True)
    (tmp_path / "library" / "chroma" / "data").write_bytes(b"x" * 1500)

    assert disk(tmp_path / "library").used == 1500
    assert disk(tmp_path / "none" / "library").used == 0
    assert disk(tmp_path / "none" / "library").free > 0


def test_room_is_scarce_where_a_rebuild_may_not_fit() -> None:
    assert Disk(used=4_000_000_000, free=3_000_000_000).is_scarce
    assert Disk(used=1_000, free=100_000_000).is_scarce
    assert not Disk(used=1_000, free=900_000_000).is_scarce


def test_who_is_adding_articles_is_named_and_nothing_looks_cut_short_meanwhile(tmp_path: Path) -> None:
    Folder(tmp_path).unswept.touch()
    with hold(tmp_path / "ingest.lock", patience=0):
        assert health(tmp_path).adding
        assert health(tmp_path).interrupted is None

    assert health(tmp_path).adding is None


@pytest.mark.parametrize("name", ["unswept", "rebuilding", "swapping"])
def test_what_was_cut_short_is_told_with_what_to_do(tmp_path: Path, name: str) -> None:
    assert health(tmp_path).interrupted is None
    (tmp_path / name).touch()

    assert "cut short" in health(tmp_path).said
    assert "again" in health(tmp_path).said


def test_a_batch_that_was_never_finished_was_cut_short(tmp_path: Path) -> None:
    generation = Folder(tmp_path).generation
    number = generation.begin()
    assert health(tmp_path).interrupted

    generation.finish(number)
    assert health(tmp_path).interrupted is None


def test_a_library_of_another_encoder_says_how_it_is_made_anew() -> None:
    assert encoding(Settings(), "all-MiniLM-L6-v2").made_with_said == "The same"
    assert "--rebuild" in encoding(Settings(), "made-up").made_with_said
    assert encoding(Settings(), None).made_with_said == "There is no library yet"


def test_weights_in_a_named_folder_are_told_by_it(tmp_path: Path) -> None:
    for name in ("model.safetensors", "tokenizer.json"):
        (tmp_path / name).touch()

    assert encoding(Settings(weights=tmp_path), None).weights == (
        f"{tmp_path / 'model.safetensors'} (the folder that FOOTNOTE_WEIGHTS names)"
    )
    assert encoding(Settings(embeddings="openai:text-embedding-3-small"), None).weights == "at its provider, openai"


def test_conversations_are_counted_where_they_are(tmp_path: Path) -> None:
    nothing_yet = look_up(Settings(home=tmp_path))
    kept = Conversations(Database(tmp_path))
    for each in ("one", "two"):
        kept.ask(each, f"turn-{each}", "Is the bridge open?")
    kept.ask("two", "turn-three", "Since when?")
    kept.close()

    assert nothing_yet.count == 0
    assert look_up(Settings(home=tmp_path)).said == f"2 in {tmp_path / 'conversations.db'}"


@pytest.mark.parametrize("url", ["mysterious://host/footnote", "no address"])
def test_a_setting_that_names_no_database_is_a_part_of_the_status(url: str) -> None:
    found = look_up(Settings(database_url=url))

    assert found.count is None
    assert found.said.startswith("nowhere: FOOTNOTE_DATABASE_URL ")


def test_conversations_that_cannot_be_read_say_why_and_where(tmp_path: Path) -> None:
    (tmp_path / "conversations.db").write_text("no database " * 400)

    assert f"{tmp_path / 'conversations.db'}: conversations cannot be read" in shown(Settings(home=tmp_path))


def test_neither_keys_nor_passwords_are_in_what_is_sent_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    settings = Settings(home=tmp_path / "library", model_url="http://ada:sesame@127.0.0.1:8080/v1")
    now = status(settings, Shelves(HELD, "all-MiniLM-L6-v2"), look_up(settings))
    report = bug_report(now)

    assert "http://127.0.0.1:8080/v1" in report
    assert "~/library" in report
    assert not any(secret in report for secret in (KEY, "sesame", str(tmp_path), "Bridge"))
    assert "sesame" not in str(status_json(now, Shelves(HELD, "all-MiniLM-L6-v2")))


def test_an_address_that_is_none_is_told_in_place_of_the_server(tmp_path: Path) -> None:
    assert "FOOTNOTE_MODEL_URL=127.0.0.1 is no address" in shown(Settings(home=tmp_path, model_url="127.0.0.1"))


def test_a_lock_that_nobody_holds_is_no_ingest(tmp_path: Path) -> None:
    with FileLock(tmp_path / "ingest.lock"):
        pass

    assert "nothing is being added" in shown(Settings(home=tmp_path))
