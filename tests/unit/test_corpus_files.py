"""The small files beside Chroma: vectors, generation and locks."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import numpy as np
import pytest

from assistant.corpus.generation import Generation
from assistant.corpus.hnsw import Unsound, indexed
from assistant.corpus.locks import hold, holder
from assistant.corpus.vectors import Vectors
from assistant.errors import LibraryBusy, LibraryUnusable


def test_vectors_come_back_by_encoder_and_digest(tmp_path: Path) -> None:
    vectors = Vectors(tmp_path / "vectors.db")
    some = {f"{number:064x}": np.full(4, number, np.float32) for number in range(2500)}
    vectors.put("one", some)
    vectors.put("two", {"0": np.zeros(2, np.float32)})
    vectors.close()

    again = Vectors(tmp_path / "vectors.db")
    found = again.get("one", [*some, "unknown"])
    assert found.keys() == some.keys()
    assert all((found[each] == some[each]).all() for each in some)
    assert again.get("two", some) == {}


def test_vectors_that_are_not_kept_are_forgotten(tmp_path: Path) -> None:
    vectors = Vectors(tmp_path / "vectors.db")
    for encoder in ("one", "two"):
        vectors.put(encoder, {each: np.zeros(2, np.float32) for each in "abc"})
    assert vectors.keep_only("one", {"a"}) == 5
    assert vectors.get("one", "abc").keys() == {"a"}
    assert vectors.get("two", "abc") == {}


def test_threads_may_share_vectors(tmp_path: Path) -> None:
    vectors = Vectors(tmp_path / "vectors.db")

    def put(thread: int) -> None:
        for number in range(20):
            vectors.put("one", {f"{thread} {number}": np.zeros(2, np.float32)})

    threads = [threading.Thread(target=put, args=(each,)) for each in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert vectors.keep_only("one", set()) == 80


def test_a_file_that_is_no_database_is_told_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "vectors.db").write_bytes(b"no database" * 1000)
    with pytest.raises(LibraryUnusable, match="--rebuild"):
        Vectors(tmp_path / "vectors.db")


def test_a_generation_is_odd_while_a_batch_is_written(tmp_path: Path) -> None:
    generation = Generation(tmp_path)
    before = generation.read()
    number = generation.begin()
    assert (before % 2, generation.read() % 2, number % 2) == (0, 1, 0)
    generation.finish(number)
    assert Generation(tmp_path).read() == number


def test_a_batch_begun_after_one_that_was_cut_short_ends_even(tmp_path: Path) -> None:
    generation = Generation(tmp_path)
    first = generation.begin()
    assert generation.begin() == first


@pytest.mark.parametrize("said", ["", "garbage", "\x00"])
def test_a_generation_that_cannot_be_read_is_none(tmp_path: Path, said: str) -> None:
    (tmp_path / "generation").write_text(said)
    assert Generation(tmp_path).read() == 0


def test_who_waits_for_a_lock_is_told_who_holds_it_and_gives_up_in_time(tmp_path: Path) -> None:
    told: list[str] = []
    with hold(tmp_path / "ingest.lock", patience=0):
        with pytest.raises(LibraryBusy, match="process"), hold(tmp_path / "ingest.lock", 0.1, told.append):
            pass
        assert len(told) == 1
    with hold(tmp_path / "ingest.lock", patience=0):
        pass


def test_a_lock_is_let_go_when_what_it_guards_fails(tmp_path: Path) -> None:
    with pytest.raises(KeyError), hold(tmp_path / "ingest.lock", patience=0):
        raise KeyError
    with hold(tmp_path / "ingest.lock", patience=0):
        pass


def test_an_index_that_would_run_code_when_it_is_read_is_unsound(tmp_path: Path) -> None:
    """A folder may come from somebody else; what it holds is data."""
    from ingest.ingesting import ingest
    from tests.made import MadeUp, stories

    ingest(stories(0, 210), tmp_path / "library", MadeUp())
    [names] = (tmp_path / "library" / "chroma").glob("*/index_metadata.pickle")
    ran = tmp_path / "ran"
    names.write_bytes(f"cpathlib\nPath.touch\n(cpathlib\nPath\n(V{ran}\ntRtR.".encode())
    with pytest.raises(Unsound):
        indexed(names.parent)
    assert not ran.exists()


def test_an_index_that_was_never_written_holds_nothing(tmp_path: Path) -> None:
    assert indexed(tmp_path) == set()


def test_who_holds_a_library_is_named_as_people_know_it(tmp_path: Path) -> None:
    lock = tmp_path / "ingest.lock"

    def held_by(command: str) -> str:
        note = {"pid": 4711, "command": command, "since": "14:02:11"}
        lock.with_suffix(".holder").write_text(json.dumps(note), encoding="utf-8")
        return holder(lock)

    assert held_by("footnote ingest news") == "`footnote ingest news` (process 4711, since 14:02:11)"
    assert held_by("app.py") == "the page (process 4711, since 14:02:11)"
    assert held_by("") == "another process"
