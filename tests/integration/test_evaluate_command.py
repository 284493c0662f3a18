"""`footnote evaluate` on the sample library."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from ingest.ingesting import ingest
from tests.made import MadeUp, stories
from tests.terminal import Footnote

COURT = {
    "id": "court",
    "question": "When did Armenia join the International Criminal Court?",
    "answers": ["January 2024"],
}
AIRPORT = {
    "question": "What did Yerevan ask of the peacekeepers at its airport?",
    "article": "armenia-csto-financing.txt",
    "answer": "to leave",
}
PIZZA = {"question": "What is the best pizza in Naples?", "answerable": False}


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "questions.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in (COURT, AIRPORT, PIZZA)))
    return path


def test_the_figures_are_a_table_each_with_its_number_of_questions(
    footnote: Footnote, sample_home: Path, questions: Path
) -> None:
    ran = footnote("evaluate", questions, "--home", sample_home)

    rows = {line[:48].strip(): line[48:].split() for line in ran.out.splitlines()}
    assert ran.code == 0
    assert rows["a paragraph with the answer found first"] == ["1.000", "2"]
    assert rows["the right article found first"] == ["1.000", "1"]
    assert rows["the answer is in the first sentence"] == ["1.000", "2"]
    assert rows["unanswerable questions answered"] == ["0.000", "1"]
    assert rows["answer, median"][1:] == ["ms", "3"]
    assert ran.err == f"footnote: library {sample_home}\n"


def test_json_is_one_object_and_each_question_is_a_line_of_out(
    footnote: Footnote, sample_home: Path, questions: Path, tmp_path: Path
) -> None:
    told = footnote("evaluate", questions, "--json", "--out", tmp_path / "out.jsonl", "--home", sample_home).json

    assert (told["questions"], told["unread"], told["against"]) == (3, [], None)
    assert told["figures"]["sentence_first"] == {"value": 1.0, "questions": 2}
    assert told["figures"]["word_for_word"] == {"value": 1.0, "questions": 2}
    assert told["figures"]["roc_area"] == {"value": 1.0, "questions": 3}
    court, _, pizza = map(json.loads, (tmp_path / "out.jsonl").read_text().splitlines())
    assert (court["id"], court["line"], court["judged"]["answer_rank"]) == ("court", 1, 1)
    assert (pizza["reply"]["status"], pizza["judged"]["answered"]) == ("abstained", False)


def test_a_line_that_cannot_be_read_is_told_by_number_and_the_rest_goes_on(
    footnote: Footnote, sample_home: Path, tmp_path: Path
) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text(f'{{"id": 5, "question": "Why?"}}\n\nnonsense\n{json.dumps(COURT)}\n')

    ran = footnote("evaluate", path, "--json", "--home", sample_home)

    assert ran.code == 1
    assert ran.json["questions"] == 1
    assert [(each["line"], each["id"]) for each in ran.json["unread"]] == [(1, 5), (3, None)]
    assert "not read: line 1: it does not say what the right answer is" in ran.err


def test_two_libraries_are_compared_question_by_question(
    footnote: Footnote, sample_home: Path, questions: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copytree(sample_home, tmp_path / "other"))
    listed = footnote("articles", "list", "--json", "--home", other).json
    [financing] = [each["id"] for each in listed if each["source"] == AIRPORT["article"]]
    footnote("articles", "remove", financing, "--home", other)

    ran = footnote("evaluate", questions, "--against", f"FOOTNOTE_HOME={other}", "--json", "--home", sample_home)

    assert ran.json["articles_missing"] == 0
    assert ran.json["against"]["articles_missing"] == 1
    assert ran.json["against"]["figures"]["article_recall_at_10"]["value"] == 0.0
    difference = ran.json["against"]["differences"]["article_recall_at_10"]
    assert difference == {"difference": -1.0, "better": 0, "worse": 1, "chance": 1.0}
    assert "1 of 3 questions name an article that is not in this library" in ran.err


def test_a_comparison_is_a_table_of_both(footnote: Footnote, sample_home: Path, questions: Path) -> None:
    ran = footnote("evaluate", questions, "--against", f"FOOTNOTE_HOME={sample_home}", "--home", sample_home)

    heading, first, *_ = ran.out.splitlines()
    assert heading.split() == ["figure", "questions", "against", "change", "better", "worse", "chance"]
    assert first.split()[-7:] == ["1.000", "1", "1.000", "+0.000", "0", "0", "1.000"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["no/such.jsonl"], "no/such.jsonl: No such file or directory"),
        (["empty.jsonl"], "empty.jsonl has no question with a known answer"),
        (["questions.jsonl", "--out", "questions.jsonl"], "would overwrite the questions"),
        (["questions.jsonl", "--against", "FOOTNOTE_HOME"], "write NAME=VALUE with one of FOOTNOTE_HOME"),
        (["questions.jsonl", "--against", "COLOUR=red"], "--against COLOUR: write NAME=VALUE"),
    ],
)
def test_wrong_usage_is_told(
    footnote: Footnote,
    sample_home: Path,
    questions: Path,
    *,
    words: list[str],
    told: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(questions.parent)
    Path("empty.jsonl").touch()

    ran = footnote("evaluate", *words, "--home", sample_home)

    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert len(questions.read_text().splitlines()) == 3


def test_another_library_that_cannot_be_used_is_told_before_any_question(
    footnote: Footnote, sample_home: Path, questions: Path, tmp_path: Path
) -> None:
    ingest(stories(0, 1), tmp_path / "other", MadeUp())

    ran = footnote("evaluate", questions, "--against", f"FOOTNOTE_HOME={tmp_path / 'other'}", "--home", sample_home)

    assert (ran.code, ran.out) == (3, "")
    assert "was embedded with made-up" in ran.err
