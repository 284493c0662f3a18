"""What the page hands to the browser for checking, and takes from it."""

from __future__ import annotations

import pytest

from assistant.conversations.kept import Feedback, Finding, Mark
from assistant.domain import (
    Answer,
    Article,
    Citation,
    Claim,
    Description,
    Filters,
    Furniture,
    Inquiry,
    Paragraph,
    Quote,
    Support,
)
from assistant.errors import UnknownArticle
from ui.conversation import Conversation, Exchange
from ui.jobs import Job, Stopped
from ui.marking import LONGEST_NOTE, take_down
from ui.marks_data import checks_data, marks_data
from ui.opinions import Opinions
from ui.reader_data import Reading, reader_data
from ui.resting import resting_data
from ui.search_data import search_data

PARAGRAPHS = ("The mill burned.", "Łódź’s mayor came.", "The mill will be rebuilt.")
MILL = Article(
    "mill",
    Description("Mill burned", "mill.txt"),
    tuple(Paragraph(number, text) for number, text in enumerate(PARAGRAPHS, start=1)),
    furniture=(Furniture(3, "More on the mill, and on every mill"),),
)


def article_of(article_id: str) -> Article:
    if article_id != "mill":
        raise UnknownArticle(article_id)
    return MILL


def cited(number: int, paragraph: int, article: Article = MILL) -> Citation:
    found = article.paragraphs[paragraph - 1]
    return Citation(number, Quote(article.id, article.description, found, 0, len(found.text)))


def exchange(number: int, question: str, *citations: Citation, opinions: Opinions | None = None) -> Exchange:
    claims = tuple(Claim(each.quote.text, (each.number,), Support.QUOTED) for each in citations)
    reply = Answer(Inquiry(question, question, Filters(), "extractive", "none"), claims, citations)
    return Exchange(number, question, Job.ended_with(reply), opinions=opinions or Opinions())


def said(exchange: int = 1, number: int = 1, **more: object) -> dict[str, object]:
    nothing = {"finding": None, "note": ""}
    return {"exchange": exchange, "number": number, **nothing, "wrong": False, "seen": nothing, "at": 5} | more


def test_a_paragraph_names_every_sentence_of_the_conversation_that_rests_on_it() -> None:
    talk = Conversation([exchange(1, "What burned?", cited(1, 1)), exchange(4, "And then?", cited(2, 3), cited(3, 1))])

    resting = resting_data(talk, ["mill", "gone"], article_of)

    assert [(each["exchange"], each["at"], each["question"]) for each in resting["mill"][1]] == [
        (1, 0, "What burned?"),
        (4, 1, "And then?"),
    ]
    assert [each["numbers"] for each in resting["mill"][3]] == [[2]]
    assert set(resting) == {"mill"}


def test_a_sentence_rests_where_its_paragraph_stands_now() -> None:
    before = Article("mill", MILL.description, (Paragraph(1, "A lead."), Paragraph(2, PARAGRAPHS[0])))
    talk = Conversation([exchange(1, "What burned?", cited(1, 2, before))])

    assert list(resting_data(talk, ["mill"], article_of)["mill"]) == [1]


def test_what_was_stopped_is_led_back_to_and_what_is_under_way_is_not() -> None:
    whole = exchange(1, "What burned?", cited(1, 1))
    outcome = whole.job.outcome
    assert isinstance(outcome, Answer)
    stopped = Exchange(2, "And?", Job.ended_with(Stopped("It", outcome.claims, outcome.citations)))

    assert len(resting_data(Conversation([stopped]), ["mill"], article_of)["mill"][1]) == 1
    assert checks_data(None, 0) is None


def test_what_is_said_of_a_citation_is_taken_down_as_it_is_written() -> None:
    talk = Conversation([exchange(1, "What burned?", cited(1, 1))])

    take_down(said(finding="does not support", note=" <b>no</b>\n**no** ", wrong=True), talk)

    [mark] = marks_data(talk.exchanges[0])
    assert (mark["finding"], mark["note"], mark["wrong"], mark["trouble"]) == (
        "does not support",
        "<b>no</b>\n**no**",
        True,
        None,
    )
    take_down(said(), talk)
    assert marks_data(talk.exchanges[0]) == []


@pytest.mark.parametrize(
    "nonsense",
    [said(number=7), said(exchange=9), said(note=3), said(wrong="yes"), {"exchange": 1}, "checked", None],
)
def test_what_makes_no_sense_here_is_not_taken_down(nonsense: object) -> None:
    talk = Conversation([exchange(1, "What burned?", cited(1, 1))])

    assert take_down(nonsense, talk) is None
    assert marks_data(talk.exchanges[0]) == []


def test_a_finding_that_there_is_not_is_none_and_a_note_has_an_end() -> None:
    talk = Conversation([exchange(1, "What burned?", cited(1, 1))])

    take_down(said(finding="perhaps", note="x" * 9999), talk)

    assert talk.exchanges[0].opinions.marks == {1: Mark(None, "x" * LONGEST_NOTE)}


def test_what_was_kept_is_shown_to_be() -> None:
    kept = Opinions(None, None, {1: Mark(Finding.CHECKED)}, Feedback(wrong_passages=(2,)))
    answered = exchange(3, "What burned?", cited(1, 1), cited(2, 3), cited(3, 2), opinions=kept)

    checks = checks_data(answered, 17)

    assert checks is not None
    assert (checks["exchange"], checks["heard"], checks["settled"], checks["kept"]) == (3, 17, True, False)
    assert [(each["number"], each["finding"], each["wrong"]) for each in marks_data(answered)] == [
        (1, "checked", False),
        (2, None, True),
    ]


@pytest.mark.parametrize(
    ("words", "outside"),
    [("mill", [[3, 3]]), ("lodz's", [[2, 1]]), ("THE MILL", [[3, 2]]), ("bridge", []), (" ", [])],
)
def test_what_is_sought_is_counted_where_the_article_is_not_shown(words: str, outside: list[list[int]]) -> None:
    assert search_data(words, MILL, range(1, 2)) == {"words": words, "outside": outside}


def test_a_long_article_is_shown_around_what_was_asked_for_and_one_shown_whole_needs_no_server() -> None:
    cut = reader_data(Reading("mill", 1, around=3, sought="burned"), (), article_of, most=30)
    whole = reader_data(Reading("mill", 1, sought="burned"), (), article_of)

    assert cut["articles"]["mill"]["parts"] == {"earlier": True, "later": False}
    assert cut["found"] == {"words": "burned", "outside": [[1, 1]]}
    assert cut["paragraph"] == 1
    assert whole["articles"]["mill"]["parts"] == {"earlier": False, "later": False}
    assert whole["found"] is None
