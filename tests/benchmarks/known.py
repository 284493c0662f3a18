"""Articles with questions whose answers are known: public ones where their folder is named, else the project's own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from assistant.embeddings import open_encoder
from ingest.draft import Draft
from ingest.ingesting import ingest
from ingest.read import read
from ingest.shelf import Shelf
from ui.known_answers import KnownLine

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Posed:
    """Questions and the articles they are about, of which only the first are taken where there are to be fewer."""

    name: str
    source: Path
    questions: Sequence[KnownLine]
    first: int | None = None

    @classmethod
    def of(cls, data: Path | None, name: str) -> Posed:
        """The public set of this name, such as `squad`; the project's own, which says so, where no folder is named."""
        if data is None:
            return cls("the project's own articles", ROOT / "seeds", _lines(ROOT / "tests" / "evals" / "seeds.jsonl"))
        plain = data / name / "articles.jsonl"
        source = plain if plain.exists() else plain.with_suffix(".jsonl.gz")
        return cls(f"{name}/", source, _lines(data / name / "questions.jsonl"))

    def every(self, nth: int) -> Posed:
        return replace(self, questions=self.questions[::nth])

    def fewer(self, articles: int | None) -> Posed:
        return replace(self, first=articles)

    def library(self, home: Path, vectors: Path | None = None, without: frozenset[str] = frozenset()) -> Path:
        """Make a library of the articles, without those of some ids, with the vectors that another library has.

        Made anew, not taken out of another: words of articles that were removed may be counted for a while.
        """
        home.mkdir(parents=True)
        if vectors and (vectors / "vectors.db").exists():
            shutil.copy(vectors / "vectors.db", home)
        ingest(self._drafts(lambda article_id: article_id not in without), home, open_encoder(None, None))
        return home

    def _drafts(self, is_in: Callable[[str], bool]) -> Iterator[Draft]:
        drafts = (each for each in read(self.source) if isinstance(each, Draft))
        return (each for each in islice(drafts, self.first) if is_in(Shelf([]).new_id(each)))


def _lines(file: Path) -> list[KnownLine]:
    return [KnownLine.model_validate_json(line) for line in file.read_text(encoding="utf-8").splitlines()]
