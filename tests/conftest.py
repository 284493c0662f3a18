"""What all tests share: the sample library, opened with the real encoder."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from assistant.conversations.store import Conversations
from assistant.embeddings import open_encoder
from assistant.embeddings.encoder import Encoder
from assistant.library import Library, open_library
from assistant.settings import Settings
from ingest.ingesting import ingest
from ingest.read import read
from tests.postgres import MISSING, Server, programs
from tests.stores import Stores

# The first example may load a model, and machines differ: no test asserts a time.
settings.register_profile("footnote", deadline=None)
settings.load_profile("footnote")

SEEDS = Path(__file__).parents[1] / "seeds"


def pytest_collection_finish() -> None:
    """Spare the collector what stays until the end: modules and tests."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The encoder that comes with Footnote."""
    return open_encoder(None, None)


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Path:
    """The folder of a library that holds the two sample articles; not to be changed."""
    home = tmp_path_factory.mktemp("samples") / "library"
    ingest(read(SEEDS), home, encoder)
    return home


@pytest.fixture(scope="session")
def samples(sample_home: Path) -> Iterator[Library]:
    """The sample library, open."""
    with open_library(Settings(home=sample_home)) as library:
        yield library


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server that runs for the tests alone."""
    found = programs()
    if found is None:
        pytest.fail(MISSING) if os.environ.get("CI") == "true" else pytest.skip(MISSING)
    server = Server(found)
    yield server
    server.remove()


@pytest.fixture(params=["sqlite", "postgresql"])
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stores]:
    """Conversations in each database in which they may be kept, none yet."""
    url = request.getfixturevalue("postgres").emptied() if request.param == "postgresql" else None
    opened = Stores(tmp_path, url)
    yield opened
    opened.close()


@pytest.fixture
def kept(stores: Stores) -> Conversations:
    return stores.open()
