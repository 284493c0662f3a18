"""Questions about an article itself, rather than about what it says."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.about import about_article, best_article, description_quote, on_topic, tells
from assistant.domain import Description, Kind, Paragraph, Ranked, Scores

SIGNED = Description("The ferry stays", "s", outlet="Gazette", authors=("Ada Quill",), published=date(2024, 5, 8))
UNSIGNED = Description("The ferry moors", "s", outlet="Gazette")


def ranked(
    article: str, score: float, description: Description = SIGNED, text: str = "The ferry.", dense: float = 0.1
) -> Ranked:
    return Ranked(article, description, Paragraph(1, text), score, Scores(dense))


@pytest.mark.parametrize(
    ("question", "fields", "topic"),
    [
        ("Who wrote the article on ferries?", {"authors"}, "ferries"),
        ("Who wrote the piece about the port, and when?", {"authors", "published"}, "the port"),
        ("Who is the author of the story on eels?", {"authors"}, "eels"),
        ("When was the article about the port published?", {"published"}, "the port"),
        ("When did the report on eels come out?", {"published"}, "eels"),
        ("What is the publication date of the story on eels?", {"published"}, "eels"),
        ("Which newspaper ran the story about eels?", {"outlet"}, "eels"),
        ("Who published the article on the ferry?", {"outlet"}, "the ferry"),
        ("Who wrote “The ferry stays”, and when?", {"authors", "published"}, "The ferry stays"),
    ],
)
def test_the_fields_asked_for_and_the_topic_are_understood(question: str, fields: set[str], topic: str) -> None:
    about = about_article(question)

    assert about is not None
    assert about.fields == fields
    assert about.topic == topic


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Which article mentions the ferry?", "the ferry"),
        ("Which outlet first reported that the port had closed?", "the port had closed"),
        ("What newspaper wrote about eels?", "eels"),
        ("Which newspaper is the largest?", None),
        ("In which story says Ada Quill that eels sleep?", "Ada Quill that eels sleep"),
    ],
)
def test_an_article_is_known_by_what_it_says(question: str, said: str | None) -> None:
    about = about_article(question)

    assert (about.topic if about and about.by_words else None) == said


def test_a_topic_before_the_word_for_an_article_is_found() -> None:
    about = about_article("When was the ferry article published?")

    assert about is not None
    assert "ferry" in about.topic


@pytest.mark.parametrize("question", ["Who wrote the article?", "Who wrote this story?", "When was the text written?"])
def test_a_question_that_names_no_article_has_no_topic(question: str) -> None:
    about = about_article(question)

    assert about is not None
    assert not about.topic


@pytest.mark.parametrize(
    "question",
    [
        "Who wrote the letter to the mayor?",
        "Who wrote that the port would close?",
        "Who wrote the letter that the article mentions?",
        "Who is the author of the bill?",
        "When was the ferry launched?",
        "Where was the mayor born?",
        "What does the article say about ferries?",
        "Which newspaper does the mayor read?",
    ],
)
def test_a_question_about_what_articles_say_is_no_question_about_an_article(question: str) -> None:
    assert about_article(question) is None


def test_the_article_that_is_on_the_topic_throughout_outweighs_one_that_touches_it() -> None:
    ranking = [ranked("touches", 0.8), ranked("throughout", 0.7), ranked("throughout", 0.7), ranked("throughout", 0.6)]

    best = best_article(ranking, frozenset({"authors"}))

    assert best is not None
    assert best.article_id == "throughout"


def test_of_two_nearly_as_good_the_one_that_tells_is_taken() -> None:
    best = best_article([ranked("unsigned", 0.9, UNSIGNED), ranked("signed", 0.8)], frozenset({"authors"}))

    assert best is not None
    assert best.article_id == "signed"


def test_one_that_tells_but_is_not_on_the_topic_is_not_taken() -> None:
    best = best_article([ranked("unsigned", 0.9, UNSIGNED), ranked("signed", 0.2)], frozenset({"authors"}))

    assert best is not None
    assert best.article_id == "unsigned"


def test_without_paragraphs_there_is_no_article() -> None:
    assert best_article([], frozenset({"authors"})) is None


def test_an_article_is_on_a_topic_by_its_words_or_by_meaning() -> None:
    by_words = ranked("words", 0.9, text="Dredging begins in the port.")
    by_meaning = ranked("meaning", 0.9, text="Mud is taken from the sea floor.", dense=0.6)
    neither = ranked("neither", 0.9, text="Gulls eat bread.")
    ranking = [by_words, by_meaning, neither]

    on = [each.article_id for each in ranking if on_topic("port dredging", each, ranking, lambda _: 1.0)]

    assert on == ["words", "meaning"]


def test_what_a_description_tells_is_told() -> None:
    assert tells(SIGNED, frozenset({"authors", "published", "outlet"}))
    assert tells(UNSIGNED, frozenset({"outlet"}))
    assert not tells(UNSIGNED, frozenset({"outlet", "published"}))


def test_the_description_is_quoted_whole_as_paragraph_zero() -> None:
    quote = description_quote(ranked("a", 0.9))

    assert quote.paragraph == Paragraph(0, SIGNED.line, Kind.DESCRIPTION)
    assert quote.text == SIGNED.line
