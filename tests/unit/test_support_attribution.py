"""Who is said to say it."""

from __future__ import annotations

import pytest

from assistant.support.attribution import Attribution
from assistant.support.names import Names
from tests.grounds import borne, ground
from tests.made import MadeUp

MOLE = (
    "The harbour master counted 620 ships last year. The city runs the port with Pellgrove, a builder.",
    "The survey's author, Hanna Lind, said that the mole was in no danger of collapse this year.",
    "She said that Pellgrove paid its inspectors $180 a day. The firm says that the fee was $240 a day.",
    "The prosecution alleges that Drewe had the cracked welds painted over.",
    "A spokesman said that Pellgrove would appeal. The city expects the levy to bring in $2 million.",
)


def problems(text: str, number: int) -> list[str]:
    cited = ground(*MOLE, numbers=(number,))
    return list(Attribution(Names(MadeUp().near))(text, cited, borne(text, cited)))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The author said that the mole was in no danger of collapse.", 2),
        ("Pellgrove says that the fee was $240 a day.", 3),
        ("Prosecutors claim that the cracked welds were painted over.", 4),
        ("Pellgrove said that it would appeal.", 5),
        ("The Harbour Gazette reported that the mole was in no danger of collapse.", 2),
    ],
)
def test_the_same_voice_is_borne_out(text: str, number: int) -> None:
    assert problems(text, number) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The harbour master said that the mole was in no danger of collapse this year.", 2),
        ("Pellgrove says that it paid its inspectors $180 a day.", 3),
    ],
)
def test_another_voice_of_the_article_is_not(text: str, number: int) -> None:
    assert problems(text, number)[0].startswith("the paragraph cited has this said by ")


def test_an_accusation_is_no_fact() -> None:
    [problem] = problems("Drewe had the cracked welds painted over.", 4)

    assert problem == "the paragraph cited has this only as what The prosecution says"


def test_what_only_unnamed_sources_say_is_no_fact() -> None:
    cited = ground("Two people familiar with the talks told the Gazette that Drewe would sell the yard in May.")
    text = "Drewe would sell the yard in May."

    assert Attribution(Names(MadeUp().near))(text, cited, borne(text, cited))
