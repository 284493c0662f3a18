"""`footnote articles`: list, show, remove."""

from __future__ import annotations

import json

import typer

from assistant.corpus.reading import Reader
from assistant.domain import Article, ArticleSummary, Bases, Kind
from assistant.embeddings import open_encoder
from assistant.settings import Settings
from assistant.wire import article_json, summary_json
from ingest.ingesting import remove
from ui.findings import found, moment_words
from ui.terminal import day_text, say, say_home, wrapped


def list_all(settings: Settings, *, as_json: bool) -> None:
    """Print a line for each article."""
    say_home(settings)
    summaries = Reader(settings.home).summaries()
    if as_json:
        typer.echo(json.dumps([summary_json(each) for each in summaries], ensure_ascii=False))
        return
    for each in summaries:
        typer.echo(f"{each.id}  {_line(each)}")


def show(settings: Settings, article_id: str, *, as_json: bool) -> None:
    """Print an article with the numbers its citations use."""
    say_home(settings)
    article = Reader(settings.home).article(article_id)
    typer.echo(json.dumps(article_json(article), ensure_ascii=False) if as_json else _for_reading(article))


def remove_all(settings: Settings, article_ids: list[str], *, as_json: bool) -> None:
    """Take out all of these articles, or none if one is unknown."""
    say_home(settings)
    ids = list(dict.fromkeys(article_ids))
    reader = Reader(settings.home)
    for each in ids:
        reader.article(each)
    reader.close()
    remove(ids, settings.home, open_encoder(settings.embeddings, settings.weights), on_wait=_waiting)
    typer.echo(json.dumps({"removed": ids}) if as_json else f"{len(ids)} removed")


def _waiting(holder: str) -> None:
    say(f"waiting for {holder}")


def _line(summary: ArticleSummary) -> str:
    description = summary.description
    parts = [day_text(description.published), description.outlet, description.title, f"{summary.paragraphs} paragraphs"]
    return "  ".join(part for part in parts if part)


def _for_reading(article: Article) -> str:
    description = article.description
    lines = [wrapped(description.line)]
    if description.updated:
        lines.append(f"Updated {moment_words(description.updated)}.")
    lines += [wrapped(f"Found: {', '.join(found(description))}.") if description.bases != Bases() else "", ""]
    for each in article.paragraphs:
        kind = "" if each.kind is Kind.BODY else f" ({each.kind})"
        lines += [f"{each.number}{kind}", wrapped(each.text, indent="    "), ""]
    return "\n".join(lines)
