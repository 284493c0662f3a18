"""A folder of sources as people work on it: stories in files of their own, in dumps and in archives."""

from __future__ import annotations

import json
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from ingest.draft import Rejected
from ingest.piece import Piece
from ingest.pieces import pieces_of
from tests.made import words

BOX = "Sign up for the Tide Table, our newsletter about everything that floats."

STORIES, TELLINGS = 6, 3


class Told(NamedTuple):
    """A story as it is told once. Told 0 and 1 share paragraphs, told 2 has the headline alone in common with them.

    Stories 0 and 1 have an address, 2 has an id, the others are named by where they stand. Story 1 is 0, reprinted.
    """

    story: int
    telling: int

    @property
    def title(self) -> str:
        return f"What became of the {('ferry', 'boat', 'bridge', 'mayor', 'strike', 'tide')[self.story]}"

    @property
    def texts(self) -> list[str]:
        told = 0 if self.story == 1 and self.telling == 0 else self.story
        last = self.telling == TELLINGS - 1
        return [
            words(14, f"lead {told} {last}"),
            words(14, f"middle {told} {self.telling}"),
            words(14, f"end {told} {last}"),
            *([BOX] if self.story != 1 else []),
        ]

    @property
    def text(self) -> str:
        return "\n\n".join(self.texts)

    @property
    def record(self) -> dict[str, str]:
        """As a line of a dump."""
        outlet = "Coast News" if self.story == 1 else "Harbour Gazette"
        said = {"title": self.title, "text": self.text, "outlet": outlet, "published": f"2025-03-{1 + self.story:02}"}
        if self.story < 2:
            said["url"] = f"https://made.example/{self.story}"
        return said | ({"id": "bridge"} if self.story == 2 else {})


@dataclass
class Newsroom:
    """The folder, and what stands in each file."""

    folder: Path
    files: dict[str, list[Told]] = field(default_factory=dict)

    def put(self, name: str, told: Sequence[Told]) -> None:
        """Write a file: the first of these, or all of them where it is a dump or an archive."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        self.files[name] = list(told) if path.suffix != ".txt" else list(told[:1])
        match path.suffix:
            case ".jsonl":
                path.write_text("".join(json.dumps(each.record) + "\n" for each in told))
            case ".zip":
                with zipfile.ZipFile(path, "w") as archive:
                    for number, each in enumerate(told):
                        archive.writestr(f"{number}.txt", f"{each.title}\n\n{each.text}\n")
            case _:
                path.write_text(f"{told[0].title}\n\n{told[0].text}\n")

    def move(self, name: str, new: str) -> None:
        (self.folder / new).parent.mkdir(exist_ok=True)
        (self.folder / name).rename(self.folder / new)
        self.files[new] = self.files.pop(name)

    def delete(self, name: str) -> None:
        (self.folder / name).unlink()
        del self.files[name]

    def pieces(self, *, backwards: bool = False) -> Iterator[Piece | Rejected]:
        """All that is there; backwards: the last file first."""
        if not backwards:
            yield from pieces_of(self.folder)
            return
        by_file = [list(some) for _, some in groupby(pieces_of(self.folder), key=lambda each: each.origin)]
        for some in reversed(by_file):
            yield from some

    @property
    def contested(self) -> set[str]:
        """Headlines of what is told in different words under one name of its own."""
        told = {each for name, some in self.files.items() if name.endswith(".jsonl") for each in some}
        return {each.title for each in told if sum(one.story == each.story for one in told) > 1 and each.story <= 2}

    @property
    def told_once(self) -> set[str]:
        """Headlines of which only one telling stands in one place."""
        count = Counter(each.title for some in self.files.values() for each in some)
        return {title for title, times in count.items() if times == 1}
