"""A file that the page has written is there when the browser asks for it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from streamlit import runtime
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from ui.downloads import MOST, await_fetch


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> MediaFileManager:
    """Streamlit's own, without its server."""
    kept = MediaFileManager(MemoryMediaFileStorage("/media"))
    monkeypatch.setattr(runtime, "exists", lambda: True)
    monkeypatch.setattr(runtime, "get_instance", lambda: SimpleNamespace(media_file_mgr=kept))
    return kept


def is_there(files: MediaFileManager, url: str) -> bool:
    return url.rsplit("/", 1)[-1].partition(".")[0] in files._file_metadata  # it tells no other way


def test_a_file_just_written_outlives_the_runs_of_other_pages_but_not_for_ever(files: MediaFileManager) -> None:
    button = files.add_deferred(lambda: await_fetch(b"words", "a.md", "text/markdown"), "text/markdown", "1", "a.md")
    url = files.execute_deferred(button)
    for _ in range(3):
        files.remove_orphaned_files()
    assert is_there(files, url)

    for number in range(MOST):
        await_fetch(str(number).encode(), "b.md", "text/markdown")
    for _ in range(2):
        files.remove_orphaned_files()
    assert not is_there(files, url)
