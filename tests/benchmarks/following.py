"""Whether a follow-up finds what a person's stand-alone rewrite of it finds, and whether a new topic is left alone."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from assistant.domain import Turn
from assistant.embeddings import open_encoder
from assistant.followup import in_conversation
from assistant.library import Library, open_library
from assistant.settings import Settings
from ingest.ingesting import ingest
from ingest.read import read

GOLD, DEPTH = 3, 10
"""Of the first three paragraphs that the rewrite finds, how many are among the first ten."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A follow-up with the conversation before it, its heading, and how a person made it stand alone."""

    question: str
    rewrite: str
    title: str
    section: str
    turns: tuple[Turn, ...]

    @property
    def headed(self) -> list[Turn]:
        """The conversation with its article's title and section in front, as if they were a question and its answer."""
        return [Turn(self.title, self.section), *self.turns]


def main(data: Path) -> None:
    asked = [_asked(line) for line in (data / "followups" / "questions.jsonl").open(encoding="utf-8")]
    encoder = open_encoder(None, None)
    with tempfile.TemporaryDirectory() as folder:
        for name, titled in (("titled", True), ("untitled", False)):
            source, home = Path(folder) / f"{name}.jsonl", Path(folder) / name
            source.write_text(_articles(asked, titled=titled), encoding="utf-8")
            report = ingest(read(source), home, encoder)
            print(f"{report.articles} answers as {name} articles")
            with open_library(Settings(home=home)) as library:
                _measure(library, asked)
    _new_topics(asked)


def _asked(line: str) -> Asked:
    told = json.loads(line)
    title, section, *rest = told["history"]
    turns = tuple(Turn(*pair) for pair in zip(rest[::2], rest[1::2], strict=True))
    return Asked(told["question"], told["rewrite"], title, section, turns)


def _articles(asked: Sequence[Asked], *, titled: bool) -> str:
    """The distinct answers of all conversations, each an article."""
    titles = {turn.answer: each.title for each in asked for turn in each.turns}
    records = ({"id": str(number), "text": answer} for number, answer in enumerate(titles))
    named = (record | {"title": titles[record["text"]]} if titled else record for record in records)
    return "".join(json.dumps(record) + "\n" for record in named)


def _measure(library: Library, asked: Sequence[Asked]) -> None:
    def texts(query: str, count: int, history: Sequence[Turn] = ()) -> list[str]:
        return [each.paragraph.text for each in library.search(query, count, history=history)]

    gold = [texts(each.rewrite, GOLD) for each in asked]

    def kept(found: Callable[[Asked], list[str]]) -> float:
        there = [[text in set(found(each)) for text in wanted] for each, wanted in zip(asked, gold, strict=True)]
        return sum(map(sum, there)) / sum(map(len, there))

    print(f"{'':34}{'no heading':>12}{'heading':>12}")
    print(f"{'as asked':34}{kept(lambda each: texts(each.question, DEPTH)):12.3f}")
    for name, found in (
        ("stand-alone, as the reply shows it", lambda each, turns: texts(_alone(each, turns), DEPTH)),
        ("with its context, as it searches", lambda each, turns: texts(each.question, DEPTH, turns)),
    ):
        without = kept(lambda each, found=found: found(each, each.turns))
        headed = kept(lambda each, found=found: found(each, each.headed))
        print(f"{name:34}{without:12.3f}{headed:12.3f}")


def _alone(asked: Asked, turns: Sequence[Turn]) -> str:
    return in_conversation(asked.question, turns).question


def _new_topics(asked: Sequence[Asked]) -> None:
    """Rewrites that name their own article, asked in the middle of a conversation about another."""
    named = [each for each in asked if each.title.casefold() in each.rewrite.casefold()]
    # The last question about the article before it in the file, as far into its conversation as it goes.
    others = {each.title: before for before, each in pairwise(asked) if before.title != each.title}
    strangers = [(each, others.get(each.title, asked[-1])) for each in named]
    started = time.perf_counter()
    left = [not in_conversation(each.rewrite, other.headed).leans for each, other in strangers]
    each_took = 1000 * (time.perf_counter() - started) / len(left)
    print(f"new topics left as they are: {sum(left) / len(left):.3f} of {len(left)}, {each_took:.1f} ms each")


if __name__ == "__main__":
    import sys

    main(Path(sys.argv[1]))
