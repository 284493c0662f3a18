"""Whether SQuAD's questions find their paragraph, the sentence that answers, and whether those without one are told."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from assistant.domain import Ranked
from assistant.evaluation.figures import figures
from assistant.evaluation.judging import Known, Outcome, Result, judge
from assistant.evaluation.running import Asked, evaluate
from assistant.evaluation.wording import folded, holds_one
from assistant.evidence import Sentence, sentences_of
from assistant.extract import rank
from assistant.library import Library, open_library
from assistant.question import Question
from assistant.replying import DEPTH
from assistant.settings import Settings
from assistant.terms import rarity_in, terms_of
from tests.benchmarks.known import Posed
from ui.known_answers import ArticleNames
from ui.known_passages import Passages

REFUSED = 0.05
"""Of the answerable, as many as a threshold may refuse."""

PARAGRAPHS, SENTENCES = (1, 5, 10), (1, 3)


def main(data: Path | None, home: Path | None = None, nth: int = 1) -> None:
    """Measure every nth question; the library in `home` has the articles, and stays as it is."""
    posed = Posed.of(data, "squad").every(nth)
    with tempfile.TemporaryDirectory() as folder:
        whole = posed.library(Path(folder) / "whole", home)
        with open_library(Settings(home=whole)) as library:
            names = ArticleNames(library.articles())
            passages = Passages(library.article, names.named)
            asked = [each.asks(names, passages) for each in posed.questions]
            answerable = [each for each in asked if each.known.answerable]
            others = [each for each in asked if not each.known.answerable]
            print(f"{posed.name}: {len(answerable)} questions with an answer, {len(others)} without")
            results = [each.result for each in evaluate(library, answerable)]
            _paragraphs(results)
            _sentences(library, answerable)
            _replies(results)
            adversarial = _replied(library, others)
        without = [*_without(posed, answerable, whole, Path(folder))]
    _told(results, without, adversarial)


def _without(posed: Posed, answerable: Sequence[Asked], whole: Path, folder: Path) -> Iterator[Result]:
    """The same questions, each put to a library that has all the articles but the right one."""
    right = dict.fromkeys(each.known.articles for each in answerable if each.known.articles)
    for number, ids in enumerate(right):
        home = posed.library(folder / f"without-{number}", whole, without=ids)
        its = [replace(each, known=Known(answerable=False)) for each in answerable if each.known.articles == ids]
        with open_library(Settings(home=home)) as library:
            yield from _replied(library, its)


def _replied(library: Library, others: Sequence[Asked]) -> list[Result]:
    """Whether there is a reply, and how confident it is: of questions without an answer nothing else is asked."""
    return [judge(each.known, Outcome((), library.ask(each.question), {}, 0, 0)) for each in others]


def _paragraphs(results: Sequence[Result]) -> None:
    _heading("found", [f"in {depth}" for depth in PARAGRAPHS])
    ranks: dict[str, list[int]] = {
        "the right paragraph": [each.paragraph_rank for each in results if each.paragraph_rank is not None],
        "a paragraph with the answer": [each.answer_rank for each in results if each.answer_rank is not None],
    }
    for name, found in ranks.items():
        if found:
            _row(name, [float(np.mean([0 < each <= depth for each in found])) for depth in PARAGRAPHS])


def _sentences(library: Library, answerable: Sequence[Asked]) -> None:
    """Of the sentences in the order in which the library ranks them, before it decides which to say, or whether."""
    _heading("sentences ranked", [f"in {depth}" for depth in SENTENCES])
    ranked = [(each.known, ranked_sentences(library, each.question)) for each in answerable]
    rules: dict[str, Callable[[Known, Sentence], bool]] = {"with the answer": _answers}
    if any(each.known.paragraph for each in answerable):
        rules["and of the right paragraph"] = lambda known, each: _answers(known, each) and _stands(known, each)
    for name, rule in rules.items():
        hits = [[rule(known, each) for each in best[: max(SENTENCES)]] for known, best in ranked]
        _row(name, [float(np.mean([any(each[:depth]) for each in hits])) for depth in SENTENCES])


def ranked_sentences(library: Library, text: str) -> list[Sentence]:
    """As `assistant.answering` ranks them, without what it then makes of them."""
    tools = library._tools
    question = Question(text)
    terms = terms_of(question, rarity_in(tools.reader.counts()[1], tools.reader.passages_with), tools.encoder.near)
    ranking: Sequence[Ranked] = library.search(text, DEPTH)
    vector = tools.encoder.encode_question(text)
    return [each for _, each in rank(sentences_of(question, terms, vector, ranking, tools.encode))]


def _answers(known: Known, sentence: Sentence) -> bool:
    return holds_one(sentence.text, known.answers)


def _stands(known: Known, sentence: Sentence) -> bool:
    return f" {folded(sentence.text)} " in f" {folded(known.paragraph or '')} "


def _replies(results: Sequence[Result]) -> None:
    known = {each.measure.name: each for each in figures(results)}
    _heading("replied", [""])
    for name in ("sentence_first", "sentence_any", "answerable_refused", "search_median", "ask_median", "ask_p95"):
        figure = known[name]
        timed = figure.measure.unit
        _row(f"{figure.measure.label} ({timed})" if timed else figure.measure.label, [figure.value], 1 if timed else 3)


def _told(answerable: Sequence[Result], without: Sequence[Result], adversarial: Sequence[Result]) -> None:
    """How well confidence tells the answerable questions from others, and how many of the others are answered."""
    alike = (without, adversarial)
    known = [{each.measure.name: each.value for each in figures([*answerable, *others])} for others in alike]
    threshold = np.quantile([each.confidence for each in answerable], REFUSED)
    _heading("telling the answerable from others", ["no article", "no answer"])
    _row("area under ROC", [each["roc_area"] for each in known])
    answered = [float(np.mean([each.confidence >= threshold for each in others])) for others in alike]
    _row(f"answered where {REFUSED:.0%} of the answerable are refused", answered)
    _row("answered as it is", [each["others_answered"] for each in known])


def _heading(name: str, columns: Sequence[str]) -> None:
    print(f"{name:50}" + "".join(f"{each:>13}" for each in columns))


def _row(name: str, values: Sequence[float], places: int = 3) -> None:
    print(f"{name:50}" + "".join(f"{each:13.{places}f}" for each in values))


if __name__ == "__main__":
    import argparse

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="?", help="folder with squad/ (see CONTRIBUTING.md)")
    parser.add_argument("home", type=Path, nargs="?", help="a ready library of its articles, which stays as it is")
    parser.add_argument("--every", type=int, default=1, help="ask every so-manieth question only")
    said = parser.parse_args()
    main(said.data, said.home, said.every)
