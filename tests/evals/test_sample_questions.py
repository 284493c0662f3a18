"""The questions that the sample library must answer, and those that it must not; the floors only rise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.domain import Abstention, Answer
from assistant.evaluation.figures import figures
from assistant.evaluation.running import Evaluated, evaluate
from assistant.library import Library
from ui.known_answers import ArticleNames, KnownLine

TEXTS = Path(__file__).with_name("seeds.jsonl").read_text(encoding="utf-8").splitlines()
LINES = [KnownLine.model_validate_json(text) for text in TEXTS]

# What everyone tries first: each of these alone, whatever the others come to.
MUST = [at for at, text in enumerate(TEXTS) if json.loads(text).get("must")]

# At least (or at most, for what is to be rare), over all questions.
FLOORS = {"article_recall_at_1": 0.99, "answer_recall_at_5": 0.88, "sentence_first": 0.88, "roc_area": 0.99}
FLOORS |= {"word_for_word": 1.0, "cited_article": 0.97}
CEILINGS = {"answerable_refused": 0.0, "others_answered": 0.08}


@pytest.fixture(scope="module")
def evaluated(samples: Library) -> list[Evaluated]:
    names = ArticleNames(samples.articles())
    return list(evaluate(samples, [line.asks(names) for line in LINES]))


@pytest.fixture(scope="module")
def measured(evaluated: list[Evaluated]) -> dict[str, float]:
    return {each.measure.name: each.value for each in figures([one.result for one in evaluated])}


@pytest.mark.parametrize("name", FLOORS)
def test_a_figure_keeps_above_its_floor(measured: dict[str, float], name: str) -> None:
    assert measured[name] >= FLOORS[name]


@pytest.mark.parametrize("name", CEILINGS)
def test_what_is_to_be_rare_stays_rare(measured: dict[str, float], name: str) -> None:
    assert measured[name] <= CEILINGS[name]


def test_the_first_sentence_answers_from_the_right_article(evaluated: list[Evaluated]) -> None:
    missed = [
        line.question
        for line, each in zip(LINES, evaluated, strict=True)
        if each.result.answerable and not _answers(each, line)
    ]

    assert len(missed) <= 2, missed


@pytest.mark.parametrize("at", MUST, ids=lambda at: LINES[at].question)
def test_the_questions_everyone_tries_first_go_well(evaluated: list[Evaluated], at: int) -> None:
    reply = evaluated[at].reply

    if evaluated[at].result.answerable:
        assert _answers(evaluated[at], LINES[at])
    else:
        assert isinstance(reply, Abstention)
        assert reply.reason
        assert reply.nearest


def _answers(evaluated: Evaluated, line: KnownLine) -> bool:
    reply = evaluated.reply
    if not isinstance(reply, Answer):
        return False
    from_there = reply.citations[0].quote.description.source == line.article
    return from_there and bool(evaluated.result.first_sentence)
