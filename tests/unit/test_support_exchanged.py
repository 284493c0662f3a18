"""Names that have each other's part."""

from __future__ import annotations

import pytest

from assistant.support.exchanged import exchanged
from tests.grounds import borne, ground

CAMP = "Ann Lowe cooks the soup for the hikers; Ben Tarn digs the wells. Both came from Velm in May."


def problems(text: str) -> list[str]:
    cited = ground(CAMP)
    return list(exchanged(text, cited, borne(text, cited)))


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lowe cooks soup, while Ben Tarn digs wells.",
        "Ben Tarn digs wells, while Ann Lowe cooks soup.",
        "Ann Lowe cooks soup, and she came from Velm in May.",
        "Ann Lowe and Ben Tarn came from Velm; both work for the hikers.",
    ],
)
def test_names_in_their_own_parts_are_let_pass(text: str) -> None:
    assert problems(text) == []


def test_exchanged_names_are_told() -> None:
    assert problems("Ben Tarn cooks soup, while Ann Lowe digs wells.") == [
        "the paragraph cited says this of Ann Lowe, not of Ben Tarn"
    ]
