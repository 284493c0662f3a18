"""Conversations written down as they happen and read back."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from assistant.conversations.kept import State, Unanswered
from assistant.conversations.numbering import numbered_after, numbers
from assistant.conversations.store import Conversations
from assistant.domain import Abstention, Answer
from tests.made import answer
from tests.stores import Stores

SILENCE = Abstention(answer().inquiry, "nothing is said of it")


def test_a_conversation_comes_back_as_it_was(kept: Conversations, stores: Stores) -> None:
    kept.ask("c1", "t1", "Is it open?")
    kept.answer("t1", answer(1))
    kept.ask("c1", "t2", "And the tunnel?", ignored=("The Post", "last week"))
    kept.answer("t2", SILENCE)

    read = stores.open().read("c1")

    assert read is not None
    assert [(each.id, each.question, each.outcome) for each in read.turns] == [
        ("t1", "Is it open?", answer(1)),
        ("t2", "And the tunnel?", SILENCE),
    ]
    assert read.turns[1].ignored == ("The Post", "last week")
    assert (read.name, read.next_number) == ("Is it open?", 3)
    assert read.created <= read.turns[0].asked <= read.changed <= datetime.now(UTC)


def test_a_question_under_way_is_interrupted_to_all_others(kept: Conversations, stores: Stores) -> None:
    kept.ask("c1", "t1", "Is it open?")

    assert kept.read("c1").turns[0].outcome == Unanswered(State.UNDERWAY)
    assert stores.open().read("c1").turns[0].outcome == Unanswered(State.INTERRUPTED)


BEGINNING = Unanswered(State.STOPPED, "The bridge", answer().claims[:1], answer().citations[:1])


@pytest.mark.parametrize(
    "outcome",
    [Unanswered(State.STOPPED, "The bridge"), Unanswered(State.FAILED, "It broke.", of_answerer=True)],
)
def test_what_was_not_answered_says_why(kept: Conversations, outcome: Unanswered) -> None:
    kept.ask("c1", "t1", "Is it open?")
    kept.leave("t1", outcome)
    kept.answer("t1", answer(1))  # it comes too late

    read = kept.read("c1")

    assert read.turns[0].outcome == outcome
    assert read.next_number == 1


def test_sentences_that_were_checked_before_an_answer_was_stopped_keep_their_citations(kept: Conversations) -> None:
    kept.ask("c1", "t1", "Is it open?", (), "openai:gpt")
    kept.ask("c1", "t2", "Is it old?")
    kept.answer("t2", answer(1))

    left = kept.leave("t1", BEGINNING)

    assert [numbers(BEGINNING), numbers(left), left.claims[0].citations] == [(1,), (3,), (3,)]
    assert [(each.outcome, each.answerer) for each in kept.read("c1").turns] == [
        (left, "openai:gpt"),
        (answer(1), None),
    ]
    assert kept.ask("c1", "t3", "Since when?") == 4


def test_a_question_asked_anew_takes_the_place_of_its_turn_and_none_of_its_numbers(kept: Conversations) -> None:
    kept.ask("c1", "t1", "Is it open?")
    kept.answer("t1", answer(1))

    first = kept.ask("c1", "t2", "Is it open?", ignored=("The Post",), instead_of="t1")

    assert first == 3
    assert [each.id for each in kept.read("c1").turns] == ["t2"]


def test_two_that_answer_at_the_same_time_use_no_number_twice(kept: Conversations, stores: Stores) -> None:
    other = stores.open()
    first, second = kept.ask("c1", "t1", "Is it open?"), other.ask("c1", "t2", "Is it old?")
    assert first == second == 1

    shown = other.answer("t2", answer(second)), kept.answer("t1", answer(first))

    assert [numbers(each) for each in shown] == [(1, 2), (3, 4)]
    assert shown[1].text == "The bridge is closed.[3] It is old.[4]"
    assert [each.outcome for each in kept.read("c1").turns] == [shown[1], shown[0]]
    assert kept.ask("c1", "t3", "Since when?") == 5


def test_many_that_go_on_with_one_conversation_lose_nothing(stores: Stores) -> None:
    four = [stores.open() for _ in range(4)]

    def converse(at: int) -> None:
        store = four[at % 4]
        for turn in range(5):
            first = store.ask("c1", f"{at}-{turn}", f"Question {turn} of {at}?")
            store.answer(f"{at}-{turn}", answer(first))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(converse, range(8)))

    read = four[0].read("c1")
    assert sorted(each.id for each in read.turns) == sorted(f"{at}-{turn}" for at in range(8) for turn in range(5))
    used = [number for each in read.turns for number in numbers(each.outcome)]
    assert sorted(used) == list(range(1, 81))


def test_a_name_is_the_first_question_cut_between_words(kept: Conversations) -> None:
    kept.ask("c1", "t1", "What  do the\narticles say " + "about the ferry to Osmund Island " * 5)

    assert kept.read("c1").name == "What do the articles say about the ferry to Osmund Island about the ferry to…"


def test_characters_that_no_database_keeps_cost_no_conversation(kept: Conversations) -> None:
    kept.ask("c1", "t1", "Is it\0 open \ud83d?", ignored=("\ud83d",))

    assert kept.read("c1").turns[0].question == "Is it open ??"


def test_looking_for_a_conversation_that_is_not_there_makes_nothing(kept: Conversations, stores: Stores) -> None:
    assert kept.read("c1") is None
    assert kept.listed() == kept.search("open") == ()
    assert not list(stores.home.iterdir())
    kept.ask("c2", "t1", "Is it open?")
    assert kept.read("c1") is None


def test_a_saved_reply_that_cannot_be_read_leaves_the_others(kept: Conversations, stores: Stores) -> None:
    for turn in ("t1", "t2"):
        kept.answer(turn, answer(kept.ask("c1", turn, "Is it open?")))
    stores.do("UPDATE turns SET reply = replace(reply, 'It is old.', 'It is new.') WHERE id = 't1'")

    first, second = kept.read("c1").turns

    assert first.outcome.state is State.FAILED
    assert "citations[0]" in first.outcome.words
    assert isinstance(second.outcome, Answer)


# Numbers


def test_numbers_that_are_free_stay() -> None:
    assert numbered_after(answer(5), 4) == answer(5)
    assert numbered_after(answer(1), 4) == answer(5)
    assert numbered_after(SILENCE, 4) is SILENCE
