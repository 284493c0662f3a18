"""Sentences that were sent back are read from what comes back."""

from __future__ import annotations

from collections.abc import Sequence
from time import process_time

import pytest

from assistant.domain import Support
from assistant.support.verdict import Cited, Verdict
from assistant.writing.mending import mended, to_mend
from assistant.writing.shown import Shown
from assistant.writing.weighing import REMARK, Scales, Weighed

GOOD = Weighed("The ferry sank.", (), Support.SUPPORTED)
FAILS = Weighed("It cost nine crowns.", (), Support.UNSUPPORTED, "“nine” is not there", opens=True)
OTHER = Weighed("It was red.", (), Support.UNSUPPORTED, "“red” is not there")
LEFT_OPEN = Weighed("The articles do not say why.", (), Support.UNSUPPORTED, REMARK)
WRITTEN = [GOOD, FAILS, LEFT_OPEN, OTHER]


def nothing_borne_out(text: str, cited: Sequence[Cited]) -> Verdict:
    return Verdict(Support.UNSUPPORTED, "no", tuple(None for _ in cited))


SCALES = Scales(Shown((), ()), {}, nothing_borne_out)


def anew(answer: str) -> list[str]:
    return [each.text for each in mended(WRITTEN, to_mend(WRITTEN), answer, SCALES)]


def test_what_failed_is_sent_back_but_for_remarks() -> None:
    assert to_mend(WRITTEN) == {1: FAILS, 2: OTHER}


@pytest.mark.parametrize(
    "answer", ["1: It cost six crowns.[2]\n2: It was blue.", "Here:\n\n**1**. It cost six crowns.\n 2) It was blue.\n"]
)
def test_each_takes_the_place_of_the_one_it_was_sent_back_for(answer: str) -> None:
    assert anew(answer) == [GOOD.text, "It cost six crowns.", LEFT_OPEN.text, "It was blue."]


def test_a_word_more_behind_the_last_is_no_part_of_it() -> None:
    assert anew("2: It was blue.[1]\n \nI hope that this helps!")[-1] == "It was blue."


def test_two_sentences_in_place_of_one_open_one_paragraph() -> None:
    now = mended(WRITTEN, to_mend(WRITTEN), "1: It cost six crowns. It sank in May.", SCALES)

    assert [(each.text, each.opens) for each in now[1:3]] == [("It cost six crowns.", True), ("It sank in May.", False)]


@pytest.mark.parametrize("answer", ["", "1:", "1: [2]", "7: It was blue.", "Sorry.", "\n1\n"])
def test_what_is_not_written_anew_stays_as_it_was(answer: str) -> None:
    assert mended(WRITTEN, to_mend(WRITTEN), answer, SCALES) == WRITTEN


@pytest.mark.parametrize("more", ["", ".", "\n\nI hope that this helps.", ". It is unclear."])
def test_what_no_paragraph_bears_out_stays_as_it_was_whatever_else_is_said(more: str) -> None:
    assert anew(f"1: NOT IN THE ARTICLES{more}\n2: It was blue.")[1::2] == [FAILS.text, "It was blue."]


@pytest.mark.parametrize("letters", ["\n", "\n ", " ", "1", "1\n", "1: \n", "1 \n", "**1", "1:x\n", "\r", "\u2028"])
def test_hostile_text_takes_no_more_time_a_character_than_a_little_of_it(letters: str) -> None:
    def seconds(length: int) -> float:
        began = process_time()
        anew((letters * length)[:length])
        return process_time() - began

    assert seconds(20_000) < 60 * seconds(2_000) + 0.5
