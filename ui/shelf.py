"""The articles of the library in the sidebar, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from assistant.wording import counted, outlet, said_date
from ui import components, post
from ui.again import draw_again
from ui.listing import listing
from ui.reading import opener

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.domain import ArticleSummary
    from assistant.library import Library

KEY = "shelf"
MOST_SHOWN = 30
FEW_ENOUGH = 8
"""Articles that are seen at a glance, without a filter."""

LOOK_EVERY_SECONDS = 5
"""Another process may be adding articles while the page is open."""


def draw_shelf(library: Library) -> None:
    draw_again(lambda: draw_newest(library), LOOK_EVERY_SECONDS)


def draw_newest(library: Library) -> None:
    summaries = listing(library).look().articles
    st.html(f'<h2 class="shelf">{counted(len(summaries), "article")}</h2>')
    post.draw(
        components.shelf,
        KEY,
        shelf_data(summaries, st.session_state.get(KEY, {}).get("filter") or ""),
        {"open": opener()},
        default={"filter": ""},
        on_filter_change=lambda: None,
    )


def shelf_data(summaries: Sequence[ArticleSummary], sought: object) -> dict[str, object]:
    """The newest articles whose title or outlet holds what is sought."""
    words = str(sought).casefold().split()
    found = [summary for summary in summaries if all(word in searched(summary) for word in words)]
    shown = found[:MOST_SHOWN]
    return {
        "articles": [
            {
                "id": each.id,
                "title": each.description.title,
                "outlet": outlet(each.description),
                "when": said_date(each.description),
            }
            for each in shown
        ],
        "filterable": len(summaries) > FEW_ENOUGH,
        "note": note(len(found), len(shown)),
    }


def searched(summary: ArticleSummary) -> str:
    return f"{summary.description.title} {outlet(summary.description)}".casefold()


def note(found: int, shown: int) -> str:
    if not found:
        return "No article matches."
    return f"The newest {shown} of {found:,}" if found > shown else ""
