"""Conversations as they were left, and as others go on with them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.conversations.kept import Unanswered
from assistant.domain import NO_FILTERS
from assistant.errors import FootnoteError
from ui.conversation import Conversation, Exchange
from ui.jobs import Job
from ui.opinions import Opinions
from ui.unanswered import INTERRUPTED, shown_as

if TYPE_CHECKING:
    from assistant.conversations.kept import KeptConversation, KeptTurn
    from ui.jobs import Outcome
    from ui.keeping import Keeper

UNKNOWN = "The conversation that this address names is not kept here. Your first question begins a new one."

GONE = "The reply that this link leads to is no longer in this conversation."


def restored(conversation_id: str, keeper: Keeper) -> tuple[Conversation, str | None]:
    """The conversation of that id, or a new one with the reason why it is none of those kept."""
    if open_here := keeper.unkept(conversation_id):
        exchanges, replaced = list(open_here.exchanges), dict(open_here.replaced)
        return replace(open_here, exchanges=exchanges, replaced=replaced), None
    try:
        kept = keeper.read(conversation_id)
    except FootnoteError as error:
        return Conversation(keeper=keeper), str(error)
    if kept is None:
        return Conversation(keeper=keeper), UNKNOWN
    exchanges = [exchange(number, turn, keeper) for number, turn in enumerate(kept.turns, start=1)]
    limits = exchanges[-1].limits if exchanges else NO_FILTERS
    found = Conversation(exchanges, len(exchanges), kept.id, keeper, limits)
    note_state(found, kept)
    return found, None


def reply_of(turn_id: str | None, conversation: Conversation) -> tuple[int | None, str | None]:
    """The exchange that a link leads to, or why there is none."""
    if turn_id is None or not conversation.exchanges:
        return None, None
    found = next((each.number for each in conversation.exchanges if each.turn_id == turn_id), None)
    return found, None if found else GONE


def exchange(number: int, turn: KeptTurn, keeper: Keeper, unfinished: Job | None = None) -> Exchange:
    """A turn as it was left; one that is still being answered goes on. unfinished: the job of one that is not here."""
    outcome = outcome_of(turn)
    job = (keeper.live.get(turn.id) or unfinished) if outcome is INTERRUPTED else None
    said = Opinions(turn.id, keeper, turn.marks, turn.feedback)
    asked = (turn.ignored, turn.answerer, turn.id, said, turn.limits, turn.as_written, turn.asked, turn.edited_from)
    return Exchange(number, turn.question, job or Job.ended_with(outcome), *asked)


def outcome_of(turn: KeptTurn) -> Outcome:
    return shown_as(turn.outcome) if isinstance(turn.outcome, Unanswered) else turn.outcome


def note_state(conversation: Conversation, kept: KeptConversation) -> None:
    conversation.changed = kept.changed
    conversation.deleted = kept.deleted
    conversation.turn_ids = frozenset(turn.id for turn in kept.turns)


def take_in(conversation: Conversation, kept: KeptConversation, keeper: Keeper) -> bool:
    """Take in what others have done to a conversation that is shown; returns whether anything of it can be seen.

    What was asked here, and is not among what is kept yet, stays behind what is. What was among it once, and is no
    more, was asked again elsewhere.
    """
    before, was_deleted = list(conversation.exchanges), conversation.deleted
    here = {each.turn_id: each for each in before if each.turn_id}
    known = {turn.id for turn in kept.turns}
    there = [
        taken(turn, here.get(turn.id), conversation, keeper)
        for turn in kept.turns
        if is_shown(turn, conversation, known)
    ]
    only_here = [each for each in before if each.turn_id not in known | conversation.turn_ids]
    conversation.exchanges = [*there, *only_here]
    note_state(conversation, kept)
    return conversation.exchanges != before or conversation.deleted != was_deleted


def is_shown(turn: KeptTurn, conversation: Conversation, known: set[str]) -> bool:
    """Not one whose place another takes, as long as that is not kept: it tells whether both stay."""
    return conversation.replaced.get(turn.id) in known or turn.id not in conversation.replaced


def taken(turn: KeptTurn, here: Exchange | None, conversation: Conversation, keeper: Keeper) -> Exchange:
    """The exchange of a turn; one that came while we looked, and has no reply, is being answered elsewhere."""
    if here is None:
        conversation.asked += 1
        return exchange(conversation.asked, turn, keeper, Job.elsewhere())
    outcome = outcome_of(turn)
    if here.job.underway.elsewhere and here.job.outcome is None and outcome is not INTERRUPTED:
        here.job.arrive(outcome)
    job = Job.ended_with(outcome) if is_otherwise(outcome, here.job) else here.job
    return replace(here, job=job, opinions=opinions(turn, here, keeper), edited_from=turn.edited_from)


def is_otherwise(outcome: Outcome, here: Job) -> bool:
    """Whether what is kept is not what is shown: it was interrupted, or others took its numbers before it was kept."""
    if outcome is INTERRUPTED or here.outcome is None:
        return False
    return here.outcome is INTERRUPTED or numbers_of(Job.ended_with(outcome)) != numbers_of(here)


def numbers_of(job: Job) -> list[int]:
    return [each.number for each in job.citations]


def opinions(turn: KeptTurn, here: Exchange, keeper: Keeper) -> Opinions:
    """What is said of a reply by now; what was said here, and is not kept yet, goes before what others have said."""
    said = here.opinions
    is_same = (said.marks, said.feedback) == (dict(turn.marks), turn.feedback)
    return said if is_same or not said.is_kept_by_now() else Opinions(turn.id, keeper, turn.marks, turn.feedback)
