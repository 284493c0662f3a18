"""Sentences as vectors: the encoder that comes with it, or one that LangChain knows by name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.embeddings.encoder import Encoder


def encoder_when_needed(embeddings: str | None, weights: Path | None) -> Encoder:
    """The encoder that the settings name, opened when something is to be encoded: an ingest may change nothing."""
    if embeddings is None:
        from assistant.embeddings.late import minilm_when_needed

        return minilm_when_needed(weights)
    return open_encoder(embeddings, weights)


def open_encoder(embeddings: str | None, weights: Path | None) -> Encoder:
    """Open the encoder that the settings name: None is the one that comes with it.

    Raises WeightsMissing, WeightsChanged, or Misuse for a name that cannot be opened.
    """
    if embeddings is None:
        from assistant.embeddings.minilm import open_minilm

        return open_minilm(weights)
    from assistant.embeddings.provider import open_provider

    return open_provider(embeddings)
