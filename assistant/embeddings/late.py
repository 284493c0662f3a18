"""The encoder that comes with Footnote, opened when it is first asked to encode something."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.embeddings.encoder import Neighbours

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.embeddings.minilm import MiniLM


class LateMiniLM:
    """Its name and dimension are known without it: half a second and 100 MB less where nothing is encoded."""

    name = "all-MiniLM-L6-v2"
    dimension = 384

    def __init__(self, weights: Path | None) -> None:
        self._weights = weights

    @cached_property
    def _opened(self) -> MiniLM:
        from assistant.embeddings.minilm import open_minilm

        return open_minilm(self._weights)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self._opened.encode(texts)

    def encode_question(self, text: str) -> NDArray[np.float32]:
        return self._opened.encode_question(text)

    def near(self, word: str) -> Neighbours:
        """As the opened one says."""
        return self._opened.near(word)
