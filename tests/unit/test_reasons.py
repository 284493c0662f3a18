"""Why the articles do not say, in words for a person."""

from __future__ import annotations

import pytest

from assistant.domain import Description, Paragraph, Ranked
from assistant.question import Question
from assistant.reasons import reason
from assistant.stems import stems
from assistant.terms import terms_of

TEXTS = (
    "The ferry stays in the port of Hale because its engine is broken, said the mayor.",
    "Oxmoor established a harbour union with the Free Ports Alliance, and its troops left.",
    "Jonas Brandt leads the port.",
)


def ranked(text: str, language: str | None = None) -> Ranked:
    return Ranked("a", Description("The port", "s", language=language), Paragraph(1, text), 1.0)


def why(asked: str, articles: int = 2, texts: tuple[str, ...] = TEXTS, language: str | None = None) -> str:
    """The reason where these are all the passages of the library; two words are near each other there."""
    near = {"founded": {"establish": 0.6}, "army": {"troop": 0.6}, "boat": {"ferri": 0.3}}
    question = Question(asked)
    terms = terms_of(question, lambda _: 1.0, lambda word: near.get(word, {}))
    passages = [set(stems(text)) for text in texts]

    def passages_with(stem: str) -> int:
        return sum(stem in each for each in passages)

    return reason(question, terms, [ranked(text, language) for text in texts], passages_with, articles)


@pytest.mark.parametrize(
    ("question", "articles", "told"),
    [
        ("When do penguins arrive?", 2, "there is nothing about “penguins” or “arrive” in any of the 2 articles"),
        ("Where is Mongolia?", 1, "there is nothing about “Mongolia” in the one article"),
        (
            "What did Ada Quill's ferry bring?",
            1200,
            "there is nothing about “Ada Quill” or “bring” in any of the 1,200 articles",
        ),
        ("Did the ferry stay in 1921?", 2, "there is nothing about “1921” in any of the 2 articles"),
    ],
)
def test_a_name_or_all_that_is_missing_is_named(question: str, articles: int, told: str) -> None:
    assert why(question, articles) == told


def test_a_word_that_is_missing_is_told_beside_those_that_are_there() -> None:
    assert why("Why is the ferry purple?") == "the articles mention “ferry”, but not “purple”"
    assert why("Why is the ferry purple?", articles=1) == "the article mentions “ferry”, but not “purple”"


@pytest.mark.parametrize(
    ("question", "not_said"),
    [
        ("Who is the mayor of Hale?", "“mayor” and “Hale”, but not who"),
        ("When did the engine break?", "“engine” and “break”, but not when"),
        ("Where is the port of Hale?", "“port” and “Hale”, but not where"),
        ("How old is Jonas Brandt?", "“Jonas Brandt”, but not how old"),
        ("How many troops left?", "“troops” and “left”, but not how many"),
        ("Is the mayor in the port?", "“mayor” and “port”, but not whether that is so"),
    ],
)
def test_where_all_words_are_there_it_says_what_is_not_said_of_them(question: str, not_said: str) -> None:
    texts = (*TEXTS, "Engines break.")

    assert why(question, texts=texts) == f"the articles mention {not_said}"


def test_what_is_said_in_other_words_is_not_called_missing() -> None:
    assert why("How large is the army?") == "the articles mention “army”, but not how large"
    assert why("When was the harbour union founded?") == (
        "the articles mention “harbour”, “union” and “founded”, but not when"
    )


def test_what_is_only_somewhat_near_is_missing() -> None:
    assert why("When does the boat leave the port?").endswith("but not “boat” or “leave”")


def test_initials_are_there_where_they_are_spelled_out() -> None:
    assert why("Why did the FPA leave the port?") == "the articles mention “FPA” and “port”, but not “leave”"


def test_names_that_are_nowhere_together_are_said_to_be_apart() -> None:
    told = "the articles mention “Jonas Brandt” and “Oxmoor”, but nowhere together"

    assert why("What did Jonas Brandt say about Oxmoor?") == told


def test_a_question_in_another_language_than_the_articles_is_told_so() -> None:
    told = "the question seems to be in German; the articles are in English"

    assert why("Warum liegt die Fähre in Hale?") == told
    assert why("Warum liegt die Fähre in Hale?", language="en-GB") == told
    assert "in German" not in why("Warum liegt die Fähre in Hale?", language="de")


def test_words_that_tell_nothing_of_what_is_missing_are_not_named() -> None:
    assert why("What does the mayor want to make of penguins?") == "the articles mention “mayor”, but not “penguins”"
