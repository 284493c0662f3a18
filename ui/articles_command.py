"""`footnote articles`: list, show, remove, restore."""

from __future__ import annotations

from assistant.corpus.reading import Reader
from assistant.domain import Article, ArticleSummary, Bases, Kind
from assistant.embeddings import encoder_when_needed
from assistant.settings import Settings
from assistant.wire import article_json, removed_json, summary_json
from ui.changes_text import changes_for_reading
from ui.findings import found, moment_words
from ui.terminal import day_text, print_json, print_text, say, say_home, wrapped


def list_all(settings: Settings, *, as_json: bool) -> None:
    """Print a line for each article."""
    say_home(settings)
    summaries = Reader(settings.home).summaries()
    if as_json:
        print_json([summary_json(each) for each in summaries])
        return
    for each in summaries:
        print_text(f"{each.id}  {_line(each)}")


def list_removed(settings: Settings, *, as_json: bool) -> None:
    """Print a line for each article that can be put back."""
    say_home(settings)
    removed = Reader(settings.home).removed()
    if as_json:
        print_json([removed_json(each) for each in removed])
        return
    for each in removed:
        print_text(f"{each.summary.id}  {_line(each.summary)}")


def show(settings: Settings, article_id: str, *, with_changes: bool, as_json: bool) -> None:
    """Print an article with the numbers its citations use, or what changed from version to version."""
    say_home(settings)
    reader = Reader(settings.home)
    article, versions = reader.article(article_id), reader.versions(article_id)
    if as_json:
        print_json(article_json(article, versions))
    else:
        print_text(changes_for_reading(article, versions) if with_changes else _for_reading(article))


def remove_all(settings: Settings, article_ids: list[str], *, as_json: bool) -> None:
    """Take out all of these articles, or none if one is unknown."""
    from ingest.ingesting import remove  # loads all that reads articles

    say_home(settings)
    ids = list(dict.fromkeys(article_ids))
    reader = Reader(settings.home)
    for each in ids:
        reader.article(each)
    reader.close()
    remove(ids, settings.home, encoder_when_needed(settings.embeddings, settings.weights), on_wait=_waiting)
    if as_json:
        print_json({"removed": ids})
    else:
        print_text(f"{len(ids)} removed")
    say(
        "until the next ingest `footnote articles restore` puts back what was removed; "
        "an ingest of files that are still there reads them again"
    )


def restore_all(settings: Settings, article_ids: list[str], *, as_json: bool) -> None:
    """Put back all of these articles, or none if one was not removed."""
    from ingest.ingesting import restore  # loads all that reads articles

    say_home(settings)
    ids = list(dict.fromkeys(article_ids))
    restore(ids, settings.home, encoder_when_needed(settings.embeddings, settings.weights), on_wait=_waiting)
    if as_json:
        print_json({"restored": ids})
    else:
        print_text(f"{len(ids)} put back")


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
