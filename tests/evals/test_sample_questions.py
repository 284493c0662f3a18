"""The questions that the sample library must answer, and those that it must not; the floors only rise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.domain import Abstention, Answer, Reply
from assistant.library import Library

QUESTIONS = [json.loads(line) for line in Path(__file__).with_name("seeds.jsonl").read_text().splitlines()]
ANSWERABLE = [each for each in QUESTIONS if "words" in each]
OTHERS = [each for each in QUESTIONS if "words" not in each]

ANSWERED_FLOOR = 16
REFUSED_FLOOR = 13


@pytest.fixture(scope="module")
def replies(samples: Library) -> dict[str, Reply]:
    return {each["question"]: samples.ask(each["question"]) for each in QUESTIONS}


def test_the_first_sentence_answers_from_the_right_article(replies: dict[str, Reply]) -> None:
    missed = [each["question"] for each in ANSWERABLE if not _answers(replies[each["question"]], each)]

    assert len(ANSWERABLE) - len(missed) >= ANSWERED_FLOOR, missed


def test_what_the_articles_do_not_say_is_not_answered(replies: dict[str, Reply]) -> None:
    answered = [each["question"] for each in OTHERS if not isinstance(replies[each["question"]], Abstention)]

    assert len(OTHERS) - len(answered) >= REFUSED_FLOOR, answered


@pytest.mark.parametrize("asked", [each for each in ANSWERABLE if each.get("must")], ids=lambda each: each["question"])
def test_the_questions_everyone_tries_first_are_answered(replies: dict[str, Reply], asked: dict[str, str]) -> None:
    assert _answers(replies[asked["question"]], asked)


@pytest.mark.parametrize("asked", [each for each in OTHERS if each.get("must")], ids=lambda each: each["question"])
def test_the_questions_everyone_tries_to_fool_it_with_are_not(replies: dict[str, Reply], asked: dict[str, str]) -> None:
    reply = replies[asked["question"]]

    assert isinstance(reply, Abstention)
    assert reply.reason
    assert reply.nearest


def _answers(reply: Reply, asked: dict[str, str]) -> bool:
    if not isinstance(reply, Answer):
        return False
    first = reply.citations[0].quote
    return asked["words"] in first.text and first.description.source == asked["source"]
