"""A library made anew for another encoder."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.corpus.reading import Reader
from assistant.domain import Filters
from assistant.errors import CorpusMismatch
from ingest import batch
from ingest.ingesting import ingest, rebuild
from ingest.report import Report
from tests.looking import look
from tests.made import PARAGRAPHS, MadeUp, stories

OTHER = MadeUp("another", 48)


def test_another_encoder_is_refused_until_the_library_is_rebuilt(small_library: Path) -> None:
    before = look(small_library)
    with pytest.raises(CorpusMismatch, match="footnote ingest --rebuild"):
        ingest(stories(0, 20), small_library, OTHER)
    with pytest.raises(CorpusMismatch, match="made-up"):
        Reader(small_library).require(OTHER)
    assert look(small_library).is_like(before)

    report = rebuild(small_library, OTHER, on_progress=lambda _: None)

    assert (report.articles, report.passages) == (12, 12 * PARAGRAPHS)
    Reader(small_library).require(OTHER)
    assert ingest(stories(0, 12), small_library, OTHER).unchanged == 12
    after = look(small_library)
    assert after.faults == ()
    assert after.articles == before.articles
    assert {vector.shape for vector in after.vectors.values()} == {(48,)}


def test_a_reader_answers_from_the_old_library_until_the_new_one_is_there(
    small_library: Path, made_up: MadeUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "PASSAGES", 10)
    question = made_up.encode_question("Paragraph 2 of story 3 tells of lantern3x2.")
    reader = Reader(small_library)
    [before] = reader.nearest(question, 1, Filters())
    seen = []

    def asked(report: Report) -> None:
        seen.append(reader.nearest(question, 1, Filters()) == [before] and reader.stamp.encoder == "made-up")
        seen.append(Reader(small_library).counts() == (12, 12 * PARAGRAPHS))

    rebuild(small_library, OTHER, on_progress=asked)

    assert len(seen) == 24
    assert all(seen)
    assert reader.stamp.encoder == "another"
    assert reader.matching("lantern3x2", 1, Filters())[0][0] == before[0]


def test_rebuilding_twice_leaves_no_files_behind(small_library: Path, made_up: MadeUp) -> None:
    for encoder in (OTHER, made_up):
        rebuild(small_library, encoder, on_progress=lambda _: None)
    assert len([each for each in (small_library / "chroma").iterdir() if each.is_dir()]) == 2
    assert not (small_library / "rebuilding").exists()
    assert not (small_library / "swapping").exists()
