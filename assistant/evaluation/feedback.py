"""Questions with known answers, made of what people said of replies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.conversations.kept import Finding, KeptConversation, KeptTurn, Unanswered
from assistant.domain import Abstention, Answer, Quote, Support, Turn


@dataclass(frozen=True, slots=True)
class Told:
    """A question, and what somebody told of its answer.

    answerable: whether there is an answer, None where nobody said. right: passages that answer it. wrong: passages that
    no sentence may rest on alone. history: what was asked and answered before it.
    """

    conversation: str
    turn: KeptTurn
    history: tuple[Turn, ...]
    answerable: bool | None
    right: tuple[Quote, ...] = ()
    wrong: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Unused:
    """Feedback that nothing can be measured by, and why."""

    conversation: str
    turn: str
    reason: str


UNANSWERED = "the question was not answered"
ONLY_A_COMMENT = "a comment alone is for people to read"
NOT_WHAT_IS_RIGHT = "it says that the answer does not help, and of no passage that it is wrong"
NOTHING_BORNE_OUT = "the answer was called helpful, but nothing in it is borne out by what it cites"


def told_of(conversation: KeptConversation) -> Iterator[Told | Unused]:
    """What was said of its replies, one after the other; those of which nobody said anything are left out."""
    for at, turn in enumerate(conversation.turns):
        if _says_something(turn):
            before = replace(conversation, turns=conversation.turns[:at])
            yield _told(conversation.id, turn, before.history)


def _says_something(turn: KeptTurn) -> bool:
    feedback = turn.feedback
    return feedback.helpful is not None or bool(feedback.comment.strip() or _wrong(turn))


def _wrong(turn: KeptTurn) -> set[int]:
    """The numbers of citations whose passage is called wrong, or found not to support its sentence."""
    disproved = {number for number, mark in turn.marks.items() if mark.finding is Finding.DOES_NOT_SUPPORT}
    return disproved | set(turn.feedback.wrong_passages)


def _told(conversation: str, turn: KeptTurn, history: tuple[Turn, ...]) -> Told | Unused:
    helpful = turn.feedback.helpful
    match turn.outcome:
        case Unanswered():
            return Unused(conversation, turn.id, UNANSWERED)
        case Abstention() if helpful is None:
            return Unused(conversation, turn.id, ONLY_A_COMMENT)
        case Abstention():
            return Told(conversation, turn, history, answerable=not helpful)
        case Answer() as answer:
            return _told_of_answer(conversation, turn, history, answer)


def _told_of_answer(conversation: str, turn: KeptTurn, history: tuple[Turn, ...], answer: Answer) -> Told | Unused:
    helpful, called_wrong = turn.feedback.helpful, _wrong(turn)
    right = _borne_out(answer) - called_wrong if helpful else set()
    wrong = _quotes(answer, called_wrong)
    if right:
        return Told(conversation, turn, history, answerable=True, right=_quotes(answer, right), wrong=wrong)
    if wrong:
        return Told(conversation, turn, history, answerable=None, wrong=wrong)
    reason = {True: NOTHING_BORNE_OUT, False: NOT_WHAT_IS_RIGHT, None: ONLY_A_COMMENT}[helpful]
    return Unused(conversation, turn.id, reason)


def _borne_out(answer: Answer) -> set[int]:
    """The numbers of what sentences rest on that are borne out."""
    sound = (each for each in answer.claims if each.support is not Support.UNSUPPORTED)
    return {number for claim in sound for number in claim.citations}


def _quotes(answer: Answer, numbers: set[int]) -> tuple[Quote, ...]:
    return tuple(each.quote for each in answer.citations if each.number in numbers)
