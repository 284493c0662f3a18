"""What is kept of the past: earlier versions of an article, and what was removed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.corpus.chroma import Chroma
from assistant.corpus.reading import Reader
from assistant.domain import Filters, Furniture, Version
from assistant.errors import UnknownArticle
from ingest.ingesting import ingest, rebuild, remove, restore
from tests.looking import look
from tests.made import PARAGRAPHS, MadeUp, file_story, story

FIRST = ("The ferry sailed lanternA.", "The bridge closed lanternB.")
SECOND = ("The ferry sailed lanternA.", "The bridge opened lanternC.")
THIRD = ("The ferry sank lanternD.", "The bridge opened lanternC.")


@pytest.fixture
def home(tmp_path: Path, made_up: MadeUp) -> Path:
    ingest([story("ferry", FIRST), story("other")], tmp_path / "library", made_up)
    return tmp_path / "library"


def ferry(home: Path) -> str:
    return next(each.id for each in Reader(home).summaries() if each.description.title.startswith("Story ferry"))


def texts(version: Version) -> tuple[str, ...]:
    return tuple(each.text for each in version.article.paragraphs)


def test_an_edit_keeps_the_earlier_versions_newest_first(home: Path, made_up: MadeUp) -> None:
    for told in (SECOND, THIRD, THIRD):
        ingest([story("ferry", told)], home, made_up)

    versions = Reader(home).versions(ferry(home))

    assert [texts(each) for each in versions] == [SECOND, FIRST]
    newest, oldest = versions
    assert oldest.seen is not None
    assert oldest.seen < oldest.superseded == newest.seen
    assert Reader(home).versions("unknown") == []
    assert look(home).faults == ()


def test_two_edits_in_one_ingest_keep_what_was_between(home: Path, made_up: MadeUp) -> None:
    ingest([story("ferry", SECOND), story("ferry", THIRD)], home, made_up)
    assert [texts(each) for each in Reader(home).versions(ferry(home))] == [SECOND, FIRST]
    assert Reader(home).article(ferry(home)).paragraphs[0].text == THIRD[0]


def test_another_headline_or_date_is_another_version_and_other_furniture_is_none(home: Path, made_up: MadeUp) -> None:
    draft = story("ferry", FIRST)
    ingest([replace(draft, furniture=(Furniture(0, "Share this"),))], home, made_up)
    assert Reader(home).versions(ferry(home)) == []
    headed = replace(draft, description=replace(draft.description, title="Story ferry, corrected"))
    ingest([headed], home, made_up)
    ingest([replace(headed, description=replace(headed.description, published=date(2025, 3, 2)))], home, made_up)
    titles = [each.article.description.title for each in Reader(home).versions(ferry(home))]
    assert titles == ["Story ferry, corrected", "Story ferry"]


def test_a_rebuild_keeps_the_versions(home: Path, made_up: MadeUp) -> None:
    ingest([story("ferry", SECOND)], home, made_up)
    rebuild(home, MadeUp("another", 48), on_progress=lambda _: None)
    assert [texts(each) for each in Reader(home).versions(ferry(home))] == [FIRST]
    assert look(home).faults == ()


def test_a_writer_killed_between_a_version_and_its_article_neither_loses_nor_doubles_it(
    home: Path, made_up: MadeUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_by = Chroma.put_by

    def put_by_and_die(chroma: Chroma, *said: object) -> None:
        put_by(chroma, *said)  # type: ignore[arg-type]  # passed on as it came
        raise KeyboardInterrupt

    monkeypatch.setattr(Chroma, "put_by", put_by_and_die)
    with pytest.raises(KeyboardInterrupt):
        ingest([story("ferry", SECOND)], home, made_up)
    monkeypatch.undo()
    assert Reader(home).versions(ferry(home)) == []

    ingest([story("ferry", SECOND)], home, made_up)

    assert [texts(each) for each in Reader(home).versions(ferry(home))] == [FIRST]
    assert look(home).faults == ()


def test_a_broken_index_of_what_is_past_is_mended_with_the_others(home: Path, made_up: MadeUp) -> None:
    ingest([story("ferry", SECOND)], home, made_up)
    before = look(home)
    for folder in (home / "chroma").iterdir():
        if folder.is_dir():
            (folder / "header.bin").write_bytes(b"")
    assert look(home).is_like(before)


def test_a_removed_article_comes_back_whole_and_nothing_is_encoded(home: Path, made_up: MadeUp) -> None:
    ingest([story("ferry", SECOND)], home, made_up)
    before, article_id, encoded = look(home), ferry(home), made_up.encoded

    remove([article_id], home, made_up)

    reader = Reader(home)
    assert reader.counts() == (1, PARAGRAPHS)
    assert reader.matching("lanternA", 5, Filters()) == []
    [removed] = reader.removed()
    assert (removed.summary.id, removed.summary.paragraphs) == (article_id, 2)

    restore([article_id], home, made_up)

    assert look(home).is_like(before)
    assert look(home).faults == ()
    assert Reader(home).removed() == []
    assert made_up.encoded == encoded


def test_the_next_ingest_forgets_what_was_removed_for_good(home: Path, made_up: MadeUp) -> None:
    ingest([story("ferry", SECOND)], home, made_up)
    article_id = ferry(home)
    remove([article_id], home, made_up)

    ingest([story("other")], home, made_up)

    assert Reader(home).removed() == []
    assert look(home).past == {}
    with pytest.raises(UnknownArticle, match="until the next ingest"):
        restore([article_id], home, made_up)


def test_a_removed_article_that_is_read_again_is_there_once_with_its_versions(home: Path, made_up: MadeUp) -> None:
    ingest([story("ferry", SECOND)], home, made_up)
    remove([ferry(home)], home, made_up)
    ingest([story("ferry", FIRST)], home, made_up)
    assert [texts(each) for each in Reader(home).versions(ferry(home))] == [FIRST]
    assert Reader(home).removed() == []


def test_what_a_sync_took_out_can_be_put_back(tmp_path: Path, made_up: MadeUp) -> None:
    home, gone = tmp_path / "library", file_story(tmp_path / "news" / "gone.txt", "gone")
    ingest([gone, story("other")], home, made_up)
    Path(gone.origin).unlink()
    ingest([], home, made_up, sync=[tmp_path / "news"])
    [removed] = Reader(home).removed()
    restore([removed.summary.id], home, made_up)
    assert Reader(home).counts()[0] == 2
