"""Writers killed at random moments."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from assistant.corpus.generation import Generation
from ingest.ingesting import ingest
from tests.integration.conftest import STORIES, Elsewhere
from tests.looking import look
from tests.made import MadeUp, stories

Start = Callable[..., Elsewhere]


def kill(writer: Elsewhere, after: float) -> None:
    time.sleep(after)
    writer.process.send_signal(signal.SIGKILL)
    writer.process.wait()


def kill_within_a_batch(writer: Elsewhere, home: Path, after: float) -> bool:
    """Kill it when a batch has been under way for so long; whether it was still under way."""
    generation = Generation(home)
    while generation.read() % 2 == 0 and writer.process.poll() is None:
        time.sleep(0.001)
    kill(writer, after)
    return generation.read() % 2 == 1


def test_five_kills_leave_the_library_that_none_would_have_left(
    tmp_path: Path, elsewhere: Start, made_up: MadeUp
) -> None:
    chance = np.random.default_rng(7)
    home, undisturbed = tmp_path / "library", tmp_path / "undisturbed"
    reader = elsewhere("attend", home)
    within = 0
    for number in range(5):
        writer = elsewhere("ingest", home, 0, 180 + 10 * number, 60)
        assert writer.line() == "reading"
        within += kill_within_a_batch(writer, home, chance.uniform(0, 0.15))
        assert reader.ask().startswith(("found 5 of ", "found 0 of 0"))
    assert within >= 1

    ingest(stories(0, STORIES), home, made_up)
    ingest(stories(0, STORIES), undisturbed, made_up)

    found = look(home)
    assert found.is_like(look(undisturbed))
    assert found.faults == ()


def test_a_writer_killed_within_the_matrix_leaves_a_library_that_filters_as_it_should(
    small_library: Path, elsewhere: Start, made_up: MadeUp
) -> None:
    writer = elsewhere("die", small_library, 0, 20)
    writer.process.wait()
    assert writer.process.returncode == -signal.SIGKILL
    assert look(small_library).faults == ()

    ingest(stories(0, 20), small_library, made_up)

    assert len(look(small_library).articles) == 20
    assert look(small_library).faults == ()


def test_a_rebuild_killed_before_its_swap_leaves_the_old_library(
    library: Path, elsewhere: Start, made_up: MadeUp
) -> None:
    before = look(library)
    for number in range(2):
        rebuilder = elsewhere("rebuild", library, "another", 100)
        assert rebuilder.line() == "rebuilding"
        kill(rebuilder, 0.4 * number)
        assert look(library).is_like(before)

    report = ingest(stories(0, STORIES), library, made_up)

    assert (report.unchanged, report.embedded) == (STORIES, 0)
    assert look(library).is_like(before)
    assert look(library).faults == ()


def test_a_rebuild_killed_within_its_swap_leaves_one_library_whole(library: Path, elsewhere: Start) -> None:
    before = look(library)
    encoders = set()
    for delay in (0.0, 0.02, 0.05):
        rebuilder = elsewhere("rebuild", library, "another", 1000)
        while not (library / "swapping").exists() and rebuilder.process.poll() is None:
            time.sleep(0.0005)
        kill(rebuilder, delay)
        after = look(library)
        assert after.faults == ()
        assert after.articles == before.articles
        assert {each: words for each, (words, _) in after.passages.items()} == {
            each: words for each, (words, _) in before.passages.items()
        }
        encoders |= {vector.shape for vector in after.vectors.values()}
    assert encoders == {(48,)}
