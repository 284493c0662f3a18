"""Whether news questions find the paragraph, the article, and a paragraph that holds the answer."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from assistant.domain import Ranked
from assistant.embeddings import open_encoder
from assistant.evaluation.wording import holds_one
from assistant.library import Library, open_library
from assistant.settings import Settings
from ingest.address import canonical
from ingest.ingesting import ingest
from ingest.read import read

DEPTHS = (1, 5, 10)


def main(data: Path, home: Path | None = None) -> None:
    """Measure on the library in `home`, which is made of the data's articles where there is none."""
    questions = [json.loads(line) for line in (data / "news" / "questions.jsonl").open(encoding="utf-8")]
    with tempfile.TemporaryDirectory() as folder:
        home = home or Path(folder) / "library"
        if not home.exists():
            report = ingest(read(data / "news" / "articles.jsonl.gz"), home, open_encoder(None, None))
            rate = report.passages / report.seconds
            print(f"{report.articles} articles in {report.seconds:.0f} s, {rate:.0f} passages a second")
        with open_library(Settings(home=home)) as library:
            print("the day of asking unknown")
            _measure(library, questions, lambda _: None)
            print("the day of asking given")
            _measure(library, questions, lambda asked: date.fromisoformat(asked["asked"]))


def _measure(
    library: Library, questions: list[dict[str, Any]], day_of: Callable[[dict[str, Any]], date | None]
) -> None:
    hits = {(what, depth): 0 for what in ("paragraph", "article", "answer") for depth in DEPTHS}
    started = time.perf_counter()
    for asked in questions:
        ranking = library.search(asked["question"], max(DEPTHS), asked=day_of(asked))
        for depth in DEPTHS:
            for what, found in _found(asked, ranking[:depth]).items():
                hits[what, depth] += found
    milliseconds = 1000 * (time.perf_counter() - started) / len(questions)
    print(f"{'':22}" + "".join(f"{'in ' + str(depth):>8}" for depth in DEPTHS))
    for what, name in (
        ("paragraph", "the paragraph itself"),
        ("article", "the article"),
        ("answer", "the answer's words"),
    ):
        print(f"{name:22}" + "".join(f"{hits[what, depth] / len(questions):8.3f}" for depth in DEPTHS))
    print(f"{len(questions)} questions, {milliseconds:.0f} ms each")


def _found(asked: dict[str, Any], ranking: list[Ranked]) -> dict[str, bool]:
    texts = [each.paragraph.text for each in ranking]
    gold, url = _folded(asked["gold_paragraph"]), canonical(asked["gold_url"])
    return {
        "paragraph": any(_folded(text) == gold for text in texts),
        "article": any(each.description.url and canonical(each.description.url) == url for each in ranking),
        "answer": any(holds_one(text, asked["answers"]) for text in texts),
    }


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


if __name__ == "__main__":
    import sys

    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
