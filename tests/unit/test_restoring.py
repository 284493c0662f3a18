"""Replies written as JSON and read back."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.domain import (
    Abstention,
    Answer,
    Bases,
    Basis,
    Citation,
    Claim,
    Cue,
    Description,
    Favour,
    Filters,
    Inquiry,
    Kind,
    Moment,
    Paragraph,
    Place,
    Quote,
    Ranked,
    Reply,
    ResolvedDate,
    Scores,
    Support,
    Usage,
    Why,
)
from assistant.errors import UnreadableReply
from assistant.restoring import part_from, reply_from
from assistant.wire import part_json, reply_json

UNHURRIED = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def drawn(kind: type, **instead: st.SearchStrategy[object]) -> st.SearchStrategy[Any]:
    """Values with every field drawn by its type, so that one that is added and not written down is missed here."""
    return st.builds(kind, **{each.name: instead.get(each.name, ...) for each in fields(kind)})


def few(drawn: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(drawn, max_size=2).map(tuple)


OFFSETS = st.none() | st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.dates() | st.datetimes(timezones=OFFSETS).map(lambda moment: moment.replace(microsecond=0))
ROUNDED = st.none() | st.floats(-100, 100).map(lambda score: round(score, 4))
WORDS = st.text(min_size=1, max_size=40).filter(str.strip)
PLACES = few(drawn(Place))

DESCRIPTIONS = drawn(
    Description, published=st.none() | MOMENTS, updated=st.none() | MOMENTS, authors=few(st.text()), tags=few(st.text())
)
PARAGRAPHS = st.builds(Paragraph, st.integers(1, 999), WORDS, st.sampled_from([Kind.BODY, Kind.CAPTION, Kind.TEASER]))
CITABLE = PARAGRAPHS | st.builds(Paragraph, st.just(0), WORDS, st.just(Kind.DESCRIPTION))
SCORES = drawn(Scores, **dict.fromkeys((each.name for each in fields(Scores)), ROUNDED))
WHYS = st.none() | drawn(Why, words=few(st.text()), title_words=few(st.text()), favours=few(st.sampled_from(Favour)))
RANKED = drawn(
    Ranked,
    description=DESCRIPTIONS,
    paragraph=CITABLE,
    score=ROUNDED.filter(bool),
    scores=SCORES,
    also_in=PLACES,
    why=WHYS,
)
FILTERS = drawn(
    Filters,
    **dict.fromkeys(("outlets", "authors", "articles", "absent"), few(st.text())),
    **dict.fromkeys(("preferred_outlets", "preferred_authors"), few(st.text())),
    cues=few(drawn(Cue)),
)
INQUIRIES = drawn(
    Inquiry,
    filters=FILTERS,
    milliseconds=st.dictionaries(st.text(max_size=9), st.integers(0, 10**6), max_size=3),
    confidence=ROUNDED,
    usage=st.none() | drawn(Usage, cost=st.none() | st.floats(0, 100)),
)


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    paragraph = draw(CITABLE)
    start = draw(st.integers(0, len(paragraph.text) - 1))
    end = draw(st.integers(start + 1, len(paragraph.text)))
    return Quote(draw(st.text()), draw(DESCRIPTIONS), paragraph, start, end, draw(PLACES))


def claims(numbers: list[int]) -> st.SearchStrategy[Claim]:
    cited = few(st.sampled_from(numbers)) if numbers else st.just(())
    return drawn(Claim, citations=cited, dates=few(drawn(ResolvedDate)))


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    cited = draw(st.lists(quotes(), max_size=3))
    first, scores, why = draw(st.integers(1, 50)), draw(st.none() | SCORES), draw(WHYS)
    citations = tuple(Citation(number, quote, scores, why) for number, quote in enumerate(cited, start=first))
    said = draw(st.lists(claims([each.number for each in citations]), min_size=1, max_size=3))
    return Answer(draw(INQUIRIES), tuple(said), citations, draw(few(RANKED)))


REPLIES = answers() | drawn(Abstention, inquiry=INQUIRIES, nearest=few(RANKED), withheld=few(claims([1, 2])))


def written(reply: Reply) -> Any:
    """As it comes out of a file."""
    return json.loads(json.dumps(reply_json(reply, "r1")))


@UNHURRIED
@given(REPLIES)
def test_every_reply_comes_back_as_it_was(reply: Reply) -> None:
    text = json.dumps(reply_json(reply))

    assert reply_from(text) == reply
    assert json.dumps(reply_json(reply_from(text))) == text


@UNHURRIED
@given(answers())
def test_what_there_was_of_a_stopped_answer_comes_back_as_it_was(answer: Answer) -> None:
    text = json.dumps(part_json(answer.claims, answer.citations))

    assert part_from(text) == (answer.claims, answer.citations)


def test_a_marker_without_its_citation_is_refused_in_a_stopped_answer_too() -> None:
    with pytest.raises(UnreadableReply, match="every marker needs a citation"):
        part_from(json.dumps(part_json(ANSWER.claims, ())))


PARAGRAPH = Paragraph(3, "The ferry stays in port. It leaves on Tuesday.")
FERRY = Description("The ferry stays", "ferry.txt", outlet="Harbour Gazette", bases=Bases(title=Basis.PAGE))
QUOTE = Quote("a1", FERRY, PARAGRAPH, 25, 46, also_in=(Place("b2", 4),))
INQUIRY = Inquiry("When?", "When does it leave?", Filters(), "extractive", "made-up", {"retrieve": 20}, 0.123456)
ANSWER = Answer(
    INQUIRY,
    (Claim("It leaves on Tuesday.", (1,), Support.QUOTED),),
    (Citation(1, QUOTE),),
    (Ranked("b2", FERRY, PARAGRAPH, 0.123456, Scores(0.98765432)),),
)


def test_scores_come_back_as_they_are_rounded_and_all_else_as_it_was() -> None:
    read = reply_from(json.dumps(written(ANSWER)))

    assert isinstance(read, Answer)
    assert (read.claims, read.citations) == (ANSWER.claims, ANSWER.citations)
    assert read.inquiry == replace(INQUIRY, confidence=0.1235)
    assert read.nearest == (replace(ANSWER.nearest[0], score=0.1235, scores=Scores(0.9877)),)


@pytest.mark.parametrize("moment", [datetime(2024, 5, 8, 20, 6), datetime(2024, 5, 8), datetime(2024, 5, 8).date()])  # noqa: DTZ001
def test_a_moment_keeps_the_precision_that_is_known(moment: Moment) -> None:
    quote = replace(QUOTE, description=replace(FERRY, published=moment))

    [citation] = reply_from(json.dumps(written(replace(ANSWER, citations=(Citation(1, quote),))))).citations

    assert type(citation.quote.description.published) is type(moment)
    assert citation.quote.description.published == moment


def test_a_reply_that_an_earlier_version_wrote_is_read_as_far_as_it_goes() -> None:
    older = written(ANSWER)
    later = ("published_at", "updated", "language", "tags", "found", "digest")
    older["citations"] = [{key: each[key] for key in each if key not in later} for each in older["citations"]]
    older["citations"][0] |= {"published": "2024-05-08", "published_guessed": True}
    for key in ("withheld", "usage", "confidence"):
        del older[key]

    [citation] = reply_from(json.dumps(older)).citations

    described = citation.quote.description
    assert described.published_guessed
    assert described.line == "The ferry stays. Harbour Gazette. Published 8 May 2024 (guessed)."
    assert citation.quote.text == "It leaves on Tuesday."


def test_what_a_later_version_wrote_besides_is_left_aside() -> None:
    later = written(ANSWER)
    later["mood"] = later["citations"][0]["mood"] = later["filters"]["mood"] = "sunny"

    assert reply_from(json.dumps(later)) == reply_from(json.dumps(written(ANSWER)))


def changed(*path: str | int, to: object) -> str:
    """The answer as JSON, with one thing in it changed."""
    reply = written(ANSWER)
    inside = reply
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = to
    return json.dumps(reply)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "JSON"),
        ("[]", "this is no saved reply"),
        ('{"question": "\\ud800"}', "JSON"),
        ("[" * 100_000, "JSON"),
        (changed("citations", 0, "quote", to="It sank."), r"citations\[0\]: .*quote is not what its text says"),
        (changed("citations", 0, "end", to=999), r"citations\[0\]: .*no span"),
        (changed("citations", 0, "start", to="25"), r"citations\[0\]\.start: "),
        (changed("citations", 0, "text", to="The ferry stays in port. It leaves on Tuesday!"), r"citations\[0\]: "),
        (changed("citations", 0, "digest", to="0" * 16), r"citations\[0\]: .*digest"),
        (changed("citations", 0, "published_at", to="soon"), r"citations\[0\]\.published_at: "),
        (changed("citations", 0, "kind", to="poem"), r"citations\[0\]\.kind: "),
        (changed("nearest", 0, "paragraph", to=-1), r"nearest\[0\]: .*cannot be"),
        (changed("claims", 0, "citations", to=[7]), "every marker a citation"),
        (changed("claims", to=[]), "needs claims"),
        (changed("filters", "cues", to=[{"kind": "smell"}]), r"filters\.cues\[0\]\.kind: "),
        (changed("status", to="abstained"), "needs a reason"),
        (changed("milliseconds", "retrieve", to="fast"), r"milliseconds\.retrieve: "),
    ],
)
def test_what_is_no_saved_reply_is_refused_and_the_place_named(text: str, place: str) -> None:
    with pytest.raises(UnreadableReply, match=place):
        reply_from(text)
