"""What size costs: time of questions, with and without filters, recall, memory, disk, in libraries made larger."""

from __future__ import annotations

import json
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from assistant.corpus.folder import Folder
from assistant.corpus.opening import open_to_read
from assistant.corpus.within import scanned
from assistant.domain import ArticleSummary, Filters
from assistant.embeddings import open_encoder
from assistant.library import Library, open_library
from assistant.replying import DEPTH
from assistant.settings import Settings
from ingest.ingesting import ingest
from ingest.read import read
from tests.benchmarks.enlarged import Sources, enlarge

SEEDS = Path(__file__).parents[2] / "seeds"
QUESTIONS = Path(__file__).parents[1] / "evals" / "seeds.jsonl"
SIZES = (100_000,)

# Of the data's articles so many are encoded to make the others of: some 12,000 passages, four minutes. Variants of few
# crowd, and the index loses some: recall was .85 for 3,000 made of 55, .999 for 366,000 made of 44,938.
ARTICLES = 300

ASKED = 200
RECALLED = 50


@dataclass(frozen=True, slots=True)
class Time:
    """Milliseconds that something took, and how many of them a processor worked for this process."""

    taken: float
    worked: float


def main(data: Path | None, sizes: Sequence[int] = SIZES, home: Path | None = None, first: Path | None = None) -> None:
    """Measure libraries of these sizes, made of the articles of the one in `first` or of the data's.

    home: where they are made and kept; one that was begun is gone on with.
    """
    questions = _questions(data)
    with tempfile.TemporaryDirectory() as folder:
        sources = Sources.of(first or _encoded(data, Path(folder) / "first"))
        for size in sizes:
            _enlarge(sources, home or Path(folder) / "grown", size)
            measure(home or Path(folder) / "grown", questions)


def _encoded(data: Path | None, home: Path) -> Path:
    articles = read(data / "news" / "articles.jsonl.gz" if data else SEEDS)
    ingest(islice(articles, ARTICLES), home, open_encoder(None, None))
    return home


def _questions(data: Path | None) -> list[str]:
    file = data / "news" / "questions.jsonl" if data else QUESTIONS
    return [str(json.loads(line)["question"]) for line in file.read_text(encoding="utf-8").splitlines()]


def _enlarge(sources: Sources, home: Path, size: int) -> None:
    started, counts = time.perf_counter(), [0]
    enlarge(sources, home, size, counts.append)
    seconds = time.perf_counter() - started
    print(f"{counts[-1]:,} passages; {(counts[-1] - counts[0]) / seconds:.0f} a second were written, already encoded")


def measure(home: Path, questions: Sequence[str]) -> None:
    """Print what the library in this folder takes."""
    before = _memory()
    started = time.perf_counter()
    with open_library(Settings(home=home)) as library:
        library.ask(questions[0])
        print(f"{'opened, first question answered':36}{time.perf_counter() - started:7.1f} s")
        print(f"{'memory, that of the encoder included':36}{_memory():7.0f} MB ({_memory() - before:.0f} MB for it)")
        for each, size in _disk(home):
            print(f"{'disk, ' + each:36}{size / 1e6:7.0f} MB")
        print(f"{'milliseconds':36}{'median':>8}{'p95':>8}{'worked':>8}{'p95':>8}")
        _steps(library, questions)
        _filtered(library, questions)
    _recall(home, library, questions)


def _steps(library: Library, questions: Sequence[str]) -> None:
    asked = [_timed(lambda each=each: library.ask(each)) for each in questions[1 : 1 + ASKED]]
    _row("a question answered", [taken for taken, _ in asked])
    for step in ("retrieve", "answer", "verify"):
        laps = [reply.inquiry.milliseconds[step] for _, reply in asked]
        print(f"{'  ' + step:36}{median(laps):8.1f}{np.quantile(laps, 0.95):8.1f}")


