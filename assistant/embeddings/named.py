"""An encoder of which only the name and the dimension are known, opened when something is to be encoded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.embeddings.encoder import Encoder, Neighbours
from assistant.errors import CorpusMismatch

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class NamedEncoder:
    """Stands for an encoder whether or not it is at hand: the one that made the vectors of a library, or our own.

    Raises CorpusMismatch where something is to be encoded, and the one that is opened is another.
    """

    def __init__(self, name: str, dimension: int, open_it: Callable[[], Encoder]) -> None:
        self.name, self.dimension, self._open = name, dimension, open_it

    @cached_property
    def _opened(self) -> Encoder:
        encoder = self._open()
        if encoder.name != self.name:
            raise CorpusMismatch(
                f"some texts have to be embedded anew with {self.name}, but {encoder.name} is set; "
                f"set FOOTNOTE_EMBEDDINGS={self.name} where it has such a name, or unset it for the encoder that comes "
                "with Footnote, then run the same again"
            )
        return encoder

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self._opened.encode(texts)

    def encode_question(self, text: str) -> NDArray[np.float32]:
        return self._opened.encode_question(text)

    def near(self, word: str) -> Neighbours:
        """As the opened one says."""
        return self._opened.near(word)
