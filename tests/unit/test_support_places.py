"""Names in a place that is another's."""

from __future__ import annotations

import pytest

from assistant.support.names import Names
from assistant.support.places import Places
from tests.grounds import borne, ground
from tests.made import MadeUp

TALKS = (
    "The talks on the canal ended on Monday.",
    "The Lakes Union pledged $85 million if the truce holds for 15 days, and Orsland said it will not open its border.",
    "Two ships wait at anchor.",
    "The canal was dug in 1911.",
)


def problems(text: str) -> list[str]:
    cited = ground(*TALKS, numbers=(2,))
    return list(Places(Names(MadeUp().near))(text, cited, borne(text, cited)))


@pytest.mark.parametrize(
    "text",
    [
        "The Lakes Union has promised $85 million in aid if the truce holds for 15 days.",
        "Orsland said that it will not open its border.",
    ],
)
def test_a_name_in_its_own_place_is_let_pass(text: str) -> None:
    assert problems(text) == []


def test_a_name_that_does_what_another_does_is_told_with_the_other() -> None:
    assert problems("Orsland has promised $85 million in aid if the truce holds for 15 days.") == [
        "the paragraph cited says this of Lakes Union, not of Orsland"
    ]
