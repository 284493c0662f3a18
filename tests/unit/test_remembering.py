"""Sentences that were encoded lately are not encoded again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np

from assistant.embeddings.remembering import remembering
from tests.made import MadeUp


def test_the_vectors_are_the_encoders_in_the_order_asked_for() -> None:
    encode = remembering(MadeUp())

    encode(["ferry", "port"])

    assert np.array_equal(encode(["port", "eel", "ferry", "port"]), MadeUp().encode(["port", "eel", "ferry", "port"]))


def test_what_is_remembered_is_not_encoded_again() -> None:
    encoder = MadeUp()
    encode = remembering(encoder)

    encode(["ferry", "port", "ferry"])
    encode(["port", "eel"])

    assert encoder.encoded == 3


def test_what_was_used_longest_ago_is_forgotten_first() -> None:
    encoder = MadeUp()
    encode = remembering(encoder, most=2)

    for texts in (["ferry"], ["port"], ["ferry"], ["eel"], ["ferry"]):
        encode(texts)
    assert encoder.encoded == 3

    encode(["port"])
    assert encoder.encoded == 4


def test_more_texts_at_once_than_are_remembered_are_all_encoded() -> None:
    texts = [f"sentence {number}" for number in range(9)]

    assert np.array_equal(remembering(MadeUp(), most=2)(texts), MadeUp().encode(texts))


def test_several_threads_get_the_same_vectors() -> None:
    encode = remembering(MadeUp(), most=5)
    texts = [[f"sentence {number % 7}", f"sentence {number % 11}"] for number in range(200)]

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(encode, texts))

    assert all(np.array_equal(vectors, MadeUp().encode(each)) for vectors, each in zip(found, texts, strict=True))
