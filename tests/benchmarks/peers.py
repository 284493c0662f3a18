"""Footnote, plain LangChain, bm25s and MiniLM alone side by side: what they find, and in what time."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from statistics import fmean, median

from assistant.evaluation.figures import within_95
from assistant.evaluation.judging import Known
from assistant.evaluation.running import Asked
from assistant.evaluation.wording import folded, holds_one
from assistant.library import Library, open_library
from assistant.sentences import sentence_spans
from assistant.settings import Settings
from tests.benchmarks.finders import BM25S, Finder, Footnote, Found, LangChain, MiniLM
from tests.benchmarks.known import Posed
from ui.known_answers import ArticleNames
from ui.known_passages import Passages

DEPTHS = (1, 4, 5, 10)
"""4 is what LangChain's vector stores give unasked."""

MOST = 0.5


@dataclass(frozen=True, slots=True)
class Extent:
    """Which sets, every so-manieth question of them, and of the news only so many articles.

    keep: a folder where the libraries and LangChain's index stay, to go on from.
    """

    sets: Sequence[str] = ("squad", "news")
    every: int = 1
    articles: int | None = None
    keep: Path | None = None


@dataclass(frozen=True, slots=True)
class Went:
    """What a finder found for a question, and the milliseconds it took."""

    known: Known
    found: Sequence[Found]
    milliseconds: float


Rule = Callable[[Found, Known], bool]


def main(data: Path | None, homes: Sequence[Path] = (), extent: Extent = Extent()) -> None:
    """Measure on each set; homes are libraries of their articles, in the same order, which stay as they are."""
    for number, name in enumerate(extent.sets if data else ["own"]):
        posed = Posed.of(data, name).every(extent.every).fewer(extent.articles if name == "news" else None)
        with _folder(extent.keep) as folder:
            home = folder / f"{name}-{posed.most or 'all'}"
            if not home.exists():
                posed.library(home, homes[number] if number < len(homes) else None)
            with open_library(Settings(home=home)) as library:
                _side_by_side(posed, library, folder / f"{home.name}-langchain")


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield Path(folder)


def _side_by_side(posed: Posed, library: Library, folder: Path) -> None:
    summaries = library.articles()
    texts = [library.article(each.id) for each in sorted(summaries, key=lambda each: each.id)]
    names = ArticleNames(summaries)
    # Without what has no answer, and where the articles are fewer, without what is about the others.
    passages = Passages(library.article, names.named)
    put = [line.asks(names, passages) for line in posed.questions]
    asked = [each for each in put if each.known.answerable and each.known.articles]
    print(f"{posed.name}: {len(asked)} questions, {len(texts)} articles")
    finders: list[Finder] = [Footnote(library), BM25S(texts), MiniLM(library)]
    finders.insert(1, LangChain(texts, library._tools.encoder, folder))
    _print(finders, _ask(finders, asked))


def _ask(finders: Sequence[Finder], asked: Sequence[Asked]) -> list[list[Went]]:
    """Each question to each finder in turn, so that whatever else the machine does slows all."""
    went: list[list[Went]] = [[] for _ in finders]
    for finder in finders:
        finder.find("Is anybody there?", max(DEPTHS))
    for each in asked:
        for finder, its in zip(finders, went, strict=True):
            started = time.perf_counter()
            found = finder.find(each.question, max(DEPTHS))
            its.append(Went(each.known, found, 1000 * (time.perf_counter() - started)))
    return went


def is_right_paragraph(found: Found, known: Known) -> bool:
    """Whether the text has most of the right paragraph's words (its runs of three), or a sentence of it that answers.

    One rule for paragraphs and for chunks, which are cut elsewhere and may hold several paragraphs, or half of one.
    """
    gold, text = known.paragraph or "", f" {folded(found.text)} "
    runs = _runs(gold)
    if len(runs & _runs(found.text)) >= MOST * len(runs):
        return True
    return any(f" {folded(each)} " in text for each in _sentences(gold) if holds_one(each, known.answers))


@lru_cache(maxsize=4096)
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = folded(text).split()
    return frozenset(zip(words, words[1:], words[2:], strict=False)) or frozenset({tuple(words)})


@lru_cache(maxsize=4096)
def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


def _is_right_article(found: Found, known: Known) -> bool:
    return bool(found.articles & (known.articles or frozenset()))


def _holds_answer(found: Found, known: Known) -> bool:
    return holds_one(found.text, known.answers)


RULES: dict[str, Rule] = {
    "the right paragraph": is_right_paragraph,
    "the right article": _is_right_article,
    "a text with the answer": _holds_answer,
}


def _print(finders: Sequence[Finder], went: Sequence[Sequence[Went]]) -> None:
    print(f"{'':34}" + "".join(f"{each.name:>14}" for each in finders))
    print(f"{'texts':34}" + "".join(f"{each.size:14,}" for each in finders))
    for name, rule in RULES.items():
        if name == "the right paragraph" and not went[0][0].known.paragraph:
            continue
        for depth in DEPTHS:
            place = "first" if depth == 1 else f"in {depth}"
            _row(f"{name}, {place}", [_share(its, rule, depth) for its in went], 3)
    _row("words of a text", [fmean(len(each.text.split()) for one in its for each in one.found) for its in went], 0)
    _row("milliseconds, median", [median(each.milliseconds for each in its) for its in went], 1)
    _row("milliseconds, 95 of 100 within", [within_95([each.milliseconds for each in its]) for its in went], 1)


def _share(went: Sequence[Went], rule: Rule, depth: int) -> float:
    return fmean(any(rule(each, one.known) for each in one.found[:depth]) for one in went)


def _row(name: str, values: Sequence[float], places: int) -> None:
    print(f"{name:34}" + "".join(f"{each:14.{places}f}" for each in values))


if __name__ == "__main__":
    import argparse

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="?", help="folder with squad/ and news/ (see CONTRIBUTING.md)")
    parser.add_argument("homes", type=Path, nargs="*", help="ready libraries of their articles, which stay as they are")
    parser.add_argument("--articles", type=int, help="so many of the news, first those asked about")
    parser.add_argument("--every", type=int, default=1, help="ask every so-manieth question only")
    parser.add_argument("--keep", type=Path, help="a folder where what is made stays, to go on from")
    parser.add_argument("--sets", nargs="+", default=("squad", "news"), choices=("squad", "news"))
    said = parser.parse_args()
    main(said.data, said.homes, Extent(said.sets, said.every, said.articles, said.keep))
