"""How far a sentence is borne out by what it cites."""

from __future__ import annotations

import pytest

from assistant.domain import Article, Support
from assistant.support.verdict import Verdict
from assistant.support.verifier import UNCITED, Verifier
from tests.grounds import an_article, cite
from tests.made import MadeUp

FERRY = an_article(
    "The ferry Alder left Tarn on Monday with 40 passengers. It was an hour late.",
    "The harbour master, Ruth Keane, said that the fog was to blame.",
)
GERMAN = an_article("Der Rat von Tarn stimmte am Montag nicht für die Abgabe.", language="de")
HOSTILE = [
    "A" * 10_000,
    "Ann Lee, " * 1_100,
    "not more than " * 700,
    '"' * 10_000,
    "the said " * 1_100,
    "1,000 " * 1_600,
]


def verdict(text: str, article: Article, *numbers: int) -> Verdict:
    encoder = MadeUp()
    return Verifier(encoder.encode, encoder.near).check(text, cite(article, *numbers))


def test_a_sentence_without_a_paragraph_is_not_borne_out() -> None:
    encoder = MadeUp()

    assert Verifier(encoder.encode, encoder.near).check("It rained.", []) == Verdict(Support.UNSUPPORTED, UNCITED, ())


def test_a_sentence_that_stands_there_word_for_word_is_quoted() -> None:
    found = verdict("It was an hour late.", FERRY, 2, 1)

    assert (found.support, found.spans) == (Support.QUOTED, (None, (56, 76)))


def test_at_most_two_problems_are_told() -> None:
    found = verdict("Otto Brandt said that the “storm” cost 99 lives on 3 May 1999.", FERRY, 2)

    assert found.support is Support.UNSUPPORTED
    assert found.problem is not None
    assert 1 <= found.problem.count(";") + 1 <= 2


def test_of_other_languages_only_names_digits_and_quotations_are_compared() -> None:
    assert verdict("Der Rat von Tarn lehnte die Abgabe am Montag ab.", GERMAN, 1).support is Support.SUPPORTED
    assert verdict("Der Rat von Velm lehnte die Abgabe ab.", GERMAN, 1).support is Support.UNSUPPORTED


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_sentences_are_judged_like_others(text: str) -> None:
    assert verdict(text, FERRY).support is Support.UNSUPPORTED
