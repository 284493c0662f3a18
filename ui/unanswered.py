"""Why a question has no reply: as it is kept, as the page shows it."""

from __future__ import annotations

from assistant import wording
from assistant.conversations.kept import State, Unanswered
from ui.jobs import Failed, Outcome, Stopped

INTERRUPTED = Failed(wording.INTERRUPTED)


def kept_as(outcome: Outcome) -> Unanswered | None:
    """What is written down of it; None for a reply."""
    match outcome:
        case Stopped(text, claims, citations):
            return Unanswered(State.STOPPED, text, claims, citations)
        case Failed(message, of_answerer):
            return Unanswered(State.FAILED, message, of_answerer=of_answerer)
    return None


def shown_as(unanswered: Unanswered) -> Outcome:
    """What the page shows of it."""
    match unanswered.state:
        case State.STOPPED:
            return Stopped(unanswered.words, unanswered.claims, unanswered.citations)
        case State.FAILED:
            return Failed(unanswered.words, unanswered.of_answerer)
    return INTERRUPTED
