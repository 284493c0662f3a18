"""What the browser is given to draw."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
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
    Support,
)
from assistant.errors import UnknownArticle
from assistant.understood import left_out, limits
from ui.answer_data import abstention_data, answer_data
from ui.chips import chips
from ui.claims_data import runs
from ui.conversation import Exchange
from ui.jobs import Job
from ui.positions import browser_position
from ui.reader_data import Reading, reader_data, window
from ui.reading import requested
from ui.shelf import shelf_data

POST = Description("Bridge closed", "post.txt", outlet="The Post", published=date(2025, 5, 4))
ECHO = Description("No bridge", "echo.txt", bases=Bases(title=Basis.GUESSED))
BRIDGE = Article(
    "bridge",
    POST,
    (
        Paragraph(1, "🚢 The bridge is closed. It is old."),
        Paragraph(2, "Cars wait on Tuesday.", Kind.CAPTION),
        Paragraph(3, "The bridge is closed."),
    ),
    furniture=(Furniture(0, "Home"), Furniture(2, "Share"), Furniture(3, "Sign up")),
    copies=("echo",),
)
ECHOED = Article("echo", ECHO, (Paragraph(1, "The bridge is closed, they say."),), copies=("bridge",))


def article_of(article_id: str) -> Article:
    if article_id not in ("bridge", "echo"):
        raise UnknownArticle(article_id)
    return BRIDGE if article_id == "bridge" else ECHOED


def cited(number: int, article: Article, paragraph: int, words: str, *also_in: Place) -> Citation:
    found = article.paragraph(paragraph)
    start = found.text.index(words)
    return Citation(number, Quote(article.id, article.description, found, start, start + len(words), also_in))


def replied(*citations: Citation, **inquiry: object) -> Answer:
    asked = Inquiry(
        **{
            "question": "Why?",
            "standalone_question": "Why?",
            "filters": Filters(),
            "model": "extractive",
            "encoder": "none",
            **inquiry,
        }
    )
    claims = tuple(Claim(each.quote.text, (each.number,), Support.QUOTED) for each in citations)
    return Answer(asked, claims, citations)


FIRST = cited(1, BRIDGE, 1, "The bridge is closed.", Place("echo", 1), Place("gone", 1))
SECOND = cited(2, BRIDGE, 3, "bridge is closed")
THIRD = cited(3, ECHOED, 1, "they say")


def test_sentences_quoted_from_one_article_stand_together_under_its_source() -> None:
    groups = answer_data(replied(FIRST, SECOND, THIRD))["groups"]

    assert [(group["outlet"], group["when"], len(group["claims"])) for group in groups] == [
        ("The Post", "4 May 2025", 2),
        ("echo.txt", "date unknown", 1),
    ]


def test_a_copied_answer_carries_its_references() -> None:
    copied = answer_data(replied(FIRST))["copy"]

    assert copied == (
        "The bridge is closed.[1]\n\n[1] “The bridge is closed.” “Bridge closed”, The Post, 4 May 2025, paragraph 1,"
        " post.txt\n\nIn the articles' own words. 1 quote from 1 article."
    )


def test_a_date_that_the_words_leave_open_is_resolved_over_them() -> None:
    claim = Claim("Cars wait on Tuesday.", (1,), Support.QUOTED, dates=(ResolvedDate(13, 20, date(2025, 5, 6)),))

    assert list(runs(claim)) == [{"text": "Cars wait on "}, {"text": "Tuesday", "over": "6 May 2025"}, {"text": "."}]


@pytest.mark.parametrize("spans", [(), ((0, 4),), ((13, 20), (0, 4)), ((0, 21),), ((0, 9), (5, 12))])
def test_the_runs_of_a_claim_are_its_words(spans: tuple[tuple[int, int], ...]) -> None:
    dates = tuple(ResolvedDate(start, end, date(2025, 5, 6)) for start, end in spans)
    claim = Claim("Cars wait on Tuesday.", (1,), Support.QUOTED, dates=dates)

    assert "".join(str(run["text"]) for run in runs(claim)) == claim.text


def test_an_abstention_says_why_and_what_comes_nearest() -> None:
    nearest = Ranked("bridge", POST, BRIDGE.paragraphs[1], 0.4)
    data = abstention_data(Abstention(replied(FIRST).inquiry, "No boats are named.", (nearest,)))

    assert (data["status"], data["reason"]) == ("The articles do not say.", "No boats are named.")
    assert data["nearest"][0]["where"] == "4 May 2025, paragraph 2, caption"


def test_a_follow_up_shows_how_it_was_understood() -> None:
    data = answer_data(replied(FIRST, standalone_question="Why is the bridge closed?"))

    assert data["understood"] == "Why is the bridge closed?"


def test_what_the_question_left_out_is_said() -> None:
    filters = Filters(after=date(2025, 5, 1), outlets=("The Post",), undated_left_out=1)

    assert [*limits(filters), *left_out(filters)] == [
        "Only articles published after 1 May 2025, from The Post.",
        "1 article without a date was left out.",
    ]


@pytest.mark.parametrize(
    ("cue", "filters", "said"),
    [
        (Cue(CueKind.OUTLET, "The Post", limits=True), Filters(outlets=("The Post",)), "Only from The Post"),
        (Cue(CueKind.OUTLET, "The Post"), Filters(preferred_outlets=("The Post",)), "From The Post first"),
        (Cue(CueKind.AUTHOR, "Ada Quill", limits=True), Filters(authors=("Ada Quill",)), "Only by Ada Quill"),
        (
            Cue(CueKind.DATES, "last week", limits=True),
            Filters(after=date(2025, 5, 1)),
            "Only last week (since 1 May 2025)",
        ),
        (
            Cue(CueKind.DATES, "on 7 May"),
            Filters(preferred_after=date(2025, 5, 7), preferred_before=date(2025, 5, 21)),
            "On 7 May (7 May 2025 to 21 May 2025) first",
        ),
        (Cue(CueKind.ORDER, "the latest"), Filters(order=Order.LATEST), "Newest first"),
        (Cue(CueKind.UNDATED, "undated article", limits=True), Filters(articles=("a",)), "Only without a date"),
    ],
)
def test_a_cue_is_a_chip_that_says_what_was_understood(cue: Cue, filters: Filters, said: str) -> None:
    filters = replace(filters, cues=(cue,))

    assert list(chips(filters)) == [{"words": cue.words, "label": said}]
    assert list(limits(filters)) == []


def test_limits_that_did_not_answer_are_said_to_be_relaxed() -> None:
    filters = Filters(relaxed=True, cues=(Cue(CueKind.OUTLET, "The Post"),))

    assert list(left_out(filters)) == ["What the question names did not answer it, so other articles were read too."]


@given(st.text(max_size=40), st.data())
def test_positions_are_counted_as_the_browser_counts_them(text: str, data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(text)))

    in_browser = text.encode("utf-16-le", "surrogatepass")[: 2 * browser_position(text, position)]

    assert in_browser.decode("utf-16-le", "surrogatepass") == text[:position]


def test_furniture_stands_where_it_stood_without_a_number() -> None:
    rows = reader_data(Reading("bridge"), (), article_of)["articles"]["bridge"]["rows"]

    assert [row.get("number") or row["furniture"] for row in rows] == ["Home", 1, 2, "Share", 3, "Sign up"]
    assert [row["kind"] for row in rows if "number" in row] == [None, "caption", None]


def test_a_guessed_title_is_marked_as_guessed() -> None:
    article = reader_data(Reading("echo"), (), article_of)["articles"]["echo"]

    assert article["remarks"] == ["Title taken from the first sentence"]
    assert article["byline"] == ["echo.txt", "date unknown"]


def test_the_reader_holds_every_article_that_the_answer_cites() -> None:
    data = reader_data(Reading("bridge", 1, 1, 1), (FIRST, SECOND, THIRD), article_of)

    assert set(data["articles"]) == {"bridge", "echo"}


def test_where_there_is_no_room_only_the_open_article_is_sent() -> None:
    data = reader_data(Reading("bridge", 1, 1, 1), (FIRST, SECOND, THIRD), article_of, most=40)

    assert [row["number"] for row in data["articles"]["bridge"]["rows"] if "number" in row] == [1]
    assert data["articles"]["bridge"]["cut"] == "Too long to show whole: paragraphs 1 to 1 of 3."


@given(st.lists(st.integers(1, 30), max_size=30), st.integers(0, 40), st.integers(0, 300))
def test_a_window_holds_the_paragraph_it_was_made_for_and_keeps_to_its_room(
    lengths: list[int], centre: int, room: int
) -> None:
    paragraphs = tuple(Paragraph(number, "x" * length) for number, length in enumerate(lengths, 1))
    first, last = window(Article("long", POST, paragraphs), centre, room)

    used = sum(lengths[first - 1 : last])
    assert used <= room or last == first
    if lengths:
        assert first <= min(max(centre, 1), len(lengths)) <= last


def test_other_places_with_the_same_words_are_named_unless_they_were_removed() -> None:
    citation = reader_data(Reading("bridge", 1, 1, 1), (FIRST,), article_of)["citations"][0]

    assert [place["title"] for place in citation["also"]["places"]] == ["No bridge"]


def test_the_same_words_are_highlighted_in_a_copy() -> None:
    data = reader_data(Reading("echo", 1, words="The bridge is closed"), (), article_of)

    assert data["highlight"] == [0, 20]


def test_an_article_that_was_removed_says_so() -> None:
    with pytest.raises(UnknownArticle):
        reader_data(Reading("gone"), (), article_of)


def test_an_article_that_was_removed_shows_what_is_cited_from_it() -> None:
    removed = replace(BRIDGE, id="removed")
    cites = (cited(1, removed, 3, "bridge is closed"), cited(2, removed, 1, "It is old."), THIRD)

    data = reader_data(Reading("removed", 3, 1, 1), cites, article_of)

    assert [row["number"] for row in data["articles"]["removed"]["rows"]] == [1, 3]
    assert data["articles"]["removed"]["title"] == "Bridge closed"
    assert (data["paragraph"], data["citations"][0]["start"], data["citations"][0]["end"]) == (3, 4, 20)
    assert data["citations"][0]["notice"].startswith("This article is no longer in the library")


def test_a_paragraph_that_was_edited_says_what_it_was() -> None:
    before = replace(BRIDGE, paragraphs=(*BRIDGE.paragraphs[:2], Paragraph(3, "The bridge is shut.")))

    data = reader_data(Reading("bridge", 3, 1, 1), (cited(1, before, 3, "is shut"),), article_of)

    [citation] = data["citations"]
    assert citation["was"] == {"before": "The bridge ", "quote": "is shut", "after": "."}
    assert (citation["paragraph"], citation["start"], citation["end"]) == (3, 0, 0)
    assert "no longer in this article" in citation["notice"]


def test_a_paragraph_that_has_moved_is_open_where_it_is_now() -> None:
    before = replace(BRIDGE, paragraphs=(Paragraph(1, "Cars wait on Tuesday."),))

    data = reader_data(Reading("bridge", 1, 1, 1), (cited(1, before, 1, "Cars wait"),), article_of)

    assert data["paragraph"] == data["citations"][0]["paragraph"] == 2


def exchanged() -> Exchange:
    exchange = Exchange(4, "Why?", Job(lambda: iter([replied(FIRST, THIRD)])))
    exchange.job.wait(5)
    return exchange


def test_a_marker_opens_its_citation() -> None:
    assert requested({"number": 3, "moved": 12.5}, exchanged()) == Reading("echo", 1, 4, 3, moved=12.5)


@pytest.mark.parametrize(
    "asked",
    [
        None,
        7,
        {},
        {"number": 99, "moved": 1},
        {"number": "1", "moved": 1},
        {"number": 1},
        {"article": 5, "moved": 1},
    ],
)
def test_a_message_that_makes_no_sense_opens_nothing(asked: object) -> None:
    assert requested(asked, exchanged()) is None


def test_a_passage_opens_without_a_citation() -> None:
    asked = {"article": "bridge", "paragraph": 2, "words": None, "moved": 1}

    assert requested(asked, None) == Reading("bridge", 2, moved=1)


def summaries(count: int) -> list[ArticleSummary]:
    return [ArticleSummary(str(n), Description(f"Story {n}", "x.txt", outlet="The Post"), 1) for n in range(count)]


def test_a_short_shelf_has_no_filter() -> None:
    data = shelf_data(summaries(8), "")

    assert (len(data["articles"]), data["filterable"], data["note"]) == (8, False, "")


def test_a_long_shelf_shows_the_newest_and_says_so() -> None:
    data = shelf_data(summaries(40), "")

    assert (len(data["articles"]), data["filterable"], data["note"]) == (30, True, "The newest 30 of 40")


def test_the_shelf_is_filtered_by_words_of_title_and_outlet() -> None:
    assert [each["id"] for each in shelf_data(summaries(40), "post 17")["articles"]] == ["17"]
    assert shelf_data(summaries(40), "moon")["note"] == "No article matches."
