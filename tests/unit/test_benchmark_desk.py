"""The desk that the benchmark of copies edits with."""

from __future__ import annotations

import random
from datetime import date

import pytest

from tests.benchmarks.desk import HELD_OUT, KNOWN, LOOKALIKES, Desk, Edit, Story
from tests.made import words


def desk() -> Desk:
    others = [invented("bridge"), invented("mole")]
    return Desk(random.Random(1), others, list(others))  # noqa: S311  a sample, not a secret


def invented(name: str) -> Story:
    return Story(name, f"About {name}", "Gazette", date(2025, 3, 1), tuple(words(25, f"{name} {n}") for n in range(12)))


@pytest.mark.parametrize("edit", [*KNOWN.values(), *HELD_OUT.values()], ids=[*KNOWN, *HELD_OUT])
def test_a_reprint_keeps_the_storys_name_and_some_of_its_words(edit: Edit) -> None:
    story = invented("ferry")
    made = edit(story, desk())
    assert made.name == "ferry"
    assert set(" ".join(made.paragraphs).split()) & set(" ".join(story.paragraphs).split())


@pytest.mark.parametrize("edit", LOOKALIKES.values(), ids=LOOKALIKES)
def test_what_only_looks_like_a_reprint_is_named_for_what_it_tells(edit: Edit) -> None:
    made = edit(invented("ferry"), desk())
    assert made.name != "ferry"
