"""The encoder that comes with Footnote, on the weights that are installed."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from assistant.embeddings import open_encoder
from assistant.embeddings.encoder import Encoder

LONG = "Snow closed the mountain road for a third day. " * 60

# The first six numbers that SentenceTransformer.encode(text, normalize_embeddings=True) gives for the same
# weights, on sentence-transformers 6.2.0 with torch 2.13.0.
REFERENCE = {
    "The council voted on Tuesday.": [-0.026194, -0.081640, -0.000030, 0.045842, 0.015701, 0.013407],
    "": [-0.118838, 0.048299, -0.002548, -0.011011, 0.051951, 0.010292],
    "Снег закрыл перевал, сообщили спасатели в 06:45 — again.": [
        -0.010434,
        0.081575,
        -0.030467,
        0.020158,
        -0.027169,
        0.046810,
    ],
    LONG: [-0.106664, 0.012431, 0.066405, 0.065322, -0.099407, -0.002935],
}


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return open_encoder(None, None)


@pytest.mark.parametrize("text", REFERENCE)
def test_a_text_has_the_vector_that_the_model_was_published_with(encoder: Encoder, text: str) -> None:
    assert encoder.encode([text])[0][:6] == pytest.approx(REFERENCE[text], abs=2e-6)


def test_the_encoder_says_which_it_is(encoder: Encoder) -> None:
    assert (encoder.name, encoder.dimension) == ("all-MiniLM-L6-v2", 384)


def test_vectors_come_in_the_order_of_the_texts_and_not_of_their_lengths(encoder: Encoder) -> None:
    texts = [f"The {'very ' * (number * 7 % 50)}late ferry number {number} sailed." for number in range(60)]
    together = encoder.encode(texts)
    alone = np.stack([encoder.encode_question(text) for text in texts])
    assert (together * alone).sum(axis=1) == pytest.approx(1, abs=1e-5)


def test_every_vector_has_unit_length(encoder: Encoder) -> None:
    vectors = encoder.encode(["Rain.", "", "   ", "Снег на перевале", "Ձյուն լեռնանցքում", "🚒🔥", LONG])
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_no_texts_give_no_vectors(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, 384)


def test_a_text_said_twice_has_one_vector_twice(encoder: Encoder) -> None:
    first, other, again = encoder.encode(["Read more.", "The dam held.", "Read more."])
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_words_beyond_the_256th_token_are_not_read(encoder: Encoder) -> None:
    short, longer = encoder.encode([LONG, LONG + "The bridge fell."])
    assert np.array_equal(short, longer)


def test_a_byte_that_a_terminal_could_not_decode_is_no_obstacle(encoder: Encoder) -> None:
    assert encoder.encode_question("Who closed the caf\udce9?").shape == (384,)


def test_threads_may_share_an_encoder(encoder: Encoder) -> None:
    texts = [f"Budget item {number} was postponed." for number in range(40)]
    expected = encoder.encode(texts)
    with ThreadPoolExecutor(4) as pool:
        for vectors in pool.map(encoder.encode, [texts] * 8):
            assert np.allclose(vectors, expected, atol=1e-6)


def test_naming_the_package_loads_no_library() -> None:
    program = "import sys, assistant.embeddings, assistant.embeddings.encoder; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    assert not {"numpy", "onnx", "onnxruntime", "tokenizers", "langchain"} & set(loaded.split())
