"""`footnote status`: what is in the library, and what it is used with."""

from __future__ import annotations

import platform
from importlib.metadata import version
from typing import Any

from assistant.corpus.reading import Reader
from assistant.settings import Settings
from ui.terminal import print_json, print_text, say_home

_PACKAGES = ("footnote", "chromadb", "langchain", "streamlit", "tantivy", "onnxruntime")


def show_status(settings: Settings, *, as_json: bool) -> None:
    """Print counts, dates covered, encoder, answerer, versions and the library's place."""
    say_home(settings)
    status = _status(settings)
    if as_json:
        print_json(status)
    else:
        print_text(_for_reading(status))


def _status(settings: Settings) -> dict[str, Any]:
    reader = Reader(settings.home)
    articles, passages = reader.counts()
    days = [each.description.day for each in reader.summaries()]
    dated = sorted(day for day in days if day)
    return {
        "home": str(settings.home.resolve()),
        "articles": articles,
        "passages": passages,
        "first_day": dated[0].isoformat() if dated else None,
        "last_day": dated[-1].isoformat() if dated else None,
        "undated": len(days) - len(dated),
        "encoder": reader.stamp.encoder,
        "model": settings.model,
        "judge": settings.judge_model,
        "reranker": settings.reranker,
        "versions": {"python": platform.python_version(), **{name: version(name) for name in _PACKAGES}},
    }


def _for_reading(status: dict[str, Any]) -> str:
    days = f"{status['first_day']} to {status['last_day']}" if status["first_day"] else "none"
    versions = ", ".join(f"{name} {number}" for name, number in status["versions"].items())
    return "\n".join(
        [
            f"library   {status['home']}",
            f"articles  {status['articles']:,} ({status['undated']:,} undated), {status['passages']:,} passages",
            f"dates     {days}",
            f"encoder   {status['encoder']}",
            f"answers   {status['model']}",
            f"judge     {status['judge'] or 'none'}",
            f"reranker  {status['reranker'] or 'none'}",
            f"versions  {versions}",
        ]
    )
