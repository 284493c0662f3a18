"""Cues and parts of questions, asked of a small library of several outlets and days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.domain import Abstention, Answer, CueKind, Description, Filters, Kind, Paragraph, Reply, Turn
from assistant.embeddings import open_encoder
from assistant.library import Library, open_library
from assistant.settings import Settings
from ingest.draft import Draft
from ingest.ingesting import ingest


def article(
    key: str, title: str, text: str, outlet: str | None, published: date | None, *, author: str = "Ada Quill"
) -> Draft:
    description = Description(title, f"{key}.txt", outlet=outlet, authors=(author,), published=published)
    return Draft(f"id:{key}", "-", description, (Paragraph(1, text),))


DRAFTS = [
    article(
        "plan",
        "Bridge over the Sarn planned",
        "The council of Oxmoor announced a bridge over the river Sarn that is to cost 40 million crowns.",
        "Oxmoor Ledger",
        date(2024, 2, 6),
    ),
    article(
        "dearer",
        "Bridge dearer",
        "The bridge over the river Sarn is to cost 55 million crowns, the council of Oxmoor announced.",
        "Sarn Valley News",
        date(2024, 4, 10),
        author="Ilir Hoxha",
    ),
    article(
        "newest",
        "Bridge dearer again",
        "The bridge over the river Sarn is now to cost 71 million crowns, the council of Oxmoor announced.",
        "The Week",
        date(2024, 5, 9),
    ),
    article(
        "eels",
        "Eels return",
        "Eels have returned to the river Sarn for the first time in thirty years, fishermen say.",
        "Sarn Valley News",
        date(2024, 5, 7),
        author="Ilir Hoxha",
    ),
    article(
        "mill",
        "Mill burns down",
        "The old paper mill of Oxmoor burned down on Monday night because of a faulty heater.",
        "Oxmoor Ledger",
        date(2024, 5, 7),
    ),
    article(
        "bells",
        "Bells cast anew",
        "The bells of Oxmoor were cast anew in a foundry in Graz.",
        "Oxmoor Ledger",
        None,
    ),
    article(
        "ferry", "Ferry sold", "The ferry Marigold was sold to a museum in Hale for one crown.", None, date(2024, 5, 8)
    ),
]
COST = "How much is the bridge over the river Sarn to cost"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    home = tmp_path_factory.mktemp("cues") / "library"
    ingest(DRAFTS, home, open_encoder(None, None))
    with open_library(Settings(home=home)) as opened:
        yield opened


def outlets(reply: Reply) -> list[str | None]:
    assert isinstance(reply, Answer), reply
    return [citation.quote.description.outlet for citation in reply.citations]


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        (f"According to the Oxmoor Ledger, {COST.lower()}?", "40 million"),
        (f"{COST}, as reported by Sarn Valley News?", "55 million"),
        ("What did The Week report about the cost of the bridge?", "71 million"),
        ("What did Ilir Hoxha write about the cost of the bridge?", "55 million"),
    ],
)
def test_what_a_source_said_is_answered_from_that_source_alone(library: Library, question: str, figure: str) -> None:
    reply = library.ask(question)

    assert figure in reply.text
    assert len(set(outlets(reply))) == 1
    assert [cue.limits for cue in reply.inquiry.filters.cues] == [True]
    assert not reply.inquiry.filters.relaxed


def test_where_the_source_does_not_say_others_answer_and_the_reply_says_so(library: Library) -> None:
    reply = library.ask("According to Sarn Valley News, why did the paper mill of Oxmoor burn down?")

    assert outlets(reply) == ["Oxmoor Ledger"]
    filters = reply.inquiry.filters
    assert (filters.relaxed, filters.outlets, filters.preferred_outlets) == (True, (), ("Sarn Valley News",))


def test_what_was_given_is_never_relaxed(library: Library) -> None:
    given = Filters(outlets=("Sarn Valley News",))

    reply = library.ask("According to the Oxmoor Ledger, why did the paper mill of Oxmoor burn down?", filters=given)

    assert isinstance(reply, Abstention)
    assert (reply.inquiry.filters.outlets, reply.inquiry.filters.relaxed) == (("Sarn Valley News",), False)


def test_a_cue_that_was_taken_back_limits_nothing(library: Library) -> None:
    question = "According to Sarn Valley News, what have fishermen seen return to the river?"
    cue = library.ask(question).inquiry.filters.cues[0]
    assert (cue.kind, cue.words) == (CueKind.OUTLET, "Sarn Valley News")

    reply = library.ask(question, ignored=[cue.words])

    assert reply.inquiry.filters == Filters()


def test_last_week_is_read_from_the_day_of_asking_and_without_one_says_nothing(library: Library) -> None:
    question = "What did the council announce about the bridge last week?"

    asked = library.ask(question, asked=date(2024, 5, 15))

    assert "71 million" in asked.text
    assert asked.inquiry.filters.after == date(2024, 5, 6)
    assert library.ask(question).inquiry.filters.after is None


def test_last_week_is_read_from_the_article_that_the_conversation_is_about(library: Library) -> None:
    cited = library.ask("Why did the paper mill of Oxmoor burn down?")
    assert isinstance(cited, Answer)
    turn = Turn(cited.inquiry.question, cited.text, (cited.citations[0].quote.article_id,))

    reply = library.ask("What did the council of Oxmoor announce last month?", [turn])

    assert reply.inquiry.filters.after == date(2024, 4, 1)


def test_articles_of_a_month_are_those_of_that_month(library: Library) -> None:
    reply = library.ask("What was reported about the cost of the bridge in February 2024?")

    assert "40 million" in reply.text
    filters = reply.inquiry.filters
    assert (filters.after, filters.before) == (date(2024, 2, 1), date(2024, 2, 29))
    assert filters.undated_left_out == 1


def test_the_day_of_an_event_hides_no_article(library: Library) -> None:
    reply = library.ask("Why did the paper mill of Oxmoor burn down on 6 May 2024?")

    assert outlets(reply) == ["Oxmoor Ledger"]
    assert not reply.inquiry.filters.narrow


def test_the_latest_and_the_first_come_first(library: Library) -> None:
    latest = library.ask("What is the latest on the cost of the bridge over the river Sarn?")
    first = library.ask("When was the bridge over the river Sarn first announced?")

    assert outlets(latest)[0] == "The Week"
    assert outlets(first)[0] == "Oxmoor Ledger"


def test_what_nobody_knows_the_outlet_of_may_be_by_the_source_that_was_named(library: Library) -> None:
    reply = library.ask("According to Reuters, for how much was the ferry Marigold sold?")

    assert isinstance(reply, Answer)
    assert "one crown" in reply.text


def test_a_source_that_the_library_lacks_is_the_reason_for_no_answer(library: Library) -> None:
    reply = library.ask(f"According to Reuters, {COST.lower()}?")

    assert isinstance(reply, Abstention)
    assert reply.reason == "there is no article by Reuters in the library"
    assert reply.nearest


def test_a_comparison_answers_for_each_side(library: Library) -> None:
    question = (
        "Does the Oxmoor Ledger article say that the bridge is to cost 40 million crowns, while the Sarn Valley News "
        "article says that eels have returned to the river?"
    )

    reply = library.ask(question)

    assert sorted(map(str, outlets(reply))) == ["Oxmoor Ledger", "Sarn Valley News"]
    assert not reply.inquiry.filters.relaxed


def test_each_part_is_near_the_top_of_a_search(library: Library) -> None:
    ranking = library.search(
        "Between the report from the Oxmoor Ledger on the mill and the one from The Week on the bridge, which is older?"
    )

    assert {each.description.outlet for each in ranking[:2]} == {"Oxmoor Ledger", "The Week"}
    assert [each.score for each in ranking] == sorted((each.score for each in ranking), reverse=True)


def test_a_search_prefers_what_the_question_names_and_hides_nothing(library: Library) -> None:
    ranking = library.search(f"According to Sarn Valley News, {COST.lower()}?")

    assert ranking[0].description.outlet == "Sarn Valley News"
    assert len(ranking) == len(DRAFTS)


def test_the_article_that_says_something_is_named_with_the_words_that_say_it(library: Library) -> None:
    reply = library.ask("Which article says that eels have returned?")

    assert isinstance(reply, Answer)
    described, said = reply.citations
    assert described.quote.paragraph.kind is Kind.DESCRIPTION
    assert described.quote.article_id == said.quote.article_id
    assert "Eels have returned" in said.quote.text
