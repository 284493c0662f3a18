"""The graph of the published weights, kept in the user's cache folder so that it is drawn once."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path

from assistant.embeddings.weights import MODEL_DIGEST, check_digest, file_digest

GRAPH_VERSION = 1
"""Raised with every change of graph.py, so that what an earlier version kept is not taken for this one's."""

PATIENCE = 60.0  # Seconds to wait for another process that is drawing; it takes about one.

logger = logging.getLogger(__name__)


def kept_graph(weights: Path, folder: Path) -> Path | bytes:
    """The graph of these weights, from the folder if it is there intact, else drawn and kept.

    Where the folder cannot be written, the graph is drawn in memory each time. Raises WeightsChanged.
    """
    try:
        return _intact(folder) or _draw_once(weights, folder)
    except OSError as error:
        logger.warning("%s cannot keep the encoder's graph, which is drawn at every start: %s", folder, error)
        return _draw(weights)


def _intact(folder: Path) -> Path | None:
    """A kept graph whose bytes have the digest that its name ends with."""
    for path in _kept(folder):
        if path.stem.endswith(file_digest(path)):
            return path
        logger.warning("%s is damaged and will be drawn again", path)
    return None


def _draw_once(weights: Path, folder: Path) -> Path:
    from filelock import FileLock

    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "graph.lock", timeout=PATIENCE):
        return _intact(folder) or _keep(_draw(weights), folder)


def _draw(weights: Path) -> bytes:
    from assistant.embeddings.graph import draw_graph

    check_digest(weights, MODEL_DIGEST)  # What is kept bears the published model's name.
    return draw_graph(weights)


def _keep(graph: bytes, folder: Path) -> Path:
    for damaged in _kept(folder):
        damaged.unlink()
    # Whoever holds the lock is the only writer, so what a killed one left under this name is overwritten.
    half_written = folder / "graph.part"
    digest = hashlib.sha256(graph).hexdigest()
    try:
        half_written.write_bytes(graph)
        return half_written.replace(folder / f"{MODEL_DIGEST}-{GRAPH_VERSION}-{digest}.onnx")
    finally:
        half_written.unlink(missing_ok=True)


def _kept(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"{MODEL_DIGEST}-{GRAPH_VERSION}-*.onnx"))
