"""Thumbs and a comment on a reply, as the browser shows and gives them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.wording import sentence
from ui.visit import visit

if TYPE_CHECKING:
    from ui.conversation import Exchange
    from ui.opinions import Opinions
    from ui.post import Act

LONGEST_COMMENT = 2000

KEPT_WITHIN_SECONDS = 2.0
"""How long the page waits to say that it was saved; a disk takes some milliseconds."""

NOT_KEPT = "this conversation is not kept anywhere"


def feedback_data(exchange: Exchange) -> dict[str, object]:
    """moved: when the browser gave the last of it, by its own clock, or 0."""
    opinions = exchange.opinions
    return {
        "helpful": opinions.feedback.helpful,
        "comment": opinions.feedback.comment,
        "longest": LONGEST_COMMENT,
        "said": said(opinions),
        "troubled": trouble(opinions) is not None,
        "moved": visit().thought.get(exchange.number, 0),
    }


def said(opinions: Opinions) -> str:
    """What became of what was given last."""
    if why := trouble(opinions):
        return f"Not saved: {sentence(why)}"
    return "Saved" if opinions.is_settled() else "Being saved"


def trouble(opinions: Opinions) -> str | None:
    return opinions.trouble() if opinions.is_kept else NOT_KEPT


def taker(exchange: Exchange) -> Act:
    """Takes what the browser gives."""

    def take(told: object) -> None:
        match told:
            case {"helpful": bool() | None as helpful, "comment": str(comment), "moved": int() | float() as moved}:
                opinions = exchange.opinions
                visit().thought[exchange.number] = moved
                opinions.think(replace(opinions.feedback, helpful=helpful, comment=comment.strip()[:LONGEST_COMMENT]))
                opinions.settle(KEPT_WITHIN_SECONDS)

    return take
