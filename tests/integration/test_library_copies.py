"""Copies in a library: linked, kept in step, counted once."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import permutations
from pathlib import Path

import pytest

from assistant.corpus.reading import Reader
from assistant.domain import NO_FILTERS, Ranked
from assistant.retrieve import Query, retrieve
from ingest.copies import linking
from ingest.draft import Draft
from ingest.ingesting import ingest, rebuild, remove
from tests.looking import look
from tests.made import MadeUp, stories, story, words

DAY = date(2025, 3, 1)
REPORT = tuple(words(30, f"report {number}") for number in range(9))
NEWS = tuple(words(30, f"news {number}") for number in range(9))


def versions() -> list[Draft]:
    """A report, its first half and its second half in other outlets, and other news."""
    return [
        story("report", REPORT, outlet="Gazette", published=DAY),
        story("first half", (*REPORT[:5], NEWS[0]), outlet="Post", published=DAY + timedelta(days=1)),
        story("second half", (NEWS[1], *REPORT[3:]), outlet="Times", published=DAY + timedelta(days=2)),
        story("other", NEWS[2:], outlet="Gazette"),
    ]


def groups(home: Path) -> dict[str, set[str]]:
    """By title, the titles of the copies: of the list, after a look whether every article says the same."""
    reader = Reader(home)
    listed = reader.summaries()
    titles = {each.id: each.description.title.removeprefix("Story ") for each in listed}
    for each in listed:
        assert reader.article(each.id).copies == each.copies
    return {titles[each.id]: {titles[copy] for copy in each.copies} for each in listed}


WHOLE = {
    "report": {"first half", "second half"},
    "first half": {"report", "second half"},
    "second half": {"report", "first half"},
    "other": set(),
}


def id_of(home: Path, title: str) -> str:
    return next(each.id for each in Reader(home).summaries() if each.description.title == f"Story {title}")


@pytest.fixture
def home(tmp_path: Path, made_up: MadeUp) -> Path:
    report = ingest(versions(), tmp_path / "library", made_up)
    assert (report.added, report.copies) == (4, 2)
    return tmp_path / "library"


def test_copies_are_linked_also_through_what_both_were_made_of(home: Path) -> None:
    assert groups(home) == WHOLE


def test_neither_the_order_of_ingests_nor_a_kill_before_linking_makes_a_difference(
    home: Path, tmp_path: Path, made_up: MadeUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    orders = list(permutations(versions()))
    for number, order in enumerate(random.Random(0).sample(orders, 2)):  # noqa: S311  a sample, not a secret
        other = tmp_path / f"library {number}"
        counted = [ingest([draft], other, made_up).copies for draft in order[:3]]
        monkeypatch.setattr(linking, "_write", _die)
        with pytest.raises(KeyboardInterrupt):
            ingest(order[3:], other, made_up)
        monkeypatch.undo()
        counted.append(ingest(order, other, made_up).copies)
        assert look(other).articles == look(home).articles
        assert sum(counted) <= 2


def _die(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_second_ingest_compares_and_writes_nothing(
    home: Path, made_up: MadeUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linking, "candidates", _die)
    generation = Reader(home).generation
    assert ingest(versions(), home, made_up).copies == 0
    assert Reader(home).generation == generation


def test_only_what_is_new_is_read_side_by_side(home: Path, made_up: MadeUp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linking, "same_story", _die)
    ingest([story("unlike any")], home, made_up)
    assert groups(home) == {**WHOLE, "unlike any": set()}


def test_an_edit_that_makes_it_another_story_unlinks_it_and_one_that_does_not_keeps_it(
    home: Path, made_up: MadeUp
) -> None:
    ingest([story("first half", (*REPORT[:5], words(20, "more")), outlet="Post", published=DAY)], home, made_up)
    assert groups(home) == WHOLE
    ingest([story("first half", [words(30, f"else {number}") for number in range(5)])], home, made_up)
    assert groups(home)["first half"] == set()
    assert groups(home)["report"] == {"second half"}


def test_what_only_a_removed_article_joined_is_no_longer_linked(home: Path, made_up: MadeUp) -> None:
    remove([id_of(home, "report")], home, made_up)
    assert groups(home) == {"first half": set(), "second half": set(), "other": set()}
    assert ingest(versions(), home, made_up).copies == 1
    assert groups(home) == WHOLE


def test_a_rebuild_and_a_lost_cache_keep_the_copies(home: Path, made_up: MadeUp) -> None:
    rebuild(home, made_up, on_progress=lambda _: None)
    assert groups(home) == WHOLE
    (home / "copies.json").unlink()
    ingest([], home, made_up)
    assert groups(home) == WHOLE


def found(home: Path, made_up: MadeUp, text: str) -> Sequence[Ranked]:
    return retrieve(Reader(home), Query(text, made_up.encode_question(text), NO_FILTERS), 10)


SAID = "The board of the harbour said that the old lantern will be lit again in May after five years."


@pytest.mark.parametrize(
    ("theirs", "places"),
    [(SAID.replace("harbour", "harbor"), 2), (SAID.replace("five", "six"), 1), (SAID, 2)],
    ids=["styled", "corrected", "the same"],
)
def test_what_copies_say_nearly_alike_counts_once_and_names_where_else_it_stands(
    tmp_path: Path, made_up: MadeUp, theirs: str, places: int
) -> None:
    drafts = [
        story("ours", (*REPORT, SAID), published=DAY),
        story("theirs", (REPORT[0], theirs, *REPORT[2:]), outlet="Post", published=DAY + timedelta(days=1)),
        story("another", (*NEWS, SAID.replace("May", "June")), outlet="Times"),
        *stories(0, 3),
    ]
    ingest(drafts, tmp_path / "library", made_up)

    ranking = [each for each in found(tmp_path / "library", made_up, SAID) if "lantern will" in each.paragraph.text]

    ours = next(each for each in ranking if each.paragraph.text == SAID)
    assert len(ranking) == 4 - places
    assert len(ours.also_in) == places - 1
    assert {each.article_id for each in (ours, *ours.also_in)} <= {
        id_of(tmp_path / "library", name) for name in ("ours", "theirs")
    }
