"""What the browser is given of a chat model's reply: on its way, stopped, whole, withheld."""

from __future__ import annotations

from threading import Event

import pytest

from assistant.authorship import borne_out, spent, writer
from assistant.domain import (
    COURTESY,
    SILENCE,
    Abstention,
    Answer,
    Citation,
    Claim,
    Claimed,
    Consulting,
    Description,
    Filters,
    Inquiry,
    Mending,
    Paragraph,
    Quote,
    Retrying,
    Rewording,
    Searching,
    Step,
    Support,
    Usage,
    Written,
)
from assistant.errors import ModelTrouble
from ui.answer_data import abstention_data, answer_data, stopped_data, underway_data
from ui.conversation import Exchange
from ui.jobs import Failed, Job, Stopped
from ui.reader_data import Reading
from ui.reading import renumbered
from ui.underway import Underway

MODEL = "openai:scripted"
TEXT = "The mill at Orrin closed in May. Forty people worked there."
MILL = Quote("mill", Description("Mill closes", "mill.txt"), Paragraph(1, TEXT), 0, 32)
WORKERS = Quote("mill", MILL.description, MILL.paragraph, 33, len(TEXT))
CLOSED = Claim("The mill was closed in May.", (1,), Support.SUPPORTED, opens=True)
PEOPLE = Claim("Ninety people worked there.", (2,), Support.UNSUPPORTED, "“ninety” is not in the paragraph cited")
QUOTED = Claim("Forty people worked there.", (2,), Support.QUOTED, opens=True)
CITATIONS = (Citation(1, MILL), Citation(2, WORKERS))


def after(*steps: Step) -> Underway:
    underway = Underway()
    for step in (Searching(3), Consulting(MODEL, 14), *steps):
        underway = underway.after(step)
    return underway


def inquiry(model: str = MODEL, usage: Usage | None = None) -> Inquiry:
    return Inquiry("Why?", "Why?", Filters(), model, "none", usage=usage)


def texts(data: dict[str, object]) -> list[tuple[str | None, ...]]:
    """Each paragraph as its sentences, with the unchecked text behind them."""
    return [
        (
            *("".join(run["text"] for run in claim["runs"]) for claim in group["claims"]),
            *filter(None, [group.get("tail")]),
        )
        for group in data["groups"]
    ]


def test_before_the_first_words_it_is_said_who_reads_how_much() -> None:
    assert underway_data(after())["status"] == "openai:scripted is reading 14 passages"


def test_a_checked_sentence_takes_the_place_of_what_was_written() -> None:
    data = underway_data(
        after(Written("The mill was closed"), Written(" in May."), Claimed(CLOSED, CITATIONS[:1]), Written(" Ninety"))
    )

    assert data["state"] == "writing"
    assert texts(data) == [("The mill was closed in May.", "Ninety")]
    assert [each["number"] for each in data["citations"]] == [1]


def test_what_a_model_writes_holds_no_marker_until_it_is_checked() -> None:
    assert texts(underway_data(after(Written("Closed [1] in May")))) == [("Closed [1] in May",)]


def test_sentences_stand_in_the_paragraphs_that_they_open() -> None:
    data = underway_data(after(Claimed(CLOSED, CITATIONS[:1]), Claimed(PEOPLE, ()), Claimed(QUOTED, ())))

    assert [len(sentences) for sentences in texts(data)] == [2, 1]


def test_a_failing_sentence_is_being_checked_again_until_the_reply_is_there() -> None:
    underway = after(Claimed(CLOSED, CITATIONS[:1]), Claimed(PEOPLE, CITATIONS[1:]), Mending(1))
    whole = answer_data(Answer(inquiry(), (CLOSED, PEOPLE), CITATIONS))

    assert underway_data(underway)["status"] == "Checking 1 sentence again"
    assert underway_data(underway)["groups"][0]["claims"][1]["doubt"] == "being checked again"
    assert whole["groups"][0]["claims"][1]["doubt"] == (
        "Not supported by the articles: “ninety” is not in the paragraph cited"
    )


