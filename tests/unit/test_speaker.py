"""Who speaks in a sentence that does not name its speaker."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from assistant.domain import Paragraph
from assistant.speaker import Speakers
from assistant.terms import spans_in

MINISTER = "Prime Minister Orla Venn said the ferry would stay."


def speakers(*texts: str) -> list[str | None]:
    """Who speaks in each sentence of the last paragraph."""
    paragraphs = [Paragraph(number, text) for number, text in enumerate(texts, start=1)]
    told = Speakers(paragraphs)
    return [told.speaker(len(texts), start, end) for start, end in spans_in(texts[-1])]


@pytest.mark.parametrize(
    "sentence",
    [
        "She added that the harbour needs it.",
        "“We will not give it up,” she said.",
        "“We will not give it up,” said she, and left.",
        "But she warned that money is short.",
        "“We will not give it up, whatever the cost may be.”",
        '"We will not give it up, whatever the cost may be."',
    ],
)
def test_a_sentence_that_leaves_its_speaker_open_belongs_to_the_one_named_before(sentence: str) -> None:
    assert speakers(MINISTER, sentence) == ["Prime Minister Orla Venn"]
    assert speakers(f"{MINISTER} {sentence}")[-1] == "Prime Minister Orla Venn"


def test_a_surname_is_given_in_full() -> None:
    assert speakers("The mayor is Tom Rusk.", "“It is late,” Rusk said.", "He added that boats wait.") == ["Tom Rusk"]


def test_a_surname_that_two_share_stays_as_it_is() -> None:
    texts = ("Ann Rusk met Tom Rusk.", "“It is late for us all,” Rusk said.", "“The boats wait for nobody here.”")

    assert speakers(*texts) == ["Rusk"]


def test_a_title_is_not_taken_for_a_part_of_what_stands_before_it() -> None:
    texts = ("The Fund for Ships and Harbours Director Ann Lee said it was late.", "She added that boats wait.")

    assert speakers(*texts) == ["Director Ann Lee"]


def test_a_role_is_named_where_there_is_no_name() -> None:
    assert speakers("A spokeswoman for the port said it was open.", "She added that boats wait.") == ["a spokeswoman"]
    assert speakers("“It is open,” the ministry said.", "“The boats may leave as they like.”") == ["the ministry"]


def test_a_quotation_goes_on_over_paragraphs_and_pronouns() -> None:
    texts = (MINISTER, "“It is ours,” she said.", "“It was my mother's, and her mother's before.”")

    assert speakers(*texts) == ["Prime Minister Orla Venn"]


@pytest.mark.parametrize(
    "texts",
    [
        (MINISTER,),
        (MINISTER, "Captain Ulf Brand said he was glad."),
        (MINISTER, "The ferry is blue."),
        (MINISTER, "He added that boats wait.", "She had not asked."),
        ("Mr. Rusk said it was late.", "She added that boats wait."),
        ("Ann Lee said it was late, but Tom Rusk said it was early.", "“The boats wait for nobody here.”"),
        ("Ann Lee said it was late. Tom Rusk and Ina Moe left.", "She added that boats wait."),
        ("Ann Lee said it was late.", "Rusk ordered the boats to leave.", "She added that boats wait."),
        ("Ann Lee wept. Her captain said it was late.", "She added that boats wait."),
        (MINISTER, "Ina still waits for the boats, but she says that she can wait."),
        ("Ann Lee, of Hale, Orm, with her crew, told us it was late.", "He added that boats wait."),
        ("“It is late,” said Hale Gov. and captain Ann Lee.", "“The boats wait for nobody here.”"),
        ("The ministry said it was late.", "She added that boats wait."),
        (MINISTER, "“The boats wait for nobody here.” That is what Captain Ulf Brand said."),
        (MINISTER, "“The Long Way”"),
        (MINISTER, "Nobody knows how long the woman of whom she said so will stay."),
        ("The pier is old.", "“The boats wait for nobody here.”"),
        (MINISTER, "It rained.", "It rained again.", "It rained more.", "She added that boats wait."),
    ],
)
def test_nobody_is_named_where_that_is_not_plain(texts: tuple[str, ...]) -> None:
    assert speakers(*texts)[:1] == [None]


@given(
    some.lists(
        some.text(alphabet="AabC he she said,.“”\" Mr'’\n", min_size=1).filter(str.strip), min_size=1, max_size=4
    )
)
def test_any_article_is_read(texts: list[str]) -> None:
    assert all(each is None or each.strip() for each in speakers(*texts))
