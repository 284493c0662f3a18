"""How a draft is told from what the library has: the same, an edit, a move or a copy."""

from __future__ import annotations

from pathlib import Path

from assistant.corpus.records import Known, words_digest
from ingest.draft import Draft
from ingest.shelf import Shelf, story_of
from tests.made import file_story, story


def known(draft: Draft, article_id: str = "first") -> Known:
    words = words_digest(draft.description.title, draft.paragraphs)
    return Known(article_id, draft.key, draft.origin, "made", words, story_of(draft.paragraphs), "fingerprint")


def test_the_same_key_is_the_same_article_whatever_it_says() -> None:
    shelf = Shelf([known(story("ferry"))])
    assert shelf.same(story("ferry", ["Other words."])) == known(story("ferry"))


def test_the_same_words_where_the_old_file_is_gone_are_a_move(tmp_path: Path) -> None:
    old = file_story(tmp_path / "old.txt", "ferry")
    shelf = Shelf([known(old)])
    Path(old.origin).unlink()
    assert shelf.same(file_story(tmp_path / "new.txt", "ferry")) == known(old)


def test_the_same_words_where_the_old_file_is_still_there_are_a_copy(tmp_path: Path) -> None:
    old = file_story(tmp_path / "old.txt", "ferry")
    shelf = Shelf([known(old)])
    new = file_story(tmp_path / "new.txt", "ferry")
    assert shelf.same(new) is None
    assert shelf.new_id(new) not in ("", "first")
    assert shelf.knows_story(known(new).story)


def test_what_came_from_elsewhere_than_a_file_never_moved() -> None:
    for origin in ("-", "https://example.org/ferry"):
        shelf = Shelf([known(story("ferry", key="url:a", origin=origin))])
        assert shelf.same(story("ferry", key="url:b")) is None


def test_an_article_met_in_this_ingest_is_not_taken_for_moved(tmp_path: Path) -> None:
    first = file_story(tmp_path / "first.txt", "ferry")
    shelf = Shelf([known(first)])
    shelf.note(known(first))
    Path(first.origin).unlink()
    assert shelf.same(file_story(tmp_path / "second.txt", "ferry")) is None


def test_copies_have_ids_of_their_own() -> None:
    shelf = Shelf([])
    one, two = story("ferry", key="id:one"), story("ferry", key="id:two")
    first = shelf.new_id(one)
    shelf.note(known(one, first))
    assert shelf.new_id(two) not in {first, shelf.new_id(story("other"))}


def test_an_edit_is_known_by_its_new_words_only(tmp_path: Path) -> None:
    before = file_story(tmp_path / "news.txt", "ferry")
    after = file_story(tmp_path / "news.txt", "ferry", ["Other words."])
    shelf = Shelf([known(before)])
    shelf.note(known(after))
    Path(before.origin).unlink()
    assert shelf.same(file_story(tmp_path / "new.txt", "ferry")) is None


def test_only_what_came_from_the_sources_named_is_gone(tmp_path: Path) -> None:
    kept = file_story(tmp_path / "news" / "kept.txt", "kept")
    gone = file_story(tmp_path / "news" / "gone.txt", "gone")
    broken = file_story(tmp_path / "news" / "broken.txt", "broken")
    other = file_story(tmp_path / "newsroom" / "other.txt", "other")
    typed = story("typed")
    shelf = Shelf([known(each, each.key) for each in (kept, gone, broken, other, typed)])
    shelf.note(known(kept, kept.key))
    found = shelf.gone_from([tmp_path / "news"], [broken.origin])
    assert [each.key for each in found] == [gone.key]


def test_a_story_is_the_same_whatever_its_case_and_punctuation() -> None:
    one, two = story("a", ["The ferry: sailed!"]), story("b", ["the FERRY sailed"])
    assert story_of(one.paragraphs) == story_of(two.paragraphs)
    assert story_of(one.paragraphs) != story_of(story("c", ["The ferry sank."]).paragraphs)
