"""Paragraphs read again with the question, and cross-encoders that cannot be opened."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain import Bases, Basis, Description, Paragraph, Ranked, Scores
from assistant.errors import Misuse
from assistant.rerank import READ_AGAIN, rerank
from assistant.rerankers import open_reranker
from tests.made import SharedWords


def ranking(*texts: str, title_guessed: bool = False) -> list[Ranked]:
    about = Description("Harbour news", "news.txt", bases=Bases(title=Basis.GUESSED if title_guessed else None))
    return [
        Ranked("a", about, Paragraph(number, text), 0.7 - 0.01 * number, Scores(dense=0.5))
        for number, text in enumerate(texts, start=1)
    ]


def numbers(ranked: Sequence[Ranked]) -> list[int]:
    return [each.paragraph.number for each in ranked]


def test_what_answers_best_comes_first() -> None:
    found = rerank(ranking("The ferry sails.", "why the ferry stays in port"), "why the ferry stays", SharedWords())

    assert numbers(found) == [2, 1]
    assert [each.scores.rerank for each in found] == [1.0, 0.5]
    assert {each.scores.dense for each in found} == {0.5}


def test_what_is_liked_alike_keeps_its_order() -> None:
    assert numbers(rerank(ranking("one", "two", "three"), "why", SharedWords())) == [1, 2, 3]


def test_only_the_first_are_read_again() -> None:
    texts = [f"number {number}" for number in range(READ_AGAIN)]
    reranker = SharedWords()

    found = rerank(ranking(*texts, "why"), "why", reranker)

    assert len(reranker.read) == READ_AGAIN
    assert (found[-1].paragraph.text, found[-1].scores.rerank) == ("why", None)


def test_a_paragraph_is_read_under_its_headline_unless_that_was_guessed() -> None:
    reranker = SharedWords()

    rerank(ranking("It sails."), "why", reranker)
    rerank(ranking("It sails.", title_guessed=True), "why", reranker)

    assert reranker.read == ["Harbour news\nIt sails.", "It sails."]


def test_nothing_found_is_nothing_to_read() -> None:
    assert rerank([], "why", SharedWords()) == []


@given(st.lists(st.sampled_from(["why", "the ferry", "why the ferry", "eels"]), max_size=40))
def test_the_scores_stay_with_the_places_and_no_paragraph_is_lost(texts: list[str]) -> None:
    before = ranking(*texts)

    after = rerank(before, "why the ferry", SharedWords())

    assert [each.score for each in after] == [each.score for each in before]
    assert sorted(numbers(after)) == numbers(before)


@pytest.mark.parametrize(
    ("name", "package", "remedy"),
    [
        ("cross-encoder/some-model", "sentence_transformers", "pip install sentence-transformers"),
        ("flashrank:ms-marco-TinyBERT-L-2-v2", "flashrank", "pip install flashrank"),
    ],
)
def test_a_package_that_is_not_installed_is_named_with_the_remedy(
    name: str, package: str, remedy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)

    with pytest.raises(Misuse, match=f"FOOTNOTE_RERANKER={name} needs .*`{remedy}`, or unset it"):
        open_reranker(name)
