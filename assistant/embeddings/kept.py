"""What is made from the encoder's weights, kept in the user's cache folder so that it is made once."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from assistant.embeddings.weights import MODEL_DIGEST, check_digest, file_digest

PATIENCE = 120.0  # Seconds to wait for another process that is making it; the thesaurus takes some ten.

logger = logging.getLogger(__name__)

Make = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Keepsake:
    """What is kept, and under which names; whatever changes how it is made raises its version.

    The version keeps what an earlier Footnote made from being taken for this one's.
    """

    what: str
    mark: str
    suffix: str

    def names(self) -> str:
        return f"{MODEL_DIGEST}-{self.mark}-*{self.suffix}"

    def name(self, digest: str) -> str:
        return f"{MODEL_DIGEST}-{self.mark}-{digest}{self.suffix}"


GRAPH = Keepsake("the encoder's graph", "1", ".onnx")
THESAURUS = Keepsake("the encoder's thesaurus", "words-2", ".npz")


def cache_folder() -> Path:
    """The user's, where nothing else is named."""
    return user_cache_path("footnote")


def kept_graph(weights: Path, folder: Path) -> Path | bytes:
    """The graph of these weights. Raises WeightsChanged."""

    def draw() -> bytes:
        from assistant.embeddings.graph import draw_graph

        check_digest(weights, MODEL_DIGEST)  # What is kept bears the published model's name.
        return draw_graph(weights)

    return kept(GRAPH, draw, folder)


def kept(keepsake: Keepsake, make: Make, folder: Path) -> Path | bytes:
    """The file from the folder if it is there intact, else made and kept.

    Where the folder cannot be written, it is made in memory each time.
    """
    try:
        return _intact(keepsake, folder) or _make_once(keepsake, make, folder)
    except OSError as error:
        logger.warning("%s cannot keep %s, which is made at every start: %s", folder, keepsake.what, error)
        return make()


def _intact(keepsake: Keepsake, folder: Path) -> Path | None:
    """A kept file whose bytes have the digest that its name ends with."""
    for path in sorted(folder.glob(keepsake.names())):
        if path.stem.endswith(file_digest(path)):
            return path
        logger.warning("%s is damaged and will be made again", path)
    return None


def _make_once(keepsake: Keepsake, make: Make, folder: Path) -> Path:
    from filelock import FileLock

    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / f"{keepsake.mark}.lock", timeout=PATIENCE):
        return _intact(keepsake, folder) or _keep(keepsake, make(), folder)


def _keep(keepsake: Keepsake, made: bytes, folder: Path) -> Path:
    for damaged in folder.glob(keepsake.names()):
        damaged.unlink()
    # Whoever holds the lock is the only writer, so what a killed one left under this name is overwritten.
    half_written = folder / f"{keepsake.mark}.part"
    try:
        half_written.write_bytes(made)
        return half_written.replace(folder / keepsake.name(hashlib.sha256(made).hexdigest()))
    finally:
        half_written.unlink(missing_ok=True)
