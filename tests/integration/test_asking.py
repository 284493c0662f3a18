"""Questions asked of a small library with the real encoder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.answering import Tools
from assistant.domain import (
    Abstention,
    Answer,
    Claimed,
    Description,
    Filters,
    Kind,
    Paragraph,
    Place,
    Reply,
    Searching,
    Turn,
)
from assistant.embeddings.encoder import Encoder
from assistant.errors import UnknownArticle
from assistant.extractive import Extractive
from assistant.library import Library, open_library
from assistant.replying import Asking, reply_in_steps
from assistant.settings import Settings
from ingest.draft import Draft
from ingest.ingesting import ingest, remove

STRIKE = "The strike at the Hale lock began because the night crew had not been paid since March."


def article(
    key: str, title: str, *paragraphs: str | tuple[str, Kind], outlet: str | None, published: date | None
) -> Draft:
    given = [each if isinstance(each, tuple) else (each, Kind.BODY) for each in paragraphs]
    numbered = tuple(Paragraph(number, text, kind) for number, (text, kind) in enumerate(given, start=1))
    description = Description(
        title, f"{key}.txt", outlet=outlet, authors=("Ada Quill",) if outlet else (), published=published
    )
    return Draft(f"id:{key}", "-", description, numbered)


DRAFTS = [
    article(
        "lock",
        "Lock keepers stop work",
        STRIKE,
        "Forty barges are waiting below the lock, the harbour master Jonas Brandt said on Tuesday.",
        ("Barges waiting below the lock, seen from the bridge.", Kind.CAPTION),
        ("Read more: why the lighthouse of Oxmoor is for sale", Kind.TEASER),
        outlet="Hale Courier",
        published=date(2024, 5, 7),
    ),
    article(
        "wire",
        "Barges wait as strike goes on",
        "Grain traders fear delays of two weeks.",
        STRIKE.upper(),
        outlet="The River Wire",
        published=date(2024, 5, 6),
    ),
    article(
        "later",
        "Strike over after nine days",
        f"“{STRIKE}”",
        "The lock opened again after the company paid the crew two months of wages.",
        outlet="Hale Courier",
        published=date(2024, 5, 16),
    ),
    article(
        "museum",
        "Museum shows maps drawn by sailors",
        "The museum of Hale shows ninety maps that sailors drew between 1610 and 1742.",
        "Its director, Miriam Okoye, found most of them in a cellar in Lisbon.",
        "“Sailors drew what they feared,” Okoye said.",
        "She added that one map shows a sea monster beside the harbour.",
        outlet="The River Wire",
        published=date(2023, 11, 2),
    ),
    article(
        "letter",
        "Notes on the eel",
        "Eels swim through the Hale lock at night, when the gates leak, a fisherman writes.",
        outlet=None,
        published=None,
    ),
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Path:
    home = tmp_path_factory.mktemp("asking") / "library"
    ingest(DRAFTS, home, encoder)
    return home


@pytest.fixture(scope="module")
def library(home: Path) -> Iterator[Library]:
    with open_library(Settings(home=home)) as library:
        yield library


@pytest.fixture(scope="module")
def ids(library: Library) -> dict[str, str]:
    """The articles' ids by the names that they are given above."""
    return {each.description.source.removesuffix(".txt"): each.id for each in library.articles()}


@pytest.fixture
def changing(tmp_path: Path, encoder: Encoder) -> Iterator[Library]:
    """A library of its own, for a test that changes it."""
    ingest(DRAFTS[:1], tmp_path / "library", encoder)
    with open_library(Settings(home=tmp_path / "library")) as library:
        yield library


def answered(reply: Reply) -> Answer:
    assert isinstance(reply, Answer), reply
    return reply


def test_beside_a_quote_stand_the_day_that_its_words_leave_open_and_its_speaker(library: Library) -> None:
    barges = answered(library.ask("How many barges are waiting below the lock?")).claims[0]
    assert [(barges.text[each.start : each.end], each.day) for each in barges.dates] == [("Tuesday", date(2024, 5, 7))]
    assert barges.speaker is None

    monster = answered(library.ask("Which map shows a sea monster?")).claims[0]
    assert monster.speaker == "Miriam Okoye"


def test_a_question_is_answered_in_the_articles_words_with_numbered_citations(library: Library) -> None:
    reply = answered(library.ask("Who found the maps in a cellar?"))

    first = reply.citations[0]
    assert first.quote.text == "Its director, Miriam Okoye, found most of them in a cellar in Lisbon."
    assert reply.text.startswith(f"{first.quote.text}[1]")
    assert [each.number for each in reply.citations] == list(range(1, len(reply.citations) + 1))
    assert [each.text for each in reply.claims] == [each.quote.text for each in reply.citations]
    assert all(f"[{each.number}]" in reply.text for each in reply.citations)


