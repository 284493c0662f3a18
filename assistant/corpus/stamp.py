"""What a library was made with, and whether it fits what is set."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import CorpusMismatch, CorpusOutdated


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a collection was made with; another stamp is another library."""

    encoder: str
    dimension: int
    passages_version: int


def require_same(home: Path, found: Stamp, wanted: Stamp) -> None:
    """Raise CorpusOutdated unless the library was made with this encoder and cut this way."""
    require_no_newer(home, found, wanted)
    command = f"footnote ingest --rebuild --home {shlex.quote(str(home))}"
    remedy = f"run `{command}`, which makes it anew from the stored text"
    if (found.encoder, found.dimension) != (wanted.encoder, wanted.dimension):
        raise CorpusOutdated(f"{home} was embedded with {found.encoder}, but {wanted.encoder} is set; {remedy}")
    if found.passages_version != wanted.passages_version:
        raise CorpusOutdated(f"{home} was made by an older version of Footnote; {remedy}")


def require_no_newer(home: Path, found: Stamp, wanted: Stamp) -> None:
    """Raise CorpusMismatch where a version made the library that knows what this one does not."""
    if found.passages_version > wanted.passages_version:
        raise CorpusMismatch(f"{home} was made by a newer version of Footnote; update this one to open it")
