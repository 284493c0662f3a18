"""How a draft is told from what the library has: the same, an edit, a move or a copy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from assistant.corpus.known import Known, Sighting, Source, known_of
from assistant.domain import Article
from ingest.draft import Draft
from ingest.entries import story_of
from ingest.shelf import Shelf, with_sighting
from tests.made import file_story, story


def seen(draft: Draft, digest: str = "digest", place: str = "") -> Sighting:
    return Sighting(draft.origin, place, digest)


def known(draft: Draft, article_id: str = "first", digest: str = "digest", place: str = "") -> Known:
    article = Article(article_id, draft.description, draft.paragraphs)
    return known_of(Source(draft.key, (seen(draft, digest, place),), reading=1), article, story_of(draft.paragraphs))


def line(path: Path, number: int, name: str) -> Draft:
    """A draft as read from a line of a file that is there."""
    path.touch()
    return story(name, key=f"file:{path}#{number}", origin=str(path))


def test_the_same_key_is_the_same_article_whatever_it_says() -> None:
    shelf = Shelf([known(story("ferry"))])
    other = story("ferry", ["Other words."])
    assert shelf.same(other, seen(other)) == known(story("ferry"))


def test_the_same_words_where_the_old_file_is_gone_are_a_move(tmp_path: Path) -> None:
    old = file_story(tmp_path / "old.txt", "ferry")
    shelf = Shelf([known(old)])
    Path(old.origin).unlink()
    new = file_story(tmp_path / "new.txt", "ferry")
    assert shelf.same(new, seen(new)) == known(old)
    assert shelf.recognise(seen(new)) == known(old)
    placed = shelf.placed(known(old), seen(new), "new.txt")
    assert (placed.key, placed.origin, placed.source) == (new.key, new.origin, "new.txt")


def test_the_same_words_where_the_old_file_is_still_there_are_a_copy(tmp_path: Path) -> None:
    old = file_story(tmp_path / "old.txt", "ferry")
    shelf = Shelf([known(old)])
    new = file_story(tmp_path / "new.txt", "ferry")
    assert shelf.same(new, seen(new)) is None
    assert shelf.recognise(seen(new)) is None
    assert shelf.new_id(new) not in ("", "first")
    assert shelf.knows_story(known(new).story)


def test_what_came_from_elsewhere_than_a_file_never_moved() -> None:
    for origin in ("-", "https://example.org/ferry"):
        shelf = Shelf([known(story("ferry", key="url:a", origin=origin))])
        other = story("ferry", key="url:b")
        assert shelf.same(other, seen(other)) is None


def test_what_has_an_address_of_its_own_is_no_other_articles_move(tmp_path: Path) -> None:
    shelf = Shelf([known(story("ferry", key="url:a", origin=str(tmp_path / "gone.jsonl")))])
    other = story("ferry", key="url:b", origin=str(tmp_path / "new.jsonl"))
    assert shelf.same(other, seen(other, "other")) is None


def test_an_article_met_in_this_ingest_is_not_taken_for_moved(tmp_path: Path) -> None:
    first = file_story(tmp_path / "first.txt", "ferry")
    shelf = Shelf([known(first)])
    shelf.meet("first", seen(first))
    Path(first.origin).unlink()
    second = file_story(tmp_path / "second.txt", "ferry")
    assert shelf.same(second, seen(second)) is None


def test_the_same_bytes_in_another_file_that_is_there_change_nothing_where_they_name_their_article(
    tmp_path: Path,
) -> None:
    one = line(tmp_path / "one.jsonl", 1, "ferry")
    kept = known(story("ferry", key="url:a", origin=one.origin))
    shelf = Shelf([kept])
    shelf.meet("first", seen(one))
    elsewhere = Sighting(str(tmp_path / "two.jsonl"), "#7", "digest")
    assert shelf.recognise(elsewhere) == kept
    assert shelf.placed(kept, elsewhere, "two.jsonl:7") == kept


def test_a_line_that_another_was_put_in_above_is_the_same_article(tmp_path: Path) -> None:
    first = line(tmp_path / "dump.jsonl", 1, "ferry")
    shelf = Shelf([known(first, place="#1")])
    new = line(tmp_path / "dump.jsonl", 1, "bridge")
    assert shelf.same(new, seen(new, "other", "#1")) is None
    moved = seen(first, place="#2")
    assert shelf.recognise(moved) == known(first, place="#1")
    assert shelf.placed(known(first, place="#1"), moved, "dump.jsonl:2").key == f"file:{first.origin}#2"


def test_an_edited_line_is_known_by_its_headline_wherever_it_stands(tmp_path: Path) -> None:
    shelf = Shelf([known(line(tmp_path / "dump.jsonl", 1, "ferry"), place="#1")])
    edited = story("ferry", ["Other."], key=f"file:{tmp_path}/dump.jsonl#5", origin=str(tmp_path / "dump.jsonl"))
    assert shelf.same(edited, seen(edited, "other", "#5")) is not None


def test_two_dumps_that_count_from_one_do_not_tell_the_same_articles(tmp_path: Path) -> None:
    shelf = Shelf([known(story("ferry", key="id:1", origin=str(tmp_path / "one.jsonl")))])
    other = story("bridge", key="id:1", origin=str(tmp_path / "two.jsonl"))
    assert shelf.same(other, seen(other, "other")) is None
    same = story("ferry", ["Other."], key="id:1", origin=str(tmp_path / "two.jsonl"))
    assert shelf.same(same, seen(same, "other")) is not None


def test_copies_have_ids_of_their_own() -> None:
    shelf = Shelf([])
    one, two = story("ferry", key="id:one"), story("ferry", key="id:two")
    first = shelf.new_id(one)
    shelf.note(known(one, first), seen(one))
    assert shelf.new_id(two) not in {first, shelf.new_id(story("other"))}


def test_an_edit_is_known_by_its_new_words_only(tmp_path: Path) -> None:
    before = file_story(tmp_path / "news.txt", "ferry")
    after = file_story(tmp_path / "news.txt", "ferry", ["Other words."])
    shelf = Shelf([known(before)])
    shelf.note(known(after, digest="new"), seen(after, "new"))
    Path(before.origin).unlink()
    again = file_story(tmp_path / "new.txt", "ferry")
    assert shelf.same(again, seen(again)) is None
    assert shelf.recognise(seen(again)) is None


def test_only_what_came_from_the_sources_named_is_gone(tmp_path: Path) -> None:
    kept = file_story(tmp_path / "news" / "kept.txt", "kept")
    gone = file_story(tmp_path / "news" / "gone.txt", "gone")
    broken = file_story(tmp_path / "news" / "broken.txt", "broken")
    closed = file_story(tmp_path / "news" / "closed" / "any.txt", "closed")
    other = file_story(tmp_path / "newsroom" / "other.txt", "other")
    typed = story("typed")
    shelf = Shelf([known(each, each.key) for each in (kept, gone, broken, closed, other, typed)])
    shelf.meet(kept.key, seen(kept))
    found = shelf.gone_from([tmp_path / "news"], [broken.origin, str(tmp_path / "news" / "closed"), ""])
    assert [each.key for each in found] == [gone.key]


def test_what_is_told_from_elsewhere_too_is_not_gone(tmp_path: Path) -> None:
    one = story("ferry", key="url:a", origin=str(tmp_path / "news" / "gone.jsonl"))
    article = known(one)
    other = Sighting(str(tmp_path / "archive.jsonl"), "#3", "other")
    shelf = Shelf([replace(article, sightings=with_sighting(article, other, first=False))])
    assert shelf.gone_from([tmp_path / "news"], []) == []


def test_a_story_is_the_same_whatever_its_case_and_punctuation() -> None:
    one, two = story("a", ["The ferry: sailed!"]), story("b", ["the FERRY sailed"])
    assert story_of(one.paragraphs) == story_of(two.paragraphs)
    assert story_of(one.paragraphs) != story_of(story("c", ["The ferry sank."]).paragraphs)
