"""Conversations of the page: kept as they happen, and there again when the page is loaded anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event

import pytest

from assistant.conversations.database import FILE, Database
from assistant.conversations.kept import Finding, Mark
from assistant.conversations.store import Conversations
from assistant.domain import (
    Abstention,
    Answer,
    Article,
    Citation,
    Claim,
    Claimed,
    Description,
    Filters,
    Inquiry,
    Paragraph,
    Quote,
    Step,
    Support,
    Turn,
    Written,
)
from assistant.errors import LibraryBusy, ModelTrouble
from assistant.library import Library
from tests.stores import Stores
from ui.conversation import Conversation
from ui.editing import origin
from ui.jobs import Failed, Stopped
from ui.keeping import Keeper
from ui.links import Link, query_of, read_conversation, read_link
from ui.reader_data import Reading
from ui.reading import reading_of
from ui.restored import UNKNOWN, restored, take_in
from ui.standing import GONE, REMOVED, REWORDED, standing
from ui.unanswered import INTERRUPTED

INQUIRY = Inquiry("Why?", "Why?", Filters(), "extractive", "none")
SILENCE = Abstention(INQUIRY, "nothing is said of it")
BRIDGE = Description("Bridge closed", "bridge.txt")
CLOSED = Paragraph(2, "The bridge is closed. It is old.")
QUOTE = Quote("bridge", BRIDGE, CLOSED, 0, 21)


def answer(first_number: int = 1) -> Answer:
    claim = Claim(QUOTE.text, (first_number,), Support.QUOTED)
    return Answer(INQUIRY, (claim,), (Citation(first_number, QUOTE),))


class Scripted:
    """A library that answers at once, says nothing of chess, fails on luck and never comes to an end of waiting."""

    def __init__(self) -> None:
        self.goes_on = Event()
        self.told: list[tuple[str, list[Turn], int]] = []

    def stream(
        self, question: str, history: Sequence[Turn] = (), *, first_number: int = 1, **_: object
    ) -> Iterator[Step]:
        self.told.append((question, list(history), first_number))
        whole = answer(first_number)
        yield Claimed(whole.claims[0], whole.citations)
        yield Written("It is")
        if "wait" in question:
            self.goes_on.wait(5)
        if "luck" in question:
            raise LibraryBusy("wait until `footnote ingest` is done")
        if "model" in question:
            raise ModelTrouble("the model is not there")
        yield SILENCE if "chess" in question else whole


@pytest.fixture
def library() -> Library:
    return Scripted()


@pytest.fixture
def kept(tmp_path: Path) -> Keeper:
    return keeper(tmp_path)


def keeper(home: Path) -> Keeper:
    """As a process of its own has it."""
    return Keeper(lambda: Conversations(Database(home)))


def asked(conversation: Conversation, library: Library, *questions: str) -> Conversation:
    for question in questions:
        conversation.ask(question, lambda: library)
        conversation.exchanges[-1].job.wait(5)
    return conversation


def waiting(kept: Keeper, library: Library) -> Conversation:
    """With an answer under way of which something is written."""
    conversation = Conversation(keeper=kept)
    conversation.ask("Can it wait?", lambda: library)
    while not conversation.exchanges[0].job.underway.text:
        conversation.exchanges[0].job.wait(0.01)
    return conversation


def outcomes(conversation: Conversation) -> list[object]:
    return [exchange.job.wait(5) for exchange in conversation.exchanges]


def reloaded(conversation: Conversation, home: Path) -> Conversation:
    """The conversation as another process finds it, when all that was to be kept is."""
    conversation.keeper.read(conversation.id)
    found, notice = restored(conversation.id, keeper(home))
    assert notice is None
    return found


def test_a_conversation_is_there_again_with_every_outcome(kept: Keeper, library: Library, tmp_path: Path) -> None:
    conversation = asked(Conversation(keeper=kept), library, "Is it open?", "And chess?", "Any luck?")

    again = reloaded(conversation, tmp_path)

    assert [(each.number, each.question) for each in again.exchanges] == [
        (1, "Is it open?"),
        (2, "And chess?"),
        (3, "Any luck?"),
    ]
    assert (
        outcomes(again)
        == outcomes(conversation)
        == [answer(1), SILENCE, Failed("wait until `footnote ingest` is done")]
    )


def test_what_was_written_before_it_was_stopped_is_kept(kept: Keeper, library: Library, tmp_path: Path) -> None:
    conversation = waiting(kept, library)
    conversation.stop()

    again = reloaded(conversation, tmp_path)

    assert outcomes(again) == [Stopped("It is", answer(1).claims, answer(1).citations)]
    assert again.exchanges[0].citations == answer(1).citations
    library.goes_on.set()


def test_what_was_stopped_is_shown_with_the_numbers_that_it_is_kept_with(
    kept: Keeper, library: Library, tmp_path: Path
) -> None:
    one = waiting(kept, library)
    other = asked(reloaded(one, tmp_path), library, "Is it open?")
    one.stop()

    assert outcomes(other)[-1] == answer(1)
    assert outcomes(one) == [Stopped("It is", answer(2).claims, answer(2).citations)]
    assert outcomes(reloaded(one, tmp_path)) == [*outcomes(one), answer(1)]
    library.goes_on.set()


def test_stopping_waits_for_no_disk(kept: Keeper, library: Library) -> None:
    conversation, disk = waiting(kept, library), Event()
    kept.soon(lambda _: disk.wait(5))

    conversation.stop()

    assert conversation.exchanges[0].job.outcome is None
    disk.set()
    assert outcomes(conversation) == [Stopped("It is", answer(1).claims, answer(1).citations)]
    library.goes_on.set()


def test_whom_a_question_was_asked_is_kept_and_that_another_may_do_better(
    kept: Keeper, library: Library, tmp_path: Path
) -> None:
    conversation = Conversation(keeper=kept)
    conversation.ask("What does the model say?", lambda: library, model="openai:gpt")
    conversation.exchanges[0].job.wait(5)

    again = reloaded(conversation, tmp_path)

    assert again.exchanges[0].model == "openai:gpt"
    assert outcomes(again) == [Failed("the model is not there", of_answerer=True)]


def test_a_reply_on_its_way_goes_on_for_a_page_loaded_anew_and_is_interrupted_for_another_process(
    kept: Keeper, library: Library, tmp_path: Path
) -> None:
    conversation = Conversation(keeper=kept)
    conversation.ask("Can it wait?", lambda: library)

    again, _ = restored(conversation.id, kept)
    elsewhere = reloaded(conversation, tmp_path)
    library.goes_on.set()

    assert outcomes(elsewhere) == [INTERRUPTED]
    assert again.exchanges[0].job is conversation.exchanges[0].job
    assert outcomes(again) == [answer(1)]


def test_a_restored_conversation_goes_on_where_it_was(kept: Keeper, library: Library, tmp_path: Path) -> None:
    again = reloaded(asked(Conversation(keeper=kept), library, "Is it open?"), tmp_path)

    asked(again, library, "Since when?")

    assert library.told[-1] == ("Since when?", [Turn("Is it open?", "The bridge is closed.[1]", ("bridge",))], 2)
    assert outcomes(reloaded(again, tmp_path)) == [answer(1), answer(2)]


def test_two_pages_on_one_conversation_lose_no_turn_and_use_no_number_twice(
    kept: Keeper, library: Library, tmp_path: Path
) -> None:
    one = asked(Conversation(keeper=kept), library, "Is it open?")
    other = reloaded(one, tmp_path)

    asked(one, library, "Since when?")
    asked(other, library, "Until when?")

    assert outcomes(other)[-1] == answer(3)
    assert outcomes(reloaded(one, tmp_path)) == [answer(1), answer(2), answer(3)]


def test_a_question_asked_again_leaves_no_trace_of_its_failure(kept: Keeper, library: Library, tmp_path: Path) -> None:
    conversation = asked(Conversation(keeper=kept), library, "Any luck?")
    conversation.again(1, lambda: library)
    conversation.without(2, "luck", lambda: library)
    outcomes(conversation)

    again = reloaded(conversation, tmp_path)

    assert [(each.question, each.ignored) for each in again.exchanges] == [("Any luck?", ("luck",))]


def test_an_edited_question_is_a_new_one_at_the_end_and_says_where_it_is_from(
    kept: Keeper, library: Library, tmp_path: Path
) -> None:
    conversation = asked(Conversation(keeper=kept), library, "Is it open?", "And chess?")
    conversation.edited(1, "Is it closed?", lambda: library)
    conversation.edited(2, "And chess?", lambda: library)
    outcomes(conversation)

    again = reloaded(conversation, tmp_path)

    for each in (conversation, again):
        assert [exchange.question for exchange in each.exchanges] == [
            "Is it open?",
            "And chess?",
            "Is it closed?",
            "And chess?",
        ]
        said = [origin(exchange, each) for exchange in each.exchanges]
        assert said == [None, None, "Edited from question 1", "Question 2, asked again"]


def test_an_edited_question_keeps_only_the_chips_whose_words_it_has(kept: Keeper, library: Library) -> None:
    conversation = Conversation(keeper=kept)
    conversation.ask("What did the Gazette say in March?", lambda: library, ("March", "the Gazette"))

    conversation.edited(1, "What did the Gazette say?", lambda: library)

    assert conversation.exchanges[-1].ignored == ("the Gazette",)


def test_reading_neither_hides_nor_makes_trouble_of_what_was_not_kept(library: Library, tmp_path: Path) -> None:
    home = tmp_path / "unplugged"
    conversation = asked(Conversation(keeper=keeper(home)), library, "Is it open?")
    trouble = conversation.keeper.trouble
    home.mkdir()

    assert conversation.keeper.read(conversation.id) is None
    assert trouble
    assert conversation.keeper.trouble == trouble


def test_an_id_that_nothing_is_kept_under_begins_a_new_conversation(kept: Keeper, tmp_path: Path) -> None:
    conversation, notice = restored("0" * 32, kept)

    assert (conversation.exchanges, notice) == ([], UNKNOWN)
    assert conversation.id != "0" * 32
    assert not list(tmp_path.iterdir())


def test_questions_are_answered_where_nothing_can_be_kept_and_it_is_said(library: Library, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database" * 1000)
    damaged = keeper(tmp_path)

    conversation = asked(Conversation(keeper=damaged), library, "Is it open?", "Since when?")

    assert outcomes(conversation) == [answer(1), answer(2)]
    assert "it is damaged; put a copy from a backup in its place" in damaged.trouble
    assert restored(conversation.id, keeper(tmp_path))[1] == damaged.trouble


@contextmanager
def unwritable(home: Path) -> Iterator[None]:
    """Where conversations are kept, nothing can be kept for a while."""
    stores = Stores(home)
    stores.do("ALTER TABLE turns RENAME TO away")
    yield
    stores.do("ALTER TABLE away RENAME TO turns")


def test_what_could_not_be_kept_is_kept_as_soon_as_that_is_possible_in_its_order(
    kept: Keeper, library: Library, tmp_path: Path
) -> None:
    conversation = asked(Conversation(keeper=kept), library, "Is it open?")
    with unwritable(tmp_path):
        asked(conversation, library, "Since when?", "And chess?")
        conversation.exchanges[1].opinions.mark(2, Mark(Finding.CHECKED))
        conversation.exchanges[1].opinions.settle(5)
        assert kept.trouble == conversation.exchanges[1].opinions.trouble(2)
        assert restored(conversation.id, kept)[0].exchanges == conversation.exchanges

    asked(conversation, library, "Until when?")

    again = reloaded(conversation, tmp_path)
    assert [each.question for each in again.exchanges] == ["Is it open?", "Since when?", "And chess?", "Until when?"]
    assert outcomes(again) == outcomes(conversation) == [answer(1), answer(2), SILENCE, answer(3)]
    assert again.exchanges[1].opinions.marks == {2: Mark(Finding.CHECKED)}
    assert kept.trouble is conversation.exchanges[1].opinions.trouble(2) is None


def test_what_is_owed_is_kept_though_nothing_more_is_asked(
    kept: Keeper, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.keeping.AGAIN_AFTER_SECONDS", 0)
    conversation = asked(Conversation(keeper=kept), library, "Is it open?")
    with unwritable(tmp_path):
        asked(conversation, library, "Since when?")

    kept.try_again()

    assert outcomes(reloaded(conversation, tmp_path)) == [answer(1), answer(2)]


def test_numbers_that_others_took_before_a_reply_could_be_kept_are_shown_as_they_are_kept(
    kept: Keeper, library: Library, tmp_path: Path
) -> None:
    one = asked(Conversation(keeper=kept), library, "Is it open?")
    other = reloaded(one, tmp_path)
    with unwritable(tmp_path):
        asked(one, library, "Since when?")
    asked(other, library, "Until when?")

    asked(one, library, "And chess?")
    take_in(one, kept.read(one.id), kept)

    assert outcomes(one) == [answer(1), answer(2), answer(3), SILENCE]


def test_a_turn_that_could_not_be_begun_is_kept_with_its_answer_once_that_is_possible(
    library: Library, tmp_path: Path
) -> None:
    home = tmp_path / "unplugged"
    conversation = Conversation(keeper=keeper(home))
    conversation.ask("Can it wait?", lambda: library)
    while not conversation.keeper.trouble:
        conversation.exchanges[0].job.wait(0.01)
    home.mkdir()
    library.goes_on.set()

    assert outcomes(conversation) == outcomes(reloaded(conversation, home)) == [answer(1)]
    assert conversation.keeper.trouble is None


def test_a_conversation_is_not_written_on_in_a_newer_file(kept: Keeper, library: Library, tmp_path: Path) -> None:
    conversation = asked(Conversation(keeper=kept), library, "Is it open?")
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("UPDATE footnote_version SET version = 999")

    assert "newer version of Footnote" in restored(conversation.id, keeper(tmp_path))[1]


# The address


@pytest.mark.parametrize("link", [Link("a1"), Link("a1", 3), Link("a1", 0, "0" * 16, 7)])
def test_an_address_leads_back_to_where_it_was_made(link: Link) -> None:
    assert read_link(query_of(link)) == link


@pytest.mark.parametrize(("named", "found"), [("a1f0", "a1f0"), ("", None), ("../x", None), ("a" * 65, None)])
def test_a_conversation_in_the_address_is_one_or_none(named: str, found: str | None) -> None:
    assert read_conversation({"conversation": named}) == found


def test_a_citation_in_the_address_opens_as_by_its_marker(kept: Keeper, library: Library) -> None:
    conversation = asked(Conversation(keeper=kept), library, "Is it open?", "Since when?")

    assert reading_of(2, conversation) == Reading("bridge", 2, exchange=2, number=2)
    assert reading_of(9, conversation) is None


# Citations of an article that has changed


def article(*texts: str) -> Article:
    return Article("bridge", BRIDGE, tuple(Paragraph(number, text) for number, text in enumerate(texts, start=1)))


def stands(*texts: str) -> tuple[int | None, str, str | None]:
    """Number, words marked there and what is said of them."""
    found = standing(QUOTE, article(*texts))
    words = found.paragraph.text[found.start : found.end] if found.paragraph else ""
    return (found.paragraph.number if found.paragraph else None), words, found.notice


def test_what_stands_as_it_was_cited_is_marked_without_a_word() -> None:
    assert stands("Before it.", CLOSED.text) == (2, QUOTE.text, None)


def test_a_paragraph_is_found_where_it_stands_now() -> None:
    number, words, notice = stands("Before it.", "New.", CLOSED.text)

    assert (number, words) == (3, QUOTE.text)
    assert "it was paragraph 2" in notice


def test_words_that_outlived_a_change_are_marked_and_the_change_is_said() -> None:
    assert stands("Before.", "Look: The bridge is closed. It is new.") == (2, QUOTE.text, REWORDED)
    assert stands("Look: The bridge is closed. It is new.") == (1, QUOTE.text, REWORDED)
    assert standing(QUOTE, article("The bridge is closed. It is new.")).shows_was


@pytest.mark.parametrize(
    ("texts", "number"),
    [
        (("Before.", "The bridge is open. It is old."), 2),
        (("Before.",), None),
        (("The bridge is closed. Yes.", "It is old.", "The bridge is closed. No."), 2),
    ],
)
def test_words_that_are_gone_are_said_to_be_gone(texts: tuple[str, ...], number: int | None) -> None:
    assert stands(*texts) == (number, "", GONE)


def test_a_description_that_has_changed_is_not_looked_for_among_the_paragraphs() -> None:
    line = replace(BRIDGE, title="Bridge open").line
    cited = Quote("bridge", BRIDGE, article().paragraph(0), 0, len(BRIDGE.line))
    changed = Article("bridge", replace(BRIDGE, title="Bridge open"), (Paragraph(1, BRIDGE.line),))

    found = standing(cited, changed)

    assert (found.paragraph.text, found.notice) == (line, GONE)


def test_an_article_that_was_removed_leaves_what_was_cited() -> None:
    found = standing(QUOTE, None)

    assert (found.paragraph, found.start, found.end, found.notice) == (CLOSED, 0, 21, REMOVED)


def test_limits_and_words_taken_as_written_are_there_again(kept: Keeper, library: Library, tmp_path: Path) -> None:
    limits = Filters(date(2024, 3, 1), None, ("The Post",), ("Ada Quill",), ("a1",))
    conversation = Conversation(keeper=kept)
    conversation.ask("Is it open?", lambda: library, limits=limits, as_written=True)
    conversation.exchanges[0].job.wait(5)

    again = reloaded(conversation, tmp_path)

    assert (again.limits, again.exchanges[0].limits, again.exchanges[0].as_written) == (limits, limits, True)
