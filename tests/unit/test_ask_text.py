"""A reply as the terminal shows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.domain import (
    NO_FILTERS,
    Answer,
    Citation,
    Claim,
    Description,
    Inquiry,
    Paragraph,
    Quote,
    ResolvedDate,
    Support,
    Usage,
)
from ui.ask_command import for_reading

POST = Description("Bridge closed", "post.txt", outlet="The Post", published=date(2025, 5, 7))
INQUIRY = Inquiry("Why?", "Why?", NO_FILTERS, "extractive", "made-up")


def shown(text: str, *dates: ResolvedDate, speaker: str | None = None) -> list[str]:
    citation = Citation(1, Quote("bridge", POST, Paragraph(1, text), 0, len(text)))
    claim = Claim(text, (1,), Support.QUOTED, dates=dates, speaker=speaker)
    return for_reading(Answer(INQUIRY, (claim,), (citation,))).splitlines()


def test_below_the_sources_stand_the_days_that_were_meant_and_the_speaker() -> None:
    tuesday, week = ResolvedDate(15, 22, date(2025, 5, 6)), ResolvedDate(27, 36, date(2025, 4, 28), date(2025, 5, 4))

    assert shown("Cars waited on Tuesday and last week, she added.", tuesday, week, speaker="Ann Lee") == [
        "Cars waited on Tuesday and last week, she added.[1]",
        "",
        "[1] “Bridge closed”, The Post, 7 May 2025, paragraph 1",
        "",
        "[1] “Tuesday” is 6 May 2025; “last week” is 28 Apr – 4 May 2025; said by Ann Lee",
    ]


def test_a_quote_that_leaves_nothing_open_stands_alone() -> None:
    assert shown("Cars wait.")[-1] == "[1] “Bridge closed”, The Post, 7 May 2025, paragraph 1"


def test_above_the_answer_stands_that_the_model_had_no_part_in_how_the_question_was_understood() -> None:
    citation = Citation(1, Quote("bridge", POST, Paragraph(1, "Cars wait."), 0, 10))
    claims = (Claim("Cars are waiting.", (1,), Support.SUPPORTED),)
    inquiry = replace(INQUIRY, model="ollama:small", usage=Usage("1", rewrite_trouble="it did not answer in time"))

    assert " ".join(for_reading(Answer(inquiry, claims, (citation,))).split()).startswith(
        "(The question was understood in the built-in way, not by ollama:small: it did not answer in time.) "
        "Cars are waiting.[1]"
    )


def test_a_judge_that_had_no_say_is_told_of_below_all_else() -> None:
    citation = Citation(1, Quote("bridge", POST, Paragraph(1, "Cars wait."), 0, 10))
    claims = (Claim("Cars are waiting.", (1,), Support.SUPPORTED),)
    usage = Usage("1", judge="ollama:judge", judge_trouble="it wrote no verdict")
    said = for_reading(Answer(replace(INQUIRY, usage=usage), claims, (citation,))).splitlines()

    assert said[-2:] == ["", "The judge ollama:judge had no say in this answer: it wrote no verdict."]
