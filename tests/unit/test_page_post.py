"""What components tell: each message is heard once, in its order, and what cannot be understood is passed over."""

from __future__ import annotations

import pytest

from ui.post import hear


def message(what: str, moved: float) -> dict[str, object]:
    return {"what": what, "moved": moved}


def test_what_is_told_again_is_done_once_and_what_came_later_too() -> None:
    done: list[object] = []
    heard: dict[str, float] = {}
    first, second = message("ask", 1), message("ask", 2)

    for messages in ([first], [first, second], [second]):
        hear("answer_1", {"messages": messages}, {"ask": done.append}, heard)

    assert done == [first, second]


def test_components_are_heard_each_by_itself() -> None:
    done: list[object] = []
    heard = {"answer_1": 4.0}

    for key in ("answer_1", "answer_2"):
        hear(key, {"messages": [message("ask", 3)]}, {"ask": done.append}, heard)

    assert (len(done), heard) == (1, {"answer_1": 4, "answer_2": 3})


def test_what_ends_the_hearing_leaves_the_others_to_be_told_again() -> None:
    heard: dict[str, float] = {}
    told = {"messages": [message("ask", 1), message("ask", 2)]}

    def ask(_: object) -> None:
        raise StopIteration

    with pytest.raises(StopIteration):
        hear("answer_1", told, {"ask": ask}, heard)

    assert heard == {"answer_1": 1}


@pytest.mark.parametrize(
    "told", [None, "ask", {"messages": "ask"}, {"messages": [{"what": "ask"}, {"what": "fly", "moved": 1}, 7]}]
)
def test_what_makes_no_sense_is_passed_over(told: object) -> None:
    done: list[object] = []

    hear("answer_1", told, {"ask": done.append}, {})

    assert done == []
