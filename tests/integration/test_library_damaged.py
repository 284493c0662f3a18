"""Libraries whose files were damaged: mended from what is kept, or refused with the remedy."""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from assistant.corpus.client import NAMES
from assistant.corpus.reading import Reader
from assistant.corpus.segments import look_whole
from assistant.domain import Filters
from assistant.errors import LibraryDamaged
from ingest.ingesting import ingest, rebuild
from tests.integration.conftest import STORIES, Elsewhere
from tests.looking import Contents, look
from tests.made import PARAGRAPHS, MadeUp, stories

WHOLE = [STORIES, STORIES * PARAGRAPHS]


def cut(share: float) -> Callable[[Path], None]:
    return lambda file: file.write_bytes(file.read_bytes()[: int(file.stat().st_size * share)])


def noise(file: Path) -> None:
    """Random bytes over the middle of it."""
    data = bytearray(file.read_bytes())
    middle = slice(len(data) // 3, len(data) // 2)
    data[middle] = np.random.default_rng(4).bytes(len(data[middle]))
    file.write_bytes(data)


def a_wild_link(file: Path) -> None:
    """The first link of the 500th element leads far outside."""
    data = bytearray(file.read_bytes())
    data[500 * 396 + 4 : 500 * 396 + 8] = b"\xff\xff\xff\x7f"
    file.write_bytes(data)


def garbage(file: Path) -> None:
    file.write_bytes(b"\x80\x04garbage")


DAMAGES: dict[str, tuple[str, Callable[[Path], None]]] = {
    "the folder is gone": ("", shutil.rmtree),
    "vectors are cut short": ("data_level0.bin", cut(0.6)),
    "vectors are empty": ("data_level0.bin", cut(0)),
    "the header is cut short": ("header.bin", cut(0.5)),
    "the header is empty": ("header.bin", cut(0)),
    "the header is noise": ("header.bin", noise),
    "links are cut short": ("link_lists.bin", cut(0.7)),
    "links are empty": ("link_lists.bin", cut(0)),
    "links are noise": ("link_lists.bin", noise),
    "the lengths are gone": ("length.bin", Path.unlink),
    "the names are garbage": ("index_metadata.pickle", garbage),
    "the names are gone": ("index_metadata.pickle", Path.unlink),
    "vectors are noise": ("data_level0.bin", noise),
    "one link is wild": ("data_level0.bin", a_wild_link),
}


def index_of(home: Path) -> Path:
    """The files of the larger vector index."""
    return max((home / "chroma").glob("*/data_level0.bin"), key=lambda file: file.stat().st_size).parent


def damage(home: Path, name: str) -> None:
    file, harm = DAMAGES[name]
    harm(index_of(home) / file)


@pytest.fixture(scope="session")
def contents(first_library: Path) -> Contents:
    return look(first_library)


@pytest.mark.parametrize("name", DAMAGES)
def test_a_broken_index_is_seen_before_chroma_reads_it(library: Path, name: str) -> None:
    assert look_whole(library / "chroma", NAMES)
    damage(library, name)
    assert not look_whole(library / "chroma", NAMES)


@pytest.mark.parametrize(
    "name", ["the folder is gone", "vectors are cut short", "links are noise", "the names are garbage"]
)
def test_a_broken_index_is_filled_again(
    library: Path, contents: Contents, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    damage(library, name)

    found = look(library)

    assert "filling it again from vectors.db" in caplog.text
    assert found.is_like(contents)
    assert found.faults == ()
    caplog.clear()
    assert list(Reader(library).counts()) == WHOLE
    assert caplog.text == ""


def test_a_broken_index_is_mended_in_the_process_that_finds_it_and_works_on(
    library: Path, elsewhere: Callable[..., Elsewhere]
) -> None:
    damage(library, "vectors are cut short")
    assert elsewhere("open", library).end() == WHOLE
    assert elsewhere("ingest", library, 900, 910, 50).end()["added"] == 10
    assert look(library).faults == ()


def test_a_writer_mends_a_broken_index_before_it_writes(library: Path, made_up: MadeUp) -> None:
    damage(library, "one link is wild")
    assert ingest(stories(0, STORIES), library, made_up).unchanged == STORIES
    assert look(library).faults == ()


def test_vectors_that_an_index_has_lost_are_missed(
    library: Path, made_up: MadeUp, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """As after another program wrote with an index that it had read before us: sound files, too few vectors."""
    older = shutil.copytree(index_of(library), tmp_path / "older")
    ingest(stories(900, 1200), library, made_up)
    newer = index_of(library)
    shutil.rmtree(newer)
    shutil.copytree(older, newer)

    assert look(library).faults == ()
    assert "are missing" in caplog.text


def test_without_kept_vectors_a_broken_index_is_refused_until_it_is_rebuilt(
    library: Path, contents: Contents, made_up: MadeUp
) -> None:
    damage(library, "vectors are cut short")
    (library / "vectors.db").unlink()
    for _ in range(2):
        with pytest.raises(LibraryDamaged, match="footnote ingest --rebuild"):
            Reader(library).counts()
    with pytest.raises(LibraryDamaged, match="footnote ingest --rebuild"):
        ingest(stories(0, 1), library, made_up)

    report = rebuild(library, made_up, on_progress=lambda _: None)

    assert [report.articles, report.passages] == WHOLE
    assert report.embedded == STORIES * (PARAGRAPHS + 1)
    assert look(library).is_like(contents)
    assert look(library).faults == ()


def lexical_file(home: Path) -> Path:
    return max((home / "lexical").glob("*.store"), key=lambda file: file.stat().st_size)


def another_schema(home: Path) -> None:
    file = home / "lexical" / "state.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"schema": 0}))


def out_of_step(home: Path) -> None:
    file = home / "generation"
    file.write_text(str(int(file.read_text()) + 2))


LEXICAL_DAMAGES: dict[str, Callable[[Path], None]] = {
    "the folder is gone": lambda home: shutil.rmtree(home / "lexical"),
    "the state is gone": lambda home: (home / "lexical" / "state.json").unlink(),
    "the state is garbage": lambda home: garbage(home / "lexical" / "state.json"),
    "tantivy's own state is garbage": lambda home: garbage(home / "lexical" / "meta.json"),
    "a file is cut short": lambda home: cut(0.5)(lexical_file(home)),
    "a file has other bytes": lambda home: noise(lexical_file(home)),
    "a file is gone": lambda home: lexical_file(home).unlink(),
    "it has another schema": another_schema,
    "it is out of step": out_of_step,
}


@pytest.mark.parametrize("name", LEXICAL_DAMAGES)
def test_a_lexical_index_that_cannot_be_trusted_is_made_again(
    small_library: Path, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    LEXICAL_DAMAGES[name](small_library)
    with caplog.at_level(logging.INFO):
        assert Reader(small_library).matching("lantern3x2", 1, Filters())
    assert "rebuilding the lexical index" in caplog.text
    assert look(small_library).faults == ()


MATRIX_DAMAGES: dict[str, Callable[[Path], None]] = {
    "the folder is gone": lambda home: shutil.rmtree(home / "matrix"),
    "the state is garbage": lambda home: garbage(home / "matrix" / "state.json"),
    "a file is cut short": lambda home: cut(0.5)(home / "matrix" / "vectors.i8"),
    "a file has other bytes": lambda home: noise(home / "matrix" / "articles.u4"),
    "it is out of step": out_of_step,
}


@pytest.mark.parametrize("name", MATRIX_DAMAGES)
def test_a_matrix_that_cannot_be_trusted_is_made_again(
    small_library: Path, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    MATRIX_DAMAGES[name](small_library)
    with caplog.at_level(logging.INFO):
        assert Reader(small_library).nearest(MadeUp().encode_question("?"), 5, Filters(authors=("Ada Quill",)))
    assert "rebuilding the matrix" in caplog.text
    assert look(small_library).faults == ()
