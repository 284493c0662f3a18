"""The lines that outlets repeat, as the library remembers them: what it has of them follows from its articles."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from assistant.corpus.whole import write_whole

Line = tuple[str, str]
"""An outlet, or where its articles lie, and the folded words of a line."""


@dataclass(frozen=True, slots=True)
class Repetitions:
    """cut_short: whether an ingest has ended, or may have, before all articles were looked at."""

    lines: frozenset[Line] = frozenset()
    cut_short: bool = True


def read_repetitions(path: Path) -> Repetitions:
    """What is remembered; where nothing is, that the articles have to be looked through."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        lines = frozenset((str(press), str(folded)) for press, folded in found["lines"])
        return Repetitions(lines, cut_short=found["cut_short"] is not False)
    except (OSError, ValueError, TypeError, KeyError):
        return Repetitions()


def write_repetitions(path: Path, lines: Iterable[Line], *, cut_short: bool) -> None:
    """Remember them. Raises LibraryUnusable where the disk does not let it."""
    text = json.dumps({"lines": sorted(lines), "cut_short": cut_short})
    if not (path.is_file() and path.read_bytes() == text.encode()):
        write_whole(path, text)
