"""Numbers put side by side as what is cited does not put them."""

from __future__ import annotations

import pytest

from assistant.support.companions import companions
from tests.cited import ground

CLUBS = "The rowers have 31 boats, four fewer than in 2022. The sailors have 50, seven fewer than they had then."
BOLTS = "An inspector found 88 loose bolts on the pier, 23 of them under the water."
FLATS = "The guild made 40 proposals for the flats; 36 were taken up."


@pytest.mark.parametrize(
    ("text", "paragraph"),
    [
        ("The rowers have 31 boats, four fewer than in 2022.", CLUBS),
        ("The sailors are left with 50 boats, seven fewer than before.", CLUBS),
        ("An inspector found 88 loose bolts on the pier, some of them under the water.", BOLTS),
        ("Under the water, 23 bolts of the pier were loose.", BOLTS),
        ("Of the pier's bolts, 88 were loose, 23 of them under the water.", BOLTS),
        ("All but four of the 40 proposals were taken up.", FLATS.replace("36", "Thirty-six")),
        ("The town turned them down twice, in 2016 and 2019.", "It turned them down twice, in 2016 and again in 2019."),
    ],
)
def test_companions_that_belong_together_are_let_pass(text: str, paragraph: str) -> None:
    assert list(companions(text, ground(paragraph))) == []


@pytest.mark.parametrize(
    ("text", "paragraph", "wrong"),
    [
        ("The rowers have 31 boats, seven fewer than in 2022.", CLUBS, "seven"),
        ("The rowers have 35 boats, four fewer than in 2022.", CLUBS, "35"),
        ("An inspector found 88 loose bolts under the water.", BOLTS, "88"),
        ("All but three of the 40 proposals were taken up.", FLATS, "three"),
        (
            "The town turned them down twice, first in 2014 and then in 2019.",
            "The plea came in 2014. It was turned down in 2016 and again in 2019.",
            "2014",
        ),
    ],
)
def test_a_number_beside_another_one_than_its_own_is_told(text: str, paragraph: str, wrong: str) -> None:
    [problem] = companions(text, ground(paragraph))
    assert f"“{wrong}” is " in problem.replace("in 2014", "2014")


def test_a_sentence_without_end_is_not_read() -> None:
    assert list(companions("9 lamps, two fewer " * 200, ground(CLUBS))) == []