def test_when_the_model_is_asked_again_what_it_wrote_is_gone_and_the_reason_is_said() -> None:
    data = underway_data(after(Claimed(CLOSED, CITATIONS[:1]), Written("Ninety"), Retrying("the server is busy")))

    assert data == {"state": "searching", "status": "The server is busy", "stoppable": True}
    assert underway_data(after(Retrying("the server is busy"), Written("Anew")))["state"] == "writing"


def test_stopping_keeps_checked_sentences_their_citations_and_the_rest() -> None:
    reached, release = Event(), Event()

    def steps() -> list[Step]:
        yield Consulting(MODEL, 14)
        yield Claimed(CLOSED, CITATIONS[:1])
        yield Written("Ninety")
        reached.set()
        release.wait(5)

    job = Job(steps)
    reached.wait(5)
    assert job.citations == CITATIONS[:1]
    job.stop()
    release.set()

    assert job.outcome == Stopped("Ninety", (CLOSED,), CITATIONS[:1])
    assert job.citations == CITATIONS[:1]
    data = stopped_data(job.outcome)
    assert texts(data) == [("The mill was closed in May.", "Ninety")]
    assert data["status"] == (
        "Stopped. This answer is incomplete; what is grey has not been checked against the articles."
    )


@pytest.mark.parametrize(
    ("stopped", "said"),
    [
        (Stopped(""), "Stopped before anything was written."),
        (Stopped("", (CLOSED,), CITATIONS), "Stopped. This answer is incomplete."),
    ],
)
def test_what_is_stopped_says_how_far_it_came(stopped: Stopped, said: str) -> None:
    assert stopped_data(stopped)["status"] == said


def test_news_is_waited_for_only_until_there_is_some() -> None:
    release = Event()

    def steps() -> list[Step]:
        yield Searching(3)
        release.wait(5)

    job = Job(steps)
    job.wait_for_news(Underway(), 5)

    assert job.underway == Underway(articles=3)
    job.wait_for_news(job.underway, 0)
    release.set()
    job.wait_for_news(job.underway, 5)
    assert job.outcome is not None


def test_a_model_that_fails_is_told_from_a_library_that_does() -> None:
    def steps() -> list[Step]:
        yield Searching(1)
        raise ModelTrouble("set OPENAI_API_KEY")

    assert Job(steps).wait(5) == Failed("set OPENAI_API_KEY", of_answerer=True)


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        ((CLOSED,), "1 sentence, supported"),
        ((CLOSED, QUOTED), "2 sentences, each supported, 1 word for word"),
        ((QUOTED, QUOTED), "2 sentences, word for word"),
        ((CLOSED, PEOPLE), "1 of 2 sentences not supported"),
        ((PEOPLE, PEOPLE), "None of 2 sentences supported"),
        ((PEOPLE,), "Not supported"),
    ],
)
def test_an_answer_says_how_many_of_its_sentences_are_supported(claims: tuple[Claim, ...], said: str) -> None:
    assert borne_out(Answer(inquiry(), claims, CITATIONS)) == said


READ = Usage("3", paragraphs=14)


def test_an_answer_says_who_wrote_it_from_how_much_and_so_does_its_copy() -> None:
    copied = answer_data(Answer(inquiry(usage=READ), (CLOSED, PEOPLE), CITATIONS))["copy"]

    assert writer(inquiry("extractive")) == "In the articles' own words"
    assert copied.endswith("\n\nWritten by openai:scripted from 14 passages. 1 of 2 sentences not supported.")
    assert "Ninety people worked there.[2] (not supported by the articles)" in copied


def test_what_a_model_took_is_said_as_far_as_it_is_known() -> None:
    assert spent(Usage("3")) == ["version 3 of the instructions"]
    assert spent(Usage("3", 2, 1840, 96, 0.0042, 1)) == [
        "1,840 tokens read, 96 written",
        "asked 2 times",
        "$0.0042",
        "1 marker left out that named no passage it was shown",
        "version 3 of the instructions",
    ]


