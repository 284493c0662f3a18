"""The list of conversations, what others do to the open one, and what is drawn of a long one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from assistant.conversations.database import FILE, Database
from assistant.conversations.kept import ConversationSummary, Mark, State, Unanswered
from assistant.conversations.store import Conversations
from assistant.errors import ConversationsUnusable
from tests.made import answer
from ui.conversation import Conversation, Exchange
from ui.conversations_data import Results, list_data, results_data, span
from ui.conversations_list import cited
from ui.elsewhere import follow
from ui.jobs import Job
from ui.keeping import Keeper
from ui.known_conversations import Known, KnownConversations
from ui.restored import restored
from ui.unanswered import INTERRUPTED
from ui.visit import Visit
from ui.window import AT_ONCE, MOST, Window

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
TODAY = date(2026, 11, 26)


@pytest.fixture
def store(tmp_path: Path) -> Conversations:
    """As another process has it."""
    return Conversations(Database(tmp_path))


@pytest.fixture
def keeper(tmp_path: Path) -> Keeper:
    return Keeper(lambda: Conversations(Database(tmp_path)))


def answered(store: Conversations, turn_id: str, question: str = "Is it open?") -> None:
    store.answer(turn_id, answer(store.ask("c1", turn_id, question)))


def opened(keeper: Keeper) -> Conversation:
    found, notice = restored("c1", keeper)
    assert notice is None
    return found


def follows(conversation: Conversation) -> bool:
    """Whether something can be seen of what was done elsewhere."""
    conversations = KnownConversations(conversation.keeper)
    return follow(conversation, conversations.look_now(), conversations)


def questions(conversation: Conversation) -> list[str]:
    return [each.question for each in conversation.exchanges]


# The list


def summary(name: str, days: int, **more: object) -> ConversationSummary:
    changed = NOON - timedelta(days=days)
    return ConversationSummary(name, name, changed, changed, 2, **more)


@pytest.mark.parametrize(
    ("changed", "label"),
    [
        (date(2026, 11, 27), "Today"),
        (TODAY, "Today"),
        (date(2026, 11, 25), "Yesterday"),
        (date(2026, 11, 19), "Previous 7 days"),
        (date(2026, 11, 18), "November"),
        (date(2025, 11, 18), "November 2025"),
    ],
)
def test_conversations_stand_under_their_days(changed: date, label: str) -> None:
    assert span(changed, TODAY) == label


def test_the_open_conversation_is_listed_wherever_it_stands() -> None:
    there = tuple(summary(f"c{days}", days) for days in range(40))

    data = list_data(Known("", there, (summary("gone", 1, deleted=NOON),)), "c39", 12, TODAY)

    names = [item["name"] for group in data["groups"] for item in group["items"]]
    assert names == [*(f"c{days}" for days in range(12)), "c39"]
    assert (data["more"], data["open"]) == (27, "c39")
    assert data["groups"][0]["items"][0]["when"] == "2 questions, today"
    assert data["deleted"][0]["removed"] == "Deleted today"


def test_what_was_found_is_told_in_pieces_with_the_words_marked(store: Conversations) -> None:
    answered(store, "t1", "Is the 🚢 open?")
    store.rename("c1", "Open\nsea")

    data = results_data(Results("open", store.search("open")), TODAY)

    [found] = data["found"]
    assert found["named"] == [{"text": "Open", "marked": True}, {"text": " sea", "marked": False}]
    assert [each["text"] for each in found["hits"][0]["runs"]] == ["Is the 🚢 ", "open", "?"]
    assert data["note"] == "1 conversation found"
    assert results_data(Results("x", ()), TODAY)["note"] == "No conversation has these words."


def test_words_of_an_answer_that_quotes_lead_to_the_quote(store: Conversations, keeper: Keeper) -> None:
    answered(store, "t1")
    [exchange] = opened(keeper).exchanges
    last = exchange.citations[-1]

    assert cited(exchange, None, last.quote.text[1:]) == last.number
    assert cited(exchange, 7, "") == 7
    assert cited(exchange, None, None) is None


def test_the_list_is_read_again_only_when_somebody_has_written(store: Conversations, keeper: Keeper) -> None:
    answered(store, "t1")
    conversations = KnownConversations(keeper)
    first = conversations.look(5)
    assert conversations.look_now() is first

    store.rename("c1", "The bridge")

    assert [each.name for each in conversations.look_now().conversations] == ["The bridge"]


def test_a_list_that_cannot_be_read_says_why_and_the_page_is_not_held_up(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database" * 1000)
    goes_on = Event()
    conversations = KnownConversations(Keeper(lambda: goes_on.wait(5) and Conversations(Database(tmp_path))))

    assert conversations.look() is None
    goes_on.set()

    with pytest.raises(ConversationsUnusable, match="put a copy from a backup in its place"):
        conversations.look(5)


# What others do to the open conversation


def test_a_question_asked_elsewhere_appears_in_its_place(store: Conversations, keeper: Keeper) -> None:
    answered(store, "t1")
    here = opened(keeper)
    assert not follows(here)

    answered(store, "t2", "Since when?")

    assert follows(here)
    assert questions(here) == ["Is it open?", "Since when?"]
    assert [each.number for each in here.exchanges[1].citations] == [3, 4]
    assert not follows(here)


def test_a_question_being_answered_elsewhere_is_waited_for(store: Conversations, keeper: Keeper) -> None:
    answered(store, "t1")
    here = opened(keeper)
    first_number = store.ask("c1", "t2", "Since when?")

    assert follows(here)
    job = here.exchanges[1].job
    assert (job.outcome, job.underway.elsewhere) == (None, True)
    store.answer("t2", answer(first_number))
    follows(here)

    assert job.outcome == answer(3)


def test_what_was_interrupted_when_it_was_opened_is_shown_once_it_is_answered(
    store: Conversations, keeper: Keeper
) -> None:
    first_number = store.ask("c1", "t1", "Is it open?")
    here = opened(keeper)
    assert here.exchanges[0].job.outcome is INTERRUPTED

    store.answer("t1", answer(first_number))

    assert follows(here)
    assert here.exchanges[0].job.outcome == answer(1)


def test_a_question_asked_again_elsewhere_gives_way_and_a_marked_one_stays(
    store: Conversations, keeper: Keeper
) -> None:
    store.ask("c1", "lost", "Any luck?")
    store.leave("lost", Unanswered(State.FAILED, "the model is not there"))
    answered(store, "marked", "Is it open?")
    store.mark("marked", 1, Mark(note="See the map."))
    here = opened(keeper)

    store.ask("c1", "t3", "Any luck?", instead_of="lost")
    store.ask("c1", "t4", "Is it open?", instead_of="marked")

    assert follows(here)
    assert [each.turn_id for each in here.exchanges] == ["marked", "t3", "t4"]
    assert [each.edited_from for each in here.exchanges] == [None, None, "marked"]


def test_a_question_replaced_here_does_not_come_back_before_its_successor_is_kept(
    store: Conversations, keeper: Keeper
) -> None:
    answered(store, "t1")
    here = opened(keeper)
    here.exchanges[:] = [Exchange(2, "Is it open?", Job.ended_with(INTERRUPTED), turn_id="t2")]
    here.replaced["t1"] = "t2"
    answered(store, "t0", "Since when?")

    follows(here)
    assert [each.turn_id for each in here.exchanges] == ["t0", "t2"]
    store.mark("t1", 1, Mark(note="See the map."))
    store.ask("c1", "t2", "Is it open?", instead_of="t1")
    follows(here)

    assert [each.turn_id for each in here.exchanges] == ["t1", "t0", "t2"]


def test_what_is_asked_here_and_not_kept_yet_stays_last(store: Conversations, keeper: Keeper) -> None:
    answered(store, "t1")
    here = opened(keeper)
    answered(store, "t2", "Since when?")
    here.exchanges.append(Exchange(2, "Why?", Job.ended_with(INTERRUPTED), turn_id="mine"))
    here.asked = 2

    follows(here)

    assert questions(here) == ["Is it open?", "Since when?", "Why?"]
    assert len({each.number for each in here.exchanges}) == 3


def test_a_conversation_deleted_elsewhere_says_so_and_goes_on(store: Conversations, keeper: Keeper) -> None:
    answered(store, "t1")
    here = opened(keeper)

    store.delete("c1")
    assert follows(here)
    assert here.deleted is not None
    assert questions(here) == ["Is it open?"]

    answered(store, "t2", "Since when?")
    assert follows(here)
    assert here.deleted is None


def test_a_conversation_purged_elsewhere_leaves_what_is_shown(
    store: Conversations, keeper: Keeper, tmp_path: Path
) -> None:
    answered(store, "t1")
    here = opened(keeper)
    conversations = KnownConversations(keeper)

    assert follow(here, Known("", (), ()), conversations)
    assert not follow(here, Known("", (), ()), conversations)
    assert (here.deleted is not None, questions(here)) == (True, ["Is it open?"])


# A long conversation


def test_the_last_questions_are_drawn_and_earlier_ones_in_steps() -> None:
    window = Window()
    blocks = list(window.blocks(205))
    assert [(each.first, each.end) for each in blocks if each.is_drawn] == [(180, 200), (200, 205)]
    assert [(each.first, each.end) for each in blocks if each.earlier and not each.is_drawn] == [(160, 180)]
    assert (blocks[0].first, blocks[0].end) == (0, 20)

    window.show(170, 205)

    assert [each.number for each in window.blocks(205) if each.is_drawn] == [8, 9, 10]
    assert [each.number for each in window.blocks(205) if each.earlier and not each.is_drawn] == [7]


@pytest.mark.parametrize(("count", "drawn"), [(0, 0), (1, 1), (20, 20), (29, 29), (30, 10), (200, 20), (210, 10)])
def test_a_long_conversation_is_opened_with_half_a_block_at_least(count: int, drawn: int) -> None:
    assert sum(each.end - each.first for each in Window().blocks(count) if each.is_drawn) == drawn


def test_a_question_found_far_back_is_drawn_without_all_that_follow() -> None:
    window = Window()
    window.show(42, 200)

    blocks = list(window.blocks(200))
    assert [(each.first, each.end) for each in blocks if each.is_drawn] == [(40, 60), (180, 200)]
    assert [(each.first, each.is_drawn) for each in blocks if each.later] == [(60, False)]


def test_what_is_drawn_keeps_its_place_until_there_is_too_much_of_it() -> None:
    window = Window()
    assert [window.begins(count) for count in (0, 1, AT_ONCE, MOST)] == [0, 0, 0, 0]
    assert window.begins(MOST + 1) == 1
    assert window.begins(AT_ONCE) == 0


def test_another_conversation_lets_what_is_kept_be_answered_and_stops_what_is_not(keeper: Keeper) -> None:
    def left_by_another(kept: Keeper | None) -> Job:
        job = Job.elsewhere()
        Visit(Conversation([Exchange(1, "Can it wait?", job)], keeper=kept)).start_anew()
        return job

    assert left_by_another(keeper).outcome is None
    assert left_by_another(None).outcome is not None
