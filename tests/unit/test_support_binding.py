"""Numbers and dates told of something else in what is cited."""

from __future__ import annotations

import pytest

from assistant.support.binding import bindings
from tests.grounds import borne, ground

MILL = (
    "The mill lost 310 workers to the flu in the winter, against 140 a year earlier. Of the 52 looms, 17 were mended, "
    "nine of them in the east hall. In the park nearby, where the limit is 30 miles per hour, a van was measured at 44."
)
QUAY = (
    "The harbour works begin on 3 May and the ferry stops for them. The lighthouse opens to visitors on 21 June, "
    "its keeper said."
)
FUND = "The Alder fund gives $4 million for the roof. The town raised $7 million for the new organ from its citizens."


def problems(text: str, paragraph: str) -> list[str]:
    cited = ground(paragraph)
    return list(bindings(text, cited, borne(text, cited)))


@pytest.mark.parametrize(
    ("text", "paragraph"),
    [
        ("In the winter the flu kept 310 of the mill's workers at home.", MILL),
        ("A year earlier, the flu had cost the mill 140 workers, compared with 310 now.", MILL),
        ("Seventeen of the mill's 52 looms were mended.", MILL),
        ("In the east hall, nine looms were mended.", MILL),
        ("Visitors may enter the lighthouse from 21 June.", QUAY),
        ("The ferry stops for the harbour works, which begin on 3 May.", QUAY),
        ("The citizens of the town raised $7 million for an organ.", FUND),
    ],
)
def test_what_is_told_of_the_same_is_let_pass(text: str, paragraph: str) -> None:
    assert problems(text, paragraph) == []


@pytest.mark.parametrize(
    ("text", "paragraph", "instead"),
    [
        ("The mill lost 140 workers to the flu in the winter.", MILL, "310"),
        ("Visitors may enter the lighthouse, which opens on 3 May.", QUAY, "21 June"),
        ("The harbour works begin on 21 June.", QUAY, "3 May"),
        ("The town raised $4 million for the new organ.", FUND, "$7 million"),
    ],
)
def test_a_number_of_something_else_is_told_with_the_right_one(text: str, paragraph: str, instead: str) -> None:
    [problem] = problems(text, paragraph)
    assert "is told of something else in the paragraph cited" in problem
    assert f"(it says “{instead}”)" in problem


def test_what_was_before_is_not_what_is_now() -> None:
    text = "Rents in the old town rose to $940 a month from $780."
    assert problems("Rents in the old town rose to $780 a month.", text)
    assert not problems("Rents in the old town had been $780 a month.", text)


def test_a_limit_is_no_measure() -> None:
    text = "The lorry crossed the bridge at 52 tonnes; the limit there is 40 tonnes."
    assert problems("The lorry crossed the bridge at 40 tonnes.", text)


def test_an_age_is_not_taken_for_a_count() -> None:
    text = "The baker, Ilse Varn, 51, has three ovens. She bakes for nine shops."
    assert problems("Nine shops have their bread from Ilse Varn.", text) == []


def test_a_part_does_not_make_its_whole_a_number_of_the_same() -> None:
    text = "Six of the town's 19 wells ran dry, and two more are low."
    assert problems("Six wells ran dry.", text) == []


def test_what_refers_back_is_left_alone() -> None:
    text = "The owners gave 12 percent over three years. The weavers want 20 percent over the same time."
    assert problems("The weavers hold out for 20 percent over three years.", text) == []


def test_a_sentence_without_end_is_not_read() -> None:
    assert problems("9 lamps " * 1000, MILL) == []
