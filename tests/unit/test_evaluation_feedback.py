"""What people said of replies, as questions with known answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.conversations.kept import Feedback, Finding, KeptConversation, KeptTurn, Mark, State, Unanswered
from assistant.domain import Abstention, Reply, Support
from assistant.evaluation.feedback import (
    NOT_WHAT_IS_RIGHT,
    NOTHING_BORNE_OUT,
    ONLY_A_COMMENT,
    UNANSWERED,
    Told,
    Unused,
    told_of,
)
from tests.kept import BEGUN, conversation
from tests.made import answer

ANSWER = answer()
FIRST, SECOND = (each.quote for each in ANSWER.citations)
SILENCE = Abstention(ANSWER.inquiry, "nothing is said")
DOUBTED = replace(ANSWER, claims=tuple(replace(each, support=Support.UNSUPPORTED) for each in ANSWER.claims))
UP, DOWN = Feedback(helpful=True), Feedback(helpful=False)


def said(outcome: Reply | Unanswered, feedback: Feedback, marks: dict[int, Mark] | None = None) -> Told | Unused:
    before = KeptTurn("t1", "Is it there?", BEGUN, ANSWER)
    turn = KeptTurn("t2", "Is it open?", BEGUN, outcome, marks=marks or {}, feedback=feedback)
    [found] = told_of(KeptConversation("c", "Bridge", BEGUN, BEGUN, (before, turn), 5))
    return found


def test_what_a_helpful_answer_cites_is_right() -> None:
    told = said(ANSWER, UP)

    assert isinstance(told, Told)
    assert (told.answerable, told.right, told.wrong) == (True, (FIRST, SECOND), ())
    assert [each.question for each in told.history] == ["Is it there?"]


@pytest.mark.parametrize(
    ("feedback", "marks"),
    [
        (replace(UP, wrong_passages=(2,)), {}),
        (UP, {1: Mark(Finding.CHECKED), 2: Mark(Finding.DOES_NOT_SUPPORT)}),
    ],
)
def test_a_passage_called_wrong_is_not_right(feedback: Feedback, marks: dict[int, Mark]) -> None:
    told = said(ANSWER, feedback, marks)

    assert isinstance(told, Told)
    assert (told.answerable, told.right, told.wrong) == (True, (FIRST,), (SECOND,))


def test_where_only_passages_are_called_wrong_nobody_said_whether_there_is_an_answer() -> None:
    told = said(ANSWER, replace(DOWN, wrong_passages=(1,)))

    assert isinstance(told, Told)
    assert (told.answerable, told.right, told.wrong) == (None, (), (FIRST,))


@pytest.mark.parametrize(("feedback", "answerable"), [(DOWN, True), (UP, False)])
def test_a_thumb_tells_whether_a_question_should_have_been_answered(*, feedback: Feedback, answerable: bool) -> None:
    told = said(SILENCE, feedback)

    assert isinstance(told, Told)
    assert told.answerable is answerable


@pytest.mark.parametrize(
    ("outcome", "feedback", "reason"),
    [
        (ANSWER, DOWN, NOT_WHAT_IS_RIGHT),
        (ANSWER, Feedback(comment="Well."), ONLY_A_COMMENT),
        (SILENCE, Feedback(comment="Well."), ONLY_A_COMMENT),
        (DOUBTED, UP, NOTHING_BORNE_OUT),
        (Unanswered(State.STOPPED), UP, UNANSWERED),
    ],
)
def test_what_cannot_be_used_says_why(outcome: Reply | Unanswered, feedback: Feedback, reason: str) -> None:
    assert said(outcome, feedback) == Unused("c", "t2", reason)


def test_replies_of_which_nobody_said_anything_are_left_out() -> None:
    assert [each.turn.id for each in told_of(conversation()) if isinstance(each, Told)] == ["t1", "t2", "t3"]
