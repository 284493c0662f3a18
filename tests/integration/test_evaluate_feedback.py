"""`footnote evaluate --from-feedback` on a library of which people said something."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.conversations.database import Database
from assistant.conversations.kept import Feedback, State, Unanswered
from assistant.conversations.store import Conversations
from assistant.domain import Abstention, Answer, Filters, Paragraph
from assistant.library import open_library
from assistant.settings import Settings
from tests.terminal import Footnote

COURT = "When did Armenia join the International Criminal Court?"
PIZZA = "What is the best pizza in Naples?"
GOOD, BAD = Feedback(helpful=True), Feedback(helpful=False)


@pytest.fixture
def home(sample_home: Path, tmp_path: Path) -> Path:
    """The sample library, with conversations of its own."""
    return Path(shutil.copytree(sample_home, tmp_path / "library"))


@pytest.fixture
def store(home: Path) -> Conversations:
    return Conversations(Database(home))


def asked(store: Conversations, turn_id: str, outcome: Answer | Abstention, feedback: Feedback) -> None:
    store.ask("c1", turn_id, outcome.inquiry.question)
    store.answer(turn_id, outcome)
    store.give_feedback(turn_id, feedback)


def test_what_people_said_is_measured_by(footnote: Footnote, home: Path, store: Conversations) -> None:
    with open_library(Settings(home=home)) as library:
        court, pizza = library.ask(COURT), library.ask(PIZZA)
    assert isinstance(court, Answer)
    assert isinstance(pizza, Abstention)
    asked(store, "t1", court, GOOD)
    asked(store, "t2", court, BAD)
    asked(store, "t3", pizza, BAD)
    store.ask("c1", "t4", "Why?")
    store.leave("t4", Unanswered(State.FAILED, "broken"))
    store.give_feedback("t4", BAD)
    store.close()

    ran = footnote("evaluate", "--from-feedback", "--out", home / "questions.jsonl", "--json", "--home", home)

    assert ran.code == 0
    assert ran.json["feedback"]["replies"] == 4
    assert {each["id"]: each["reason"] for each in ran.json["feedback"]["unused"]}.keys() == {"t2", "t4"}
    assert ran.json["figures"]["paragraph_recall_at_10"] == {"value": 1.0, "questions": 1}
    assert ran.json["figures"]["answerable_refused"] == {"value": 0.5, "questions": 2}
    assert "feedback on 4 replies makes 2 questions" in ran.err
    assert "not used, 1 reply: the question was not answered" in ran.err
    assert "2 questions: read the figures as examples" in ran.err
    lines = [json.loads(line) for line in (home / "questions.jsonl").read_text().splitlines()]
    assert [(each["id"], each["answerable"]) for each in lines] == [("t1", True), ("t3", True)]
    again = footnote("evaluate", home / "questions.jsonl", "--json", "--home", home)
    quality = {name: each for name, each in ran.json["figures"].items() if not name.startswith(("ask", "search"))}
    assert quality.items() <= again.json["figures"].items()


def test_a_question_is_asked_again_within_the_limits_that_were_set(
    footnote: Footnote, home: Path, store: Conversations
) -> None:
    before = Filters(before=date(1999, 1, 1))
    with open_library(Settings(home=home)) as library:
        nothing = library.ask(COURT, filters=before)
    assert isinstance(nothing, Abstention)
    store.ask("c1", "t1", COURT, limits=before)
    store.answer("t1", nothing)
    store.give_feedback("t1", GOOD)
    store.close()

    ran = footnote("evaluate", "--from-feedback", "--out", home / "questions.jsonl", "--json", "--home", home)

    assert ran.json["figures"]["others_answered"] == {"value": 0.0, "questions": 1}
    assert json.loads((home / "questions.jsonl").read_text())["limits"]["before"] == "1999-01-01"


def test_passages_that_are_gone_are_told_and_what_hangs_on_them_alone_is_not_asked(
    footnote: Footnote, home: Path, store: Conversations
) -> None:
    with open_library(Settings(home=home)) as library:
        court = library.ask(COURT)
    assert isinstance(court, Answer)
    quote = court.citations[0].quote
    there = quote.paragraph
    moved = replace(quote, paragraph=Paragraph(there.number + 1, there.text))
    gone = replace(quote, paragraph=Paragraph(there.number, f"{there.text} And so on."))
    for at, each in enumerate((moved, gone)):
        asked(store, f"t{at}", replace(court, citations=(replace(court.citations[0], quote=each),)), GOOD)
    store.close()

    told = footnote("evaluate", "--from-feedback", "--json", "--home", home).json

    assert (told["questions"], told["left_out"]) == (1, 1)
    assert told["passages_gone"] == [{"article": quote.article_id, "paragraph": there.number}]
    assert told["figures"]["paragraph_recall_at_10"] == {"value": 1.0, "questions": 1}


def test_a_passage_called_wrong_is_no_support(footnote: Footnote, home: Path, store: Conversations) -> None:
    with open_library(Settings(home=home)) as library:
        court = library.ask(COURT)
    asked(store, "t1", court, Feedback(wrong_passages=tuple(each.number for each in court.citations)))
    store.close()

    ran = footnote("evaluate", "--from-feedback", "--home", home)

    assert re.search(r"^answers that rest on a passage called wrong +1\.000 +1$", ran.out, re.MULTILINE)
    assert "answerable questions refused" not in ran.out


def test_without_feedback_it_says_where_to_give_some(footnote: Footnote, home: Path) -> None:
    ran = footnote("evaluate", "--from-feedback", "--home", home)

    assert (ran.code, ran.out) == (2, "")
    assert "nobody has said anything of a reply yet" in ran.err
    assert footnote("evaluate", "--home", home).code == 2
