"""The sentences that answer, chosen, numbered and cited."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain import Citation, Claim, Description, Kind, Paragraph, Place, Quote, Ranked, Support
from assistant.evidence import Sentence
from assistant.extract import MOST, Room, choose, cite, rank, room_for
from assistant.question import Question

WORDS = ["anchors", "boats", "cranes", "docks", "eels", "ferries", "gulls", "harbours", "islands", "jetties"]


def sentence(text: str, article: str = "a", number: int = 1, also_in: tuple[Place, ...] = ()) -> Sentence:
    """A sentence that is its whole paragraph."""
    ranked = Ranked(article, Description(f"Title of {article}", "s"), Paragraph(number, text), 0.9, also_in=also_in)
    return Sentence(
        ranked, 0, len(text), meaning=0.5, words=0.5, pairs=0.5, names=0.5, before=0.5, around=0.5, form=1.0
    )


def texts(quotes: list[Quote]) -> list[str]:
    return [each.text for each in quotes]


@pytest.mark.parametrize("sign", ["meaning", "words", "pairs", "before", "around", "form"])
def test_each_sign_of_an_answer_puts_a_sentence_higher(sign: str) -> None:
    plain = sentence("The ferry stays.")
    better = replace(plain, **{sign: getattr(plain, sign) + 0.4})

    assert [each for _, each in rank([plain, better])] == [better, plain]


def test_a_caption_ranks_below_the_same_words_of_the_body() -> None:
    body = sentence("The ferry stays.")
    caption = replace(body, ranked=replace(body.ranked, paragraph=Paragraph(1, "The ferry stays.", Kind.CAPTION)))

    assert [each for _, each in rank([caption, body])] == [body, caption]


def test_the_best_sentence_is_quoted_and_those_far_below_it_are_not() -> None:
    best, near, far = sentence("The ferry stays."), sentence("Nobody mends the engine."), sentence("Gulls eat bread.")

    assert texts(choose([(5.0, best), (4.8, near), (2.0, far)])) == ["The ferry stays.", "Nobody mends the engine."]


def test_a_sentence_that_says_the_same_again_is_left_out() -> None:
    ranked = [(5.0, sentence("The ferry stays in port.")), (5.0, sentence("In port the ferry stays today.", "b"))]

    assert texts(choose(ranked)) == ["The ferry stays in port."]


def test_the_same_sentence_elsewhere_is_named_beside_the_quote() -> None:
    elsewhere = sentence("“The ferry stays”", "b", 4, also_in=(Place("c", 2),))

    [quote] = choose([(5.0, sentence("The ferry stays.")), (1.0, elsewhere)])

    assert quote.article_id == "a"
    assert quote.also_in == (Place("b", 4), Place("c", 2))


def test_of_nothing_nothing_is_chosen() -> None:
    assert choose([]) == []


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), max_size=8))
def test_few_sentences_are_chosen_and_none_twice(drawn: list[list[str]]) -> None:
    quotes = choose([(5.0, sentence(" ".join(words), f"a{index}")) for index, words in enumerate(drawn)])

    assert len(quotes) <= MOST
    assert len({each.text for each in quotes}) == len(quotes)
    assert bool(quotes) == bool(drawn)


def test_quotes_are_numbered_from_the_first_number_and_are_their_claims() -> None:
    quotes = choose([(5.0, sentence("The ferry stays.")), (5.0, sentence("Nobody mends the engine."))])

    claims, citations = cite(quotes, 4)

    assert citations == (Citation(4, quotes[0]), Citation(5, quotes[1]))
    assert claims == (
        Claim("The ferry stays.", (4,), Support.QUOTED),
        Claim("Nobody mends the engine.", (5,), Support.QUOTED),
    )


def test_a_list_and_a_summary_may_take_more_sentences() -> None:
    one, many, summary = (
        room_for(Question(text)) for text in ("Who sold it?", "Which towns have ports?", "Summarise the report.")
    )

    assert one.most == 3 < many.most
    assert one.margin < many.margin < summary.margin
    assert summary.in_order


def test_a_summary_tells_in_the_order_of_the_article() -> None:
    later, earlier = sentence("The ferry stays.", number=4), sentence("Nobody mends the engine.", number=2)

    quotes = choose([(5.0, later), (4.0, earlier)], Room(5, 5.0, in_order=True))

    assert texts(quotes) == ["Nobody mends the engine.", "The ferry stays."]


def leaning(text: str, second: str) -> Sentence:
    """The last sentence of a paragraph of two, which tells less of the question than both together."""
    whole = sentence(text)
    return replace(whole, start=text.index(second), words=0.2, before=0.8)


def test_a_sentence_that_points_back_is_quoted_with_the_one_that_says_at_what() -> None:
    text = "The ferry was sold to Hale. It sails again in May."

    assert texts(choose([(5.0, leaning(text, "It sails"))])) == [text]


def test_one_that_stands_by_itself_is_quoted_alone() -> None:
    text = "The ferry was sold to Hale. Boats sail again in May."

    assert texts(choose([(5.0, leaning(text, "Boats sail"))])) == ["Boats sail again in May."]


def test_nothing_is_quoted_twice_in_widened_quotes() -> None:
    text = "The ferry was sold to Hale. It sails again in May."
    first = replace(sentence(text), end=text.index(" It sails"))

    assert texts(choose([(5.0, first), (4.9, leaning(text, "It sails"))])) == [first.text, "It sails again in May."]
    assert texts(choose([(5.0, leaning(text, "It sails")), (4.9, first)])) == [text]
