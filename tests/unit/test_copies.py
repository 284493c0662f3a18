"""Which articles are the same story retold from the same text."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from assistant.domain import Paragraph
from assistant.errors import LibraryUnusable
from ingest.copies.candidates import Sighted, candidates
from ingest.copies.coverage import covered
from ingest.copies.grams import codes_of
from ingest.copies.groups import grouped
from ingest.copies.likeness import Shared, Told, same_story
from ingest.copies.sketch import Sketch
from ingest.copies.verdicts import Verdicts
from tests.made import words

DAY = date(2025, 3, 1)

REPORT = tuple(words(30, f"report {number}") for number in range(10))
TEXTS = some.lists(some.text(min_size=1).filter(str.strip), min_size=1)

NEWS = tuple(words(30, f"news {number}") for number in range(10))


def told(paragraphs: Sequence[str], day: date | None = DAY, outlet: str = "Gazette") -> Told:
    return Told(codes_of([Paragraph(number, text) for number, text in enumerate(paragraphs, start=1)]), outlet, day)


def sighted(paragraphs: Sequence[str], outlet: str = "Gazette", day: date | None = DAY) -> Sighted:
    return Sighted(Sketch.of(told(paragraphs).codes), outlet, day)


@pytest.mark.parametrize(
    "reprint",
    [
        REPORT,
        REPORT[:3],
        (NEWS[0], *REPORT[1:]),
        (NEWS[0], *REPORT[2:6], NEWS[1]),
        (*REPORT[:2], NEWS[0], *REPORT[2:5], NEWS[1], NEWS[2], *REPORT[5:]),
        (" ".join(REPORT[:4]), " ".join(REPORT[4:])),
        tuple(text.upper().replace(" ", ", ") for text in REPORT),
        tuple(" ".join(word for place, word in enumerate(text.split()) if place % 9) for text in REPORT),
    ],
    ids=["as it is", "cut", "new lead", "cut, led anew, added to", "added to", "merged", "styled", "words left out"],
)
def test_a_reprint_is_the_same_story_however_the_desk_edited_it(reprint: tuple[str, ...]) -> None:
    assert same_story(told(REPORT), told(reprint))
    assert same_story(told(reprint), told(REPORT))
    assert candidates([sighted(REPORT), sighted(NEWS), sighted(reprint)]) in ([(0, 2)], [(0, 2), (1, 2)])


@pytest.mark.parametrize(
    "other",
    [
        NEWS,
        (*NEWS[:7], *REPORT[5:8]),
        (*NEWS[:5], REPORT[0], REPORT[1], *NEWS[5:]),
        (*NEWS, *(words(30, f"live {number}") for number in range(30)), *REPORT[:3]),
        (*NEWS[:5], *REPORT[-3:]),
    ],
    ids=["other news", "a follow-up", "two paragraphs quoted", "a live blog", "a column with its furniture"],
)
def test_what_has_only_some_words_in_common_is_another_story(other: tuple[str, ...]) -> None:
    assert not same_story(told(REPORT), told(other))
    assert not same_story(told(other), told(REPORT))


def test_what_came_months_later_must_be_nearly_all_the_same() -> None:
    later = DAY + timedelta(days=200)
    assert same_story(told(REPORT), told(REPORT, later))
    assert not same_story(told(REPORT), told((NEWS[0], *REPORT[1:8]), later))
    assert same_story(told(REPORT), told((NEWS[0], *REPORT[1:8]), None))


def test_another_outlets_words_are_sooner_a_reprint_than_an_outlets_own_background() -> None:
    added_to = (NEWS[0], REPORT[1], NEWS[1], NEWS[2], REPORT[2], NEWS[3], REPORT[3], NEWS[4])
    assert same_story(told(REPORT[:8]), told(added_to, outlet="Post"))
    assert not same_story(told(REPORT[:8]), told(added_to, outlet="The Gazette"))
    assert not same_story(told(REPORT[:8]), told(added_to, outlet=""))


def test_a_changed_spelling_does_not_break_a_run_but_common_phrases_make_none() -> None:
    one = codes_of([Paragraph(1, "The harbor centre said on Monday that the old ferry will sail again in May")])
    other = codes_of([Paragraph(1, "The harbour center said on Monday that the old ferry will sail again in May")])
    assert covered(one, other)[3:].all()
    assert not covered(one, codes_of([Paragraph(1, "A mole said on Monday that it is asleep and will stay so")])).any()


@given(TEXTS, TEXTS)
@settings(deadline=None, max_examples=40)
def test_likeness_is_the_same_both_ways_and_whole_for_the_same_text(these: list[str], those: list[str]) -> None:
    one, other = told(these).codes, told(those).codes
    assert Shared.of(one, other).likeness == Shared.of(other, one).likeness
    assert 0.0 <= Shared.of(one, other).likeness <= 1.0
    assert Shared.of(one, one).likeness == pytest.approx(1.0)


def test_what_an_outlet_prints_week_after_week_brings_no_articles_together() -> None:
    standing = [words(30, f"standing {number}") for number in range(6)]
    columns = [
        sighted([words(20, f"column {week}"), *standing], day=DAY + timedelta(days=7 * week)) for week in range(4)
    ]
    assert candidates(columns) == []
    assert candidates([*columns[:2], sighted(NEWS)]) == [(0, 1)]


def test_the_same_text_in_a_hundred_articles_is_one_group() -> None:
    pairs = candidates([sighted(REPORT, f"Outlet {number}") for number in range(100)])
    assert len(grouped((str(one), str(other)) for one, other in pairs)["0"]) == 99


def test_a_sketch_is_small_and_survives_being_written_down() -> None:
    for length in (1, 3, 30, 3000, 30000):
        sketch = Sketch.of(told([words(length, length)]).codes)
        again = Sketch.read(sketch.written)
        assert (again.halvings, again.hashes.tolist()) == (sketch.halvings, sketch.hashes.tolist())
        assert 0 < len(sketch.hashes) <= 192
        assert len(sketch.written) < 1000


def test_groups_do_not_depend_on_the_order_of_the_pairs() -> None:
    pairs = [("a", "b"), ("d", "c"), ("b", "e"), ("f", "c")]
    chance = random.Random(0)  # noqa: S311  a sample, not a secret
    for _ in range(10):
        chance.shuffle(pairs)
        assert grouped(pairs)["e"] == ("a", "b")
        assert grouped(pairs)["c"] == ("d", "f")


def test_a_cache_that_is_broken_is_as_none(tmp_path: Path) -> None:
    kept, path = Verdicts(2, "name", {"a b": True}), tmp_path / "copies.json"
    kept.write(path)
    assert Verdicts.read(path) == kept
    for broken in ("", "[]", '{"version": 0}', path.read_text(encoding="ascii")[:-3]):
        path.write_text(broken, encoding="ascii")
        assert Verdicts.read(path) == Verdicts()


def test_a_cache_that_cannot_be_written_names_itself_and_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "copies.json").mkdir()
    with pytest.raises(LibraryUnusable, match=r"copies.json cannot be written .*; make room"):
        Verdicts().write(tmp_path / "copies.json")
