"""Any cross-encoder that sentence-transformers opens."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError

from assistant.errors import Misuse

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder


def open_cross_encoder(name: str) -> SentenceTransformersReranker:
    """Open a model by its name, which is downloaded the first time, or by its folder."""
    try:
        from sentence_transformers import CrossEncoder
        from transformers.utils.logging import disable_progress_bar
    except ImportError as error:
        raise Misuse(
            f"FOOTNOTE_RERANKER={name} needs sentence-transformers ({error}); `pip install sentence-transformers`, "
            "or unset it"
        ) from error
    if not sys.stderr.isatty():
        disable_progress_bar()
    folder = Path(name).expanduser()
    try:
        model = CrossEncoder(str(folder) if folder.is_dir() else name)
    except (OSError, ValueError, RuntimeError, SafetensorError) as error:
        raise Misuse(
            f"FOOTNOTE_RERANKER={name} cannot be opened; name a model that can be downloaded from here, or a folder "
            f"that holds one, or unset it ({error})"
        ) from error
    if model.num_labels != 1:
        raise Misuse(
            f"FOOTNOTE_RERANKER={name} sorts into {model.num_labels} classes; name a model that gives one score, "
            "such as `cross-encoder/ms-marco-MiniLM-L6-v2`"
        )
    return SentenceTransformersReranker(name, model)


class SentenceTransformersReranker:
    """A cross-encoder's scores, brought between 0 and 1."""

    def __init__(self, name: str, model: CrossEncoder) -> None:
        self.name = name
        self._model = model
        self._one_at_a_time = Lock()  # Its tokenizer is not to be used by two threads at once.

    def score(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        from torch.nn import Sigmoid

        pairs = [(question, text) for text in texts]
        with self._one_at_a_time:
            scores = self._model.predict(pairs, activation_fn=Sigmoid(), show_progress_bar=False)
        return np.asarray(scores, np.float32)
