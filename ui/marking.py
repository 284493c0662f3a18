"""Takes down what the browser says of citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.conversations.kept import Finding, Mark
from ui.visit import visit

if TYPE_CHECKING:
    from ui.conversation import Conversation, Exchange

LONGEST_NOTE = 4000
"""Characters; more than fits beside an article."""

KEPT_WITHIN_SECONDS = 0.5
"""How long a mark waits to be kept before the reader is drawn; the browser asks again for what takes longer."""


def mark(told: object) -> None:
    """Take down what the browser says of citations, all of it anew where it is not kept yet."""
    match told:
        case {"said": list(said), "moved": int() | float() as moved}:
            for exchange in [take_down(each, visit().conversation) for each in said]:
                if exchange is not None:
                    exchange.opinions.settle(KEPT_WITHIN_SECONDS)
            visit().marked = moved


def take_down(said: object, conversation: Conversation) -> Exchange | None:
    """Say of a citation what the browser says of it, if there is such a citation."""
    match said:
        case {
            "exchange": int(exchange_number),
            "number": int(number),
            "finding": str() | None as finding,
            "note": str(note),
            "wrong": bool(wrong),
            "seen": {"finding": str() | None as found, "note": str(noted)},
        }:
            exchange = conversation.exchange(exchange_number)
            if exchange is None or not can_be_marked(exchange, number):
                return None
            said, seen = Mark(finding_of(finding), note.strip()[:LONGEST_NOTE]), Mark(finding_of(found), noted)
            say(exchange, number, said, seen, wrong=wrong)
            return exchange
    return None


def can_be_marked(exchange: Exchange, number: int) -> bool:
    """Numbers of a reply on its way may change yet."""
    return exchange.job.outcome is not None and any(each.number == number for each in exchange.citations)


def finding_of(said: str | None) -> Finding | None:
    return next((each for each in Finding if each == said), None)


def say(exchange: Exchange, number: int, mark: Mark, seen: Mark, *, wrong: bool) -> None:
    opinions = exchange.opinions
    if mark != opinions.marks.get(number, Mark()) or opinions.trouble(number):
        opinions.mark(number, mark, seen)
    if wrong != opinions.is_wrong(number) or opinions.trouble():
        opinions.call_wrong(number, wrong=wrong)
