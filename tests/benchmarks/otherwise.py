"""What questions put another way are worth: which of them are taken, and what they find.

No chat model is at hand: persons' rewrites of follow-ups stand for a good one's, and words that miss the point, or
know the answer, for the queries of a bad and of a good one.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from assistant.domain import NO_FILTERS, Turn
from assistant.embeddings import open_encoder
from assistant.finding import Finder, Wanted
from assistant.library import Library, open_library
from assistant.settings import Settings
from assistant.writing.rewriting import read as taken
from ingest.ingesting import ingest
from ingest.read import read

DEPTHS = (5, 10, 20)
Queries = Callable[[int], list[str]]


def main(data: Path, home: Path | None = None) -> None:
    """Measure on the library of news in `home`, which is made of the data's articles where there is none."""
    asked = _lines(data / "followups" / "questions.jsonl")
    _followups(asked)
    _injected(asked, [each["text"] for each in _lines(data / "injections" / "texts.jsonl")])
    with tempfile.TemporaryDirectory() as folder:
        home = home or Path(folder) / "library"
        if not home.exists():
            ingest(read(data / "news" / "articles.jsonl.gz"), home, open_encoder(None, None))
        with open_library(Settings(home=home)) as library:
            _news(library, _lines(data / "news" / "questions.jsonl"))


def _followups(asked: Sequence[dict[str, Any]]) -> None:
    """Of rewrites, of the answers before, and of other conversations' questions: how many are taken or left as is."""

    def share(instead: Sequence[str]) -> float:
        found = [taken(text, each["question"], _turns(each)) for text, each in zip(instead, asked, strict=True)]
        return sum(each.question is not None for each in found) / len(found)

    rewrites = [each["rewrite"] for each in asked]
    strangers = islice(cycle(rewrites), len(asked) // 2, len(asked) // 2 + len(asked))
    same = sum(each["rewrite"].casefold() == each["question"].casefold() for each in asked) / len(asked)
    print(f"{len(asked)} follow-ups, {same:.3f} of them stand alone as they are; taken in place of the question:")
    for name, instead in (
        ("a person's rewrite", rewrites),
        ("the answer before", [each["history"][-1] for each in asked]),
        ("a question of another conversation", list(strangers)),
    ):
        print(f"  {name:36}{share(instead):6.3f}")


def _injected(asked: Sequence[dict[str, Any]], orders: Sequence[str]) -> None:
    """Orders that stand in the last answer, and that a model puts in the question's place."""
    taken_too = 0
    for each, order in zip(asked, cycle(orders), strict=False):
        *before, last = _turns(each)
        told = [*before, Turn(last.question, f"{last.answer} {order}")]
        taken_too += taken(order, each["question"], told).question is not None
    print(f"  {'an order in the answer before':36}{taken_too / len(asked):6.3f}")


def _turns(asked: dict[str, Any]) -> list[Turn]:
    said = asked["history"]
    return [Turn(*pair) for pair in zip(said[::2], said[1::2], strict=True)]


def _news(library: Library, asked: Sequence[dict[str, Any]]) -> None:
    """The paragraph that answers among the first, with queries of each kind."""

    def missing(at: int) -> list[str]:
        return [asked[(at + step) % len(asked)]["question"] for step in (50, 100, 150)]

    def knowing(at: int) -> list[str]:
        return [f"{asked[at]['question']} {asked[at]['answers'][0]}", *missing(at)[:2]]

    print(f"{'the paragraph that answers':38}" + "".join(f"{'in ' + str(depth):>8}" for depth in DEPTHS))
    for name, queries in (
        ("no other words", lambda _: []),
        ("three that miss the point", missing),
        ("two that miss it, one with the answer", knowing),
    ):
        found = [_found(library, each, queries(at)) for at, each in enumerate(asked)]
        shares = [sum(place < depth for place in found) / len(found) for depth in DEPTHS]
        print(f"  {name:36}" + "".join(f"{share:8.3f}" for share in shares))


def _found(library: Library, asked: dict[str, Any], queries: Sequence[str]) -> int:
    """Where in the ranking the paragraph is, from 0."""
    tools = library._tools  # what a reply is made with: a search takes no other words
    finder, wanted = Finder(tools.reader, tools.encoder, max(DEPTHS)), Wanted(asked["question"], (), NO_FILTERS)
    ranking = finder.widened(finder.find(wanted), wanted, queries).ranking(max(DEPTHS))
    gold = _folded(asked["gold_paragraph"])
    places = [at for at, each in enumerate(ranking) if _folded(each.paragraph.text) == gold]
    return places[0] if places else max(DEPTHS)


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


if __name__ == "__main__":
    import sys

    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
