"""What is said of a reply on the page: marks of its citations, and what is thought of the whole."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from assistant.conversations.database import Database
from assistant.conversations.kept import Feedback, Finding, Mark
from assistant.conversations.store import Conversations
from assistant.domain import Answer, Citation, Claim, Description, Filters, Inquiry, Paragraph, Quote, Support
from assistant.errors import ConversationsUnusable, LibraryBusy
from assistant.library import Library
from ui.conversation import Conversation
from ui.keeping import Keeper
from ui.opinions import Opinions
from ui.restored import restored

CHECKED = Mark(Finding.CHECKED)
DOUBTED = Mark(Finding.DOES_NOT_SUPPORT, "It says “planned”.")
SECONDS = 5


@pytest.fixture
def store(tmp_path: Path) -> Conversations:
    """With a conversation of one question, answered from two passages."""
    store = Conversations(Database(tmp_path))
    store.ask("talk", "turn", "Is it open?")
    quote = Quote("bridge", Description("Bridge closed", "bridge.txt"), Paragraph(2, "It is closed."), 0, 13)
    claim = Claim(quote.text, (1, 2), Support.QUOTED)
    inquiry = Inquiry("Is it open?", "Is it open?", Filters(), "extractive", "none")
    store.answer("turn", Answer(inquiry, (claim,), (Citation(1, quote), Citation(2, quote))))
    return store


def loaded(store: Conversations) -> Opinions:
    """What a page has of the reply that is loaded now."""
    conversation, _ = restored("talk", Keeper(lambda: store))
    return conversation.exchanges[0].opinions


def test_what_is_said_of_a_citation_is_there_when_the_page_is_loaded_again(store: Conversations) -> None:
    said = loaded(store)
    said.mark(1, CHECKED)
    said.mark(2, DOUBTED)
    said.settle(SECONDS)

    assert loaded(store).marks == {1: CHECKED, 2: DOUBTED}


def test_a_mark_that_is_taken_back_is_gone(store: Conversations) -> None:
    said = loaded(store)
    said.mark(1, CHECKED)
    said.mark(1, Mark())
    said.settle(SECONDS)

    assert said.marks == loaded(store).marks == {}


def test_two_pages_leave_each_others_marks_alone_and_the_last_word_on_one_counts(store: Conversations) -> None:
    one, other = loaded(store), loaded(store)
    one.mark(1, CHECKED)
    one.mark(2, CHECKED)
    one.settle(SECONDS)
    other.mark(2, DOUBTED)
    other.settle(SECONDS)

    assert loaded(store).marks == {1: CHECKED, 2: DOUBTED}


def test_of_notes_that_two_pages_write_in_the_same_moment_none_is_lost_and_it_is_said(store: Conversations) -> None:
    one, other = loaded(store), loaded(store)
    one.mark(1, Mark(note="He is away."))
    one.settle(SECONDS)
    other.mark(1, Mark(Finding.CHECKED, "Call her."))
    other.settle(SECONDS)

    assert loaded(store).marks == other.marks == {1: Mark(Finding.CHECKED, "He is away.\nCall her.")}
    assert (one.is_joined(1), other.is_joined(1)) == (False, True)


def test_two_pages_call_passages_wrong_without_losing_what_the_other_thinks(store: Conversations) -> None:
    one, other = loaded(store), loaded(store)
    one.think(Feedback(helpful=False, comment="Too short."))
    one.call_wrong(1, wrong=True)
    one.settle(SECONDS)
    other.call_wrong(2, wrong=True)
    other.call_wrong(2, wrong=False)
    other.call_wrong(2, wrong=True)
    other.settle(SECONDS)
    one.call_wrong(1, wrong=False)
    one.settle(SECONDS)

    assert loaded(store).feedback == Feedback(helpful=False, comment="Too short.", wrong_passages=(2,))


def test_what_cannot_be_kept_stays_for_the_visit_with_the_reason_and_is_kept_with_the_next(
    store: Conversations,
) -> None:
    broken = Event()

    def opened() -> Conversations:
        if not broken.is_set():
            raise ConversationsUnusable("conversations.db cannot be written; make room on the disk")
        return store

    said = Opinions("turn", Keeper(opened))
    said.mark(1, DOUBTED)
    said.settle(SECONDS)
    assert (said.marks, said.trouble(1)) == (
        {1: DOUBTED},
        "conversations.db cannot be written; make room on the disk",
    )

    broken.set()
    said.mark(2, CHECKED)
    said.settle(SECONDS)

    assert said.trouble(1) is None
    assert loaded(store).marks == {1: DOUBTED, 2: CHECKED}


def test_without_a_keeper_marks_stay_for_the_visit() -> None:
    said = Opinions()
    said.mark(1, CHECKED)
    said.call_wrong(1, wrong=True)

    assert said.is_settled()
    assert not said.is_kept
    assert (said.marks, said.is_wrong(1)) == ({1: CHECKED}, True)


def test_nobody_waits_for_a_disk_to_mark(store: Conversations) -> None:
    disk, keeper = Event(), Keeper(lambda: store)
    keeper.soon(lambda _: disk.wait(SECONDS))
    said = Opinions("turn", keeper)

    said.mark(1, CHECKED)

    assert not said.is_settled()
    assert said.marks == {1: CHECKED}
    disk.set()
    said.settle(SECONDS)
    assert loaded(store).marks == {1: CHECKED}


def test_a_conversation_of_a_page_hands_its_keeper_on(store: Conversations) -> None:
    conversation = Conversation(id="talk", keeper=Keeper(lambda: store))

    def no_library() -> Library:
        raise LibraryBusy("wait until `footnote ingest` has ended")

    conversation.ask("And now?", no_library)

    assert conversation.exchanges[0].opinions.is_kept
