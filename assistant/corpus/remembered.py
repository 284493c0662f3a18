"""What the library knows of its articles in a file of its own, so that an ingest need not open Chroma to compare."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from assistant.corpus.growing import Growing, State
from assistant.corpus.known import Known, known_from_fields, line_of
from assistant.corpus.stamp import Stamp

SCHEMA_VERSION = 1

_FILE = "known.jsonl"


class Remembered:
    """A line for each article as it was last written, or for its removal: a cache of Chroma's.

    Half a second for 100,000 articles, where importing Chroma and opening its index takes some seconds.
    """

    def __init__(self, files: Growing, stamp: Stamp, known: dict[str, Known], lines: int) -> None:
        self._files, self.stamp, self._lines = files, stamp, lines
        self._known: dict[str, Known] | None = known
        self._ids = set(known)

    @classmethod
    def open(cls, folder: Path, generation: int) -> Remembered | None:
        """What is remembered, if it is whole and of this generation."""
        files = Growing.open(folder, SCHEMA_VERSION, generation)
        if files is None:
            return None
        with files.path(_FILE).open("rb") as file:
            head, *lines = file.read(files.size(_FILE)).splitlines()
        known: dict[str, Known] = {}
        origins: dict[str, str] = {}
        for line in lines:
            article_id, *fields = json.loads(line)
            known.pop(article_id, None)
            if fields:
                known[article_id] = known_from_fields(article_id, fields, origins)
        remembered = cls(files, Stamp(**json.loads(head)), known, len(lines))
        return None if remembered.is_worn else remembered

    @classmethod
    def build(cls, folder: Path, stamp: Stamp, known: Iterable[Known], generation: int, passages: int) -> Remembered:
        """Make it anew beside the old one, then put it in its place."""
        fresh = folder.with_name(folder.name + "-next")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        by_id = {each.article_id: each for each in known}
        files = Growing(fresh, State(SCHEMA_VERSION, generation, passages, {}))
        lines = [json.dumps(asdict(stamp)), *map(line_of, by_id.values())]
        files.append({_FILE: _joined(lines)}, generation, passages)
        shutil.rmtree(folder, ignore_errors=True)
        fresh.rename(folder)
        return cls(Growing(folder, files.state), stamp, by_id, len(by_id))

    @property
    def generation(self) -> int:
        return self._files.state.generation

    @property
    def is_worn(self) -> bool:
        """Whether most of its lines are of what was."""
        return self._lines > 2 * len(self._ids) + 1000

    @property
    def counts(self) -> tuple[int, int]:
        """Articles and passages."""
        return len(self._ids), self._files.state.passages

    def take(self) -> list[Known]:
        """What was remembered when it was opened; asked for once, for it is not kept."""
        assert self._known is not None
        known, self._known = list(self._known.values()), None
        return known

    def change(self, gone: Iterable[str], known: Iterable[Known], generation: int, passages: int) -> None:
        """Note what is known now, and what Chroma now holds."""
        gone, known = list(gone), list(known)
        lines = [*(json.dumps([each]) for each in gone), *map(line_of, known)]
        self._files.append({_FILE: _joined(lines)}, generation, passages)
        self._ids = (self._ids - set(gone)) | {each.article_id for each in known}
        self._lines += len(lines)


def _joined(lines: Iterable[str]) -> bytes:
    return b"".join(line.encode("utf-8", "surrogatepass") + b"\n" for line in lines)
