"""How well the text of an article matches what a person copied, as a published benchmark counts it."""

from __future__ import annotations

import pytest

from tests.benchmarks.pages import OWN, copied_in, kept_apart, score

BODY = "one two three four five six"


def test_the_same_words_score_one_whatever_stands_between_them() -> None:
    assert score([BODY], ["One, two".replace("O", "o") + " three — four\n\nfive six."]).f1 == 1


def test_what_is_missing_costs_recall_and_what_is_too_much_precision() -> None:
    missing, more = score([BODY], ["one two three four five"]), score([BODY], [BODY + " seven"])
    assert (missing.precision, missing.recall) == pytest.approx((1, 2 / 3))
    assert (more.precision, more.recall) == pytest.approx((3 / 4, 1))


def test_every_page_weighs_the_same() -> None:
    scored = score([BODY, BODY * 50], [BODY, "nothing of that at all"])
    assert (scored.precision, scored.recall) == (0.5, 0.5)


def test_a_page_in_which_nothing_was_found_costs_recall_alone() -> None:
    scored = score([BODY, BODY], [BODY, ""])
    assert (scored.precision, scored.recall) == (1, 0.5)


def test_paragraphs_run_together_or_cut_are_not_kept_apart() -> None:
    body = "First one.\n\nSecond one.\n\nThird one."
    assert kept_apart([body], [["First one.", "Second one.", "Third one."]]) == 1
    assert kept_apart([body], [["First one. Second one.", "Third", "one."]]) == 0


def test_the_projects_own_pages_have_bodies() -> None:
    assert len(list(copied_in(OWN))) == 4
