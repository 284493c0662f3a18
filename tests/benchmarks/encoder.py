"""Our encoder against Chroma's default one: the same weights, paragraphs and process.

Run it as `python tests/benchmarks/encoder.py [DATA]`. DATA is a folder with `articles.jsonl` or
`articles.jsonl.gz` files in it or one below (`text`, blank lines between paragraphs); without it,
paragraphs are made up, as long as those of the news.
"""

from __future__ import annotations

import gzip
import json
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from platformdirs import user_cache_path

from assistant.embeddings import open_encoder
from assistant.embeddings.kept import kept_graph
from assistant.embeddings.weights import find_weights

PARAGRAPHS = 640
"""Of each set; Chroma's encoder reads some fifteen a second on two cores."""

TURN = 160
"""Paragraphs that one encodes before the other has its turn."""

SENTENCE = (
    "the council said after a night of talks that the bridge over the river will stay closed to trains and "
    "lorries until the storm has passed and the engineers have seen what the flood did to its piers"
)
WORDS = SENTENCE.split()


def main(data: Path | None) -> None:
    encoder = open_encoder(None, None)
    with tempfile.TemporaryDirectory() as folder:
        chroma = chroma_default(Path(folder))
        encoder.encode(["Loaded."])
        chroma(["Loaded."])
        print(f"{'':12}{'paragraphs':>12}{'ours/s':>10}{'Chroma/s':>10}{'ratio':>8}{'min cosine':>12}")
        for name, paragraphs in paragraph_sets(data):
            seconds = chroma_seconds = 0.0
            cosine = 1.0
            # By turns, so that whatever else the machine does slows both.
            for start in range(0, len(paragraphs), TURN):
                turn = paragraphs[start : start + TURN]
                ours, vectors = timed(encoder.encode, turn)
                theirs, expected = timed(chroma, turn)
                seconds, chroma_seconds = seconds + ours, chroma_seconds + theirs
                cosine = min(cosine, float((vectors * expected).sum(axis=1).min()))
            count = len(paragraphs)
            print(
                f"{name:12}{count:12}{count / seconds:10.1f}{count / chroma_seconds:10.1f}"
                f"{chroma_seconds / seconds:8.2f}{cosine:12.7f}"
            )


def chroma_default(folder: Path) -> Callable[[list[str]], NDArray[np.float32]]:
    """Chroma's encoder on our graph, which has the inputs and output of the one that it downloads."""
    from chromadb.utils.embedding_functions import ONNXMiniLM_L6_V2

    weights = find_weights(None)
    graph = kept_graph(weights.model, user_cache_path("footnote"))
    unpacked = folder / ONNXMiniLM_L6_V2.EXTRACTED_FOLDER_NAME
    unpacked.mkdir()
    if isinstance(graph, bytes):
        (unpacked / "model.onnx").write_bytes(graph)
    else:
        shutil.copy(graph, unpacked / "model.onnx")
    shutil.copy(weights.tokenizer, unpacked)
    for only_looked_for in ("config.json", "special_tokens_map.json", "tokenizer_config.json", "vocab.txt"):
        (unpacked / only_looked_for).touch()
    encoder = ONNXMiniLM_L6_V2()
    encoder.DOWNLOAD_PATH = folder
    return lambda paragraphs: np.stack(encoder(paragraphs))


def timed(
    encode: Callable[[list[str]], NDArray[np.float32]], paragraphs: list[str]
) -> tuple[float, NDArray[np.float32]]:
    start = time.perf_counter()
    vectors = encode(paragraphs)
    return time.perf_counter() - start, vectors


def paragraph_sets(data: Path | None) -> Iterator[tuple[str, list[str]]]:
    """Named samples, the same in every run."""
    chance = random.Random(0)  # noqa: S311  a sample, not a secret
    if data is None:
        yield "made up", [made_up(chance) for _ in range(PARAGRAPHS)]
        return
    for file in sorted([*data.glob("articles.jsonl*"), *data.glob("*/articles.jsonl*")]):
        paragraphs = list(read_paragraphs(file))
        yield file.parent.name, chance.sample(paragraphs, min(PARAGRAPHS, len(paragraphs)))


def read_paragraphs(file: Path) -> Iterator[str]:
    open_text = gzip.open if file.suffix == ".gz" else open
    with open_text(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            yield from (paragraph.strip() for paragraph in text.split("\n\n") if paragraph.strip())


def made_up(chance: random.Random) -> str:
    """Words at random, about as many as a news paragraph has (median 34 tokens, one in twenty above 100)."""
    count = min(200, max(3, round(chance.lognormvariate(3.4, 0.65))))
    return " ".join(chance.choices(WORDS, k=count)) + "."


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