def test_the_steps_of_a_reply_are_searching_its_words_and_the_reply(library: Library) -> None:
    first, *written, reply = library.stream("Who found the maps in a cellar?")

    assert first == Searching(len(DRAFTS))
    assert isinstance(reply, Answer)
    assert written == [
        Claimed(*each) for each in zip(reply.claims, ((cited,) for cited in reply.citations), strict=True)
    ]
    assert reply.inquiry.milliseconds.keys() == {"retrieve", "answer", "verify"}


def test_a_paragraph_in_three_articles_is_cited_once_and_the_others_named_by_date(
    library: Library, ids: dict[str, str]
) -> None:
    reply = answered(library.ask("Why did the strike at the Hale lock begin?"))

    assert [each.quote.paragraph.folded for each in reply.citations].count(Paragraph(1, STRIKE).folded) == 1
    quote = reply.citations[0].quote
    places = [Place(ids["wire"], 2), Place(ids["lock"], 1), Place(ids["later"], 1)]
    assert quote.paragraph.folded == Paragraph(1, STRIKE).folded
    assert list(quote.also_in) == [each for each in places if each.article_id != quote.article_id]


def test_what_is_not_the_articles_own_text_ranks_below_it(library: Library) -> None:
    kinds = [each.paragraph.kind for each in library.search("Barges waiting below the lock", 4)]

    assert kinds.index(Kind.BODY) < kinds.index(Kind.CAPTION)
    teaser = next(
        each for each in library.search("lighthouse of Oxmoor for sale") if each.paragraph.kind is Kind.TEASER
    )
    assert teaser.score <= 0.85


def test_search_gives_as_many_paragraphs_as_asked_for_best_first_none_twice(library: Library) -> None:
    found = library.search("Why did the strike begin?", 3)

    assert len(found) == 3
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert len({each.paragraph.folded for each in library.search("strike", 100)}) == len(library.search("strike", 100))


@pytest.mark.parametrize(
    ("filters", "within"),
    [
        (Filters(after=date(2024, 5, 7)), {"lock", "later"}),
        (Filters(before=date(2024, 5, 6)), {"wire", "museum"}),
        (Filters(after=date(2024, 5, 6), before=date(2024, 5, 7)), {"wire", "lock"}),
        (Filters(outlets=("river wire",)), {"wire", "museum"}),
        (Filters(outlets=("HALE COURIER", "The River Wire"), after=date(2024, 5, 16)), {"later"}),
        (Filters(authors=("ada quill",)), {"lock", "wire", "later", "museum"}),
    ],
)
def test_filters_leave_only_the_articles_within_them(
    library: Library, ids: dict[str, str], filters: Filters, within: set[str]
) -> None:
    found = {each.article_id for each in library.search("the lock of Hale", 100, filters)}
    # Of a paragraph in several articles one stands for all.
    assert found <= {ids[each] for each in within}
    assert found

    reply = library.ask("Why did the strike at the lock begin?", filters=filters)
    used = {each.article_id for each in reply.nearest}
    if isinstance(reply, Answer):
        used |= {each.quote.article_id for each in reply.citations}
    assert used <= {ids[each] for each in within}


def test_articles_without_a_date_do_not_pass_a_date_filter_and_are_counted(library: Library) -> None:
    dated = library.ask("When do eels swim through the lock?", filters=Filters(after=date(2000, 1, 1)))
    free = answered(library.ask("When do eels swim through the lock?"))

    assert dated.inquiry.filters == Filters(after=date(2000, 1, 1), undated_left_out=1)
    assert "letter.txt" not in {each.description.source for each in dated.nearest}
    assert free.citations[0].quote.description.source == "letter.txt"
    assert free.inquiry.filters.undated_left_out == 0


def test_filters_that_leave_nothing_are_the_reason_given(library: Library) -> None:
    reply = library.ask("Why did the strike begin?", filters=Filters(outlets=("Nowhere Times",)))

    assert isinstance(reply, Abstention)
    assert reply.reason == "no article is left within the dates, outlets and authors asked for"
    assert reply.nearest == ()


def test_what_the_articles_do_not_say_is_not_answered_and_the_reason_names_it(library: Library) -> None:
    reply = library.ask("How many penguins live in Antarctica?")

    assert isinstance(reply, Abstention)
    assert reply.text == "The articles do not say."
    assert reply.reason == "there is nothing about “penguins”, “live” or “Antarctica” in any of the 5 articles"
    assert reply.nearest


def test_what_is_nearest_is_not_what_is_cited(library: Library) -> None:
    reply = answered(library.ask("Who found the maps in a cellar?"))

    cited = {(each.quote.article_id, each.quote.paragraph.number) for each in reply.citations}
    assert reply.nearest
    assert not cited & {(each.article_id, each.paragraph.number) for each in reply.nearest}


