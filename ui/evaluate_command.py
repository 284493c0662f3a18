"""`footnote evaluate`: questions with known answers, and figures of how the library does on them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import typer
from tqdm import tqdm

from assistant.errors import Misuse
from assistant.evaluation.comparing import compare
from assistant.evaluation.figures import figures
from assistant.evaluation.judging import Result
from assistant.evaluation.running import Evaluated, evaluate
from assistant.library import open_library
from assistant.settings import Settings
from assistant.wire import reply_json
from ui.batch import Unread, opened, read_lines
from ui.evaluate_table import comparison_table, figure_table
from ui.known_answers import ArticleNames, KnownLine
from ui.terminal import say, say_home

Numbered = tuple[int, KnownLine]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How a library did on all questions. missing: of how many answerable ones it does not have the article named."""

    each: Sequence[Evaluated]
    missing: int

    @property
    def results(self) -> list[Result]:
        return [one.result for one in self.each]


def run_evaluation(
    settings: Settings, source: Path, others: Settings | None, out: Path | None, *, as_json: bool
) -> int:
    """Print the figures, beside those of other settings where given; returns how many lines could not be read."""
    with opened(source, out) as (text, results):
        lines, unread = _read(text)
        if not lines:
            raise Misuse(f"{source} has no question with a known answer; `footnote evaluate --help` shows one")
        if others:
            open_library(others).close()  # What cannot be opened is told before the first question is asked.
        mine = _evaluated(settings, lines)
        theirs = _evaluated(others, lines) if others else None
        if results:
            results.writelines(_judgements(lines, mine, theirs))
    typer.echo(_json(settings, mine, theirs, unread) if as_json else _for_reading(mine, theirs))
    return len(unread)


def _read(text: Iterable[str]) -> tuple[list[Numbered], list[Unread]]:
    lines: list[Numbered] = []
    unread: list[Unread] = []
    for number, line in read_lines(text, KnownLine):
        if isinstance(line, Unread):
            unread.append(line)
            say(f"not read: {line.told}")
        else:
            lines.append((number, line))
    return lines, unread


def _evaluated(settings: Settings, lines: Sequence[Numbered]) -> Evaluation:
    say_home(settings)
    with open_library(settings) as library:
        names = ArticleNames(library.articles())
        questions = [line.asks(names) for _, line in lines]
        missing = sum(each.known.answerable and each.known.articles == frozenset() for each in questions)
        if missing:
            say(f"{missing} of {len(questions)} questions name an article that is not in this library; they are misses")
        asking = evaluate(library, questions)
        return Evaluation(
            list(tqdm(asking, total=len(questions), unit=" questions", disable=None, leave=False)), missing
        )


def _for_reading(mine: Evaluation, theirs: Evaluation | None) -> str:
    if theirs is None:
        return figure_table(figures(mine.results))
    return comparison_table(compare(mine.results, theirs.results))


def _json(settings: Settings, mine: Evaluation, theirs: Evaluation | None, unread: Sequence[Unread]) -> str:
    return json.dumps(
        {
            "home": str(settings.home.resolve()),
            "questions": len(mine.each),
            "unread": [{"line": each.number, "id": each.id, "error": each.reason} for each in unread],
            "articles_missing": mine.missing,
            "figures": _figures_json(mine),
            "against": _against_json(mine, theirs) if theirs else None,
        },
        ensure_ascii=False,
    )


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


def _judgements(lines: Sequence[Numbered], mine: Evaluation, theirs: Evaluation | None) -> Iterable[str]:
    """A line a question: the judgement and the reply, and those of the other settings."""
    for at, (number, line) in enumerate(lines):
        other = {"against": _judgement(theirs.each[at])} if theirs else {}
        told = {"id": line.id, "line": number, "question": line.question, **_judgement(mine.each[at]), **other}
        yield json.dumps(told, ensure_ascii=False) + "\n"


def _judgement(evaluated: Evaluated) -> dict[str, Any]:
    judged = {
        name: round(value, 4) if isinstance(value, float) else value for name, value in asdict(evaluated.result).items()
    }
    return {"judged": judged, "reply": reply_json(evaluated.reply)}
