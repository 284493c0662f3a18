"""Names behind a noun behind which what is cited has another."""

from __future__ import annotations

import pytest

from assistant.support.attached import attached
from tests.grounds import borne, ground

WATCH = (
    "A watchmaker in Orrin offered the ring to the police, and the mayor of Tarn thanked her. "
    "Rain closed Calder Road and the lower half of Mill Lane. People in Orrin and Velm had no power."
)


def problems(text: str) -> list[str]:
    cited = ground(WATCH)
    return list(attached(text, cited, borne(text, cited)))


@pytest.mark.parametrize(
    "text",
    [
        "The police were offered the ring by a watchmaker in Orrin.",
        "People in Velm sat in the dark.",
        "The lower half of Mill Lane was closed for the rain.",
        "The mayor, of Tarn, thanked a watchmaker.",
        "A priest in Velm had no power.",
    ],
)
def test_a_name_in_its_own_place_is_let_pass(text: str) -> None:
    assert problems(text) == []


@pytest.mark.parametrize(
    ("text", "there", "wrong"),
    [
        ("The police were offered the ring by a watchmaker in Velden.", "Orrin", "Velden"),
        ("The mayor of Orrin thanked her.", "Tarn", "Orrin"),
    ],
)
def test_a_name_in_the_place_of_another_is_told_with_the_other(text: str, there: str, wrong: str) -> None:
    assert problems(text) == [f"the paragraph cited has “{there}” where this has “{wrong}”"]
