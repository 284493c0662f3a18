"""What speaks against a sentence, however near it is."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.domain import Description, Paragraph, Ranked
from assistant.doubts import Doubts, doubts_of
from assistant.evidence import Sentence
from assistant.question import Question
from assistant.terms import terms_of

BARGES = "Barges wait below the lock."


def doubts(asked: str, told: str, title: str = "The lock", published: date | None = None, of: str = "") -> Doubts:
    """Of a sentence, in a paragraph of its own or in one that `of` gives."""
    question, text = Question(asked), of or told
    ranked = Ranked("a", Description(title, "s", published=published), Paragraph(1, text), 1.0)
    start, terms = text.index(told), terms_of(question, lambda _: 1.0)
    words = terms.told_by(told)
    sentence = Sentence(ranked, start, start + len(told), 0.6, words, pairs=0, names=0, before=0, around=0, form=0)
    return doubts_of(question, terms, sentence)


@pytest.mark.parametrize(
    "told",
    [
        "Barges wait below the lock.",
        "Barges wait below the lock since 7 May 2024.",
        "Barges wait below the lock from May 7, 2024, 9:30 on.",
        "Barges wait under Article 4 of the lock's rules.",
        "Most barges of the 19th century waited here.",
    ],
)
def test_a_day_or_the_number_of_a_rule_counts_nothing(told: str) -> None:
    assert doubts("How many barges wait below the lock?", told).uncounted


@pytest.mark.parametrize(
    "told",
    [
        "Forty barges wait below the lock.",
        "Some 2,400 barges wait.",
        "It was the 23rd barge.",
        "No one waits.",
        "A couple wait.",
    ],
)
def test_figures_number_words_and_none_are_counts(told: str) -> None:
    assert not doubts("How many barges wait below the lock?", told).uncounted


@pytest.mark.parametrize(
    "asked", ["Why do barges wait?", "How long have the barges waited?", "How did they get there?"]
)
def test_only_what_asks_for_a_count_misses_one(asked: str) -> None:
    assert not doubts(asked, BARGES).uncounted


def test_a_sentence_of_another_year_is_doubted() -> None:
    assert doubts("Who built the lock in 1921?", "Ada Quill built the lock in 1934.").other_year
    assert not doubts("Who built the lock in 1934?", "Ada Quill built the lock in 1934.").other_year
    assert not doubts("Who built the lock?", "Ada Quill built the lock in 1934.").other_year


def test_a_sentence_without_a_year_is_of_its_paragraphs_or_its_articles() -> None:
    opened = "The lock opened in June."

    assert doubts("Did the lock open in 1921?", opened, of=f"It was built in 1934. {opened}").other_year
    assert doubts("Did the lock open in 1921?", opened, published=date(2024, 7, 1)).other_year
    assert not doubts("Did the lock open in 2024?", opened, published=date(2024, 7, 1)).other_year
    assert not doubts("Did the lock open in 1921?", opened).other_year


def test_an_article_of_january_tells_of_the_year_before() -> None:
    assert not doubts("Did the lock open in 2023?", "It opened last month.", published=date(2024, 1, 9)).other_year


def test_what_is_told_of_somebody_else_is_doubted_the_more_it_tells() -> None:
    asked = "When did the town of Oxmoor close its old lock?"
    much, little = (doubts(asked, told) for told in ("Hale closed its old lock in May.", "Hale has a lock."))

    assert much.of_another > little.of_another > 0


def test_a_name_may_stand_in_the_title_or_in_the_sentences_beside_it() -> None:
    asked, told = "When did the town of Oxmoor close its lock?", "It closed the lock in May."

    assert doubts(asked, told, title="A lock in Oxmoor").of_another == 0
    assert doubts(asked, told, of=f"Oxmoor is quiet. {told}").of_another == 0
    assert doubts(asked, told, of=f"Oxmoor is quiet. Nobody goes there. Nothing happens. {told}").of_another > 0


def test_a_question_without_names_leaves_no_doubt_of_whom_it_is_told() -> None:
    assert doubts("When was the old lock closed?", "Hale closed its old lock in May.").of_another == 0
