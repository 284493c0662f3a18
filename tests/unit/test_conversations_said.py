"""What people say of replies, what they edit and what they delete: nothing of it is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.conversations.kept import Feedback, Finding, KeptTurn, Mark, State, Unanswered
from assistant.conversations.opinions import merged
from assistant.conversations.store import Conversations
from assistant.errors import Misuse, NotKept
from tests.made import answer
from tests.stores import Stores

CHECKED = Mark(Finding.CHECKED)
DOUBTED = Mark(Finding.DOES_NOT_SUPPORT, "It says that it was closed.")


def answered(kept: Conversations, turn_id: str = "t1", conversation_id: str = "c1") -> None:
    kept.answer(turn_id, answer(kept.ask(conversation_id, turn_id, "Is it open?")))


def turns(kept: Conversations, conversation_id: str = "c1") -> tuple[KeptTurn, ...]:
    read = kept.read(conversation_id)
    assert read is not None
    return read.turns


def names(kept: Conversations) -> list[str]:
    return [each.name for each in kept.listed()]


# Whether anybody has written


def test_whoever_looks_again_learns_whether_anything_was_written(kept: Conversations, stores: Stores) -> None:
    answered(kept)
    other = stores.open()
    seen, other_seen = kept.generation(), other.generation()
    assert [names(each) for each in (kept, other)] == [["Is it open?"]] * 2
    assert (kept.generation(), other.generation()) == (seen, other_seen)

    other.rename("c1", "The bridge")

    assert kept.generation() != seen
    assert other.generation() != other_seen


# Marks


def test_a_mark_is_kept_changed_and_taken_back(kept: Conversations, stores: Stores) -> None:
    answered(kept)
    kept.mark("t1", 1, CHECKED)
    kept.mark("t1", 2, Mark(note="Ask\0 the harbour."))
    assert turns(stores.open())[0].marks == {1: CHECKED, 2: Mark(note="Ask the harbour.")}

    kept.mark("t1", 1, DOUBTED)
    kept.mark("t1", 2, None)

    assert turns(stores.open())[0].marks == {1: DOUBTED}


def test_a_mark_that_says_nothing_is_none(kept: Conversations) -> None:
    answered(kept)
    kept.mark("t1", 1, CHECKED)
    kept.mark("t1", 1, Mark(note=" "))

    assert turns(kept)[0].marks == {}


@pytest.mark.parametrize(
    ("kept_by_then", "said", "result"),
    [
        ("Call him.", "Call her.", "Call him.\nCall her."),
        ("Call him. He is away.", "Call him. Or her?", "Call him. He is away.\nOr her?"),
        ("Call him. He is away.", "Call him.", "Call him. He is away."),
        ("Call him.", "Call him. Or her?", "Call him. Or her?"),
        ("", "Call him. Or her?", "Or her?"),
    ],
)
def test_notes_that_two_write_on_one_citation_in_the_same_moment_are_both_kept(
    kept: Conversations, stores: Stores, kept_by_then: str, said: str, result: str
) -> None:
    seen = Mark(note="Call him." if said.startswith("Call him.") else "")
    answered(kept)
    kept.mark("t1", 1, seen)
    kept.mark("t1", 1, Mark(Finding.CHECKED, kept_by_then))

    found = stores.open().mark("t1", 1, Mark(None, said), seen)

    assert turns(kept)[0].marks == {1: found} == {1: Mark(Finding.CHECKED, result)}


def test_many_that_mark_the_same_reply_lose_nothing(kept: Conversations, stores: Stores) -> None:
    answered(kept)
    three = [stores.open() for _ in range(3)]

    def check(number: int) -> None:
        three[number % 3].mark("t1", number, Mark(Finding.CHECKED, f"by {number}"))
        three[number % 3].mark("t1", 99, Mark(note=f"by {number}"))

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(check, range(1, 19)))

    marks = dict(turns(kept)[0].marks)
    assert marks.pop(99).note in {f"by {number}" for number in range(1, 19)}
    assert marks == {number: Mark(Finding.CHECKED, f"by {number}") for number in range(1, 19)}


# Feedback


def test_feedback_is_kept_with_the_reply(kept: Conversations, stores: Stores) -> None:
    answered(kept)
    given = Feedback(helpful=False, comment="Not what I asked.", wrong_passages=(2,))

    assert kept.give_feedback("t1", given) == given
    assert turns(stores.open())[0].feedback == given
    kept.give_feedback("t1", Feedback())
    assert turns(kept)[0].feedback == Feedback()


def test_two_that_give_feedback_at_once_keep_what_each_has_changed(kept: Conversations, stores: Stores) -> None:
    answered(kept)
    seen = kept.give_feedback("t1", Feedback(wrong_passages=(1,)))
    kept.give_feedback("t1", Feedback(helpful=True, wrong_passages=(1, 2)), seen)

    stays = stores.open().give_feedback("t1", Feedback(comment="Good."), seen)

    assert stays == turns(kept)[0].feedback == Feedback(helpful=True, comment="Good.", wrong_passages=(2,))


def test_feedback_that_changes_nothing_leaves_all_that_is_kept() -> None:
    kept, seen = Feedback(helpful=True, comment="Good.", wrong_passages=(3,)), Feedback(comment="Go")

    assert merged(kept, seen, seen) == kept


def test_what_is_said_of_a_reply_that_is_gone_is_not_lost_in_silence(kept: Conversations) -> None:
    answered(kept)

    with pytest.raises(NotKept, match="not kept any more"):
        kept.mark("t9", 1, CHECKED)
    with pytest.raises(NotKept, match="not kept any more"):
        kept.give_feedback("t9", Feedback(helpful=True))


# Questions asked again


def test_an_edited_question_is_a_turn_of_its_own_that_says_where_it_came_from(kept: Conversations) -> None:
    answered(kept)
    first = kept.ask("c1", "t2", "Is it open today?", edited_from="t1")

    assert first == 3
    assert [(each.id, each.edited_from) for each in turns(kept)] == [("t1", None), ("t2", "t1")]


def test_a_question_asked_again_keeps_the_note_of_what_it_was_edited_from(kept: Conversations) -> None:
    answered(kept)
    kept.ask("c1", "t2", "Is it open today?", edited_from="t1")
    kept.leave("t2", Unanswered(State.FAILED, "It broke."))

    kept.ask("c1", "t3", "Is it open today?", instead_of="t2")

    assert [(each.id, each.edited_from) for each in turns(kept)] == [("t1", None), ("t3", "t1")]


@pytest.mark.parametrize(
    "said", [CHECKED, Feedback(helpful=True), Feedback(wrong_passages=(1,)), Feedback(comment="?")]
)
def test_a_reply_of_which_something_was_said_is_not_replaced(kept: Conversations, said: Mark | Feedback) -> None:
    answered(kept)
    if isinstance(said, Mark):
        kept.mark("t1", 1, said)
    else:
        kept.give_feedback("t1", said)

    kept.ask("c1", "t2", "Is it open?", instead_of="t1")

    assert [(each.id, each.edited_from) for each in turns(kept)] == [("t1", None), ("t2", "t1")]
    assert kept.listed()[0].questions == 2


# The list


def test_conversations_are_listed_with_what_changed_last_first(kept: Conversations, stores: Stores) -> None:
    answered(kept, "t1", "c1")
    kept.ask("c2", "t2", "Where is the ferry?")
    kept.ask("c1", "t3", "And the tunnel?")

    first, second = stores.open().listed()

    assert [(first.id, first.name, first.questions), (second.id, second.questions)] == [
        ("c1", "Is it open?", 2),
        ("c2", 1),
    ]
    assert first.created < second.created <= second.changed <= first.changed
    kept.ask("c2", "t4", "Where is the ferry?", instead_of="t2")
    assert [(each.id, each.questions) for each in kept.listed()] == [("c2", 1), ("c1", 2)]


def test_a_conversation_is_renamed_where_it_stands_in_the_list(kept: Conversations) -> None:
    answered(kept, "t1", "c1")
    answered(kept, "t2", "c2")

    kept.rename("c1", " The bridge,\n  again\0 ")

    assert names(kept) == ["Is it open?", "The bridge, again"]
    with pytest.raises(Misuse, match="needs a name"):
        kept.rename("c1", " ")
    with pytest.raises(NotKept, match="no conversation is kept as c9"):
        kept.rename("c9", "Anything")


# Deleting


def test_what_is_deleted_is_away_until_it_is_brought_back_whole(kept: Conversations, stores: Stores) -> None:
    answered(kept)
    kept.mark("t1", 1, CHECKED)

    kept.delete("c1")

    assert kept.listed() == kept.search("open") == ()
    [waiting] = stores.open().deleted()
    assert waiting.deleted == kept.read("c1").deleted is not None
    stores.open().undelete("c1")
    assert (names(kept), kept.deleted()) == (["Is it open?"], ())
    assert turns(kept)[0].marks == {1: CHECKED}


def test_all_or_none_are_deleted(kept: Conversations) -> None:
    answered(kept)

    with pytest.raises(NotKept, match="no conversation is kept as c9"):
        kept.delete("c1", "c9")

    assert names(kept) == ["Is it open?"]


def test_a_question_in_another_tab_brings_back_what_was_deleted(kept: Conversations, stores: Stores) -> None:
    answered(kept)
    kept.delete("c1")

    first = stores.open().ask("c1", "t2", "Since when?")

    assert (first, names(kept)) == (3, ["Is it open?"])


def test_an_answer_that_comes_after_its_conversation_was_deleted_is_there_when_it_is_brought_back(
    kept: Conversations,
) -> None:
    kept.ask("c1", "t1", "Is it open?")
    kept.delete("c1")
    kept.answer("t1", answer(1))
    assert kept.listed() == ()
    kept.undelete("c1")

    assert turns(kept)[0].outcome == answer(1)


def test_what_was_deleted_long_ago_is_purged_with_all_that_belongs_to_it(kept: Conversations, stores: Stores) -> None:
    for name in ("old", "new", "there"):
        answered(kept, f"t-{name}", name)
        kept.mark(f"t-{name}", 1, CHECKED)
    kept.delete("old", "new")
    stores.do("UPDATE conversations SET deleted = '2025-01-01 00:00:00.000000' WHERE id = 'old'")

    later = stores.open()

    assert [each.id for each in later.deleted()] == ["new"]
    assert later.read("old") is None
    with pytest.raises(NotKept):
        later.undelete("old")
    counts = [stores.do(f"SELECT count(*) FROM {table}") for table in ("turns", "marks", "searched")]  # noqa: S608
    assert counts == [[(2,)]] * 3
