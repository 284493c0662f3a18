"""Which articles were compared, and what came of it: a cache, so that only what is new is read side by side."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from assistant.corpus.whole import write_whole

VERSION = 1
"""Raised with any change to what makes a copy: all articles are then compared anew."""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """alike: whether two bodies with outlets and days, by their names, tell the same story. generation, library: the
    number that the library had when all was linked, and what names its articles; 0 and empty where nothing was."""

    generation: int = 0
    library: str = ""
    alike: Mapping[str, bool] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Verdicts:
        """What was kept; nothing where that is missing, broken or another version's."""
        try:
            kept = json.loads(path.read_text(encoding="ascii"))
            if kept["version"] != VERSION:
                return cls()
            alike = {str(pair): bool(verdict) for pair, verdict in kept["alike"].items()}
            return cls(int(kept["generation"]), str(kept["library"]), alike)
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return cls()

    def write(self, path: Path) -> None:
        """Keep it, all or nothing. Raises LibraryUnusable where the disk does not let it."""
        write_whole(path, json.dumps({"version": VERSION, **asdict(self)}))
