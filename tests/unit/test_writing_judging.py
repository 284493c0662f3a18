"""What is taken of a judge's text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain import Description, Paragraph, Quote, Support
from assistant.writing.judging import prompt_for, verdicts
from assistant.writing.weighing import Weighed


def test_each_line_is_a_verdict_on_one_sentence() -> None:
    assert verdicts("1: yes\n2: no – the paragraph says May, not June.\n3: no", 3) == {
        1: None,
        2: "the paragraph says May, not June",
        3: "",
    }


@pytest.mark.parametrize(
    "line", ["2: no - wrong day", "**2:** No — wrong day.", "2. no: wrong day", "- 2) NO, wrong day"]
)
def test_verdicts_are_understood_as_models_write_them(line: str) -> None:
    assert verdicts(line, 2) == {2: "wrong day"}


@pytest.mark.parametrize(
    "line",
    [
        "0: no – x",
        "4: no – x",
        "no",
        "2: no one was hurt",
        "2: maybe",
        "Sentence two is wrong",
        "2:",
        "2: nothing",
        "22: no",
    ],
)
def test_what_is_no_verdict_on_one_of_the_sentences_is_nothing(line: str) -> None:
    assert verdicts(line, 3) == {}


def test_two_verdicts_that_contradict_each_other_are_none() -> None:
    assert verdicts("1: yes\n1: no – x\n2: no – x\n2: no – y", 2) == {2: "x"}


def test_a_reason_is_short_and_on_one_line_and_shows_all_that_is_in_it() -> None:
    (reason,) = verdicts("1: no – \u202eit\x07 says[2] " + "so and so " * 40, 1).values()

    assert reason
    assert reason.startswith("it says so")
    assert reason.isprintable()
    assert len(reason) < 170


@given(st.text(max_size=2_000), st.integers(0, 20))
def test_no_text_breaks_it_and_only_what_was_asked_about_is_judged(text: str, count: int) -> None:
    for number, reason in verdicts(text, count).items():
        assert 1 <= number <= count
        assert reason is None or reason.isprintable()


def test_what_is_cited_is_shortened_to_the_room_that_a_judge_has_and_keeps_what_is_judged() -> None:
    long = " ".join(f"Of the {number} boats one more sank." for number in range(400))
    sentences = [cites(f"{10 * at} boats of the fleet sank.", Paragraph(at, long)) for at in range(1, 13)]

    prompt = prompt_for(sentences, 7_000)

    assert prompt.tokens < 7_000
    assert "Of the 120 boats" in prompt.messages[-1].text


def cites(text: str, paragraph: Paragraph) -> Weighed:
    quote = Quote("fleet", Description("Fleet", "fleet.txt"), paragraph, 0, 10)
    return Weighed(text, (quote,), Support.SUPPORTED)
