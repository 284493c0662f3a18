"""Several processes on one library."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assistant.corpus.reading import Reader
from assistant.domain import Filters
from ingest import batch
from ingest.ingesting import ingest
from tests.integration.conftest import STORIES, Elsewhere
from tests.looking import look
from tests.made import PARAGRAPHS, MadeUp, stories

Start = Callable[..., Elsewhere]


def test_a_reader_sees_what_another_process_added(library: Path, elsewhere: Start, made_up: MadeUp) -> None:
    reader = Reader(library)
    assert reader.matching("lantern900x3", 3, Filters()) == []

    elsewhere("ingest", library, 900, 901, 100).end()

    words = made_up.encode_question("Paragraph 3 of story 900 tells of lantern900x3.")
    nearest, similarity = reader.nearest(words, 1, Filters())[0]
    [(matching, _)] = reader.matching("lantern900x3", 3, Filters())
    assert nearest == matching
    assert similarity > 0.9999
    assert reader.article(nearest.split(":")[0]).description.title == "Story 900"


def test_a_reader_that_opens_again_lets_go_of_the_index_it_had(small_library: Path, made_up: MadeUp) -> None:
    reader = Reader(small_library)
    indexes = [weakref.ref(reader._current().chroma._client._server)]
    for number in range(900, 903):
        ingest([*stories(number, number + 1)], small_library, made_up)
        assert reader.matching(f"lantern{number}x1", 1, Filters())
        indexes.append(weakref.ref(reader._current().chroma._client._server))
    assert [each() is None for each in indexes] == [True, True, True, False]


def test_processes_that_read_and_write_in_turns_lose_nothing(library: Path, elsewhere: Start, made_up: MadeUp) -> None:
    reader = Reader(library)
    for turn in range(3):
        first = 900 + 40 * turn
        elsewhere("ingest", library, first, first + 20, 50).end()
        ingest(stories(first + 20, first + 40), library, made_up)
        assert reader.counts()[0] == STORIES + 40 * (turn + 1)
        assert reader.matching(f"lantern{first}x1", 1, Filters())
        assert reader.matching(f"lantern{first + 39}x1", 1, Filters())
    assert look(library).faults == ()


def test_of_two_ingests_at_once_the_second_waits_for_the_first_and_nothing_is_lost(
    library: Path, elsewhere: Start
) -> None:
    first = elsewhere("ingest", library, 900, 960, 50)
    assert first.line() == "reading"
    second = elsewhere("ingest", library, 940, 1000, 50)

    said = second.line()
    assert said.startswith("waiting for `elsewhere.py ingest")
    assert f"process {first.process.pid}" in said
    assert first.end()["added"] == 60
    assert second.end() | {"seconds": 0} == {
        "added": 40, "updated": 0, "unchanged": 20, "removed": 0, "copies": 0, "rejected": [],
        "embedded": 40 * (PARAGRAPHS + 1),  # and a lead each
        "articles": STORIES + 100, "passages": (STORIES + 100) * PARAGRAPHS, "seconds": 0,
        "stopped": False,
    }  # fmt: skip
    assert look(library).faults == ()


def test_readers_that_ask_all_the_while_get_whole_answers_and_then_the_newest(
    library: Path, elsewhere: Start, tmp_path: Path
) -> None:
    stop = tmp_path / "stop"
    watchers = [elsewhere("watch", library, stop) for _ in range(2)]
    assert [each.line() for each in watchers] == ["watching", "watching"]

    elsewhere("ingest", library, 1000, 1200, 125).end()
    stop.touch()

    for watcher in watchers:
        seen = watcher.end()
        assert seen["wrong"] == []
        assert seen["generations"] > 3
        assert seen["counts"] == [STORIES + 200, (STORIES + 200) * PARAGRAPHS]
    assert look(library).faults == ()


def test_threads_share_a_reader_while_another_process_writes(library: Path, elsewhere: Start, made_up: MadeUp) -> None:
    reader = Reader(library)
    writer = elsewhere("ingest", library, 1000, 1060, 50)
    assert writer.line() == "reading"

    def ask(thread: int) -> int:
        asked = 0
        while writer.process.poll() is None:
            assert len(reader.nearest(made_up.encode_question(f"{thread} {asked}"), 5, Filters())) == 5
            assert reader.matching(f"lantern{thread}x1", 3, Filters())
            asked += 1
        return asked

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(ask, range(8)))
    assert reader.counts()[0] == STORIES + 60


def test_a_reader_in_the_process_that_writes_sees_each_batch(
    library: Path, made_up: MadeUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "PASSAGES", 250)
    reader = Reader(library)
    seen = []

    def watched() -> object:
        for draft in stories(1000, 1200):
            seen.append(reader.counts()[0])
            yield draft

    ingest(watched(), library, made_up)
    assert len(set(seen)) > 2
    assert reader.counts()[0] == STORIES + 200
    assert look(library).faults == ()


def test_a_library_deleted_and_made_anew_is_not_taken_for_the_old_one(tmp_path: Path, made_up: MadeUp) -> None:
    import shutil

    home = tmp_path / "library"
    ingest(stories(0, 2), home, made_up)
    reader = Reader(home)
    assert reader.matching("lantern0x1", 1, Filters())

    shutil.rmtree(home)
    ingest(stories(5, 7), home, made_up)

    assert reader.matching("lantern0x1", 1, Filters()) == []
    assert reader.matching("lantern5x1", 1, Filters())
