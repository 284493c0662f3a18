"""Conversations after a process was killed at work on them, and beside another one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from assistant.conversations.kept import State, Unanswered
from assistant.conversations.numbering import numbers
from tests.made import answer
from tests.stores import Stores

ROOT = Path(__file__).parents[2]


def begun(stores: Stores, what: str, said: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.integration.another", what, str(stores.home), stores.url or "", said]
    return subprocess.Popen(command, cwd=ROOT)


def killed(stores: Stores, what: str, said: str) -> bool:
    return begun(stores, what, said).wait(180) < 0


@pytest.mark.parametrize(
    ("what", "outcomes"),
    [
        ("ask", [answer(1)]),
        ("answer", [answer(1), Unanswered(State.INTERRUPTED)]),
        ("mark", [answer(1), answer(3)]),
    ],
)
def test_what_was_being_saved_is_there_whole_or_not_at_all(stores: Stores, what: str, outcomes: list[object]) -> None:
    assert killed(stores, "die_saving", what)

    again = stores.open()

    read = again.read("c1")
    assert [each.outcome for each in read.turns] == outcomes
    assert [dict(each.marks) for each in read.turns] == [{}] * len(outcomes)
    assert again.listed()[0].questions == len(outcomes)
    assert again.ask("c1", "t9", "Since when?") == read.next_number == sum(map(len, map(numbers, outcomes))) + 1


def test_two_processes_on_one_conversation_lose_nothing_of_each_other(stores: Stores) -> None:
    store = stores.open()
    store.answer("first", answer(store.ask("c1", "first", "Is it open?")))

    both = [begun(stores, "converse", name) for name in "ab"]

    assert [each.wait(180) for each in both] == [0, 0]
    first, *others = store.read("c1").turns
    assert sorted(each.id for each in others) == sorted(f"{name}{number}" for name in "ab" for number in range(10))
    assert sorted(number for each in others for number in numbers(each.outcome)) == list(range(3, 43))
    assert sorted(first.marks) == [*range(10), *range(100, 110)]
