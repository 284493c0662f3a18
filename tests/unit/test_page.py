"""The page before there is anything to ask."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from importlib.machinery import PathFinder
from pathlib import Path

import pytest
from filelock import FileLock
from streamlit import config
from streamlit.testing.v1 import AppTest

import ui
from assistant.conversations.database import Database
from assistant.conversations.store import Conversations
from assistant.errors import LibraryUnusable
from assistant.settings import read_settings
from ingest.ingesting import ingest
from ingest.pieces import pieces_of
from tests.made import MadeUp, answer, stories
from ui.filling import being_filled
from ui.opening import opening

FOLDER = Path(ui.__file__).parent
PAGE = FOLDER / "app.py"
READERS = ("docx", "feedparser", "httpx", "ijson", "lxml", "markdown_it", "py3langid", "pypdfium2", "trafilatura")
HEAVY = ("chromadb", "langchain", "langchain_core", "onnxruntime", "sqlalchemy", "tantivy")


@pytest.fixture
def empty_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("FOOTNOTE_HOME", str(tmp_path / "library"))
    monkeypatch.chdir(tmp_path)
    return AppTest.from_file(str(PAGE), default_timeout=90)


def test_the_first_run_draws_a_title_and_takes_a_question_before_the_library_is_open(
    empty_page: AppTest,
) -> None:
    empty_page.run()

    assert not empty_page.exception
    assert not empty_page.error
    assert len(empty_page.title) == 1
    assert len(empty_page.chat_input) == 1


def test_a_kept_conversation_says_why_nothing_can_be_asked_and_offers_to_make_an_older_library_anew(
    empty_page: AppTest, tmp_path: Path
) -> None:
    home = tmp_path / "library"
    ingest(stories(0, 1), home, MadeUp())  # embedded with another encoder than the page's
    store = Conversations(Database(home))
    store.answer("turn", answer(store.ask("talk", "turn", "Is it open?")))
    store.close()
    empty_page.query_params["conversation"] = "talk"

    with suppress(LibraryUnusable):
        opening(read_settings()).library()
    empty_page.run()

    assert "run `footnote ingest --rebuild" in empty_page.error[0].value
    assert empty_page.chat_input[0].disabled
    assert empty_page.button(key="rebuild").label == "Make it anew here"


def test_nothing_heavy_is_imported_to_draw_the_page() -> None:
    assert printed(f"import sys, ui.app; print([name for name in {HEAVY} if name in sys.modules])") == "[]"


def test_an_ingest_of_what_is_known_loads_no_reader(tmp_path: Path) -> None:
    source, home = tmp_path / "mill.html", tmp_path / "library"
    source.write_text("<html><title>Mill at Orrin closes</title><p>The mill at Orrin closed on Tuesday at noon.</p>")
    assert ingest(pieces_of(source), home, MadeUp()).added == 1

    again = "import sys; from pathlib import Path; from ingest.ingesting import ingest; "
    again += "from ingest.pieces import pieces_of; from tests.made import MadeUp; import ui.ingest_command; "
    again += f"report = ingest(pieces_of(Path({str(source)!r})), Path({str(home)!r}), MadeUp()); "
    again += f"print(report.unchanged, [name for name in {READERS} if name in sys.modules])"

    assert printed(again) == "1 []"


def test_no_module_of_the_page_hides_a_package() -> None:
    """`streamlit run` puts the page's folder in front of every other."""
    elsewhere = [path for path in sys.path if path and Path(path) != FOLDER]

    hidden = [path.stem for path in FOLDER.glob("*.py") if PathFinder.find_spec(path.stem, elsewhere)]

    assert [name for name in hidden if name != "__init__"] == []


def test_the_settings_beside_the_page_are_the_ones_that_streamlit_reads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(config, "_main_script_path", str(PAGE))

    assert str(FOLDER / ".streamlit" / "config.toml") in config.get_config_files("config.toml")


def test_an_ingest_that_is_going_on_is_seen(tmp_path: Path) -> None:
    look = "from pathlib import Path; from ui.filling import being_filled; "
    look += f"print(being_filled(Path({str(tmp_path)!r})))"

    assert not being_filled(tmp_path)
    with FileLock(tmp_path / "ingest.lock"):
        assert printed(look) == "True"
    assert not being_filled(tmp_path)


def printed(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()
