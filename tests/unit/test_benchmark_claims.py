"""Sentences that a check of claims is measured on: other words, or one thing altered."""

from __future__ import annotations

import random

import pytest

from tests.benchmarks.alterations import ALTERATIONS, Around
from tests.benchmarks.reworded import clauses_swapped, day_first, in_words, reworded, speaker_last, sums

SENTENCE = (
    'On March 3 Ada Quill said that 14 lamps did not burn at the Upland Works and added: "We are not ready for it."'
)
ARTICLE = ["The lamps of Berta Reed burn.", "Berta Reed said so.", SENTENCE]


@pytest.mark.parametrize("kind", ALTERATIONS)
def test_each_kind_alters_the_sentence(kind: str) -> None:
    altered = ALTERATIONS[kind](SENTENCE, Around(random.Random(1), SENTENCE, ARTICLE))  # noqa: S311  a sample
    assert altered is not None
    assert altered != SENTENCE


@pytest.mark.parametrize("kind", ALTERATIONS)
def test_where_there_is_nothing_to_alter_nothing_is(kind: str) -> None:
    assert ALTERATIONS[kind]("Nothing.", Around(random.Random(1), "Nothing.", ["Nothing."])) is None  # noqa: S311


@pytest.mark.parametrize("seed", range(20))
def test_no_rewording_touches_what_is_quoted(seed: int) -> None:
    said = reworded(SENTENCE, random.Random(seed))  # noqa: S311  a sample, not a secret
    assert '"We are not ready for it."' in said


def test_rewordings_say_the_same_in_other_words() -> None:
    assert day_first("It opened on March 3.") == "It opened on 3 March."
    assert in_words("It has 3 lamps.") == "It has three lamps."
    assert sums("It cost $1.5 billion.") == "It cost 1.5 billion dollars."
    assert clauses_swapped("The works closed because nobody came.") == "Because nobody came, the works closed."
    assert speaker_last("“It burns,” Ada Quill said.") == "“It burns,” said Ada Quill."
