"""Other names, or a "not" more or less, in the same words."""

from __future__ import annotations

import pytest

from assistant.support.edits import edits
from tests.grounds import borne, ground

SAID = "Records shown on Friday put Ann Lee of the U.S. coast guard in Aldermoor, 60 miles away, for most of that day."


def problems(text: str) -> list[str]:
    cited = ground(SAID)
    return list(edits(text, cited, borne(text, cited)))


@pytest.mark.parametrize(
    ("text", "has"),
    [
        (SAID.replace("Aldermoor", "Vellbridge"), "Aldermoor"),
        (SAID.replace("Ann Lee", "Ruth Keane"), "Ann Lee"),
    ],
)
def test_another_name_in_the_same_words_is_told(text: str, has: str) -> None:
    assert problems(text)[0].startswith(f"the paragraph cited has “{has}” where this has")


def test_a_not_more_is_the_opposite() -> None:
    assert "says the opposite" in problems(SAID.replace("put Ann", "did not put Ann"))[0]


@pytest.mark.parametrize("text", [SAID.replace("Ann Lee", "Lee"), SAID.replace("U.S.", "American"), "Lee was there."])
def test_the_same_name_in_another_form_is_none(text: str) -> None:
    assert problems(text) == []
