"""What an outlet puts into article after article is furniture in all of them, in whatever order they come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from assistant.corpus.reading import Reader
from assistant.corpus.writing import Writer
from assistant.domain import Article
from assistant.errors import LibraryUnusable
from ingest.draft import Draft
from ingest.ingesting import ingest, rehearse
from tests.made import MadeUp, story

BOX = "Sign up for the Tide Table, our newsletter about everything that floats."
BACKGROUND = "The strike began in March, when the port cut its night shift."


def told(name: str, day: int, *, outlet: str = "Harbour Gazette", below: Sequence[str] = (BOX,)) -> Draft:
    texts = [f"Lead of {name}.", BACKGROUND, f"End of {name}.", *below]
    return story(name, texts, outlet=outlet, published=date(2025, 3, day))


FERRY, BRIDGE, MAYOR = told("ferry", 1), told("bridge", 2), told("mayor", 3)


def articles(home: Path) -> dict[str, Article]:
    reader = Reader(home)
    return {each.description.title: reader.article(each.id) for each in reader.summaries()}


def aside(home: Path) -> dict[str, list[tuple[int, str]]]:
    return {title: [(line.after, line.text) for line in each.furniture] for title, each in articles(home).items()}


def test_a_line_of_three_unlike_articles_is_furniture_in_the_earlier_ones_too(tmp_path: Path, made_up: MadeUp) -> None:
    ingest([FERRY, BRIDGE], tmp_path, made_up)
    assert aside(tmp_path) == {"Story ferry": [], "Story bridge": []}

    report = ingest([MAYOR], tmp_path, made_up)

    assert aside(tmp_path) == {f"Story {name}": [(3, BOX)] for name in ("ferry", "bridge", "mayor")}
    assert (report.added, report.updated, report.passages) == (1, 0, 9)
    assert BACKGROUND in [each.text for each in articles(tmp_path)["Story ferry"].paragraphs]


def test_the_order_in_which_articles_come_does_not_matter(tmp_path: Path, made_up: MadeUp) -> None:
    drafts = [FERRY, BRIDGE, MAYOR, told("tug", 4)]
    found = []
    for number, order in enumerate(list(permutations(drafts))[7::10]):
        home = tmp_path / str(number)
        for draft in order:
            ingest([draft], home, made_up)
        found.append(articles(home))
    ingest(drafts, tmp_path / "at once", made_up)
    assert all(each == articles(tmp_path / "at once") for each in found)


def test_what_is_known_to_be_repeated_costs_and_changes_nothing_again(tmp_path: Path, made_up: MadeUp) -> None:
    ingest([FERRY, BRIDGE, MAYOR], tmp_path, made_up)
    generation = Reader(tmp_path).generation

    assert rehearse([FERRY, BRIDGE, MAYOR], tmp_path).unchanged == 3
    assert ingest([FERRY, BRIDGE, MAYOR], tmp_path, made_up).unchanged == 3
    assert Reader(tmp_path).generation == generation


def test_a_later_article_has_the_line_set_aside_as_it_is_read(tmp_path: Path, made_up: MadeUp) -> None:
    ingest([FERRY, BRIDGE, MAYOR], tmp_path, made_up)
    ingest([told("tug", 4, below=(BOX.upper(), "And one more thing."))], tmp_path, made_up)
    assert aside(tmp_path)["Story tug"] == [(3, BOX.upper())]


def test_a_line_that_stands_between_others_of_its_kind_is_found_too(tmp_path: Path, made_up: MadeUp) -> None:
    below = (BOX, "Harbour Gazette", "Click here to see the tides.", "Follow us on the quay.")
    ingest(
        [told("ferry", 1, below=below), told("bridge", 2, below=below), told("mayor", 3, below=below)],
        tmp_path,
        made_up,
    )
    assert {len(lines) for lines in aside(tmp_path).values()} == {4}


@pytest.mark.parametrize(
    "drafts",
    [
        [FERRY, BRIDGE, told("mayor", 3, outlet="Coast News")],
        [FERRY, BRIDGE],
        [told("ferry", 1), told("bridge", 1), told("mayor", 1)],
        [
            story(name, [f"Lead of {name}.", BACKGROUND], published=date(2025, 3, day))
            for name, day in zip("abcd", range(1, 5), strict=True)
        ],
        [
            story(name, ["The ferry stopped.", "Nobody was hurt.", BOX], published=date(2025, 3, day))
            for name, day in zip("abcd", range(1, 5), strict=True)
        ],
    ],
    ids=["another outlet", "two are too few", "of one day", "background of a series", "copies"],
)
def test_what_may_be_the_storys_own_stays_a_paragraph(tmp_path: Path, made_up: MadeUp, drafts: Iterable[Draft]) -> None:
    ingest(drafts, tmp_path, made_up)
    assert not any(aside(tmp_path).values())


def test_an_ingest_that_was_cut_short_is_settled_by_the_next(
    tmp_path: Path, made_up: MadeUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest([FERRY, BRIDGE], tmp_path, made_up)
    write, written = Writer.write, []

    def write_once(self: Writer, *content: Sequence[Any]) -> int:
        if written:
            raise KeyboardInterrupt
        written.append(content)
        return write(self, *content)

    with monkeypatch.context() as patched:
        patched.setattr(Writer, "write", write_once)
        with pytest.raises(KeyboardInterrupt):
            ingest([MAYOR], tmp_path, made_up)
    assert not any(aside(tmp_path).values())

    report = ingest([FERRY, BRIDGE, MAYOR], tmp_path, made_up)

    assert (report.unchanged + report.updated, report.added) == (3, 0)
    assert all(aside(tmp_path).values())
    assert articles(tmp_path).keys() == {"Story ferry", "Story bridge", "Story mayor"}


def test_a_broken_list_of_repeated_lines_is_made_anew(tmp_path: Path, made_up: MadeUp) -> None:
    ingest([FERRY, BRIDGE, MAYOR], tmp_path, made_up)
    (tmp_path / "repetitions.json").write_bytes(b"\xff")
    ingest([FERRY, BRIDGE, MAYOR, told("tug", 4)], tmp_path, made_up)
    assert aside(tmp_path) == {f"Story {name}": [(3, BOX)] for name in ("ferry", "bridge", "mayor", "tug")}


def test_a_disk_that_takes_no_list_of_repeated_lines_is_named(tmp_path: Path, made_up: MadeUp) -> None:
    (tmp_path / "repetitions.json").mkdir()
    with pytest.raises(LibraryUnusable, match=r"repetitions\.json cannot be written"):
        ingest([FERRY], tmp_path, made_up)
