"""The lexical index: what is found by which words, and when it is not to be trusted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.domain import Description, Filters
from assistant.lexical import Entry, Lexical

FERRY = Description("Ferry strike", "made", outlet="The Gazette", authors=("Ana Ruiz",), published=date(2025, 3, 2))
BRIDGE = Description("Bridge opens", "made", outlet="Evening Post", authors=("Bo Lind",), published=date(2025, 5, 9))
UNDATED = Description("Honey", "made")


def passage(article: str, number: int, text: str, description: Description) -> Entry:
    return Entry(f"{article}:{number}:0:00000000", article, text, f"folded {text.casefold()}", description)


ENTRIES = (
    passage("ferry", 1, "Crews of the ferry walked out on Monday.", FERRY),
    passage("ferry", 2, "The mayor called it a Čapek play; don't laugh.", FERRY),
    passage("bridge", 1, "The mayor opened the bridge and praised the ferry crews.", BRIDGE),
    passage("honey", 1, "Beekeepers harvested nine tonnes.", UNDATED),
)


@pytest.fixture
def lexical(tmp_path: Path) -> Lexical:
    return Lexical.build(tmp_path / "lexical", ENTRIES, 2, len(ENTRIES))


def places(found: list[tuple[str, float]]) -> list[str]:
    return [":".join(each.split(":")[:2]) for each, _ in found]


def test_the_passage_with_more_of_the_words_comes_first(lexical: Lexical) -> None:
    found = lexical.search("Which ferry crews walked out?", 5, Filters())
    assert places(found)[0] == "ferry:1"
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)


@pytest.mark.parametrize("question", ["capek", "ČAPEK", "Čapeks", "(Čapek", "don't \"Čapek", "Čapek AND -OR:"])
def test_case_accents_endings_and_signs_do_not_matter(lexical: Lexical, question: str) -> None:
    assert "ferry:2" in places(lexical.search(question, 5, Filters()))


@pytest.mark.parametrize("question", ["", "?!", "zeppelin", "\x00"])
def test_words_that_stand_nowhere_find_nothing(lexical: Lexical, question: str) -> None:
    assert lexical.search(question, 5, Filters()) == []


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(after=date(2025, 4, 1)), {"bridge:1"}),
        (Filters(before=date(2025, 4, 1)), {"ferry:1", "ferry:2"}),
        (Filters(after=date(2025, 3, 2), before=date(2025, 3, 2)), {"ferry:1", "ferry:2"}),
        (Filters(outlets=("gazette",)), {"ferry:1", "ferry:2"}),
        (Filters(outlets=("GAZETTE", "the evening post")), {"ferry:1", "ferry:2", "bridge:1"}),
        (Filters(authors=("bo lind",)), {"bridge:1"}),
        (Filters(articles=("bridge",)), {"bridge:1"}),
        (Filters(articles=("none",)), set()),
    ],
)
def test_filters_leave_out_what_does_not_fit(lexical: Lexical, filters: Filters, expected: set[str]) -> None:
    assert set(places(lexical.search("mayor ferry crews play", 9, filters))) == expected


def test_filters_do_not_change_a_score(lexical: Lexical) -> None:
    free = dict(lexical.search("mayor ferry", 9, Filters()))
    limited = dict(lexical.search("mayor ferry", 9, Filters(outlets=("gazette",))))
    assert limited
    assert all(score == pytest.approx(free[each], abs=1e-4) for each, score in limited.items())


def test_a_search_among_some_passages_finds_no_others(lexical: Lexical) -> None:
    assert places(lexical.search("ferry crews", 9, Filters(), [ENTRIES[2].passage_id])) == ["bridge:1"]


def test_the_title_is_found_for_every_passage_of_its_article(lexical: Lexical) -> None:
    assert set(places(lexical.search("strike", 9, Filters()))) == {"ferry:1", "ferry:2"}


def test_paragraphs_of_the_same_words_are_found_by_them(lexical: Lexical) -> None:
    assert lexical.same_words(ENTRIES[0].folded, 5) == [ENTRIES[0].passage_id]


def test_a_stem_is_counted_in_how_many_passages_it_stands(lexical: Lexical) -> None:
    assert lexical.passages_with("mayor") == 2
    assert lexical.passages_with("zeppelin") == 0


def test_what_is_taken_out_is_found_no_more_and_what_is_put_in_is(lexical: Lexical, tmp_path: Path) -> None:
    lexical.change([ENTRIES[0].passage_id], [passage("harbour", 1, "A zeppelin landed.", UNDATED)], 4, 4)
    for index in (lexical, Lexical.open(tmp_path / "lexical", 4, 4)):
        assert index
        assert places(index.search("walked zeppelin", 5, Filters())) == ["harbour:1"]


@pytest.mark.parametrize(("generation", "passages"), [(4, 4), (2, 5)])
def test_an_index_of_another_generation_or_count_is_not_opened(
    lexical: Lexical, tmp_path: Path, generation: int, passages: int
) -> None:
    assert Lexical.open(tmp_path / "lexical", 2, 4)
    assert Lexical.open(tmp_path / "lexical", generation, passages) is None


def test_an_index_with_a_flipped_byte_is_not_opened(lexical: Lexical, tmp_path: Path) -> None:
    file = max((tmp_path / "lexical").glob("*.idx"))
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.unlink()  # the open index maps the old one
    file.write_bytes(data)
    assert Lexical.open(tmp_path / "lexical", 2, 4) is None


def test_an_open_index_answers_while_another_takes_its_place(lexical: Lexical, tmp_path: Path) -> None:
    Lexical.build(tmp_path / "lexical", ENTRIES[2:], 4, 2)
    assert "ferry:1" in places(lexical.search("ferry crews", 5, Filters()))
