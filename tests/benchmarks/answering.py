"""How long a warm process takes to answer, step by step, for questions it has not seen."""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path
from statistics import median

from assistant.embeddings import open_encoder
from assistant.library import open_library
from assistant.settings import Settings
from ingest.ingesting import ingest
from ingest.read import read

SEEDS = Path(__file__).parents[2] / "seeds"
QUESTIONS = Path(__file__).parents[1] / "evals" / "seeds.jsonl"


def main() -> None:
    questions = [json.loads(line)["question"] for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "library"
        ingest(read(SEEDS), home, open_encoder(None, None))
        with open_library(Settings(home=home)) as library:
            library.ask("Is anybody there?")
            taken = []
            for question in questions:
                started = time.perf_counter()
                library.ask(question)
                taken.append(1000 * (time.perf_counter() - started))
    taken.sort()
    print(
        f"{len(taken)} questions: median {median(taken):.0f} ms, 19 of 20 within {taken[int(0.95 * len(taken))]:.0f} ms"
    )


if __name__ == "__main__":
    main()
