"""Articles with questions whose answers are known: public ones where their folder is named, else the project's own."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.domain import ArticleSummary
from assistant.embeddings import open_encoder
from ingest.draft import Draft
from ingest.ingesting import ingest
from ingest.read import read
from ingest.shelf import Shelf
from ui.known_answers import ArticleNames, KnownLine

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Posed:
    """Questions and articles; most: where so many articles are enough, first those that the questions are about."""

    name: str
    source: Path
    questions: Sequence[KnownLine]
    most: int | None = None

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
        return replace(self, most=articles)

    def library(self, home: Path, known: Path | None = None, without: frozenset[str] = frozenset()) -> Path:
        """Make a library of the articles in `home`: a copy of a known one, or where that has more, with its vectors.

        Without some articles, by id, it is made anew: words of what was taken out of one may be counted for a while.
        """
        if known and self.most is None and not without:
            return Path(shutil.copytree(known, home))
        home.mkdir(parents=True)
        if known:
            shutil.copy(known / "vectors.db", home)
        drafts = (draft for article_id, draft in self._drafts() if article_id not in without)
        ingest(drafts, home, open_encoder(None, None))
        return home

    def _drafts(self) -> list[tuple[str, Draft]]:
        """With the ids that a new library gives them."""
        drafts = [(Shelf([]).new_id(each), each) for each in read(self.source) if isinstance(each, Draft)]
        names = ArticleNames(ArticleSummary(each, draft.description, len(draft.paragraphs)) for each, draft in drafts)
        right = {article_id for each in self.questions if each.article for article_id in names.named(each.article)}
        asked_about_first = sorted(drafts, key=lambda each: each[0] not in right)
        return (asked_about_first if self.most else drafts)[: self.most]


def _lines(file: Path) -> list[KnownLine]:
    return [KnownLine.model_validate_json(line) for line in file.read_text(encoding="utf-8").splitlines()]
