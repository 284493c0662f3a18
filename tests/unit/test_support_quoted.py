"""What stands in quotation marks is in what is cited, word for word."""

from __future__ import annotations

import time

import pytest

from assistant.support.quoted import quoted, word_for_word
from tests.cited import ground

SAID = 'The mayor, Ada Quill, said that "the lamps won’t light themselves — and we can’t wait until [3] June."'


@pytest.mark.parametrize(
    "sentence",
    [
        "Quill said: “The lamps won't light themselves.”",
        "Quill said \"the lamps won't light themselves - and we can't wait\".",
        "Quill said: «the lamps won’t light themselves–and we can’t wait until (3) June».",
        "„The lamps won’t light themselves“, said Quill.",
        "Quill said that ‘the lamps won’t light themselves’.",
        "“The lamps … can’t wait until (3) June,” she said.",
        "“The lamps won’t light [on their own] … we can't wait,” she said.",
        "“[These] lamps won’t light themselves,” she said.",
        "She spoke of “lamps”.",
        "The harbour’s lamps, the boys’ lamps and O'Shea's lamps don't matter.",
    ],
)
def test_marks_dashes_gaps_and_insertions_are_folded(sentence: str) -> None:
    assert quoted(sentence, ground(SAID)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Quill said: “The lamps won't light us.”",
        "Quill said: “The lights won't light themselves.”",
        "“We can’t wait … the lamps won’t light themselves,” she said.",
        "She spoke of ‘candles’.",
        "She spoke of “lamp”.",
        "She said “the lamps” and “it is dark”.",
    ],
)
def test_other_words_in_marks_are_a_problem(sentence: str) -> None:
    assert len(quoted(sentence, ground(SAID))) == 1


def test_a_quotation_inside_another_is_a_part_of_it() -> None:
    text = "“It says ‘no entry’ on the gate,” he said."
    assert quoted("He said: \"It says 'no entry' on the gate.\"", ground(text)) == []


def test_parts_stand_in_one_paragraph() -> None:
    both = ground("“The lamps burn,” she said.", "“The oil is out,” she said.", cites=(1, 2))
    assert len(quoted("“The lamps burn … the oil is out,” she said.", both)) == 1


def test_the_title_of_the_article_may_be_quoted() -> None:
    assert quoted("The Quay Post ran it as “Lantern works to close”.", ground("Nothing.")) == []


def test_it_is_said_where_else_in_the_article_the_words_stand() -> None:
    there = ground("Nothing was said.", "“The oil is out,” she said.")
    assert quoted("“The oil is out,” she said.", there) == [
        "“The oil is out,” is not in the paragraph cited word for word, but in paragraph 2"
    ]


def test_a_measure_in_inches_is_no_quotation() -> None:
    assert quoted('The lamp is 12" high and 6\'2" wide.', ground("The lamp is large.")) == []


def test_a_whole_sentence_is_found_with_its_span() -> None:
    text = "It rained. “The lamps burn – all night,” he said."
    span = word_for_word('"The lamps burn - all night", he said.', text)
    assert span is not None
    assert text[slice(*span)] == "The lamps burn – all night,” he said"


def test_a_sentence_that_is_only_nearly_there_is_not() -> None:
    assert word_for_word("The lamp burns.", "The lamp burns brightly, and the lamp burned.") == (0, 14)
    assert word_for_word("The lamp burn.", "The lamp burns brightly.") is None


@pytest.mark.parametrize(
    "hostile", ['"' * 10_000, "“‘" * 5_000, "'a " * 3_000, '"' + "… a " * 3_000 + '"', "„a " * 3_000]
)
def test_hostile_marks_take_no_time(hostile: str) -> None:
    started = time.process_time()
    quoted(hostile, ground("A lamp. " * 200))
    assert time.process_time() - started < 5
