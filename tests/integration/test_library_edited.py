"""What a second ingest costs, and what it changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.corpus.reading import Reader
from assistant.corpus.vectors import Vectors
from assistant.domain import Filters
from assistant.errors import LibraryMissing
from ingest.ingesting import ingest, rebuild, rehearse, remove
from tests.looking import look
from tests.made import PARAGRAPHS, MadeUp, file_story, stories, story

TEXTS = ("The ferry sailed lanternA.", "The bridge closed lanternB.", "The mayor spoke lanternC.")


@pytest.fixture
def home(tmp_path: Path, made_up: MadeUp) -> Path:
    ingest([story("ferry", TEXTS), story("other")], tmp_path / "library", made_up)
    return tmp_path / "library"


def ids_with(home: Path, word: str) -> list[str]:
    return [each for each, _ in Reader(home).matching(word, 10, Filters())]


def test_an_ingest_twice_embeds_nothing_and_writes_nothing(home: Path, made_up: MadeUp) -> None:
    generation, encoded = Reader(home).generation, made_up.encoded

    report = ingest([story("ferry", TEXTS), story("other")], home, made_up)

    assert (report.unchanged, report.added, report.updated, report.embedded) == (2, 0, 0, 0)
    assert made_up.encoded == encoded
    assert Reader(home).generation == generation


@pytest.mark.parametrize(
    "texts",
    [
        (TEXTS[0], "The bridge opened lanternD.", TEXTS[2]),
        (TEXTS[0], "A new one lanternD.", TEXTS[1], TEXTS[2]),
        (*TEXTS, "A new one lanternD."),
    ],
    ids=["edited", "inserted", "appended"],
)
def test_a_changed_paragraph_is_the_only_one_encoded(home: Path, made_up: MadeUp, texts: tuple[str, ...]) -> None:
    [before] = ids_with(home, "lanternA")

    report = ingest([story("ferry", texts)], home, made_up)

    assert (report.updated, report.embedded) == (1, 1)
    assert report.passages == len(texts) + PARAGRAPHS
    assert len(ids_with(home, "lanternD")) == 1
    assert ids_with(home, "lanternA") == [before]
    article = Reader(home).article(before.split(":")[0])
    assert tuple(paragraph.text for paragraph in article.paragraphs) == texts
    assert look(home).faults == ()


def test_what_an_edit_takes_away_is_gone(home: Path, made_up: MadeUp) -> None:
    ingest([story("ferry", TEXTS[:1])], home, made_up)
    assert ids_with(home, "lanternB") == []
    assert Reader(home).counts() == (2, 1 + PARAGRAPHS)


def test_an_outlet_and_a_date_that_an_edit_takes_away_are_forgotten(home: Path, made_up: MadeUp) -> None:
    ingest([story("ferry", TEXTS, outlet=None, published=None, authors=())], home, made_up)

    reader = Reader(home)
    [found] = ids_with(home, "lanternA")
    description = reader.article(found.split(":")[0]).description
    assert (description.outlet, description.published, description.authors) == (None, None, ())
    vector = made_up.encode_question(TEXTS[0])
    for filters in (Filters(outlets=("harbour gazette",)), Filters(after=date(2025, 1, 1))):
        assert reader.matching("lanternA", 5, filters) == []
        assert found not in [each for each, _ in reader.nearest(vector, 5, filters)]
    assert len(reader.undated()) == 1


def test_other_authors_alone_are_found_and_nothing_is_encoded(home: Path, made_up: MadeUp) -> None:
    report = ingest([story("ferry", TEXTS, authors=("Max Nib",))], home, made_up)

    reader = Reader(home)
    assert (report.updated, report.embedded) == (1, 0)
    assert len(reader.matching("lanternA", 5, Filters(authors=("Max Nib",)))) == 1
    assert reader.matching("lanternA", 5, Filters(authors=("Ada Quill",))) == []


def test_a_removed_article_is_gone_from_everything(home: Path, made_up: MadeUp) -> None:
    [found] = ids_with(home, "lanternA")

    remove([found.split(":")[0]], home, made_up)

    reader = Reader(home)
    assert reader.counts() == (1, PARAGRAPHS)
    assert ids_with(home, "lanternA") == []
    vector = made_up.encode_question(TEXTS[0])
    assert found not in [each for each, _ in reader.nearest(vector, 10, Filters())]
    assert look(home).faults == ()


def test_nothing_is_removed_from_a_library_that_is_not_there(tmp_path: Path, made_up: MadeUp) -> None:
    with pytest.raises(LibraryMissing):
        remove(["any"], tmp_path / "none", made_up)
    with pytest.raises(LibraryMissing):
        rebuild(tmp_path / "none", made_up, on_progress=lambda _: None)
    assert not (tmp_path / "none").exists()


def test_a_renamed_file_costs_nothing_and_keeps_its_id(tmp_path: Path, made_up: MadeUp) -> None:
    home = tmp_path / "library"
    old = file_story(tmp_path / "news" / "old.txt", "lantern", TEXTS)
    ingest([old], home, made_up)
    [before] = ids_with(home, "lanternA")

    Path(old.origin).unlink()
    new = file_story(tmp_path / "news" / "new.txt", "lantern", TEXTS)
    report = ingest([new], home, made_up, sync=[tmp_path / "news"])

    assert (report.unchanged, report.added, report.removed, report.embedded) == (1, 0, 0, 0)
    assert ids_with(home, "lanternA") == [before]
    [known] = Reader(home).known()
    assert (known.key, known.origin) == (new.key, new.origin)


def test_the_same_text_elsewhere_is_a_copy_with_an_id_of_its_own(tmp_path: Path, made_up: MadeUp) -> None:
    home = tmp_path / "library"
    one = file_story(tmp_path / "one.txt", "lantern", TEXTS)
    two = file_story(tmp_path / "two.txt", "lantern", TEXTS)

    report = ingest([one, two], home, made_up)

    assert (report.added, report.copies, report.embedded) == (2, 1, 4)
    first, second = Reader(home).summaries()
    assert first.copies == (second.id,)
    assert Reader(home).article(second.id).copies == (first.id,)


def test_a_key_told_twice_in_one_ingest_ends_as_it_was_told_last(tmp_path: Path, made_up: MadeUp) -> None:
    home = tmp_path / "library"
    ingest([story("ferry", TEXTS), story("ferry", TEXTS[1:])], home, made_up)
    assert Reader(home).counts() == (1, 2)
    assert ids_with(home, "lanternA") == []


def test_what_is_gone_from_a_synced_folder_is_removed_and_nothing_else(tmp_path: Path, made_up: MadeUp) -> None:
    home = tmp_path / "library"
    kept = file_story(tmp_path / "news" / "kept.txt", "kept")
    gone = file_story(tmp_path / "news" / "gone.txt", "gone")
    other = file_story(tmp_path / "other" / "other.txt", "other")
    ingest([kept, gone, other], home, made_up)
    Path(gone.origin).unlink()

    planned = rehearse([kept], home, sync=[tmp_path / "news"])
    report = ingest([kept], home, made_up, sync=[tmp_path / "news"])

    assert (planned.removed, report.removed) == (1, 1)
    assert {each.description.title for each in Reader(home).summaries()} == {"Story kept", "Story other"}


def test_an_article_whose_removal_was_cut_short_comes_back_whole(
    home: Path, made_up: MadeUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    from assistant.corpus.chroma import Chroma

    [found] = ids_with(home, "lanternA")
    delete = Chroma.delete

    def delete_once(chroma: Chroma, *said: object) -> None:
        delete(chroma, *said)  # type: ignore[arg-type]  # passed on as it came
        raise KeyboardInterrupt

    monkeypatch.setattr(Chroma, "delete", delete_once)
    with pytest.raises(KeyboardInterrupt):
        remove([found.split(":")[0]], home, made_up)
    monkeypatch.undo()
    ingest([story("ferry", TEXTS)], home, made_up)

    assert ids_with(home, "lanternA") == [found]
    assert look(home).faults == ()


def test_a_rebuild_forgets_the_vectors_of_what_is_gone(home: Path, made_up: MadeUp) -> None:
    [found] = ids_with(home, "lanternA")
    remove([found.split(":")[0]], home, made_up)
    rebuild(home, made_up, on_progress=lambda _: None)
    kept = Vectors(home / "vectors.db")
    assert kept.keep_only(made_up.name, set()) == PARAGRAPHS + 1  # the paragraphs' and the lead's
    kept.close()


def test_words_of_every_kind_survive_the_store(tmp_path: Path, made_up: MadeUp) -> None:
    nasty = (
        "\x00 between", "line\u2028and\u2029paragraph", "\ufeffmark first", "\U0001f680" * 3, "a\r\n\r\nb",
        "\u202eright to left", "e\u0301 and \u00e9", "'; DROP TABLE articles; --", '{"$gt": 1}', "\t tab ",
        "x\n\n\ny", "\x7f\x1b[31m", "∑ " * 500,
    )  # fmt: skip
    draft = story("nasty", nasty, outlet="\x00 O'Brien \u2028", authors=("J\x00",))
    draft = replace(draft, description=replace(draft.description, title="\ufeff'\"\n", tags=("\x00", "")))
    home = tmp_path / "library"

    ingest([draft], home, made_up)

    reader = Reader(home)
    [summary] = reader.summaries()
    article = reader.article(summary.id)
    assert article.paragraphs == draft.paragraphs
    assert article.description == draft.description
    assert ingest([draft], home, made_up).unchanged == 1


def test_many_articles_are_listed_without_one_being_left_out(tmp_path: Path, made_up: MadeUp) -> None:
    drafts = [replace(each, paragraphs=each.paragraphs[:1]) for each in stories(0, 1100)]
    ingest(drafts, tmp_path / "library", made_up)
    reader = Reader(tmp_path / "library")
    assert len({each.id for each in reader.summaries()}) == 1100
    assert len(reader.known()) == 1100