def test_what_is_cited_and_what_is_not_say_why_they_were_found(library: Library) -> None:
    reply = answered(library.ask("Who found the maps in a cellar?"))

    [why, *_] = [each.why for each in reply.citations]
    assert why is not None
    assert why.by_words == 1
    assert set(why.words) == {"found", "cellar"}
    assert all(each.why and each.why.among >= len(reply.nearest) for each in reply.nearest)


def test_a_follow_up_asked_as_written_takes_nothing_from_what_was_said(library: Library) -> None:
    history = [Turn("How many barges are waiting?", "Forty.")]

    understood = library.ask("And who said so?", history)
    literal = library.ask("And who said so?", history, as_written=True)

    assert understood.inquiry.standalone_question != "And who said so?"
    assert literal.inquiry.standalone_question == "And who said so?"


def test_numbers_go_on_from_the_first_number(library: Library) -> None:
    reply = answered(library.ask("Who found the maps in a cellar?", first_number=7))

    assert [each.number for each in reply.citations] == list(range(7, 7 + len(reply.citations)))
    assert "[7]" in reply.text
    assert reply.claims[0].citations == (7,)


def test_who_wrote_an_article_is_answered_from_its_description(library: Library, ids: dict[str, str]) -> None:
    reply = answered(library.ask("Who wrote the article about maps drawn by sailors, and when?"))

    [citation] = reply.citations
    assert citation.quote.article_id == ids["museum"]
    assert citation.quote.paragraph.number == 0
    assert citation.quote.text == library.article(ids["museum"]).description.line
    assert citation.quote.text.endswith("The River Wire. By Ada Quill. Published 2 November 2023.")


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Who wrote the article about penguins?", "no article is about “penguins”"),
        ("Who wrote the article?", "the question does not say which of the 5 articles it means"),
        ("Who wrote the notes article on the eel?", "“Notes on the eel” does not say (authors)"),
    ],
)
def test_an_article_that_is_not_there_or_does_not_say_has_no_author(
    library: Library, question: str, reason: str
) -> None:
    reply = library.ask(question)

    assert isinstance(reply, Abstention)
    assert reply.reason == reason


def test_a_follow_up_is_asked_with_the_question_before_it(library: Library) -> None:
    alone = library.ask("And who said so?")
    assert isinstance(alone, Abstention)
    assert alone.reason == "the question does not say what it is about"

    reply = answered(library.ask("And who said so?", [Turn("How many barges are waiting?", "Forty.")]))

    assert reply.inquiry.question == "And who said so?"
    assert reply.inquiry.standalone_question == "Who said so (How many barges are waiting)?"
    assert "Jonas Brandt said" in reply.text


@pytest.mark.parametrize("question", ["???", " ", "the of and", "why " * 5000, "'\"(+AND ~[x]:*\\"])
def test_no_question_breaks_it(library: Library, question: str) -> None:
    assert library.ask(question).text


def test_an_article_edited_by_another_ingest_is_answered_as_it_reads_now(changing: Library, encoder: Encoder) -> None:
    before = answered(changing.ask("How many barges are waiting below the lock?"))
    edited = article(
        "lock",
        "Lock keepers stop work",
        STRIKE,
        "Sixty barges are waiting below the lock, the harbour master Jonas Brandt said on Friday.",
        outlet="Hale Courier",
        published=date(2024, 5, 7),
    )
    ingest([edited], changing.settings.home, encoder)

    after = answered(changing.ask("How many barges are waiting below the lock?"))

    assert before.citations[0].quote.text.startswith("Forty barges")
    assert after.citations[0].quote.text.startswith("Sixty barges")
    assert after.citations[0].quote.article_id == before.citations[0].quote.article_id


def test_an_article_removed_by_another_process_is_gone_from_answers(changing: Library, encoder: Encoder) -> None:
    cited = answered(changing.ask("How many barges are waiting below the lock?")).citations[0].quote

    remove([cited.article_id], changing.settings.home, encoder)

    assert isinstance(changing.ask("How many barges are waiting below the lock?"), Abstention)
    with pytest.raises(UnknownArticle, match="footnote articles list"):
        changing.article(cited.article_id)


def test_a_paragraph_that_goes_while_it_is_being_quoted_is_not_cited(changing: Library, encoder: Encoder) -> None:
    """Sentences are encoded after retrieving and before verifying: there the other process strikes."""
    tools = changing._tools

    def encode_as_the_article_goes(texts: Sequence[str]) -> NDArray[np.float32]:
        remove([each.id for each in changing.articles()], changing.settings.home, encoder)
        return tools.encode(texts)

    racing = Tools(tools.reader, tools.encoder, encode_as_the_article_goes)
    *_, reply = reply_in_steps(Asking("How many barges are waiting below the lock?"), racing, Extractive(racing.reader))

    assert isinstance(reply, Abstention)
    assert reply.reason == "the passage that answered has just been changed"
