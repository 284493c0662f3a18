"""Sentences that what is cited does not say at all."""

from __future__ import annotations

from assistant.embeddings.encoder import Encoder
from assistant.support.bearing import Bearing
from assistant.support.closeness import Closeness
from assistant.support.ground import Ground
from tests.grounds import an_article, cite

SNAILS = (
    "Nine of the 12 live snails flashed when they were touched with a glass rod, Tiernan said.",
    "At surface pressure no animal survived for more than 31 hours, she added, which left no time for trials.",
    "The first cruise was paid for by the research council.",
)


def problems(encoder: Encoder, text: str, number: int, language: str = "en") -> list[str]:
    cited = Ground(cite(an_article(*SNAILS, language=language), number))
    borne = Bearing(encoder.encode, encoder.near).of(text, cited)
    return list(Closeness(encoder.encode)(text, cited, borne))


def test_a_paraphrase_is_close_enough(encoder: Encoder) -> None:
    assert problems(encoder, "None of the snails lived longer than 31 hours at the pressure of the surface.", 2) == []


def test_the_paragraph_that_says_it_is_named_where_another_is_cited(encoder: Encoder) -> None:
    [problem] = problems(encoder, "None of the snails lived longer than 31 hours at the pressure of the surface.", 1)

    assert problem == "the paragraph cited does not say this (paragraph 2 of the article comes closer)"


def test_what_no_paragraph_says_is_not_said(encoder: Encoder) -> None:
    assert problems(encoder, "The government lowered taxes on diesel after a strike by lorry drivers.", 3) == [
        "the paragraph cited does not say this"
    ]


def test_articles_in_other_languages_are_given_the_benefit_of_the_doubt(encoder: Encoder) -> None:
    assert problems(encoder, "The government lowered taxes on diesel.", 3, language="de") == []
