"""Conversations in which words stand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection, func, select

from assistant.conversations.excerpts import Excerpt, excerpt, places
from assistant.conversations.folding import folded
from assistant.conversations.kept import ConversationSummary
from assistant.conversations.reading import outcomes, summaries
from assistant.conversations.tables import searched
from assistant.conversations.wordings import Part, Wording, wordings

MOST_CONVERSATIONS = 50
MOST_HITS = 3
"""Shown of each conversation; how many more there are is said."""

_WORDS = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words stand: in the name (turn: None), or in a turn.

    number: the citation's whose quote or article has them.
    """

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
    texts = outcomes(connection, [turn for each in shown for turn in having.get(each.id, _NONE).first])
    found = []
    for each in shown:
        turns = having.get(each.id, _NONE)
        name = [_hit(None, [Wording(Part.NAME, each.name)], wanted)] if each.id in named else []
        hits = [_hit(turn, wordings(*texts[turn]), wanted) for turn in turns.first]
        found.append(Found(each, (*name, *hits), turns.count - len(hits)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Turns:
    """Those of a conversation that have the words: how many there are, and the ids of the first ones."""

    count: int
    first: tuple[str, ...]


_NONE = _Turns(0, ())


def _turns_having(connection: Connection, wanted: Sequence[str]) -> Mapping[str, _Turns]:
    """By conversation. The database counts: a word that says nothing stands in 100,000 turns."""
    one = searched.c.conversation
    place = func.row_number().over(partition_by=one, order_by=searched.c.position).label("place")
    count = func.count().over(partition_by=one).label("count_")
    has = [searched.c.folded.contains(word, autoescape=True) for word in wanted]
    having = select(one, searched.c.turn, place, count).where(*has).subquery()
    rows = connection.execute(
        select(having).where(having.c.place <= MOST_HITS).order_by(having.c.conversation, having.c.place)
    ).all()
    groups = ((conversation, list(group)) for conversation, group in groupby(rows, lambda row: row.conversation))
    return {conversation: _Turns(group[0].count_, tuple(row.turn for row in group)) for conversation, group in groups}


def _hit(turn: str | None, said: Sequence[Wording], wanted: Sequence[str]) -> Hit:
    """The wording that has the most of what is sought, the first of several."""
    best = max(said, key=lambda each: sum(word in folded(each.text) for word in wanted))
    return Hit(turn, best.part, best.number, excerpt(best.text, places(best.text, wanted)))
