"""Which paragraphs of copies count once."""

from __future__ import annotations

import pytest

from assistant.alike import nearly_same
from assistant.domain import Paragraph

SAID = "The harbor board said on Monday that five ferries will not sail to Skarholm before June, Ada Quill reported."


def alike(other: str, one: str = SAID) -> bool:
    assert nearly_same(Paragraph(1, one), Paragraph(2, other)) == nearly_same(Paragraph(2, other), Paragraph(1, one))
    return nearly_same(Paragraph(1, one), Paragraph(2, other))


@pytest.mark.parametrize(
    ("word", "instead"),
    [("harbor", "harbour"), ("five", "5"), ("on Monday ", ""), ("Ada Quill", "Mrs. Ada Quill"), (",", " –")],
)
def test_a_desks_spelling_does_not_make_it_another_paragraph(word: str, instead: str) -> None:
    assert alike(SAID.replace(word, instead))


@pytest.mark.parametrize(
    ("word", "instead"),
    [
        ("five", "six"),
        ("five", "15"),
        ("will not", "will"),
        ("Quill", "Nib"),
        ("Skarholm", "Vik"),
        ("five", "five million"),
    ],
)
def test_another_figure_name_or_negation_does(word: str, instead: str) -> None:
    assert not alike(SAID.replace(word, instead))


def test_a_contraction_negates_as_the_words_do() -> None:
    one = "The board of the old harbor did not say on Monday when its ferries will sail."
    assert alike(one.replace("did not", "didn’t"), one)
    assert not alike(one.replace("did not", "did"), one)


def test_initials_and_thousands_may_be_written_either_way() -> None:
    one = "The U.S. Navy wants to buy 1,200 of the old boats that lie in the harbor of the town."
    assert alike(one.replace("U.S.", "US").replace("1,200", "1200"), one)


def test_half_a_paragraph_is_not_the_same() -> None:
    assert not alike(SAID[:60])
    assert not alike("* * *")
    assert not alike("—", "* * *")
