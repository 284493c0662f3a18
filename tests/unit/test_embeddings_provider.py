"""Encoders that LangChain knows by name."""

from __future__ import annotations

import numpy as np
import pytest
from langchain_core.embeddings import DeterministicFakeEmbedding, Embeddings

from assistant.embeddings import open_encoder
from assistant.embeddings.provider import ProviderEncoder
from assistant.errors import Misuse


class TwoWays(Embeddings):
    """Encodes questions along one axis, passages along the other; blank ones nowhere."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [[3.0 if text else 0.0, 0.0] for text in texts]

    def embed_query(self, text: str) -> list[float]:
        return [0.0, 5.0 if text else 0.0]


def test_a_provider_s_vectors_are_brought_to_unit_length() -> None:
    encoder = ProviderEncoder("fake:model", DeterministicFakeEmbedding(size=12))
    vectors = encoder.encode(["The dam held.", "The dam broke."])
    assert vectors.shape == (2, encoder.dimension) == (2, 12)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1)


def test_questions_and_passages_are_encoded_each_its_own_way() -> None:
    encoder = ProviderEncoder("fake:model", TwoWays())
    assert encoder.encode(["The dam held."]).tolist() == [[1, 0]]
    assert encoder.encode_question("Did the dam hold?").tolist() == [0, 1]


def test_a_vector_of_zeros_stays_one() -> None:
    assert ProviderEncoder("fake:model", TwoWays()).encode([""]).tolist() == [[0, 0]]


def test_no_texts_give_no_vectors() -> None:
    assert ProviderEncoder("fake:model", TwoWays()).encode([]).shape == (0, 2)


@pytest.mark.parametrize("name", ["minilm", "openai:", ":small", "  : "])
def test_a_name_without_provider_or_model_is_misuse(name: str) -> None:
    with pytest.raises(Misuse, match="does not name a provider with a model"):
        open_encoder(name, None)


def test_a_provider_that_langchain_does_not_know_is_misuse() -> None:
    with pytest.raises(Misuse, match="'nobody' is not supported"):
        open_encoder("nobody:model", None)


def test_a_provider_that_is_not_installed_is_named_with_its_package() -> None:
    with pytest.raises(Misuse, match="pip install langchain-cohere"):
        open_encoder("cohere:embed-english-v3.0", None)