def _filtered(library: Library, questions: Sequence[str]) -> None:
    """Searches within filters, each question unlike the last ones, and in between searches without."""
    for name, filters in _filters(library.articles()):
        pairs = list(zip(questions[1 : 1 + ASKED : 2], questions[2 : 2 + ASKED : 2], strict=False))
        free, limited = [], []
        for one, other in pairs:
            free.append(_timed(lambda one=one: library.search(one, DEPTH))[0])
            limited.append(_timed(lambda other=other, f=filters: library.search(other, DEPTH, f))[0])
        _row("a search without", free)
        _row(f"a search within {name}", limited)


def _row(name: str, times: Sequence[Time]) -> None:
    columns = [[each.taken for each in times], [each.worked for each in times]]
    print(f"{name:36}" + "".join(f"{median(each):8.1f}{np.quantile(each, 0.95):8.1f}" for each in columns))


def _filters(articles: Sequence[ArticleSummary]) -> Iterator[tuple[str, Filters]]:
    """From narrow to broad."""
    days = sorted(each.description.day for each in articles if each.description.day)
    outlets = Counter(each.description.outlet for each in articles if each.description.outlet)
    authors = Counter(author for each in articles for author in each.description.authors)
    yield "one article", Filters(articles=(articles[len(articles) // 2].id,))
    if days:
        middle = days[len(days) // 2]
        yield "a day", Filters(after=middle, before=middle)
        yield "a month", Filters(after=middle, before=middle + timedelta(days=30))
        yield "the later half", Filters(after=middle)
        yield "nine tenths", Filters(after=days[len(days) // 10])
    for name, counted in (("outlet", outlets), ("author", authors)):
        if counted:
            first, last = counted.most_common()[0][0], counted.most_common()[-1][0]
            yield f"the first {name}", _by(name, first)
            yield f"the last {name}", _by(name, last)


def _by(name: str, who: str) -> Filters:
    return Filters(outlets=(who,)) if name == "outlet" else Filters(authors=(who,))


def _recall(home: Path, library: Library, questions: Sequence[str]) -> None:
    """How many of the passages that are nearest, looked through one by one, Chroma's index finds, and in what time."""
    library.close()
    opened = open_to_read(Folder(home))
    encoder = open_encoder(None, None)
    vectors = [encoder.encode_question(each) for each in questions[1 : 1 + ASKED // 2]]
    everything = opened.matrix.within(Filters())
    exact = [
        _timed(lambda each=each: scanned(opened.chroma, opened.matrix, each, RECALLED, everything)) for each in vectors
    ]
    found = [
        _timed(lambda each=each: opened.chroma.nearest(opened.chroma.passages, each, RECALLED)) for each in vectors
    ]
    hits = sum(
        len(dict(these).keys() & dict(those).keys()) for (_, these), (_, those) in zip(exact, found, strict=True)
    )
    _row(f"{RECALLED} nearest by index", [taken for taken, _ in found])
    _row(f"{RECALLED} nearest one by one", [taken for taken, _ in exact])
    print(f"{f'recall of {RECALLED}':36}{hits / RECALLED / len(vectors):7.3f}")
    opened.chroma.close()


def _timed(what: Callable[[], Any]) -> tuple[Time, Any]:
    started, worked = time.perf_counter(), time.process_time()
    done = what()
    return Time(1000 * (time.perf_counter() - started), 1000 * (time.process_time() - worked)), done


def _memory() -> float:
    """What this process holds in memory now, in MB; mapped files count as far as they were read."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1000


def _disk(home: Path) -> Iterator[tuple[str, int]]:
    for each in sorted(home.iterdir()):
        size = each.stat().st_size + sum(file.stat().st_size for file in each.rglob("*"))
        if size > 1e6:
            yield each.name, size


if __name__ == "__main__":
    import argparse

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="?", help="folder with news/ (see CONTRIBUTING.md)")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--of", type=Path, help="make them of the articles of the library here")
    parser.add_argument("--home", type=Path, help="keep them here")
    parser.add_argument("--measure", type=Path, help="only measure the library here")
    said = parser.parse_args()
    if said.measure:
        measure(said.measure, _questions(said.data))
    else:
        main(said.data, said.sizes, said.home, said.of)
