"""Replies judged by what is known of the right answer."""

from __future__ import annotations

import pytest

from assistant.domain import (
    NO_FILTERS,
    Abstention,
    Answer,
    Article,
    Citation,
    Claim,
    Description,
    Inquiry,
    Paragraph,
    Place,
    Quote,
    Ranked,
    Reply,
    Support,
)
from assistant.evaluation.judging import Known, Outcome, Result, judge
from assistant.evaluation.wording import folded, holds_one

FERRY = "The ferry of Hale was built in 1,936 tons of steel."
BUSES = "Buses of the U.S. company run instead, every forty minutes until midnight."
ABOUT = Description("Ferry stays in port", "ferry.txt")
ARTICLE = Article("a", ABOUT, (Paragraph(1, FERRY), Paragraph(2, BUSES)))
RANKING = tuple(Ranked("a", ABOUT, each, 0.5) for each in ARTICLE.paragraphs)


def inquiry(confidence: float | None = 0.8) -> Inquiry:
    return Inquiry("?", "?", NO_FILTERS, "extractive", "made-up", confidence=confidence)


def answer(*quotes: Quote) -> Answer:
    citations = tuple(Citation(number, quote) for number, quote in enumerate(quotes, start=1))
    claims = tuple(Claim(each.quote.text, (each.number,), Support.QUOTED) for each in citations)
    return Answer(inquiry(), claims, citations)


def whole(paragraph: Paragraph) -> Quote:
    return Quote("a", ABOUT, paragraph, 0, len(paragraph.text))


BOTH = answer(whole(ARTICLE.paragraphs[0]), whole(ARTICLE.paragraphs[1]))
REFUSED = Abstention(inquiry(0.1), "there is nothing about it")


def judged(known: Known, reply: Reply = BOTH, article: Article = ARTICLE) -> Result:
    return judge(known, Outcome(RANKING, reply, {article.id: article}, 3.0, 5.0))


@pytest.mark.parametrize(
    ("answer_words", "text"),
    [
        ("us", BUSES),
        ("1936", FERRY),
        ("Hale!", FERRY),
        ("São  Tomé", "The boats of Sao Tome sail."),
        ("U.S.", "the US company"),
        ("3.5", "about 3.5 metres"),
    ],
)
def test_an_answer_is_found_whatever_its_case_accents_and_punctuation(answer_words: str, text: str) -> None:
    assert holds_one(text, [answer_words])


@pytest.mark.parametrize("answer_words", ["36", "ferr", "minute", "?", "35"])
def test_a_part_of_a_word_or_number_is_no_answer(answer_words: str) -> None:
    assert not holds_one(f"{FERRY} {BUSES} About 3.5 metres.", [answer_words])


def test_folding_leaves_words_alone() -> None:
    assert folded(" “Naïve”\n eels, said_A. B. Ames ") == "naive eels said a b ames"


def test_paragraph_article_and_answer_are_ranked_each_by_itself() -> None:
    known = Known(answers=("forty minutes",), paragraph=BUSES, articles=frozenset({"a"}))

    result = judged(known)

    assert (result.paragraph_rank, result.article_rank, result.answer_rank) == (2, 1, 2)
    assert (result.cited_paragraph, result.cited_article) == (0.5, 1.0)


def test_what_is_not_known_is_not_judged() -> None:
    result = judged(Known())

    assert (result.paragraph_rank, result.article_rank, result.answer_rank) == (None, None, None)
    assert (result.first_sentence, result.any_sentence) == (None, None)
    assert (result.cited_paragraph, result.cited_article) == (None, None)


def test_what_was_not_found_has_rank_zero() -> None:
    known = Known(answers=("a submarine",), paragraph="A submarine came up.", articles=frozenset())

    result = judged(known)

    assert (result.paragraph_rank, result.article_rank, result.answer_rank) == (0, 0, 0)


