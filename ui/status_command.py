"""`footnote status`: what is in the library, and what it is used with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from assistant.corpus.reading import Reader
from ui.holdings import holdings
from ui.kept_at import look_up
from ui.status import Shelves, status
from ui.status_text import status_text
from ui.terminal import print_json, print_text, say_home

if TYPE_CHECKING:
    from assistant.settings import Settings
    from ui.status import Status


def show_status(settings: Settings, *, as_json: bool) -> None:
    """Print counts, dates covered, encoder, answerer, versions and the library's place."""
    say_home(settings)
    reader = Reader(settings.home)
    shelves = Shelves(holdings(reader.summaries(), reader.counts()[1]), reader.stamp.encoder)
    now = status(settings, shelves, look_up(settings))
    if as_json:
        print_json(status_json(now, shelves))
    else:
        print_text(status_text(now))


def status_json(now: Status, shelves: Shelves) -> dict[str, Any]:
    """The JSON of `footnote status --json`: names are added, never changed."""
    held, settings = shelves.holdings, now.settings
    return {
        "home": now.home,
        "articles": held.articles,
        "passages": held.passages,
        "first_day": held.first_day.isoformat() if held.first_day else None,
        "last_day": held.last_day.isoformat() if held.last_day else None,
        "undated": held.undated,
        "outlets": held.outlets,
        "copies": held.copies,
        "languages": dict(held.languages),
        "encoder": shelves.encoder,
        "encoder_set": now.encoding.name,
        "weights": now.encoding.weights,
        "model": settings.model,
        "model_url": now.server,
        "judge": settings.judge_model,
        "reranker": settings.reranker,
        "conversations": {"count": now.kept.count, "place": now.kept.place, "trouble": now.kept.trouble},
        "disk": {"used": now.disk.used, "free": now.disk.free},
        "adding": now.health.adding,
        "interrupted": now.health.interrupted,
        "formats": dict(now.formats),
        "versions": dict(now.versions),
    }
