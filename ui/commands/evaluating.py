"""`footnote evaluate`: questions with known answers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from assistant.errors import Misuse
from assistant.settings import NAMES, read_settings
from ui.commands.codes import REJECTED
from ui.commands.options import Home, Json, settings_of

app = typer.Typer()


@app.command(epilog="Example: footnote evaluate questions.jsonl --against FOOTNOTE_HOME=other-library")
def evaluate(
    questions: Annotated[
        Path | None,
        typer.Argument(
            metavar="QUESTIONS.jsonl",
            help='A question a line with what is known of its answer: {"question": "...", "answers": ["..."]}, '
            "`article` (id, URL or title), `paragraph` (text or number), or `answerable`: false.",
        ),
    ] = None,
    *,
    from_feedback: Annotated[
        bool,
        typer.Option(
            "--from-feedback",
            help="Make the questions of what people said of replies; --out is where these questions go, to be kept and"
            " edited.",
        ),
    ] = False,
    against: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=VALUE", help="Compare with the library under another setting; repeatable."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="OUT.jsonl", help="Where each question's reply and judgement go.")
    ] = None,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Score the library and settings on questions with known answers."""
    from ui.evaluate_command import run_evaluation
    from ui.evaluate_feedback import run_on_feedback

    if from_feedback == bool(questions):
        raise Misuse("name a file of questions to score, or use --from-feedback without any")
    settings = settings_of(home)
    instead = _instead(against or [])
    others = read_settings(instead).at(None if "FOOTNOTE_HOME" in instead else home) if instead else None
    if questions:
        unread = run_evaluation(settings, questions, others, out, as_json=as_json)
    else:
        unread = run_on_feedback(settings, others, out, as_json=as_json)
    raise typer.Exit(REJECTED if unread else 0)


def _instead(given: list[str]) -> dict[str, str]:
    """The settings of --against, by name."""
    pairs = [each.partition("=") for each in given]
    unknown = [name for name, parted, _ in pairs if not parted or name not in NAMES]
    if unknown:
        raise Misuse(f"--against {unknown[0]}: write NAME=VALUE with one of {', '.join(NAMES)}")
    return {name: value for name, _, value in pairs}
