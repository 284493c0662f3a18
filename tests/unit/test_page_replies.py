"""Replies on their way, the conversation they belong to, and the library they come from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from threading import BoundedSemaphore, Event
from time import monotonic, sleep
from typing import TYPE_CHECKING

import pytest

from assistant.conversations.kept import turn
from assistant.domain import (
    Abstention,
    Answer,
    Citation,
    Claim,
    Description,
    Filters,
    Inquiry,
    Paragraph,
    Quote,
    Searching,
    Support,
    Turn,
    Written,
)
from assistant.errors import LibraryBusy, LibraryMissing, LibraryUnusable
from ui.conversation import Conversation, next_number, turns
from ui.jobs import BUSY, FAILED, LATE, Failed, Job, Stopped
from ui.opening import Opening, Unopened
from ui.underway import Underway

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.domain import Step
    from assistant.library import Library

NO_FILTERS = Filters()
INQUIRY = Inquiry("Why?", "Why?", NO_FILTERS, "extractive", "none")
SILENCE = Abstention(INQUIRY, "Nothing is said of it.")


def answer(first_number: int = 1) -> Answer:
    paragraph = Paragraph(1, "The bridge is closed.")
    quote = Quote("bridge", Description("Bridge closed", "bridge.txt"), paragraph, 0, 21)
    claim = Claim(quote.text, (first_number,), Support.QUOTED)
    return Answer(INQUIRY, (claim,), (Citation(first_number, quote),))


class Scripted:
    """A library that answers every question the same way and remembers what it was told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, list[Turn], int]] = []
        self.models: list[str | None] = []
        self.ignored: list[tuple[str, ...]] = []
        self.how: list[tuple[Filters, bool]] = []

    def stream(
        self,
        question: str,
        history: Sequence[Turn] = (),
        filters: Filters = NO_FILTERS,
        first_number: int = 1,
        *,
        ignored: Sequence[str] = (),
        today: date | None = None,
        model: str | None = None,
        as_written: bool = False,
    ) -> Iterator[Step]:
        self.how.append((filters, as_written))
        self.models.append(model)
        assert today is not None
        self.ignored.append(tuple(ignored))
        self.told.append((question, list(history), first_number))
        yield Searching(1)
        yield answer(first_number)


def test_a_reply_arrives_without_anybody_looking() -> None:
    job = Job(lambda: iter([Searching(3), Written("The bridge "), Written("is closed."), SILENCE]))

    assert job.wait(5) is SILENCE
    assert job.underway == Underway(articles=3, text="The bridge is closed.")


def test_stopping_keeps_what_was_written_even_while_the_answerer_is_stuck() -> None:
    stuck, release = Event(), Event()

    def steps() -> Iterator[Step]:
        yield Written("The bridge")
        stuck.set()
        release.wait(5)
        yield SILENCE

    job = Job(steps)
    stuck.wait(5)
    job.stop()

    assert job.outcome == Stopped("The bridge")
    release.set()
    sleep(0.05)
    assert job.outcome == Stopped("The bridge")


def test_no_further_step_is_taken_of_a_reply_that_was_stopped() -> None:
    written, release, left = Event(), Event(), Event()
    further: list[str] = []

    def steps() -> Iterator[Step]:
        try:
            yield Written("The bridge")
            written.set()
            release.wait(5)
            yield Written(" is")
            further.append("asked for more")
        finally:
            left.set()

    job = Job(steps)
    written.wait(5)
    job.stop()
    release.set()

    assert left.wait(5)
    assert not further


def test_a_late_reply_is_given_up() -> None:
    release = Event()

    def steps() -> Iterator[Step]:
        release.wait(5)
        yield SILENCE

    job = Job(steps, seconds=0.05)

    assert job.wait() is LATE
    release.set()


def test_an_error_meant_for_a_person_is_shown_in_its_words() -> None:
    def steps() -> Iterator[Step]:
        yield Searching(1)
        raise LibraryBusy("wait until `footnote ingest` is done")

    assert Job(steps).wait(5) == Failed("wait until `footnote ingest` is done")


