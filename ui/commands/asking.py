"""`footnote ask` and `footnote search`: questions, and what they find."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.errors import Misuse
from ui.commands.options import (
    After,
    ArticleIds,
    Asked,
    Authors,
    Batch,
    Before,
    Home,
    Json,
    Out,
    Outlets,
    both_files,
    day_of,
    filters_of,
    required,
    settings_of,
)

app = typer.Typer()


@app.command(epilog='Example: footnote ask "When did Armenia join the court?" --after 2024-01-01')
def ask(
    question: Annotated[str | None, typer.Argument(help="What to ask.")] = None,
    *,
    model: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Who answers: `extractive` quotes; a chat model, such as openai:gpt-5.1, ollama:llama3.2 or"
            " anthropic:claude-sonnet-4-5, writes (default: FOOTNOTE_MODEL, else extractive).",
        ),
    ] = None,
    asked: Asked = None,
    after: After = None,
    before: Before = None,
    outlet: Outlets = None,
    author: Authors = None,
    article: ArticleIds = None,
    conversation: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Go on with a kept conversation, or begin one under this name."),
    ] = None,
    batch: Batch = None,
    out: Out = None,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Answer a question, each sentence with the passage it rests on."""
    from ui.ask_command import ask_all, ask_one

    filters = filters_of(after, before, outlet, author, article)
    settings = settings_of(home).answered_by(model)
    if conversation and (batch or out):
        raise Misuse("--conversation goes with one question; a batch's lines bring their own `history`")
    if batch or out:
        raise typer.Exit(ask_all(settings, *both_files(batch, out, question), filters, day_of(asked, "--asked")))
    given, day = required(question, "a question"), day_of(asked, "--asked")
    ask_one(settings, given, filters, day, conversation, as_json=as_json)


@app.command(epilog='Example: footnote search "airport peacekeepers" -k 5 --json')
def search(
    query: Annotated[str | None, typer.Argument(help="What to look for.")] = None,
    *,
    count: Annotated[int, typer.Option("-k", min=1, max=1000, help="How many paragraphs.")] = 10,
    asked: Asked = None,
    after: After = None,
    before: Before = None,
    outlet: Outlets = None,
    author: Authors = None,
    article: ArticleIds = None,
    batch: Batch = None,
    out: Out = None,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Find the paragraphs that a query is about."""
    from ui.search_command import Wanted, search_all, search_one

    wanted = Wanted(count, filters_of(after, before, outlet, author, article), day_of(asked, "--asked"))
    if batch or out:
        raise typer.Exit(search_all(settings_of(home), *both_files(batch, out, query), wanted))
    search_one(settings_of(home), required(query, "a query"), wanted, as_json=as_json)
