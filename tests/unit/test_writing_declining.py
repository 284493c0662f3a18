"""A chat model that finds no answer in the articles is understood, one that has something to say is not cut off."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from assistant.writing.declining import SENTINEL, Declining, declines, is_sentinel


@pytest.mark.parametrize(
    "text",
    [
        "NOT IN THE ARTICLES",
        "Not in the articles.",
        ' "not  in\nthe articles" \n',
        "**NOT IN THE ARTICLES**",
        "`NOT IN THE ARTICLES`",
        "NOT_IN_THE_ARTICLES",
        "[NOT IN THE ARTICLES]",
        "NOT IN THE ARTICLES. [1]",
        "NOT IN THE ARTICLES" + "\n" * 200,
    ],
)
def test_the_sentinel_is_understood_in_any_case_and_between_any_signs(text: str) -> None:
    declining = Declining()

    assert [declining.feed(character) for character in text] == [""] * len(text)
    assert declining.declines
    assert declining.finish() == ""
    assert is_sentinel(text)
    assert declines(text)


@pytest.mark.parametrize(
    "text",
    [
        "Not in the articles, however, is the name.",
        "NOT IN THE ARTICLE",
        "No",
        "The dam held.",
        "",
        "...",
        "3 NOT IN THE ARTICLES",
        "*" * 100 + SENTINEL,
        f"{SENTINEL} {SENTINEL}",
    ],
)
def test_other_text_is_not_the_sentinel(text: str) -> None:
    assert not is_sentinel(text)


def test_text_is_handed_on_as_soon_as_it_cannot_be_the_sentinel() -> None:
    declining = Declining()

    assert [declining.feed(piece) for piece in ["No", "t in", " March", ", but", " in May."]] == [
        "",
        "",
        "Not in March",
        ", but",
        " in May.",
    ]
    assert not declining.declines


@settings(deadline=None)
@given(
    some.lists(some.one_of(some.text(max_size=5), some.sampled_from(["NOT", " in", " the ", "Articles", "*", "no"])))
)
def test_no_text_is_lost_or_changed_unless_all_of_it_is_the_sentinel(pieces: list[str]) -> None:
    declining = Declining()

    text = "".join(declining.feed(piece) for piece in pieces) + declining.finish()

    assert declining.declines == is_sentinel("".join(pieces))
    assert text == ("" if declining.declines else "".join(pieces))


@pytest.mark.parametrize(
    "text",
    [
        "The articles do not say.",
        "The articles don't say who paid for the dam.",
        "The provided paragraphs don’t mention the price of the dam.",
        "The given articles do not contain any information about the mayor's salary.",
        "The paragraphs provided do not specify when the dam was built.",
        "The provided text does not mention a price.",
        "The available sources do not state how many were hurt.",
        "I'm sorry, but the articles do not answer this question.",
        "Unfortunately, the passages do not provide that information.",
        "Based on the provided articles, I cannot determine who built the dam.",
        "Based on the articles, there is no information about the price.",
        "None of the articles mentions the price of the dam.",
        "Nothing in the provided articles says who paid.",
        "There is no information about the price in the provided articles.",
        "There is no mention of a price in the articles.",
        "The articles contain no information on this.",
        "The articles make no mention of it.",
        "No information about the price is given in the articles.",
        "No information on this is available.",
        "No relevant information.",
        "I don't know.",
        "I do not know who built the dam.",
        "I cannot answer this question from the articles.",
        "I could not find an answer in the articles.",
        "I don't have enough information to answer this question.",
        "This is not mentioned in the articles.",
        "It is not stated in the provided paragraphs.",
        "Not mentioned in the articles.",
        "Not specified.",
        "The answer is not in the articles.",
        "Not in the articles provided.",
        "The price of the dam is not mentioned anywhere in the provided articles.",
        "Unknown.",
        "I'm sorry. I don't know.",
        "The articles do not say who paid for the dam. Please ask about something else.",
        "I don't know. The articles do not mention it.",
        "*The articles do not say.*",
    ],
)
def test_a_model_that_declines_in_its_own_words_is_understood(text: str) -> None:
    assert declines(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The dam held.",
        "The articles do not say.[1]",
        "The articles do not say who paid, but the mayor promised to.",
        "The articles do not mention a price; they speak of a loan of $3 million.",
        "The articles do not say that the mayor resigned. He was dismissed in March.",
        "The mayor did not say who paid for the dam.",
        "The documents do not mention the mayor by name.",
        "The report does not mention the dam.",
        "There is no information on casualties, officials said.",
        "No information on casualties was released.",
        "There is no evidence of fraud, officials said.",
        "I don't know who I am any more, the mayor said, while the dam was breaking.",
        "Unknown men broke the gates.",
        "Not far from the dam.",
        "No.",
        "Nobody was hurt.",
        "The articles do not say. " * 3,
        "The articles do not say who paid for " + "the old and the new dam and " * 20 + "why.",
        "The articles report that the dam held.",
    ],
)
def test_a_model_that_says_something_does_not_decline(text: str) -> None:
    assert not declines(text)
