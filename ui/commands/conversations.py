"""`footnote conversations`: what was asked, and what was answered."""

from __future__ import annotations

from typing import Annotated

import typer

from ui.commands.options import Home, Json, settings_of

app = typer.Typer(
    help="List, show, search, rename, remove and restore conversations.", no_args_is_help=True, rich_markup_mode=None
)


@app.command("list", epilog="Example: footnote conversations list --json")
def list_conversations(
    *,
    removed: Annotated[bool, typer.Option("--removed", help="List what was removed and can be put back.")] = False,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """List the conversations, what changed last first."""
    from ui.conversations_command import list_all

    list_all(settings_of(home), removed=removed, as_json=as_json)


@app.command("show", epilog="Example: footnote conversations show ferry-story")
def show_conversation(
    conversation_id: Annotated[str, typer.Argument(metavar="ID")], *, as_json: Json = False, home: Home = None
) -> None:
    """Show the questions with their answers, citations and marks."""
    from ui.conversations_command import show

    show(settings_of(home), conversation_id, as_json=as_json)


@app.command("search", epilog="Example: footnote conversations search ferry '\"port until Friday\"'")
def search_conversations(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="All of them; in quotation marks, as one.")],
    *,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Find words in names, questions, answers, quotes and cited titles and outlets, whatever their case and accents."""
    from ui.conversations_command import search

    search(settings_of(home), words, as_json=as_json)


@app.command("rename", epilog='Example: footnote conversations rename ferry-story "The ferry of Hale"')
def rename_conversation(
    conversation_id: Annotated[str, typer.Argument(metavar="ID")],
    name: Annotated[str, typer.Argument(metavar="NAME")],
    *,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Give a conversation another name than its first question."""
    from ui.conversations_command import rename

    rename(settings_of(home), conversation_id, name, as_json=as_json)


@app.command("remove", epilog="Example: footnote conversations remove ferry-story")
def remove_conversations(
    conversation_ids: Annotated[list[str], typer.Argument(metavar="ID...")], *, as_json: Json = False, home: Home = None
) -> None:
    """Take conversations away, for 30 days with a way back."""
    from ui.conversations_command import remove_all

    remove_all(settings_of(home), conversation_ids, as_json=as_json)


@app.command("restore", epilog="Example: footnote conversations restore ferry-story")
def restore_conversations(
    conversation_ids: Annotated[list[str], typer.Argument(metavar="ID...")], *, as_json: Json = False, home: Home = None
) -> None:
    """Put back what was removed (`list --removed` names it)."""
    from ui.conversations_command import restore_all

    restore_all(settings_of(home), conversation_ids, as_json=as_json)
