"""Libraries on disk, and other processes to share them with."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest.ingesting import ingest
from tests.made import MadeUp, stories
from tests.terminal import Footnote, Ran
from ui.commands import main

ROOT = Path(__file__).parents[2]

STORIES = 230
"""In the library that tests begin with: 1,150 passages, of which Chroma has written 1,000 into its index files."""


class Elsewhere:
    """Another process that does one thing of `elsewhere.py`."""

    def __init__(self, *said: object) -> None:
        command = [sys.executable, "-m", "tests.integration.elsewhere", *map(str, said)]
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )

    def ask(self) -> str:
        """Send it a line; the line that it says then."""
        assert self.process.stdin
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return self.line()

    def line(self) -> str:
        """The next line that it says."""
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def end(self) -> Any:
        """Wait for its end; what it came to, and its last words where it died."""
        said, complained = self.process.communicate(timeout=240)
        assert self.process.returncode in (0, 3), f"{self.process.returncode}: {complained[-2000:]}"
        return json.loads(said.splitlines()[-1])


@pytest.fixture
def footnote(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Footnote:
    """Run a command in this process, as `footnote` does."""

    def run(*words: object, given: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "argv", ["footnote", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        with pytest.raises(SystemExit) as end:
            main()
        printed = capsys.readouterr()
        return Ran(int(end.value.code or 0), printed.out, printed.err)

    return run


@pytest.fixture
def elsewhere() -> Iterator[Callable[..., Elsewhere]]:
    started: list[Elsewhere] = []

    def start(*said: object) -> Elsewhere:
        started.append(Elsewhere(*said))
        return started[-1]

    yield start
    for each in started:
        each.process.kill()
        each.process.communicate()


@pytest.fixture(scope="session")
def first_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("first") / "library"
    ingest(stories(0, STORIES), home, MadeUp())
    return home


@pytest.fixture
def library(first_library: Path, tmp_path: Path) -> Path:
    """A library of its own with `STORIES` stories."""
    return Path(shutil.copytree(first_library, tmp_path / "library"))


@pytest.fixture(scope="session")
def first_small_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("small") / "library"
    ingest(stories(0, 12), home, MadeUp())
    return home


@pytest.fixture
def small_library(first_small_library: Path, tmp_path: Path) -> Path:
    """A library of its own with twelve stories, all still in Chroma's log."""
    return Path(shutil.copytree(first_small_library, tmp_path / "library"))


@pytest.fixture
def made_up() -> MadeUp:
    return MadeUp()


@pytest.fixture
def no_keys(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An environment that names no provider, no key and no place to trace to."""
    from langsmith.utils import get_env_var

    for name in [*os.environ]:
        if name.startswith(("OPENAI_", "ANTHROPIC_", "OLLAMA_", "LANGSMITH_", "LANGCHAIN_", "OTEL_", "FOOTNOTE_")):
            monkeypatch.delenv(name)
    get_env_var.cache_clear()
    yield
    get_env_var.cache_clear()
