"""What the rest of Footnote asks of an encoder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Neighbours = Mapping[str, float]
"""Stems with how near each is in meaning, 0 to 1."""


class Encoder(Protocol):
    """Turns texts into vectors of unit length: their dot product is a cosine. Threads may share it."""

    @property
    def name(self) -> str:
        """What a library records, to refuse the vectors of another encoder."""

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Encode what is searched: shape (texts, dimension), in the order given."""

    def encode_question(self, text: str) -> NDArray[np.float32]:
        """Encode what is searched for, which some encoders do differently: shape (dimension,)."""

    def near(self, word: str) -> Neighbours:
        """The stems of other words near this one; none where the encoder's vocabulary is not known."""
