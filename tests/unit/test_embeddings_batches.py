"""Batches in which little is padding."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.embeddings.batches import TEXTS, TOKENS, batches

LENGTHS = st.lists(st.integers(2, 256), max_size=300)
WORKERS = st.integers(1, 8)


@given(LENGTHS, WORKERS)
def test_every_text_is_in_one_batch(lengths: list[int], workers: int) -> None:
    placed = [index for batch in batches(lengths, workers) for index in batch]
    assert sorted(placed) == list(range(len(lengths)))


@given(LENGTHS, WORKERS)
def test_a_batch_stays_within_its_tokens_padding_included(lengths: list[int], workers: int) -> None:
    for batch in batches(lengths, workers):
        longest = max(lengths[index] for index in batch)
        assert len(batch) <= TEXTS
        assert len(batch) == 1 or longest * len(batch) <= TOKENS


def test_texts_of_like_length_are_padded_together() -> None:
    assert list(batches([5, 250, 6, 240])) == [[1, 3], [2, 0]]


def test_a_few_sentences_are_spread_over_the_cores() -> None:
    assert len(list(batches([20] * 10, workers=2))) == 2
