"""The matrix of vectors: what filters leave of it, which passages are nearest, and when it is not to be trusted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from assistant.corpus.matrix import Matrix, Placed
from assistant.corpus.vectors import Vector
from assistant.domain import Description, Filters, name_key

START = date(2025, 1, 1)
OUTLETS = ("The Gazette", "Evening Post", None)
AUTHORS = ("Ana Ruiz", "Bo Lind", "Cy Marsh")


def vector(seed: int) -> Vector:
    row = np.random.default_rng(seed).standard_normal(16).astype(np.float32)
    return row / np.linalg.norm(row)


def placed(article: int, number: int, description: Description, seed: int = 0) -> Placed:
    return Placed(f"article{article}:{number}:0:{seed:08x}", vector(1000 * article + 10 * number + seed), description)


def ids_within(matrix: Matrix, filters: Filters, asked: Vector | None = None) -> list[str]:
    rows = matrix.within(filters)
    return matrix.nearest(vector(99) if asked is None else asked, rows, len(rows))


descriptions = some.builds(
    Description,
    title=some.just("A title"),
    source=some.just("made"),
    outlet=some.sampled_from(OUTLETS),
    authors=some.lists(some.sampled_from(AUTHORS), unique=True).map(tuple),
    published=some.none() | some.integers(0, 9).map(lambda days: START + timedelta(days=days)),
)
days = some.none() | some.integers(-1, 10).map(lambda number: START + timedelta(days=number))
filters = some.builds(
    Filters,
    after=days,
    before=days,
    outlets=some.sampled_from([(), ("gazette",), ("GAZETTE", "evening post"), ("nobody",)]),
    authors=some.sampled_from([(), ("bo lind",), ("Ana Ruiz", "cy marsh")]),
    articles=some.sampled_from([(), ("article1",), ("article0", "article3", "article9")]),
)


@dataclass(frozen=True)
class Writing:
    """An article written: its description, and how many paragraphs it then has (none: it is taken out)."""

    article: int
    description: Description
    paragraphs: int
    seed: int


writings = some.builds(Writing, some.integers(0, 5), descriptions, some.integers(0, 4), some.integers(0, 2))


def fits(each: Placed, limits: Filters) -> bool:
    description = each.description
    return (
        (not limits.after or (description.day is not None and description.day >= limits.after))
        and (not limits.before or (description.day is not None and description.day <= limits.before))
        and (not limits.outlets or name_key(description.outlet or "-") in map(name_key, limits.outlets))
        and (not limits.authors or bool(set(map(name_key, limits.authors)) & set(map(name_key, description.authors))))
        and (not limits.articles or each.article_id in limits.articles)
    )


@settings(max_examples=60, deadline=None)
@given(some.lists(some.lists(writings, max_size=4, unique_by=lambda each: each.article), max_size=5), filters)
def test_whatever_was_written_a_filter_leaves_what_fits_and_the_nearest_come_first(
    tmp_path_factory: pytest.TempPathFactory, batches: Sequence[Sequence[Writing]], limits: Filters
) -> None:
    folder = tmp_path_factory.mktemp("hypothesis") / "matrix"
    matrix = Matrix.build(folder, [], 2, 0)
    there: dict[str, Placed] = {}
    for number, batch in enumerate(batches, start=2):
        stale = [each for each in there if int(each[7]) in {writing.article for writing in batch}]
        fresh = [
            placed(each.article, paragraph, each.description, each.seed)
            for each in batch
            for paragraph in range(1, each.paragraphs + 1)
        ]
        there = {each: row for each, row in there.items() if each not in stale}
        there |= {each.passage_id: each for each in fresh}
        matrix.change(stale, fresh, 2 * number, len(there))
    expected = sorted(
        (each for each in there.values() if fits(each, limits)), key=lambda each: -float(each.vector @ vector(99))
    )

    again = Matrix.open(folder, 2 * (len(batches) + 1), len(there))

    assert matrix.passages == len(there)
    assert again or matrix.worn
    for index in (matrix, again or matrix):
        assert sorted(ids_within(index, limits)) == sorted(each.passage_id for each in expected)
        assert index.fitting(there, limits) == [each for each in there if fits(there[each], limits)]
        nearest = index.nearest(vector(99), index.within(limits), 3)
        cosines = [float(there[each].vector @ vector(99)) for each in nearest]
        best = [float(each.vector @ vector(99)) for each in expected[:3]]
        assert cosines == pytest.approx(best, abs=0.01)


KNOWN = Description("A title", "made", outlet="The Gazette", authors=("Ana Ruiz",), published=START)
ROWS = [placed(article, number, KNOWN) for article in range(3) for number in range(1, 5)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Matrix.build(tmp_path / "matrix", ROWS, 2, len(ROWS))
    return tmp_path / "matrix"


def flip(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


DAMAGES: dict[str, Callable[[Path], None]] = {
    "is gone": Path.unlink,
    "is cut short": lambda file: file.write_bytes(file.read_bytes()[:-1]),
    "has a flipped byte": flip,
}
FILES = ("state.json", "vectors.i8", "scales.f4", "articles.u4", "ends.u8", "ids.txt", "articles.jsonl")


def test_a_matrix_in_step_is_opened_with_all_its_rows(folder: Path) -> None:
    matrix = Matrix.open(folder, 2, len(ROWS))
    assert matrix
    assert sorted(ids_within(matrix, Filters())) == sorted(each.passage_id for each in ROWS)


@pytest.mark.parametrize(("generation", "passages"), [(4, len(ROWS)), (2, len(ROWS) + 1)])
def test_a_matrix_of_another_generation_or_count_is_not_opened(folder: Path, generation: int, passages: int) -> None:
    assert Matrix.open(folder, generation, passages) is None


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("name", FILES)
def test_a_matrix_of_which_a_file_is_damaged_is_not_opened(folder: Path, name: str, damage: str) -> None:
    DAMAGES[damage](folder / name)
    assert Matrix.open(folder, 2, len(ROWS)) is None


def test_what_a_killed_writer_had_added_does_not_count_and_is_written_over(folder: Path) -> None:
    for name in FILES[1:]:
        with (folder / name).open("ab") as file:
            file.write(b"half a row")
    matrix = Matrix.open(folder, 2, len(ROWS))
    assert matrix
    another = placed(7, 1, KNOWN)
    matrix.change([], [another], 4, len(ROWS) + 1)
    again = Matrix.open(folder, 4, len(ROWS) + 1)
    assert again
    assert sorted(ids_within(again, Filters())) == sorted(each.passage_id for each in [*ROWS, another])


def test_an_open_matrix_answers_as_before_while_a_writer_adds_and_takes_out(folder: Path) -> None:
    reader, writer = Matrix.open(folder, 2, len(ROWS)), Matrix.open(folder, 2, len(ROWS))
    assert reader
    assert writer
    before = ids_within(reader, Filters(authors=("ana ruiz",)))
    writer.change([ROWS[0].passage_id], [placed(7, 1, KNOWN)], 4, len(ROWS))
    assert ids_within(reader, Filters(authors=("ana ruiz",))) == before
    Matrix.build(folder, ROWS[:2], 6, 2)
    assert ids_within(reader, Filters()) == before


def test_a_matrix_most_of_whose_rows_are_gone_is_made_anew(folder: Path) -> None:
    matrix = Matrix.open(folder, 2, len(ROWS))
    assert matrix
    matrix.change([each.passage_id for each in ROWS[:7]], [], 4, 5)
    assert matrix.passages == 5
    assert Matrix.open(folder, 4, 5) is None
