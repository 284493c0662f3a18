"""Any encoder that LangChain knows by name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.embeddings.encoder import Neighbours
from assistant.errors import Misuse

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

Vectors = NDArray[np.float32]


def open_provider(name: str) -> ProviderEncoder:
    """Open the embeddings of a name such as ``ollama:nomic-embed-text``; nothing is sent yet."""
    provider, _, model = name.partition(":")
    if not (provider.strip() and model.strip()):
        raise Misuse(
            f"FOOTNOTE_EMBEDDINGS={name} does not name a provider with a model, as `ollama:nomic-embed-text` "
            "does; unset it for the encoder that comes with Footnote"
        )
    from langchain.embeddings import init_embeddings

    try:
        return ProviderEncoder(name, init_embeddings(name))
    except ImportError as error:
        raise Misuse(f"FOOTNOTE_EMBEDDINGS={name} needs a package that is not installed: {error}") from error
    except ValueError as error:
        raise Misuse(f"FOOTNOTE_EMBEDDINGS={name} cannot be opened: {error}") from error


class ProviderEncoder:
    """LangChain's embeddings, brought to unit length."""

    def __init__(self, name: str, embeddings: Embeddings) -> None:
        self.name = name
        self._embeddings = embeddings

    @cached_property
    def dimension(self) -> int:
        """Known from one short request, for no provider tells."""
        return len(self.encode_question("dimension"))

    def encode(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        return _unit(np.asarray(self._embeddings.embed_documents(list(texts)), np.float32))

    def encode_question(self, text: str) -> Vectors:
        return _unit(np.asarray(self._embeddings.embed_query(text), np.float32))

    def near(self, word: str) -> Neighbours:
        """None: to ask a provider for its vocabulary would be many requests."""
        del word
        return {}


def _unit(vectors: Vectors) -> Vectors:
    """The same directions at length one; a vector of zeros stays as it is."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    unit: Vectors = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)
    return unit
