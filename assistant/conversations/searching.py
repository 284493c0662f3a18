"""Conversations in which words stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, select

from assistant.conversations.excerpts import Excerpt, excerpt, places
from assistant.conversations.folding import folded
from assistant.conversations.kept import ConversationSummary
from assistant.conversations.reading import outcomes, summaries
from assistant.conversations.tables import conversations, searched, turns
from assistant.conversations.wordings import Part, Wording, wordings

MOST_CONVERSATIONS = 50
MOST_HITS = 3
"""Shown of each conversation; how many more there are is said."""

MOST_TURNS = 5000
"""Looked at, of those that were asked last; more share a word only if it says nothing."""

_WORDS = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words stand: in the name (turn: None), or in a turn; number: the citation's in whose quote."""

    turn: str | None
    part: Part
    number: int | None
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Found:
    """A conversation that has the words, with the first places; more: how many further turns have them."""

    conversation: ConversationSummary
    hits: tuple[Hit, ...]
    more: int


def sought(words: str) -> tuple[str, ...]:
    """What is to be found, folded: each word, and as one what stands in quotation marks."""
    found = (phrase or word for phrase, word in _WORDS.findall(folded(words)))
    return tuple(dict.fromkeys(each for each in (" ".join(each.split()) for each in found) if each))


def search(connection: Connection, words: str) -> tuple[Found, ...]:
    """The conversations of which the name or a turn has all the words; what changed last first."""
    wanted = sought(words)
    if not wanted:
        return ()
    having = _turns_having(connection, wanted)
    listed = summaries(connection, deleted=False)
    named = {each.id for each in listed if all(word in folded(each.name) for word in wanted)}
    shown = [each for each in listed if each.id in named or each.id in having][:MOST_CONVERSATIONS]
    texts = outcomes(connection, [turn for each in shown for turn in having.get(each.id, ())[:MOST_HITS]])
    said = {turn: wordings(question, outcome) for turn, (question, outcome) in texts.items()}
    return tuple(_found(each, each.id in named, having.get(each.id, ()), said, wanted) for each in shown)


def _turns_having(connection: Connection, wanted: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """Ids of the turns that have all the words, in their order, by conversation."""
    has = [searched.c.folded.contains(word, autoescape=True) for word in wanted]
    asked = (
        select(turns.c.conversation, searched.c.turn)
        .select_from(searched.join(turns).join(conversations))
        .where(*has, conversations.c.deleted.is_(None))
        .order_by(conversations.c.changed.desc(), conversations.c.id, turns.c.position)
        .limit(MOST_TURNS)
    )
    rows: Iterable[Row[Any]] = connection.execute(asked)
    return {conversation: [row.turn for row in group] for conversation, group in groupby(rows, lambda row: row[0])}


def _found(
    conversation: ConversationSummary,
    is_named: bool,  # noqa: FBT001  one of two ways to be found
    having: Sequence[str],
    said: Mapping[str, Sequence[Wording]],
    wanted: Sequence[str],
) -> Found:
    name = [_hit(None, [Wording(Part.NAME, conversation.name)], wanted)] if is_named else []
    shown = [_hit(turn, said[turn], wanted) for turn in having[:MOST_HITS] if turn in said]
    return Found(conversation, (*name, *shown), len(having) - len(shown))


def _hit(turn: str | None, said: Sequence[Wording], wanted: Sequence[str]) -> Hit:
    """The wording that has the most of what is sought, the first of several."""
    best = max(said, key=lambda each: sum(word in folded(each.text) for word in wanted))
    return Hit(turn, best.part, best.number, excerpt(best.text, places(best.text, wanted)))
