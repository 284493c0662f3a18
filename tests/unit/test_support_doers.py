"""Persons put in another's place."""

from __future__ import annotations

import pytest

from assistant.support.doers import Doers
from assistant.support.names import Names
from tests.grounds import borne, ground
from tests.made import MadeUp

TRIAL = (
    "Hannah Moss, 29, said that she had felt the rail move twice. Her brother, Daniel Moss, 26, drowned.",
    "She spent five months in hospital.",
    "The steward, Peter Vance, said that nobody had complained to him. “I remember nothing,” he said.",
    "“It swung like a gate on the day,” Tom Hale said.",
)


def problems(text: str, *numbers: int) -> list[str]:
    cited = ground(*TRIAL, numbers=numbers)
    return list(Doers(Names(MadeUp().near))(text, cited, borne(text, cited)))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Hannah Moss felt the rail move twice.", (1,)),
        ("Hannah Moss spent five months in hospital.", (2,)),
        ("According to Peter Vance, nobody had complained.", (3,)),
        ("“It swung like a gate on the day,” said Tom Hale.", (4,)),
        ("Hannah Moss felt the rail move; Peter Vance said that nobody had complained.", (1, 3)),
    ],
)
def test_who_did_it_is_borne_out(text: str, numbers: tuple[int, ...]) -> None:
    assert problems(text, *numbers) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Peter Vance felt the rail move twice.", (1, 3)),
        ("Daniel Moss spent five months in hospital.", (2,)),
        ("Hannah Moss said that nobody had complained to her.", (1, 3)),
        ("“It swung like a gate on the day,” said Hannah Moss.", (4,)),
    ],
)
def test_another_who_is_named_there_is_not(text: str, numbers: tuple[int, ...]) -> None:
    [problem] = problems(text, *numbers)

    assert problem.startswith("the paragraph cited says this of ")
