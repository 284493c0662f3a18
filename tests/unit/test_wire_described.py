"""The JSON as it is described, field by field, is the JSON as it is."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from assistant.conversations.kept import Feedback, Finding, KeptConversation, KeptTurn, Mark, State, Unanswered
from assistant.conversations.written import conversation_json
from assistant.domain import (
    Abstention,
    Answer,
    Article,
    Bases,
    Basis,
    Citation,
    Claim,
    Cue,
    CueKind,
    Description,
    Filters,
    Furniture,
    Inquiry,
    Paragraph,
    Place,
    Quote,
    Ranked,
    ResolvedDate,
    Scores,
    Support,
    Usage,
    Version,
    Why,
)
from assistant.wire import article_json, reply_json, results_json
from tests.described import described, names

[REPLY], [SEARCH], [ARTICLE] = map(described, ("ask", "search", "articles"))
[CONVERSATION] = described("conversations show")

FERRY = Description("The ferry stays", "ferry.txt", bases=Bases(published=Basis.TEXT))
PARAGRAPH = Paragraph(1, "It leaves on Tuesday.")
INQUIRY = Inquiry(
    "When?",
    "When does it leave?",
    Filters(cues=(Cue(CueKind.OUTLET, "the River Wire"),)),
    "openai:scripted",
    "made-up",
    {"retrieve": 1, "rewrite": 1, "answer": 1, "verify": 1},
    0.8,
    Usage("1"),
)
CLAIM = Claim("It leaves on Tuesday.", (1,), Support.QUOTED, dates=(ResolvedDate(13, 20, date(2024, 5, 14)),))
WHY = Why(50, 3, 1, ("leave",))
CITATION = Citation(1, Quote("a1", FERRY, PARAGRAPH, 0, 21, (Place("b2", 4),)), Scores(0.7), WHY)
RANKED = Ranked("a1", FERRY, PARAGRAPH, 0.9, why=WHY)


def test_a_reply_is_described() -> None:
    assert names(REPLY) == names(reply_json(Answer(INQUIRY, (CLAIM,), (CITATION,))))


def test_what_is_withheld_and_what_comes_nearest_is_described() -> None:
    abstention = reply_json(Abstention(INQUIRY, "nothing is said", (RANKED,), (CLAIM,)))

    assert names(abstention["withheld"]) == names(REPLY["claims"])
    assert names(abstention["nearest"]) == names(SEARCH["results"])


def test_a_search_is_described() -> None:
    assert SEARCH.keys() == {"query", "results", "milliseconds"}
    assert names(SEARCH["results"]) == names(results_json([RANKED]))


def test_an_article_is_described() -> None:
    before = Version(Article("a1", FERRY, (PARAGRAPH,)), None, datetime(2024, 5, 9, tzinfo=UTC))
    article = Article("a1", FERRY, (PARAGRAPH,), (Furniture(0, "Share"),), ("b2",))

    assert names(ARTICLE) == names(article_json(article, [before]))


def test_a_conversation_is_described() -> None:
    said = {"marks": {1: Mark(Finding.CHECKED)}, "feedback": Feedback(wrong_passages=(2,)), "ignored": ("last week",)}
    began = datetime(2024, 5, 14, 8, tzinfo=UTC)
    stopped = KeptTurn("9b0c", "When?", began, Unanswered(State.STOPPED, "It is said to"), **said)
    answered = KeptTurn("9b0d", "When?", began, Answer(INQUIRY, (CLAIM,), (CITATION,)))
    written = conversation_json(KeptConversation("ferry-story", "Ferry", began, began, (stopped, answered), 2))

    assert names(CONVERSATION) == names(written)
    assert written["replies"][1].keys() == REPLY.keys() | CONVERSATION["replies"][0].keys() - {"words"}


@pytest.mark.parametrize("quote", REPLY["citations"])
def test_the_example_keeps_what_is_promised_of_citations(quote: dict[str, object]) -> None:
    text, start, end = str(quote["text"]), quote["start"], quote["end"]

    assert isinstance(start, int)
    assert isinstance(end, int)
    assert text[start:end] == quote["quote"]
