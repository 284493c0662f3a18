"""What the words of a question tell in a library."""

from __future__ import annotations

import pytest

from assistant.question import Question
from assistant.terms import Terms, rarity_in, terms_of


def test_a_word_counts_for_its_rarity() -> None:
    rarity = rarity_in(100, {"ferri": 50, "dredg": 1, "the": 100}.get)

    assert rarity("the") < rarity("ferri") < rarity("dredg") < 1


def test_a_word_never_weighs_nothing_even_where_the_index_still_counts_what_was_deleted() -> None:
    assert rarity_in(2, lambda _: 5)("ferri") > 0


def test_a_word_that_no_passage_has_is_the_rarest() -> None:
    assert rarity_in(100, lambda _: 0)("unseen") == pytest.approx(1.0)


def test_the_share_of_words_told_is_weighted() -> None:
    assert Terms({"ferri": 1.0, "dredg": 3.0}, {}).told_by("Dredging stopped.") == pytest.approx(0.75)
    assert Terms({}, {}).told_by("Dredging stopped.") == 0.0


def test_words_that_stand_side_by_side_in_the_question_count_where_they_do_so_again() -> None:
    terms = terms_of(Question("Who painted the harbour bridge?"), lambda _: 1.0)

    assert terms.paired_in("The harbour bridge is red.") > terms.paired_in("The bridge in the harbour is red.")


def test_pairs_of_words_of_asking_do_not_count() -> None:
    assert ("who", "the") not in terms_of(Question("Who the mayor is"), lambda _: 1.0).pairs
    assert ("the", "mayor") in terms_of(Question("Who the mayor is"), lambda _: 1.0).pairs