@pytest.mark.parametrize(
    "text", [BUSES.upper(), f"{FERRY}\n{BUSES}", "run instead, every forty minutes", "Before. " + BUSES]
)
def test_a_paragraph_is_right_as_a_part_of_the_right_text_or_holding_it(text: str) -> None:
    assert judged(Known(paragraph=text)).paragraph_rank in (1, 2)


def test_a_word_or_two_are_no_part_of_the_right_paragraph() -> None:
    heading = Ranked("b", ABOUT, Paragraph(7, "The ferry"), 0.9)

    result = judge(Known(paragraph=FERRY), Outcome([heading, *RANKING], REFUSED, {}, 1.0, 1.0))

    assert result.paragraph_rank == 2


def test_a_paragraph_by_its_number_may_stand_in_a_copy() -> None:
    copied = Ranked("b", ABOUT, Paragraph(4, FERRY), 0.9, also_in=(Place("a", 1),))
    known = Known(places=frozenset({Place("a", 1)}), articles=frozenset({"a"}))

    result = judge(known, Outcome([copied], REFUSED, {}, 1.0, 1.0))

    assert (result.paragraph_rank, result.article_rank) == (1, 1)


def test_the_first_sentence_and_any_sentence_are_told_apart() -> None:
    result = judged(Known(answers=("forty minutes",)))

    assert (result.first_sentence, result.any_sentence) == (False, True)


def test_a_refusal_of_an_answerable_question_misses_its_sentence() -> None:
    result = judged(Known(answers=("forty minutes",)), REFUSED)

    assert (result.answered, result.first_sentence, result.any_sentence) == (False, False, False)
    assert (result.word_for_word, result.cited_article) == (None, None)


def test_an_unanswerable_question_is_judged_by_the_refusal_alone() -> None:
    known = Known(answerable=False, answers=("forty minutes",), paragraph=BUSES, articles=frozenset({"a"}))

    result = judged(known)

    assert (result.answerable, result.answered) == (False, True)
    assert (result.paragraph_rank, result.answer_rank, result.first_sentence) == (None, None, None)
    assert result.word_for_word == 1.0


def test_a_quote_that_no_longer_stands_in_its_article_is_not_word_for_word() -> None:
    edited = Article("a", ABOUT, (Paragraph(1, FERRY), Paragraph(2, "Buses have stopped, too.")))

    assert judged(Known(), article=edited).word_for_word == 0.5
    assert judge(Known(), Outcome(RANKING, BOTH, {}, 1.0, 1.0)).word_for_word == 0.0


def test_a_claim_without_a_citation_is_not_word_for_word() -> None:
    bare = Answer(inquiry(), (Claim("It sails.", (), Support.UNSUPPORTED),), ())

    assert judged(Known(answers=("sails",)), bare).word_for_word == 0.0


def test_where_no_sentence_was_weighed_the_reply_itself_is_the_confidence() -> None:
    described = Answer(inquiry(None), BOTH.claims, BOTH.citations)

    assert judged(Known(), described).confidence == 1.0
    assert judged(Known(), Abstention(inquiry(None), "no article is about it")).confidence == 0.0
    assert judged(Known(), REFUSED).confidence == 0.1


@pytest.mark.parametrize(
    ("wrong", "rests"),
    [(frozenset({Place("a", 1)}), True), (frozenset({Place("a", 9)}), False), (frozenset(), None)],
)
def test_a_sentence_that_rests_on_nothing_but_what_is_wrong_is_told(wrong: frozenset[Place], *, rests: bool) -> None:
    assert judged(Known(wrong=wrong)).rests_on_wrong is rests


def test_a_sentence_with_another_support_and_a_refusal_rest_on_nothing_wrong() -> None:
    known = Known(answerable=None, wrong=frozenset({Place("a", 1)}))
    quotes = [Citation(number, whole(each)) for number, each in enumerate(ARTICLE.paragraphs, start=1)]
    twice = Answer(inquiry(), (Claim("It stays.", (1, 2), Support.SUPPORTED),), tuple(quotes))

    assert judged(known, twice).rests_on_wrong is False
    assert judged(known, REFUSED).rests_on_wrong is False
    assert judged(known).answerable is None
