"""Folders that cannot be written: said plainly, and the library stays as it was."""

from __future__ import annotations

import os
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant.corpus.reading import Reader
from assistant.errors import LibraryBusy, LibraryMissing, LibraryUnusable
from ingest.ingesting import ingest
from tests.integration.conftest import Elsewhere
from tests.looking import look
from tests.made import MadeUp, stories


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """As on a disk that is full once a file has grown so far."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("name", ["vectors.db", "chroma/chroma.sqlite3"])
def test_a_full_disk_is_told_and_costs_nothing_that_was_there(small_library: Path, made_up: MadeUp, name: str) -> None:
    before = look(small_library)

    size = (small_library / name).stat().st_size
    with files_no_larger_than(size), pytest.raises(LibraryUnusable, match="disk"):
        ingest(stories(0, 150), small_library, made_up)

    after = look(small_library)
    assert before.articles.items() <= after.articles.items()
    assert ingest(stories(0, 150), small_library, made_up).articles == 150
    assert look(small_library).faults == ()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(small_library: Path, made_up: MadeUp) -> None:
    small_library.chmod(0o500)
    try:
        with pytest.raises(LibraryUnusable, match="--home"):
            ingest(stories(0, 20), small_library, made_up)
    finally:
        small_library.chmod(0o700)
    assert look(small_library).faults == ()


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path, made_up: MadeUp) -> None:
    (tmp_path / "library").write_text("")
    with pytest.raises(LibraryUnusable, match="--home"):
        ingest(stories(0, 1), tmp_path / "library", made_up)


def test_there_is_no_library_in_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing, match="footnote ingest"):
        Reader(tmp_path).counts()


def test_a_library_whose_making_was_cut_short_is_missing_and_can_be_made(tmp_path: Path, made_up: MadeUp) -> None:
    import chromadb

    chromadb.PersistentClient(path=str(tmp_path / "chroma"))
    with pytest.raises(LibraryMissing, match="footnote ingest"):
        Reader(tmp_path).counts()
    assert ingest(stories(0, 2), tmp_path, made_up).articles == 2


def test_a_broken_index_is_not_mended_under_a_writer(
    library: Path, elsewhere: Callable[..., Elsewhere], monkeypatch: pytest.MonkeyPatch
) -> None:
    from assistant.corpus import opening
    from assistant.corpus.folder import Folder

    monkeypatch.setattr(opening, "_WRITERS_TURN", 0.5)
    index = max((library / "chroma").glob("*/data_level0.bin"), key=lambda file: file.stat().st_size)
    with Folder(library).ingesting(patience=0):
        index.write_bytes(b"")
        with pytest.raises(LibraryBusy, match="broken index"):
            Reader(library).counts()
    assert look(library).faults == ()
