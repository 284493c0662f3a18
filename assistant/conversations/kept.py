"""Conversations as they are read back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from assistant.domain import NO_FILTERS, Answer, Citation, Claim, Filters, Reply, Support, Turn


class State(StrEnum):
    """What became of a question.

    interrupted: whoever was answering it ended before the reply was whole. It is never written down: it is what a
    question under way is to all others.
    """

    UNDERWAY = "underway"
    ANSWERED = "answered"
    ABSTAINED = "abstained"
    STOPPED = "stopped"
    FAILED = "failed"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Why there is no reply, and what there was of it when it was stopped.

    words: what was written and not checked yet, or what went wrong. of_answerer: it went wrong with who answers, so
    that another may do better.
    """

    state: State
    words: str = ""
    claims: tuple[Claim, ...] = ()
    citations: tuple[Citation, ...] = ()
    of_answerer: bool = False


class Finding(StrEnum):
    """What a person found who read the passage that a citation names."""

    CHECKED = "checked"
    DOES_NOT_SUPPORT = "does not support"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a person says of a citation; finding: None where there is only a note."""

    finding: Finding | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a person thinks of a reply.

    helpful: thumbs up or down, None for neither. wrong_passages: numbers of citations that name the wrong passage.
    """

    helpful: bool | None = None
    comment: str = ""
    wrong_passages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptTurn:
    """A question with what became of it.

    ignored: words of cues that were to say nothing. answerer: who was asked, None for whom the settings name.
    marks: by number of citation. edited_from: the id of the turn whose question was edited to make this one.
    limits: those that the asker set. as_written: the words were not to be understood by what was said before.
    """

    id: str
    question: str
    asked: datetime
    outcome: Reply | Unanswered
    ignored: tuple[str, ...] = ()
    answerer: str | None = None
    marks: Mapping[int, Mark] = field(default_factory=dict)
    feedback: Feedback = Feedback()
    edited_from: str | None = None
    limits: Filters = NO_FILTERS
    as_written: bool = False


@dataclass(frozen=True, slots=True)
class KeptConversation:
    """Turns in the order in which they were asked.

    next_number: the first that no citation ever had. deleted: when, where it waits to be purged.
    """

    id: str
    name: str
    created: datetime
    changed: datetime
    turns: tuple[KeptTurn, ...]
    next_number: int
    deleted: datetime | None = None

    @property
    def history(self) -> tuple[Turn, ...]:
        """What a follow-up question may refer to: the questions that were answered."""
        outcomes = ((each.question, each.outcome) for each in self.turns)
        return tuple(turn(question, reply) for question, reply in outcomes if not isinstance(reply, Unanswered))


@dataclass(frozen=True, slots=True)
class ConversationSummary:
    """A conversation in a list; questions: how many there are. deleted: as above."""

    id: str
    name: str
    created: datetime
    changed: datetime
    questions: int
    deleted: datetime | None = None


def turn(question: str, reply: Reply) -> Turn:
    """What was asked and answered, as history; the ids of the articles cited, each once, in their order.

    Of an answer only what the articles bear out: what is doubtful is nothing to build the next question on.
    """
    if not isinstance(reply, Answer):
        return Turn(question, reply.text)
    claims = tuple(each for each in reply.claims if each.support is not Support.UNSUPPORTED)
    cited = {number for each in claims for number in each.citations}
    articles = dict.fromkeys(each.quote.article_id for each in reply.citations if each.number in cited)
    return Turn(question, replace(reply, claims=claims).text if claims else "", tuple(articles))
