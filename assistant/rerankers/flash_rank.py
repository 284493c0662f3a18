"""FlashRank's cross-encoders, which need no torch."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray
from platformdirs import user_cache_path

from assistant.errors import Misuse

if TYPE_CHECKING:
    from flashrank import Ranker


def open_flash_rank(name: str) -> FlashRankReranker:
    """Open ``flashrank:MODEL``, which is downloaded the first time, or ``flashrank:FOLDER/MODEL``."""
    try:
        from flashrank import Ranker
        from flashrank.Config import listwise_rankers, model_file_map
    except ImportError as error:
        raise Misuse(
            f"FOOTNOTE_RERANKER={name} needs FlashRank ({error}); `pip install flashrank`, or unset it"
        ) from error
    named = Path(name.partition(":")[2].strip()).expanduser()
    models = sorted(model_file_map.keys() - listwise_rankers)
    if named.name not in models:
        raise Misuse(f"FOOTNOTE_RERANKER={name}: FlashRank has no such model; name one of {', '.join(models)}")
    folder = named.parent if named.parent != Path() else user_cache_path("footnote") / "flashrank"
    try:
        return FlashRankReranker(name, Ranker(named.name, str(folder), log_level="WARNING"))
    except _unopenable() as error:
        raise Misuse(
            f"FOOTNOTE_RERANKER={name} cannot be opened; where it cannot be downloaded, put the model's files into "
            f"{folder / named.name}; if it is there already, it is not whole: remove it ({error})"
        ) from error


def _unopenable() -> tuple[type[Exception], ...]:
    """What is raised for a model that cannot be fetched, or whose files are missing or not whole."""
    from onnxruntime.capi import onnxruntime_pybind11_state as onnx

    damaged = (onnx.NoSuchFile, onnx.InvalidProtobuf, onnx.InvalidGraph, onnx.Fail)
    return (OSError, ValueError, KeyError, BadZipFile, *damaged)


class FlashRankReranker:
    """FlashRank's scores, which are between 0 and 1, in the order of the texts."""

    def __init__(self, name: str, ranker: Ranker) -> None:
        self.name = name
        self._ranker = ranker
        self._one_at_a_time = Lock()  # Its tokenizer is not to be used by two threads at once.

    def score(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        from flashrank import RerankRequest

        scores = np.zeros(len(texts), np.float32)
        passages = [{"id": at, "text": text} for at, text in enumerate(texts)]
        with self._one_at_a_time:
            for each in self._ranker.rerank(RerankRequest(query=question, passages=passages)):
                scores[each["id"]] = each["score"]
        return scores
