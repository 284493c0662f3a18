"""`footnote conversations`: list, show, search, rename, remove, restore."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from assistant.conversations.database import Database
from assistant.conversations.kept import ConversationSummary
from assistant.conversations.searching import Found, Hit
from assistant.conversations.store import Conversations
from assistant.conversations.tidying import KEPT_DELETED
from assistant.conversations.written import conversation_json, found_json, summary_json
from assistant.errors import NotKept
from assistant.settings import Settings
from assistant.wording import counted
from ui.conversation_text import for_reading
from ui.terminal import print_json, print_text, say, say_home

_MARKED = "[{}]"


def list_all(settings: Settings, *, removed: bool, as_json: bool) -> None:
    """Print a line for each conversation, or for each that can be put back."""
    with _opened(settings) as store:
        summaries = store.deleted() if removed else store.listed()
    if as_json:
        print_json([summary_json(each) for each in summaries])
        return
    for each in summaries:
        print_text(_line(each))


def show(settings: Settings, conversation_id: str, *, as_json: bool) -> None:
    """Print a conversation with its citations and what was said of them."""
    with _opened(settings) as store:
        kept = store.read(conversation_id)
    if kept is None:
        raise NotKept(f"no conversation is kept as {conversation_id}; `footnote conversations list` lists them")
    if as_json:
        print_json(conversation_json(kept))
    else:
        print_text(for_reading(kept))


def search(settings: Settings, words: Sequence[str], *, as_json: bool) -> None:
    """Print the conversations in which all the words stand, and where."""
    with _opened(settings) as store:
        found = store.search(" ".join(words))
    if as_json:
        print_json([found_json(each) for each in found])
        return
    for each in found:
        print_text(_found(each))


def rename(settings: Settings, conversation_id: str, name: str, *, as_json: bool) -> None:
    """Give a conversation another name."""
    with _opened(settings) as store:
        store.rename(conversation_id, name)
    if as_json:
        print_json({"renamed": conversation_id})
    else:
        print_text("renamed")


def remove_all(settings: Settings, conversation_ids: Sequence[str], *, as_json: bool) -> None:
    """Take away all of these conversations, or none if one is unknown."""
    ids = list(dict.fromkeys(conversation_ids))
    with _opened(settings) as store:
        store.delete(*ids)
    if as_json:
        print_json({"removed": ids})
    else:
        print_text(f"{len(ids)} removed")
    say(f"for {KEPT_DELETED.days} days `footnote conversations restore` puts back what was removed")


def restore_all(settings: Settings, conversation_ids: Sequence[str], *, as_json: bool) -> None:
    """Put back all of these conversations, or none if one is gone for good."""
    ids = list(dict.fromkeys(conversation_ids))
    with _opened(settings) as store:
        store.undelete(*ids)
    if as_json:
        print_json({"restored": ids})
    else:
        print_text(f"{len(ids)} put back")


@contextmanager
def _opened(settings: Settings) -> Iterator[Conversations]:
    say_home(settings)
    store = Conversations(Database(settings.home, settings.database_url))
    yield store
    store.close()


def _line(summary: ConversationSummary) -> str:
    return "  ".join([summary.id, _minute(summary.changed), summary.name, counted(summary.questions, "question")])


def _minute(moment: datetime) -> str:
    """In the time of this machine."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"


def _found(found: Found) -> str:
    more = [f"    and {counted(found.more, 'more question')}"] if found.more else []
    return "\n".join([_line(found.conversation), *(f"    {_hit(each)}" for each in found.hits if each.turn), *more])


def _hit(hit: Hit) -> str:
    """Where, and the words with what was sought in brackets."""
    text = hit.excerpt.text
    for start, end in reversed(hit.excerpt.spans):
        text = text[:start] + _MARKED.format(text[start:end]) + text[end:]
    number = f" {hit.number}" if hit.number else ""
    return f"{hit.part.value}{number}: {' '.join(text.split())}"
