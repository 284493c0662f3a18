"""Lines of questions with known answers, as various people write them."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.domain import Article, ArticleSummary, Description, Paragraph, Place
from assistant.evaluation.judging import Known
from ui.batch import Unread, read_lines
from ui.known_answers import ArticleNames, KnownLine
from ui.known_passages import Passages

FERRY = Description("Ferry stays in port", "ferry.txt", url="http://gazette.example/ferry/")
ARTICLES = ArticleNames([ArticleSummary("a1", FERRY, 3), ArticleSummary("b2", Description("Eels", "eels.txt"), 2)])
STAYS = Article("a1", FERRY, tuple(Paragraph(at, text) for at, text in enumerate(("It is so.", "The ferry stays."), 1)))
PASSAGES = Passages({"a1": STAYS}.__getitem__, ARTICLES.named)
A1 = frozenset({"a1"})


def known(**fields: Any) -> Known:
    return KnownLine.model_validate({"question": "Why?", **fields}).asks(ARTICLES, PASSAGES).known


@pytest.mark.parametrize(
    "name", ["a1", "https://gazette.example/ferry?utm_source=x", "ferry stays in PORT", "ferry.txt"]
)
def test_an_article_goes_by_id_address_title_or_file(name: str) -> None:
    assert known(article=name) == Known(articles=A1)


def test_an_article_that_is_not_there_is_known_to_be_missing() -> None:
    assert known(article="Penguins").articles == frozenset()


@pytest.mark.parametrize(
    "answers", ["1936", 1936, ["1936"], [1936], {"text": ["1936"], "answer_start": [4]}, [{"text": "1936"}]]
)
def test_answers_are_one_or_several(answers: object) -> None:
    assert known(answers=answers) == known(answer=answers) == Known(answers=("1936",))


@pytest.mark.parametrize("number", [2, "2"])
def test_a_paragraph_is_a_number_in_its_article_or_a_text(number: object) -> None:
    assert known(article="a1", paragraph=number) == Known(articles=A1, places=frozenset({Place("a1", 2)}))
    assert (
        known(paragraph="The ferry stays.") == known(context="The ferry stays.") == Known(paragraph="The ferry stays.")
    )


@pytest.mark.parametrize(
    "said",
    [
        {"answerable": False},
        {"is_impossible": True},
        {"expected": "abstain"},
        {"expected": "Unanswerable."},
        {"answers": []},
        {"answers": {"text": [], "answer_start": []}, "title": "Eels"},
        {"answers": ["1936"], "answerable": False},
    ],
)
def test_a_question_without_an_answer_is_told_in_several_ways(said: dict[str, Any]) -> None:
    assert known(**said).answerable is False


def test_what_is_expected_may_be_the_answer_itself() -> None:
    assert known(expected="in 1936") == Known(answers=("in 1936",))
    assert known(expected="answered") == known(is_impossible=False) == Known()


def test_yes_and_no_are_not_looked_for_in_a_quote() -> None:
    assert known(answer="No.") == Known()


def test_null_and_blank_are_not_said() -> None:
    assert known(answers=None, paragraph=" ", url="", title="Eels") == Known(articles=frozenset({"b2"}))


def test_passages_are_found_by_their_words_wherever_they_stand_now() -> None:
    stays = {"article": "a1", "paragraph": 1, "text": "The ferry stays."}
    assert known(passages=[stays]) == Known(places=frozenset({Place("a1", 2)}))
    assert known(passages=[{"article": "a1", "paragraph": 1}]) == Known(places=frozenset({Place("a1", 1)}))


def test_where_only_wrong_passages_are_known_nothing_is_said_of_an_answer() -> None:
    stays = {"article": "a1", "paragraph": 2, "text": "The ferry stays."}
    assert known(wrong_passages=[stays]) == Known(answerable=None, wrong=frozenset({Place("a1", 2)}))


@pytest.mark.parametrize("kind", ["passages", "wrong_passages"])
def test_a_question_is_not_asked_where_all_that_is_known_of_it_is_gone(kind: str) -> None:
    gone = {"article": "a1", "paragraph": 2, "text": "The ferry left."}
    passages = Passages({"a1": STAYS}.__getitem__, ARTICLES.named)

    line = KnownLine.model_validate({"question": "Why?", kind: [gone, gone]})

    assert line.asks(ARTICLES, passages) is None
    assert [(each.article, each.paragraph) for each in passages.gone] == [("a1", 2)]


def test_history_and_the_day_of_asking_go_with_the_question() -> None:
    line = KnownLine.model_validate(
        {"id": 7, "question": "And when?", "history": [["Why?", "So."]], "asked": "2024-05-08", "answers": "1936"}
    )

    asked = line.asks(ARTICLES, PASSAGES)

    assert line.id == 7
    assert (asked.question, asked.history[0].answer, asked.asked and asked.asked.day) == ("And when?", "So.", 8)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"question": "Why?"}', "line 1: it does not say what the right answer is; give `answers`"),
        ('{"question": "Why?", "paragraph": 3}', "line 1: paragraph 3 of which article?"),
        ('{"answers": ["1936"]}', "line 1: question: Field required"),
        ('{"question": "Why?", "answers": [[]]}', "line 1: answers.0: "),
        ("[1]", "line 1: "),
        ("{", "line 1: "),
    ],
)
def test_a_line_that_cannot_be_used_says_why(text: str, told: str) -> None:
    [(_, unread)] = read_lines([text], KnownLine)

    assert isinstance(unread, Unread)
    assert unread.told.startswith(told)
