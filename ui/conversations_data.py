"""What the browser is given to list conversations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from assistant.domain import day_words
from assistant.wording import counted, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from assistant.conversations.excerpts import Excerpt
    from assistant.conversations.kept import ConversationSummary
    from assistant.conversations.searching import Found, Hit
    from ui.known_conversations import Known

Data = dict[str, object]

FIRST_SHOWN = 12
MORE_AT_ONCE = 50
LAST_DAYS = 7

LOADING: Data = {"state": "loading"}


@dataclass(frozen=True, slots=True)
class Results:
    """What was found for words; None where they are still being looked for."""

    words: str
    found: Sequence[Found] | None


def trouble_data(message: str) -> Data:
    return {"state": "trouble", "note": message}


def list_data(known: Known, opened: str | None, most: int, today: date) -> Data:
    """The newest ones under their days, with the one that is open wherever it stands; those that can come back."""
    listed = known.conversations
    shown = [each for place, each in enumerate(listed) if place < most or each.id == opened]
    return {
        "state": "listed",
        "open": opened,
        "groups": list(groups(shown, today)),
        "more": len(listed) - len(shown),
        "deleted": [item(each, today) for each in known.deleted],
        "note": "" if listed or known.deleted else "Conversations are kept here as you ask.",
    }


def groups(shown: Sequence[ConversationSummary], today: date) -> Iterator[Data]:
    for label, group in groupby(shown, lambda each: span(day(each), today)):
        yield {"label": label, "items": [item(each, today) for each in group]}


def span(changed: date, today: date) -> str:
    """ "Today", "Yesterday", "Previous 7 days", then months, with their year where it is another."""
    ago = today - changed
    if ago <= timedelta(0):
        return "Today"
    if ago == timedelta(1):
        return "Yesterday"
    if ago <= timedelta(LAST_DAYS):
        return f"Previous {LAST_DAYS} days"
    return f"{changed:%B}" if changed.year == today.year else f"{changed:%B} {changed.year}"


def day(summary: ConversationSummary) -> date:
    return summary.changed.astimezone().date()


def item(summary: ConversationSummary, today: date) -> Data:
    """A name has its whole length: the browser cuts it where there is no room."""
    removed = summary.deleted.astimezone().date() if summary.deleted else None
    return {
        "id": summary.id,
        "name": printable(summary.name),
        "when": f"{counted(summary.questions, 'question')}, {said_day(day(summary), today)}",
        "removed": f"Deleted {said_day(removed, today)}" if removed else None,
    }


def said_day(when: date, today: date) -> str:
    near = {0: "today", 1: "yesterday"}
    return near.get((today - when).days) or day_words(when)


def results_data(results: Results, today: date) -> Data:
    """The conversations that have the words, with the first places of each."""
    if results.found is None:
        return {"words": results.words, "found": None, "note": "Searching"}
    count = counted(len(results.found), "conversation")
    return {
        "words": results.words,
        "found": [found_data(each, today) for each in results.found],
        "note": f"{count} found" if results.found else "No conversation has these words.",
    }


def found_data(found: Found, today: date) -> Data:
    """The name with its words marked where they are in it; hits in turns; how many more turns have the words."""
    named = next((each for each in found.hits if each.turn is None), None)
    return {
        **item(found.conversation, today),
        "named": runs(named.excerpt) if named else None,
        "hits": [hit_data(each) for each in found.hits if each.turn is not None],
        "further": f"and {counted(found.more, 'more question')}" if found.more else None,
    }


def hit_data(hit: Hit) -> Data:
    return {"turn": hit.turn, "part": hit.part.value, "number": hit.number, "runs": runs(hit.excerpt)}


def runs(excerpt: Excerpt) -> list[Data]:
    """The text in pieces, each marked or not: the browser counts characters otherwise."""
    pieces, at = [], 0
    for start, end in excerpt.spans:
        pieces += [(excerpt.text[at:start], False), (excerpt.text[start:end], True)]
        at = end
    return [{"text": text, "marked": marked} for text, marked in [*pieces, (excerpt.text[at:], False)] if text]