def test_a_judge_who_had_no_say_is_told_of_with_the_answer_and_in_its_copy() -> None:
    trouble = Usage("3", judge="openai:judge", judge_trouble="it is busy")
    data = answer_data(Answer(inquiry(usage=trouble), (CLOSED,), CITATIONS))

    assert data["remarks"] == ["The judge openai:judge had no say in this answer: it is busy."]
    assert data["copy"].endswith(data["remarks"][0])
    assert "judged by openai:judge" not in data["spent"]
    assert "judged by openai:judge" in spent(Usage("3", judge="openai:judge"))


def test_what_is_withheld_has_its_problem_and_no_marker() -> None:
    data = abstention_data(Abstention(inquiry(usage=READ), "Nothing bears it out.", withheld=(PEOPLE,)))

    assert data["withheld"][0]["numbers"] == []
    assert data["withheld"][0]["doubt"].startswith("Not supported by the articles: ")
    assert data["withheld_as"] == "What the model wrote, not supported by the articles"


def test_nothing_is_said_against_a_civility_where_a_model_wrote_nothing_else() -> None:
    civility = Claim("Happy to help!", (), Support.UNSUPPORTED, COURTESY)

    data = abstention_data(Abstention(inquiry(usage=READ), "It stated nothing.", withheld=(civility,)))

    assert data["withheld"][0]["doubt"] == "It only speaks to the reader."
    assert data["withheld"][0]["support"] == "remark"
    assert data["withheld_as"] == "What the model wrote"
    assert (data["writer"], data["own_words"]) == ("openai:scripted read 14 passages", True)
    assert "copy" not in data


def test_the_page_says_whom_a_question_waits_for_and_that_it_was_understood_without() -> None:
    usage = Usage("3", rewrite_trouble="it did not answer in time")
    data = answer_data(Answer(inquiry(usage=usage), (CLOSED,), CITATIONS))

    assert underway_data(after(Searching(3), Rewording(MODEL)))["status"] == f"{MODEL} is reading the question"
    assert underway_data(after(Rewording(MODEL), Consulting(MODEL, 9)))["status"] == f"{MODEL} is reading 9 passages"
    assert data["remarks"] == [
        f"The question was understood in the built-in way, not by {MODEL}: it did not answer in time."
    ]


def test_the_articles_own_words_are_offered_only_where_a_model_left_something_open() -> None:
    assert answer_data(Answer(inquiry(), (CLOSED, PEOPLE), CITATIONS))["own_words"]
    assert not answer_data(Answer(inquiry(), (CLOSED,), CITATIONS))["own_words"]
    assert not abstention_data(Abstention(inquiry("extractive"), "Nothing is said."))["own_words"]


@pytest.mark.parametrize(
    ("citations", "number"),
    [(CITATIONS, 2), ((Citation(1, WORKERS), Citation(2, MILL)), 1), ((Citation(1, MILL),), None)],
)
def test_an_open_citation_keeps_its_words_when_the_reply_gives_it_another_number(
    citations: tuple[Citation, ...], number: int | None
) -> None:
    claim = Claim("The mill was closed in May.", (1,), Support.SUPPORTED)
    job = Job(lambda: iter([Claimed(QUOTED, CITATIONS), Answer(inquiry(), (claim,), citations)]))
    job.wait(5)

    kept = renumbered(Reading("mill", 1, 7, 2), Exchange(7, "Why?", job))

    assert kept == Reading("mill", 1, 7 if number else None, number)
    assert renumbered(Reading("mill", 1, 6, 2), Exchange(7, "Why?", job)) == Reading("mill", 1, 6, 2)


def test_an_answer_that_only_says_what_is_left_open_claims_nothing_on_the_page_and_is_not_doubtful() -> None:
    remark = Claim("The articles do not say why.", (), Support.UNSUPPORTED, SILENCE)
    data = answer_data(Answer(inquiry(), (remark,), ()))

    assert data["borne_out"] == "Nothing claimed"
    assert not data["doubtful"]
    assert "Nothing claimed." in data["copy"]


def test_a_remark_on_what_is_left_open_is_counted_neither_as_borne_out_nor_as_failing() -> None:
    remark = Claim("The articles do not say why.", (), Support.UNSUPPORTED, SILENCE)

    assert borne_out(Answer(inquiry(), (CLOSED, remark), CITATIONS[:1])) == "1 sentence, supported"
