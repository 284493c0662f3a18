"""Whether two clauses are of different subjects."""

from __future__ import annotations

import pytest

from assistant.support.subjects import of_other_subjects

BACKED = "Five of the nine wardens backed the levy."


@pytest.mark.parametrize(
    ("sentence", "word", "other", "other_word"),
    [
        ("Three of the nine wardens opposed the levy.", "opposed", BACKED, "backed"),
        ("Two sailors were hurt.", "hurt", "The barge sank with its captain, who was not hurt.", "hurt"),
    ],
)
def test_others_are_told_from_those_of_whom_it_is_said(sentence: str, word: str, other: str, other_word: str) -> None:
    assert of_other_subjects(sentence, sentence.index(word), other, other.index(other_word))


@pytest.mark.parametrize(
    ("sentence", "word", "other", "other_word"),
    [
        ("Five wardens opposed the levy.", "opposed", BACKED, "backed"),
        ("The captain was hurt.", "hurt", "The barge sank with its captain, who was not hurt.", "hurt"),
    ],
)
def test_the_same_subject_is_not_another(sentence: str, word: str, other: str, other_word: str) -> None:
    assert not of_other_subjects(sentence, sentence.index(word), other, other.index(other_word))