def test_an_unforeseen_error_is_told_without_its_details_and_logged_with_them(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def steps() -> Iterator[Step]:
        yield Searching(1)
        raise TimeoutError("at /secret/path")

    assert Job(steps).wait(5) is FAILED
    assert "/secret/path" in caplog.text


def test_steps_that_end_without_a_reply_are_a_failure() -> None:
    assert Job(lambda: iter([Written("The")])).wait(5) is FAILED


def test_too_many_replies_at_once_are_refused_and_room_comes_back() -> None:
    places, release = BoundedSemaphore(1), Event()

    def steps() -> Iterator[Step]:
        release.wait(5)
        yield SILENCE

    first = Job(steps, places=places)
    assert Job(steps, places=places).outcome is BUSY
    release.set()
    first.wait(5)
    sleep(0.05)
    assert Job(steps, places=places).wait(5) is SILENCE


def test_stopping_makes_room_at_once_even_while_the_answerer_is_stuck() -> None:
    places, stuck, release = BoundedSemaphore(1), Event(), Event()

    def steps() -> Iterator[Step]:
        stuck.set()
        release.wait(5)
        yield SILENCE

    first = Job(steps, places=places)
    stuck.wait(5)
    first.stop()
    first.stop()

    assert Job(lambda: iter([SILENCE]), places=places).wait(5) is SILENCE
    release.set()


def test_a_follow_up_is_told_what_was_answered_and_numbers_go_on() -> None:
    library, conversation = Scripted(), Conversation()

    conversation.ask("Is the bridge open?", lambda: library)
    conversation.ask("Since when?", lambda: library)
    conversation.exchanges[-1].job.wait(5)

    assert library.told == [
        ("Is the bridge open?", [], 1),
        ("Since when?", [Turn("Is the bridge open?", "The bridge is closed.[1]", ("bridge",))], 2),
    ]
    assert next_number(conversation.exchanges) == 3


def test_a_follow_up_is_told_only_what_the_articles_bear_out() -> None:
    supported, doubtful = answer().claims[0], Claim("The mayor sold it.", (2,), Support.UNSUPPORTED)
    elsewhere = Quote("mayor", Description("The mayor", "mayor.txt"), Paragraph(1, "The mayor spoke."), 0, 16)
    citations = (*answer().citations, Citation(2, elsewhere))

    told = turn("Is it open?", Answer(INQUIRY, (doubtful, supported), citations))

    assert told == Turn("Is it open?", "The bridge is closed.[1]", ("bridge",))
    assert turn("Is it open?", Answer(INQUIRY, (doubtful,), citations)) == Turn("Is it open?", "")


def test_a_question_asked_again_replaces_its_failure_and_is_no_history() -> None:
    def closed() -> Library:
        raise LibraryUnusable("closed")

    library, conversation = Scripted(), Conversation()
    conversation.ask("Is the bridge open?", closed)
    conversation.exchanges[0].job.wait(5)

    assert turns(conversation.exchanges) == []
    conversation.again(1, lambda: library)

    assert [(each.number, each.question) for each in conversation.exchanges] == [(2, "Is the bridge open?")]
    assert conversation.exchanges[0].job.wait(5) == answer()


def test_a_question_asked_again_goes_to_whom_it_went_or_to_another_that_is_named() -> None:
    library, conversation = Scripted(), Conversation()
    conversation.ask("Is the bridge open?", lambda: library, model="openai:scripted")

    conversation.again(1, lambda: library)
    conversation.exchanges[-1].job.wait(5)
    conversation.again(2, lambda: library, "extractive")
    conversation.exchanges[-1].job.wait(5)

    assert library.models[-2:] == ["openai:scripted", "extractive"]
    assert conversation.exchanges[-1].model == "extractive"


def test_a_question_asked_again_without_a_cue_takes_its_own_place_where_it_was_the_last() -> None:
    library, conversation = Scripted(), Conversation()
    conversation.ask("What did The Post say last week?", lambda: library)

    conversation.without(1, "last week", lambda: library)
    conversation.without(2, "The Post", lambda: library)
    conversation.exchanges[-1].job.wait(5)

    assert [(each.number, each.ignored) for each in conversation.exchanges] == [(3, ("last week", "The Post"))]
    assert library.ignored[-1] == ("last week", "The Post")


def test_one_that_others_follow_stays_and_is_asked_anew_behind_them() -> None:
    library, conversation = Scripted(), Conversation()
    conversation.ask("What did The Post say?", lambda: library)
    conversation.ask("Is the bridge open?", lambda: library)

    conversation.without(1, "The Post", lambda: library)

    asked = [(each.number, each.question) for each in conversation.exchanges]
    assert asked == [(1, "What did The Post say?"), (2, "Is the bridge open?"), (3, "What did The Post say?")]


def test_a_library_is_opened_in_the_background() -> None:
    release, library = Event(), Scripted()

    def open_it() -> Library:
        release.wait(60)
        return library

    began = monotonic()
    opening = Opening(open_it)

    assert opening.look() is None
    assert monotonic() - began < 30
    release.set()
    assert opening.library() is library


def test_a_library_that_another_process_makes_is_opened_once_it_is_there() -> None:
    found = [LibraryMissing("there is none"), None]
    library = Scripted()

    def open_it() -> Library:
        missing = found.pop(0)
        if missing:
            raise missing
        return library

    opening = Opening(open_it, again_after=0.05)
    with pytest.raises(LibraryUnusable, match="there is none"):
        opening.library()
    assert opening.look() == Unopened("there is none", missing=True)
    sleep(0.1)
    opening.look()
    sleep(0.1)

    assert opening.look() is library


def test_limits_go_on_to_the_next_question_and_a_question_is_asked_again_otherwise() -> None:
    library, conversation, limits = Scripted(), Conversation(), Filters(outlets=("The Post",))
    conversation.ask("Why is it closed?", lambda: library, limits=limits)
    conversation.exchanges[0].job.wait(5)

    assert conversation.limits == limits
    literal = replace(conversation.exchanges[0], limits=NO_FILTERS, as_written=True)
    conversation.otherwise(literal, lambda: library)
    [again] = conversation.exchanges
    again.job.wait(5)

    assert library.how == [(limits, False), (NO_FILTERS, True)]
    assert (again.limits, again.as_written, conversation.limits) == (NO_FILTERS, True, NO_FILTERS)
