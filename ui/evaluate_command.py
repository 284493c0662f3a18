"""`footnote evaluate`: questions with known answers, and figures of how the library does on them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from tqdm import tqdm

from assistant.errors import Misuse
from assistant.evaluation.comparing import compare
from assistant.evaluation.figures import figures
from assistant.evaluation.judging import Result
from assistant.evaluation.running import Evaluated, evaluate
from assistant.library import open_library
from assistant.settings import Settings
from assistant.wire import reply_json
from assistant.wording import counted
from ui.batch import Unread, opened, read_lines
from ui.evaluate_table import comparison_table, figure_table
from ui.known_answers import ArticleNames, KnownLine
from ui.known_passages import PassageLine, Passages
from ui.terminal import print_json, print_text, say, say_home

Numbered = tuple[int, KnownLine]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How a library did on all questions. missing: of how many answerable ones it does not have the article named.

    lines: those asked. gone: passages named that are not there any more. left_out: how many questions were not asked
    since nothing else is known of their answers.
    """

    each: Sequence[Evaluated]
    missing: int
    lines: Sequence[Numbered]
    gone: Sequence[PassageLine]
    left_out: int

    @property
    def results(self) -> list[Result]:
        return [one.result for one in self.each]

    def shared_with(self, other: Evaluation) -> Evaluation:
        """Only the questions that the other was asked, too."""
        asked = {number for number, _ in other.lines}
        shared = [(line, each) for line, each in zip(self.lines, self.each, strict=True) if line[0] in asked]
        return replace(self, lines=[line for line, _ in shared], each=[each for _, each in shared])


def run_evaluation(
    settings: Settings, source: Path, others: Settings | None, out: Path | None, *, as_json: bool
) -> int:
    """Print the figures, beside those of other settings where given; returns how many lines could not be read."""
    with opened(source, out) as (text, results):
        lines, unread = read_known(text)
        if not lines:
            raise Misuse(f"{source} has no question with a known answer; `footnote evaluate --help` shows one")
        if others:
            require(others)
        mine, theirs = evaluated_by_both(settings, others, lines)
        if results:
            results.writelines(judgements(mine, theirs))
    if as_json:
        print_json(told_json(settings, mine, theirs, unread))
    else:
        print_text(for_reading(mine, theirs))
    return len(unread)


def evaluated_by_both(
    settings: Settings, others: Settings | None, lines: Sequence[Numbered]
) -> tuple[Evaluation, Evaluation | None]:
    """How both do on the questions that both can be asked."""
    mine = evaluated(settings, lines)
    theirs = evaluated(others, lines) if others else None
    return (mine.shared_with(theirs), theirs.shared_with(mine)) if theirs else (mine, None)


def require(settings: Settings) -> None:
    """What cannot be opened is told before the first question is asked."""
    open_library(settings).close()


def read_known(text: Iterable[str]) -> tuple[list[Numbered], list[Unread]]:
    lines: list[Numbered] = []
    unread: list[Unread] = []
    for number, line in read_lines(text, KnownLine):
        if isinstance(line, Unread):
            unread.append(line)
            say(f"not read: {line.told}")
        else:
            lines.append((number, line))
    return lines, unread


def evaluated(settings: Settings, lines: Sequence[Numbered]) -> Evaluation:
    say_home(settings)
    with open_library(settings) as library:
        names = ArticleNames(library.articles())
        passages = Passages(library.article, names.named)
        asks = [(numbered, numbered[1].asks(names, passages)) for numbered in lines]
        asked = [(numbered, each) for numbered, each in asks if each is not None]
        questions = [each for _, each in asked]
        missing = sum(bool(each.known.answerable) and each.known.articles == frozenset() for each in questions)
        if missing:
            say(f"{missing} of {len(questions)} questions name an article that is not in this library; they are misses")
        _say_gone(passages.gone, len(lines) - len(asked))
        asking = evaluate(library, questions)
        each = list(tqdm(asking, total=len(questions), unit=" questions", disable=None, leave=False))
        return Evaluation(each, missing, [numbered for numbered, _ in asked], passages.gone, len(lines) - len(asked))


def _say_gone(gone: Sequence[PassageLine], left_out: int) -> None:
    for each in gone:
        say(f"no longer in this library: paragraph {each.paragraph} of {each.article}")
    if left_out:
        say(f"not asked, for nothing else is known of the answer: {counted(left_out, 'question')}")


def for_reading(mine: Evaluation, theirs: Evaluation | None) -> str:
    if theirs is None:
        return figure_table(figures(mine.results))
    return comparison_table(compare(mine.results, theirs.results))


def told_json(
    settings: Settings, mine: Evaluation, theirs: Evaluation | None, unread: Sequence[Unread]
) -> dict[str, Any]:
    return {
        "home": str(settings.home.resolve()),
        "questions": len(mine.each),
        "unread": [{"line": each.number, "id": each.id, "error": each.reason} for each in unread],
        "articles_missing": mine.missing,
        "passages_gone": [{"article": each.article, "paragraph": each.paragraph} for each in mine.gone],
        "left_out": mine.left_out,
        "figures": _figures_json(mine),
        "against": _against_json(mine, theirs) if theirs else None,
    }


def _figures_json(evaluation: Evaluation) -> dict[str, Any]:
    return {
        each.measure.name: {"value": round(each.value, 4), "questions": each.questions}
        for each in figures(evaluation.results)
    }


def _against_json(mine: Evaluation, theirs: Evaluation) -> dict[str, Any]:
    return {
        "articles_missing": theirs.missing,
        "figures": _figures_json(theirs),
        "differences": {
            each.figure.measure.name: {
                "difference": round(each.difference, 4),
                "better": each.paired.better if each.paired else None,
                "worse": each.paired.worse if each.paired else None,
                "chance": round(each.paired.chance, 4) if each.paired else None,
            }
            for each in compare(mine.results, theirs.results)
        },
    }


def judgements(mine: Evaluation, theirs: Evaluation | None) -> Iterable[str]:
    """A line a question: the judgement and the reply, and those of the other settings."""
    for at, ((number, line), each) in enumerate(zip(mine.lines, mine.each, strict=True)):
        other = {"against": _judgement(theirs.each[at])} if theirs else {}
        told = {"id": line.id, "line": number, "question": line.question, **_judgement(each), **other}
        yield json.dumps(told, ensure_ascii=False) + "\n"


def _judgement(evaluated: Evaluated) -> dict[str, Any]:
    judged = {
        name: round(value, 4) if isinstance(value, float) else value for name, value in asdict(evaluated.result).items()
    }
    return {"judged": judged, "reply": reply_json(evaluated.reply)}
