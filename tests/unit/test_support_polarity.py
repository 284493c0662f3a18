"""What says the opposite of a sentence."""

from __future__ import annotations

import pytest

from assistant.support.polarity import polarity
from tests.grounds import borne, ground

MEETING = (
    "Turnout rose in eight of the nine districts.",
    "Merrow Lines was invited to two hearings in January and did not attend either.",
    "Two men were asked to leave, but nobody was arrested.",
    "The port authority, which is not expected to block the levy, will decide in April.",
    "The mayor ruled out any deal with the Reform Party.",
    "Tests on five glands turned up no luminous bacteria.",
    "The plant was bought by Larkspur in 2020 from Northmere.",
    "The council denied that any records were lost.",
    "Revenue came to a little less than analysts had forecast.",
    "Ms. Lowe declined to say whether the port would seek damages from the builder.",
    "There is no such letter and there was no such meeting, the clerk said.",
    "Orla Reyes is the first woman to win the medal since 2011 and the youngest winner ever.",
    "The shippers had asked for ten berths; the port had wanted none.",
    "Winds should weaken, but humidity is not expected to rise above 15 percent before Thursday.",
    "Doran, 44, was taken from a flat at half past five. He did not resist, said Inspector Wren.",
)


def problems(text: str, number: int) -> list[str]:
    cited = ground(*MEETING, numbers=(number,))
    return list(polarity(text, cited, borne(text, cited)))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("In eight of nine districts turnout increased.", 1),
        ("Merrow Lines stayed away from both hearings in January.", 2),
        ("Nobody was arrested, though two men were asked to leave.", 3),
        ("The port authority, not thought likely to block the levy, will decide in April.", 4),
        ("The mayor will make no deal with the Reform Party.", 5),
        ("No luminous bacteria were found in five glands.", 6),
        ("Northmere sold the plant to Larkspur in 2020.", 7),
        ("The council says that no records were lost.", 8),
        ("Analysts had forecast a little more revenue.", 9),
        ("Ms. Lowe would not say if the port will seek damages.", 10),
        ("The story that there was such a letter is untrue, according to the clerk.", 11),
        ("No woman had won the medal for 14 years, and nobody as young as Orla Reyes.", 12),
        ("The shippers had wanted ten berths and the port none at all.", 13),
    ],
)
def test_the_same_put_otherwise_is_no_opposite(text: str, number: int) -> None:
    assert problems(text, number) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Turnout fell in eight of the nine districts.", 1),
        ("Merrow Lines was invited to two hearings in January and attended both.", 2),
        ("Two men were asked to leave and were arrested.", 3),
        ("The port authority, which is expected to block the levy, will decide in April.", 4),
        ("The mayor left the door open to a deal with the Reform Party.", 5),
        ("Luminous bacteria turned up in all five glands.", 6),
        ("Revenue came to a little more than analysts had forecast.", 9),
        ("Ms. Lowe said that the port would seek damages from the builder.", 10),
        ("Humidity is expected to rise above 15 percent before Thursday.", 14),
        ("Doran resisted when he was taken from a flat at half past five.", 15),
    ],
)
def test_the_opposite_is_told_in_the_paragraphs_words(text: str, number: int) -> None:
    [problem] = problems(text, number)

    assert problem.startswith("the paragraph cited says the opposite (“")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The ferry line has stopped serving the islet.", "The ferry line will no longer serve the islet."),
        ("At first the council backed the levy, but it opposed it later.", "The council opposed the levy."),
        ("The pilots will leave earlier than planned.", "The pilots will be returning to Merrow sooner than planned."),
    ],
)
def test_what_is_meant_alike_is_no_opposite(text: str, said: str) -> None:
    cited = ground(said)

    assert polarity(text, cited, borne(text, cited)) == []
