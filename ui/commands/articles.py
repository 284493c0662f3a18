"""`footnote articles`: what is in the library, article by article."""

from __future__ import annotations

from typing import Annotated

import typer

from ui.commands.options import Home, Json, settings_of

app = typer.Typer(help="List, show, remove and restore articles.", no_args_is_help=True, rich_markup_mode=None)


@app.command("list", epilog="Example: footnote articles list --json")
def list_articles(
    *,
    removed: Annotated[bool, typer.Option("--removed", help="List what was removed and can be put back.")] = False,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """List the articles, newest first."""
    from ui.articles_command import list_all, list_removed

    (list_removed if removed else list_all)(settings_of(home), as_json=as_json)


@app.command("show", epilog="Example: footnote articles show 3f2a91c07be4d856")
def show_article(
    article_id: Annotated[str, typer.Argument(metavar="ID")],
    *,
    changes: Annotated[bool, typer.Option("--changes", help="Show what changed from version to version.")] = False,
    as_json: Json = False,
    home: Home = None,
) -> None:
    """Show one article with the numbers of its paragraphs."""
    from ui.articles_command import show

    show(settings_of(home), article_id, with_changes=changes, as_json=as_json)


@app.command("remove", epilog="Example: footnote articles remove 3f2a91c07be4d856")
def remove_articles(
    article_ids: Annotated[list[str], typer.Argument(metavar="ID...")], *, as_json: Json = False, home: Home = None
) -> None:
    """Take articles out of the library, until the next ingest with a way back; their files stay where they are."""
    from ui.articles_command import remove_all

    remove_all(settings_of(home), article_ids, as_json=as_json)


@app.command("restore", epilog="Example: footnote articles restore 3f2a91c07be4d856")
def restore_articles(
    article_ids: Annotated[list[str], typer.Argument(metavar="ID...")], *, as_json: Json = False, home: Home = None
) -> None:
    """Put back what was removed since the last ingest (`list --removed` names it)."""
    from ui.articles_command import restore_all

    restore_all(settings_of(home), article_ids, as_json=as_json)
