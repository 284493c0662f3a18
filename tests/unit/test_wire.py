"""The JSON that scripts rely on, key by key."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from assistant.domain import (
    Abstention,
    Answer,
    Article,
    ArticleSummary,
    Bases,
    Basis,
    Citation,
    Claim,
    Cue,
    CueKind,
    Description,
    Favour,
    Filters,
    Furniture,
    Inquiry,
    Kind,
    Order,
    Paragraph,
    Place,
    Quote,
    Ranked,
    ResolvedDate,
    Scores,
    Support,
    Why,
)
from assistant.wire import article_json, reply_json, results_json, summary_json

FERRY = Description(
    "The ferry stays",
    "ferry.txt",
    outlet="Harbour Gazette",
    authors=("Ada Quill",),
    published=datetime(2024, 5, 8, 20, 6, tzinfo=UTC),
    bases=Bases(published=Basis.GUESSED),
    url="https://gazette.example/ferry",
    language="en",
    tags=("sea",),
)
BARE = Description("Notes", "notes.txt", bases=Bases(title=Basis.GUESSED))
PARAGRAPH = Paragraph(3, "The ferry stays in port. It leaves on Tuesday.")
QUOTE = Quote("a1", FERRY, PARAGRAPH, 25, 46, also_in=(Place("b2", 4),))
WHY = Why(50, 3, None, (), ("Notes",), (Favour.SOURCE,))
RANKED = Ranked(
    "b2", BARE, Paragraph(1, "A ferry, seen from land.", Kind.CAPTION), 0.123456, Scores(0.74001, None), why=WHY
)
FILTERS = Filters(
    after=date(2024, 1, 1),
    before=date(2024, 12, 31),
    outlets=("Harbour Gazette",),
    authors=("Ada Quill",),
    articles=("a1",),
    undated_left_out=2,
    relaxed=True,
    preferred_outlets=("The River Wire",),
    preferred_after=date(2024, 3, 1),
    order=Order.LATEST,
    absent=("Upper Bay Clarion",),
    cues=(Cue(CueKind.OUTLET, "the River Wire"),),
)
INQUIRY = Inquiry(
    "And when?", "And when? (Does it leave?)", FILTERS, "extractive", "made-up", {"retrieve": 20}, 0.83333
)

RESULT = {
    "rank": 1,
    "article_id": "b2",
    "title": "Notes",
    "outlet": None,
    "authors": [],
    "published": None,
    "published_at": None,
    "updated": None,
    "url": None,
    "source": "notes.txt",
    "language": None,
    "tags": [],
    "found": {"title": "guessed"},
    "paragraph": 1,
    "kind": "caption",
    "text": "A ferry, seen from land.",
    "digest": "2919690233398ae8",
    "score": 0.1235,
    "scores": {"dense": 0.74, "lexical": None, "sentence": None, "covered": None, "relevance": None, "rerank": None},
    "why": {
        "among": 50,
        "by_meaning": 3,
        "by_words": None,
        "words": [],
        "title_words": ["Notes"],
        "favours": ["source"],
    },
    "also_in": [],
}


def test_an_answer_has_the_promised_shape() -> None:
    claim = Claim("It leaves on Tuesday.", (1,), Support.QUOTED, dates=(ResolvedDate(13, 20, date(2024, 5, 14)),))

    assert reply_json(Answer(INQUIRY, (claim,), (Citation(1, QUOTE),), (RANKED,)), "r1") == {
        "id": "r1",
        "question": "And when?",
        "standalone_question": "And when? (Does it leave?)",
        "status": "answered",
        "answer": "It leaves on Tuesday.[1]",
        "reason": None,
        "claims": [
            {
                "text": "It leaves on Tuesday.",
                "citations": [1],
                "support": "quoted",
                "problem": None,
                "dates": [{"start": 13, "end": 20, "date": "2024-05-14", "until": None}],
                "speaker": None,
                "opens": False,
            }
        ],
        "citations": [
            {
                "number": 1,
                "article_id": "a1",
                "title": "The ferry stays",
                "outlet": "Harbour Gazette",
                "authors": ["Ada Quill"],
                "published": "2024-05-08",
                "published_at": "2024-05-08T20:06+00:00",
                "published_guessed": True,
                "updated": None,
                "url": "https://gazette.example/ferry",
                "source": "ferry.txt",
                "language": "en",
                "tags": ["sea"],
                "found": {"published": "guessed"},
                "paragraph": 3,
                "kind": "body",
                "text": "The ferry stays in port. It leaves on Tuesday.",
                "digest": PARAGRAPH.digest,
                "quote": "It leaves on Tuesday.",
                "start": 25,
                "end": 46,
                "scores": None,
                "why": None,
                "also_in": [{"article_id": "b2", "paragraph": 4}],
            }
        ],
        "nearest": [RESULT],
        "filters": {
            "after": "2024-01-01",
            "before": "2024-12-31",
            "outlets": ["Harbour Gazette"],
            "authors": ["Ada Quill"],
            "articles": ["a1"],
            "undated_left_out": 2,
            "relaxed": True,
            "preferred_outlets": ["The River Wire"],
            "preferred_authors": [],
            "preferred_after": "2024-03-01",
            "preferred_before": None,
            "order": "latest",
            "absent": ["Upper Bay Clarion"],
            "cues": [{"kind": "outlet", "words": "the River Wire", "limits": False}],
        },
        "model": "extractive",
        "encoder": "made-up",
        "confidence": 0.8333,
        "usage": None,
        "withheld": [],
        "milliseconds": {"retrieve": 20},
    }


def test_an_abstention_has_the_same_keys_and_cites_nothing() -> None:
    answer = reply_json(Answer(INQUIRY, (Claim("It leaves.", (), Support.QUOTED),), ()))
    abstention = reply_json(Abstention(INQUIRY, "there is nothing about it", (RANKED,)))

    assert abstention.keys() == answer.keys()
    assert abstention["status"] == "abstained"
    assert abstention["answer"] == "The articles do not say."
    assert abstention["reason"] == "there is nothing about it"
    assert abstention["claims"] == abstention["citations"] == []
    assert abstention["nearest"] == [RESULT]
    assert abstention["id"] is None


def test_results_are_ranked_from_one() -> None:
    assert [each["rank"] for each in results_json([RANKED, RANKED, RANKED])] == [1, 2, 3]
    assert results_json([]) == []


def test_an_article_has_the_promised_shape() -> None:
    article = Article("a1", FERRY, (Paragraph(1, "The ferry stays."),), (Furniture(0, "Share"),), ("b2",))

    assert article_json(article) == {
        "id": "a1",
        "title": "The ferry stays",
        "title_guessed": False,
        "outlet": "Harbour Gazette",
        "authors": ["Ada Quill"],
        "published": "2024-05-08T20:06+00:00",
        "published_guessed": True,
        "updated": None,
        "url": "https://gazette.example/ferry",
        "source": "ferry.txt",
        "language": "en",
        "tags": ["sea"],
        "found": {"published": "guessed"},
        "copies": ["b2"],
        "paragraphs": [{"number": 1, "kind": "body", "text": "The ferry stays."}],
        "furniture": [{"after": 0, "text": "Share"}],
        "versions": [],
    }


def test_a_list_counts_paragraphs_and_leaves_what_is_unknown_null() -> None:
    assert summary_json(ArticleSummary("b2", BARE, 7)) == {
        "id": "b2",
        "title": "Notes",
        "title_guessed": True,
        "outlet": None,
        "authors": [],
        "published": None,
        "published_guessed": False,
        "updated": None,
        "url": None,
        "source": "notes.txt",
        "language": None,
        "tags": [],
        "found": {"title": "guessed"},
        "copies": [],
        "paragraphs": 7,
    }


@given(st.text(min_size=1).filter(str.strip), st.data())
def test_a_citations_span_of_its_text_is_its_quote_whatever_the_characters(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = Quote("a1", BARE, Paragraph(1, text), start, end)
    claim = Claim(quote.text, (1,), Support.QUOTED)

    written = json.dumps(reply_json(Answer(INQUIRY, (claim,), (Citation(1, quote),))))

    [citation] = json.loads(written)["citations"]
    assert citation["text"][citation["start"] : citation["end"]] == citation["quote"] == text[start:end]
