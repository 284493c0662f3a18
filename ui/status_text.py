"""A status as text: in the terminal, and to be copied into a report of a bug."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.wording import counted
from ui.versions import said

if TYPE_CHECKING:
    from ui.holdings import Holdings
    from ui.status import Status


def status_text(now: Status) -> str:
    """Line by line; no key, no password and no word of an article is in it."""
    settings = now.settings
    rows = [
        ("library", now.home),
        *(_held(now.shelves.holdings) if now.shelves else [("articles", now.trouble or "none")]),
        ("disk", now.disk.said),
        ("health", now.health.said),
        ("encoder", now.encoding.name + ("" if now.encoding.fits else f"; made with {now.encoding.made_with}")),
        ("weights", now.encoding.weights),
        ("reranker", settings.reranker or "none"),
        ("answers", settings.model + (f" at {now.server}" if now.server else "")),
        ("judge", settings.judge_model or "none"),
        ("saved", f"conversations: {now.kept.said}"),
        ("formats", said(now.formats)),
        ("versions", said(now.versions)),
    ]
    return "\n".join(f"{name:<10}{value}" for name, value in rows)


def _held(held: Holdings) -> list[tuple[str, str]]:
    numbers = f"{held.articles:,} ({held.undated:,} undated), {held.passages:,} passages"
    days = f"{held.first_day} to {held.last_day}" if held.first_day else "none"
    return [
        ("articles", numbers),
        ("outlets", f"{counted(held.outlets, 'outlet')}; copies: {held.copies_said}; languages: {held.languages_said}"),
        ("dates", days),
    ]
