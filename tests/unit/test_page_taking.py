"""What is taken along from the page, and what is thought of a reply there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from assistant.conversations.database import Database
from assistant.conversations.kept import Feedback, Finding, Mark, State, Unanswered
from assistant.conversations.store import Conversations
from assistant.domain import Answer, Claimed, Step
from assistant.errors import ConversationsUnusable
from assistant.exports.copied import with_references
from tests.made import answer
from ui.answer_data import exchange_data
from ui.conversation import Conversation, Exchange
from ui.feedback import said
from ui.jobs import Failed, Job, Stopped
from ui.keeping import Keeper
from ui.restored import GONE, reply_of, restored
from ui.taking import as_shown
from ui.unanswered import INTERRUPTED

GOOD = Feedback(helpful=True, comment="Short.")


class Library:
    """Answers at once, with two sentences."""

    def stream(self, *_: object, first_number: int = 1, **__: object) -> Iterator[Step]:
        whole = answer(first_number)
        yield Claimed(whole.claims[0], whole.citations[:1])
        yield whole


def keeper(home: Path, url: str | None = None) -> Keeper:
    return Keeper(lambda: Conversations(Database(home, url)))


def broken() -> Keeper:
    def fail() -> Conversations:
        raise ConversationsUnusable("the disk is full; make room")

    return Keeper(fail)


def asked(kept: Keeper | None, *questions: str) -> Conversation:
    conversation = Conversation(keeper=kept)
    for each in questions:
        conversation.ask(each, Library)
        conversation.exchanges[-1].job.wait(5)
    return conversation


def test_what_is_on_the_page_is_taken_along_with_what_is_kept_beside_it(tmp_path: Path) -> None:
    kept = keeper(tmp_path)
    conversation = asked(kept, "Is it open?", "Is it old?")
    conversation.exchanges[0].opinions.mark(1, Mark(Finding.CHECKED))
    kept.soon(lambda store: store.rename(conversation.id, "The bridge")).result()

    taken = as_shown(conversation)

    assert (taken.id, taken.name) == (conversation.id, "The bridge")
    assert [turn.question for turn in taken.turns] == ["Is it open?", "Is it old?"]
    assert taken.turns[0].marks == {1: Mark(Finding.CHECKED)}
    assert taken.turns == kept.read(conversation.id).turns


@pytest.mark.parametrize("kept", [None, broken()])
def test_what_is_not_kept_is_taken_along_as_well(kept: Keeper | None) -> None:
    conversation = asked(kept, "Is it open?")
    conversation.exchanges[0].opinions.think(GOOD)

    taken = as_shown(conversation)

    assert taken.name == "Is it open?"
    assert isinstance(taken.turns[0].outcome, Answer)
    assert taken.turns[0].feedback == GOOD


def test_what_became_of_each_question_is_taken_along() -> None:
    whole, goes_on = answer(), Event()

    def half() -> Iterator[Step]:
        yield Claimed(whole.claims[0], whole.citations[:1])
        goes_on.wait(5)
        yield whole

    underway = Job(half)
    while not underway.underway.claims:
        underway.wait_for_news(underway.underway, 5)
    jobs = [underway, *map(Job.ended_with, (INTERRUPTED, Failed("no key"), Stopped("It is")))]
    conversation = Conversation([Exchange(number, "Why?", job) for number, job in enumerate(jobs, start=1)])

    outcomes = [turn.outcome for turn in as_shown(conversation).turns]
    goes_on.set()

    assert outcomes == [
        Unanswered(State.UNDERWAY, "", whole.claims[:1], whole.citations[:1]),
        Unanswered(State.INTERRUPTED),
        Unanswered(State.FAILED, "no key"),
        Unanswered(State.STOPPED, "It is"),
    ]


def test_a_sentence_is_copied_as_it_is_taken_along_by_other_ways() -> None:
    whole = answer()
    shown = exchange_data(Exchange(1, "Why?", Job.ended_with(whole)), None)
    stopped = exchange_data(Exchange(1, "Why?", Job.ended_with(Stopped("", whole.claims, whole.citations))), None)

    assert shown["copies"] == [with_references(claim, whole.citations) for claim in whole.claims]
    assert stopped["copies"] == shown["copies"]


def test_what_became_of_feedback_is_said(tmp_path: Path) -> None:
    for kept, told in (
        (keeper(tmp_path), "Saved"),
        (broken(), "Not saved: The disk is full; make room."),
        (None, "Not saved: This conversation is not kept anywhere."),
    ):
        [exchange] = asked(kept, "Is it open?").exchanges
        exchange.opinions.think(GOOD)
        exchange.opinions.settle(5)
        assert said(exchange.opinions) == told


def test_when_a_question_was_asked_is_there_again_with_the_conversation(tmp_path: Path) -> None:
    kept = keeper(tmp_path)
    conversation = asked(kept, "Is it open?")

    again, _ = restored(conversation.id, kept)

    assert again.exchanges[0].asked == kept.read(conversation.id).turns[0].asked


def test_a_link_leads_to_a_reply_on_every_installation_that_shares_the_database(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'shared.db'}"
    conversation = asked(keeper(tmp_path / "a", url), "Is it open?", "Is it old?")

    elsewhere, notice = restored(conversation.id, keeper(tmp_path / "b", url))

    assert notice is None
    assert reply_of(conversation.exchanges[1].turn_id, elsewhere) == (2, None)
    assert reply_of("0123", elsewhere) == (None, GONE)
    assert reply_of("0123", Conversation()) == (None, None)
