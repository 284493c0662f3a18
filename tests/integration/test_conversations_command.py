"""Conversations in the terminal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.conversations.database import Database
from assistant.conversations.kept import Feedback, Finding, Mark, State, Unanswered
from assistant.conversations.store import Conversations
from assistant.domain import Abstention
from assistant.restoring import reply_from
from tests.made import answer
from tests.terminal import Footnote, Ran


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Two conversations: one with an answer of which something was said, and questions without; one with a question."""
    store = Conversations(Database(tmp_path))
    store.answer("t1", answer(store.ask("bridge", "t1", "Is it open?")))
    store.mark("t1", 1, Mark(Finding.DOES_NOT_SUPPORT, "It was closed in May."))
    store.give_feedback("t1", Feedback(helpful=False, comment="Old news.", wrong_passages=(2,)))
    store.ask("bridge", "t2", "Is it open today?", edited_from="t1")
    store.answer("t2", Abstention(answer().inquiry, "no article says so"))
    store.ask("bridge", "t3", "And the tunnel?")
    store.leave("t3", Unanswered(State.STOPPED, "The tunn", answer().claims[:1], answer().citations[:1]))
    store.ask("bridge", "t4", "And the ferry?")
    store.ask("ferry", "t5", "Where is the ferry of Łeba?")
    store.close()
    return tmp_path


@pytest.fixture
def run(footnote: Footnote, home: Path) -> Any:
    def run(*words: object) -> Ran:
        return footnote("conversations", *words, "--home", home)

    return run


def test_conversations_are_listed_renamed_removed_and_put_back(run: Any) -> None:
    assert [(each["id"], each["questions"]) for each in run("list", "--json").json] == [("ferry", 1), ("bridge", 4)]
    assert run("rename", "bridge", "The bridge").out == "renamed\n"
    assert "  The bridge  4 questions" in run("list").out

    removed = run("remove", "bridge", "ferry", "bridge")

    assert (removed.out, "for 30 days `footnote conversations restore`" in removed.err) == ("2 removed\n", True)
    assert (run("list").out, len(run("list", "--removed", "--json").json)) == ("", 2)
    assert run("show", "bridge", "--json").json["removed"]
    assert run("restore", "bridge", "--json").json == {"restored": ["bridge"]}
    assert [each["name"] for each in run("list", "--json").json] == ["The bridge"]


def test_a_conversation_is_shown_with_its_citations_and_what_was_said_of_them(run: Any) -> None:
    said = run("show", "bridge").out

    for line in (
        "The bridge is closed.[1] It is old.[2]",
        "[1] “Bridge closed”, 4 May 2025, paragraph 2",
        "    does not support: It was closed in May.",
        "Feedback: not helpful; wrong passage: [2]; Old news.",
        "The articles do not say: no article says so.",
        "The tunn (not checked)",
        "Stopped before the answer was whole.",
        "[3] “Bridge closed”",
        "The answer was interrupted",
    ):
        assert line in said
    assert ", edited from “Is it open?”\nIs it open today?" in said


def test_a_conversation_is_printed_for_programs(run: Any) -> None:
    shown = run("show", "bridge", "--json").json

    first, second, third, fourth = shown["replies"]
    assert reply_from(json.dumps(first)) == answer(1)
    assert first["marks"] == [{"number": 1, "finding": "does not support", "note": "It was closed in May."}]
    assert first["feedback"] == {"helpful": False, "comment": "Old news.", "wrong_passages": [2]}
    assert second["edited_from"] == "t1"
    assert [each["status"] for each in (first, second, third, fourth)] == [
        "answered",
        "abstained",
        "stopped",
        "interrupted",
    ]
    assert (third["citations"][0]["number"], third["words"]) == (3, "The tunn")


def test_words_are_found_and_marked(run: Any) -> None:
    assert "question: Where is the ferry of [Łeba]?" in run("search", "FERRY", "leba").out.replace("[ferry]", "ferry")
    [found] = run("search", '"it is old"', "--json").json
    assert (found["id"], found["more"]) == ("bridge", 0)
    assert found["hits"] == [
        {"turn": "t1", "part": "answer", "number": None, "excerpt": "It is old.", "spans": [[0, 9]]}
    ]
    assert run("search", "lantern", "--json").json == []


@pytest.mark.parametrize("words", [("show", "x"), ("rename", "x", "y"), ("remove", "bridge", "x"), ("restore", "x")])
def test_a_conversation_that_is_not_there_is_told(run: Any, words: tuple[str, ...]) -> None:
    ran = run(*words)

    assert (ran.code, ran.out) == (1, "")
    assert "no conversation is kept as x; `footnote conversations list` lists them" in ran.err
    assert len(run("list", "--json").json) == 2


def test_where_nothing_was_asked_nothing_is_listed_or_made(footnote: Footnote, tmp_path: Path) -> None:
    ran = footnote("conversations", "list", "--home", tmp_path)

    assert (ran.code, ran.out) == (0, "")
    assert not list(tmp_path.iterdir())
