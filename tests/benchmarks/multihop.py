"""Whether questions that need several facts find all of them, and whether those that none answers are refused."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assistant.domain import Answer
from assistant.embeddings import open_encoder
from assistant.library import Library, open_library
from assistant.settings import Settings
from ingest.ingesting import ingest
from ingest.read import read

DEPTH = 10
NULL = "null_query"


def main(data: Path, home: Path | None = None) -> None:
    """Measure on the library in `home`, which is given the facts if it lacks them; without one, on the facts alone."""
    facts = {each["fact_id"]: each for each in _lines(data / "multihop" / "facts.jsonl")}
    questions = list(_lines(data / "multihop" / "questions.jsonl"))
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder) / "facts.jsonl"
        articles.write_text("".join(json.dumps(_article(each)) + "\n" for each in facts.values()), encoding="utf-8")
        home = home or Path(folder) / "library"
        ingest(read(articles), home, open_encoder(None, None))
        with open_library(Settings(home=home)) as library:
            _measure(library, questions, {name: _folded(fact["text"]) for name, fact in facts.items()})


def _measure(library: Library, questions: list[dict[str, Any]], facts: dict[str, str]) -> None:
    print(f"{'':18}{'all in 10':>10}{'of facts':>10}{'answered':>10}")
    started = time.perf_counter()
    for kind in dict.fromkeys(each["question_type"] for each in questions):
        asked = [each for each in questions if each["question_type"] == kind]
        answered = sum(isinstance(library.ask(each["question"]), Answer) for each in asked) / len(asked)
        if kind == NULL:
            print(f"{kind:18}{'':20}{answered:10.3f}")
            continue
        found = [_found(library, each, facts) for each in asked]
        every = sum(all(each) for each in found) / len(found)
        share = sum(map(sum, found)) / sum(map(len, found))
        print(f"{kind:18}{every:10.3f}{share:10.3f}{answered:10.3f}")
    milliseconds = 1000 * (time.perf_counter() - started) / len(questions)
    print(f"{len(questions)} questions, {milliseconds:.0f} ms each for finding and answering")


def _found(library: Library, asked: dict[str, Any], facts: dict[str, str]) -> list[bool]:
    """For each fact that the question needs, whether it is among the first paragraphs."""
    texts = {_folded(each.paragraph.text) for each in library.search(asked["question"], DEPTH)}
    return [facts[each] in texts for each in asked["gold_fact_ids"]]


def _article(fact: dict[str, Any]) -> dict[str, Any]:
    """A fact as an article of its own: several have one address, so that is left out."""
    return {
        "id": f"multihop-{fact['fact_id']}",
        "text": fact["text"],
        "title": fact["title"],
        "outlet": fact["source"],
        "authors": fact["author"],
        "published": fact["published_at"],
    }


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


if __name__ == "__main__":
    import sys

    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
