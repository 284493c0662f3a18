"""What is denied, told of some, or said by another than a sentence has it."""

from __future__ import annotations

import pytest

from assistant.support.overall import overall
from assistant.support.polarity import polarity
from assistant.support.speakers import speakers
from tests.grounds import borne, ground

QUAY = (
    "The harbour cranes were not damaged. Three of the five piers were flooded.",
    "The regulator may fine the ferry line this autumn. The new ferry is expected to sail in May.",
    "The tug company, which still carries the workers home, turned down the offer twice.",
    "Freight volume ended the year at 40 tonnes, up six tonnes. Pilots will pay more, not less, when they renew.",
    "The barge's captain, who was not hurt, called for help. Nine sailors were hurt.",
    (
        "“The pier is sound,” said Hanna Lind, an engineer. A colleague, Peter Moss, disagreed."
        " “It leaks near the old crane,” he said."
    ),
    "He said the boat took forty minutes to come; the coastguard said that its log shows twenty minutes.",
    "The dredging was announced and the repair of the lock was not made. The clerk has yet to name a builder.",
)


def cited_for(text: str, number: int) -> list[str]:
    cited = ground(*QUAY, numbers=(number,))
    found = borne(text, cited)
    return [problem for test in (polarity, overall, speakers) for problem in test(text, cited, found)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("All five piers were flooded.", 1),
        ("The tug company no longer carries the workers home.", 3),
        ("Freight volume slipped six tonnes to end the year at 40 tonnes.", 4),
        ("Pilots will pay less when they renew.", 4),
        ("Hanna Lind said that it leaks near the old crane.", 6),
        ("The repair of the lock was made.", 8),
    ],
)
def test_another_sense_is_told_from_what_is_cited(text: str, number: int) -> None:
    assert cited_for(text, number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The harbour cranes escaped damage.", 1),
        ("Three of five piers were under water.", 1),
        ("The regulator might fine the ferry line.", 2),
        ("The new ferry will sail in May.", 2),
        ("The tug company twice rejected the offer.", 3),
        ("Freight volume rose six tonnes to 40 tonnes.", 4),
        ("Nine sailors were hurt.", 5),
        ("Peter Moss said that it leaks near the old crane.", 6),
        ("The coastguard said that its log shows twenty minutes.", 7),
        ("The clerk has not named a builder.", 8),
    ],
)
def test_the_same_sense_in_other_words_is_not_doubted(text: str, number: int) -> None:
    assert cited_for(text, number) == []
