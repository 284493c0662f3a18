"""The words of the trade as values: what cannot be, cannot be built."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain import (
    NO_FILTERS,
    Answer,
    Article,
    Bases,
    Basis,
    Citation,
    Claim,
    Description,
    Filters,
    Inquiry,
    Kind,
    Paragraph,
    Quote,
    Support,
    name_key,
)

FERRY = Description("The ferry stays in port", "ferry.txt")
SAID = Paragraph(1, "The ferry stays in port until Friday.")
INQUIRY = Inquiry("Why?", "Why?", NO_FILTERS, "extractive", "made-up")


@pytest.mark.parametrize(
    ("number", "text", "kind"),
    [
        (-1, "Words.", Kind.BODY),
        (0, "Words.", Kind.BODY),
        (1, "Words.", Kind.DESCRIPTION),
        (1, "", Kind.BODY),
        (1, " \n ", Kind.BODY),
    ],
)
def test_a_paragraph_without_words_or_with_an_impossible_number_is_refused(number: int, text: str, kind: Kind) -> None:
    with pytest.raises(ValueError, match=str(number)):
        Paragraph(number, text, kind)


def test_an_articles_paragraphs_are_numbered_from_one_without_a_gap() -> None:
    with pytest.raises(ValueError, match=r"\[1, 3\]"):
        Article("a", FERRY, (SAID, Paragraph(3, "The third.")))


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (4, 4), (5, 4), (0, len(SAID.text) + 1)])
def test_a_quote_cannot_hold_words_that_are_not_in_its_paragraph(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="is no span of paragraph 1"):
        Quote("a", FERRY, SAID, start, end)


@given(st.text(min_size=1).filter(str.strip), st.data())
def test_a_quotes_text_is_its_span_of_the_paragraph(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    assert Quote("a", FERRY, Paragraph(1, text), start, end).text == text[start:end]


def test_an_answer_has_a_citation_for_every_marker() -> None:
    claim = Claim("The ferry stays in port.", (1, 2), Support.QUOTED)
    citation = Citation(1, Quote("a", FERRY, SAID, 0, 9))

    with pytest.raises(ValueError, match="every marker a citation"):
        Answer(INQUIRY, (claim,), (citation,))
    with pytest.raises(ValueError, match="needs claims"):
        Answer(INQUIRY, (), (citation,))


def test_an_answers_text_has_each_claims_markers_after_it() -> None:
    citations = tuple(Citation(number, Quote("a", FERRY, SAID, 0, 9)) for number in (3, 4))
    claims = (Claim("It stays.", (3, 4), Support.QUOTED), Claim("So they say.", (3,), Support.QUOTED))

    assert Answer(INQUIRY, claims, citations).text == "It stays.[3][4] So they say.[3]"


def test_paragraph_zero_is_the_description_and_no_other_number_is_there() -> None:
    article = Article("a", FERRY, (SAID,))

    assert article.paragraph(0) == Paragraph(0, FERRY.line, Kind.DESCRIPTION)
    assert article.paragraph(1) == SAID
    assert article.paragraph(2) is None
    assert article.paragraph(-1) is None


def test_the_description_line_says_all_that_is_known() -> None:
    known = Description(
        "The ferry stays in port",
        "ferry.txt",
        outlet="Harbour Gazette",
        authors=("Ada Quill", "Ben Oar"),
        published=datetime(2024, 5, 8, 20, 6, tzinfo=UTC),
        bases=Bases(published=Basis.GUESSED),
    )

    assert known.line == (
        "The ferry stays in port. Harbour Gazette. By Ada Quill, Ben Oar. Published 8 May 2024 (guessed)."
    )


def test_the_description_line_leaves_out_what_is_unknown() -> None:
    assert FERRY.line == "The ferry stays in port."
    assert Description("T", "s", published=date(2024, 5, 8)).line == "T. Published 8 May 2024."


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Who sank the ferry?", "Who sank the ferry? Harbour Gazette."),
        ("The ferry sank.", "The ferry sank. Harbour Gazette."),
        ("“It sank!”", "“It sank!” Harbour Gazette."),
        ("And then …", "And then … Harbour Gazette."),
    ],
)
def test_a_title_that_ends_like_a_sentence_gets_no_second_stop(title: str, line: str) -> None:
    assert Description(title, "s", outlet="Harbour Gazette").line == line


def test_names_are_the_same_without_case_space_and_article() -> None:
    assert {name_key(name) for name in ("The Verge", "verge", " the VERGE ", "Verge ")} == {"verge"}
    assert name_key("Thessaly Post") != name_key("ssaly Post")


def test_paragraphs_that_differ_in_case_space_and_punctuation_fold_to_one() -> None:
    assert Paragraph(1, "“The ferry  stays,” he said.").folded == Paragraph(7, "The Ferry stays he said").folded
    assert Paragraph(1, "The ferry stays.").folded != Paragraph(1, "The ferry strays.").folded


def test_paragraphs_without_letters_do_not_all_fold_to_one() -> None:
    assert Paragraph(1, "* * *").folded != Paragraph(1, "—").folded


def test_a_digest_names_the_words_and_not_the_number() -> None:
    assert Paragraph(1, "The ferry stays.").digest == Paragraph(2, "The ferry stays.").digest
    assert Paragraph(1, "The ferry stays.").digest != Paragraph(1, "The ferry stays").digest


def test_filters_are_narrow_when_they_leave_anything_out() -> None:
    assert not NO_FILTERS.narrow
    assert not Filters(relaxed=True, undated_left_out=3).narrow
    assert Filters(after=date(2024, 1, 1)).narrow
    assert Filters(outlets=("Harbour Gazette",)).narrow
