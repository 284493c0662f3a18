"""The sample library with a reranker set."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.corpus.reading import Reader
from assistant.domain import Abstention, Answer
from assistant.embeddings.encoder import Encoder
from assistant.library import Library
from assistant.settings import Settings
from tests.terminal import Footnote

COURT = "When did Armenia join the International Criminal Court?"


class LikesBlinken:
    """A reranker with one thing in its head."""

    name = "likes Blinken"

    def score(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        del question
        return np.array(["Blinken" in text for text in texts], np.float32)


@pytest.fixture(scope="module")
def reranked(sample_home: Path, encoder: Encoder) -> Iterator[Library]:
    with Library(Settings(home=sample_home), Reader(sample_home), encoder, LikesBlinken()) as library:
        yield library


def test_a_search_is_in_the_rerankers_order_with_falling_scores(reranked: Library, samples: Library) -> None:
    before, after = samples.search(COURT, 10), reranked.search(COURT, 10)

    assert "Blinken" not in before[0].paragraph.text
    assert "Blinken" in after[0].paragraph.text
    assert after[0].scores.rerank == 1.0
    assert [each.score for each in after] == [each.score for each in before]


def test_whether_the_articles_say_is_still_judged_by_the_sentences(reranked: Library) -> None:
    assert isinstance(reranked.ask("What is the best pizza in Naples?"), Abstention)
    assert isinstance(reranked.ask(COURT), Answer)


def test_status_names_the_reranker(footnote: Footnote, sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FOOTNOTE_RERANKER", raising=False)
    assert footnote("status", "--json", "--home", sample_home).json["reranker"] is None

    monkeypatch.setenv("FOOTNOTE_RERANKER", "flashrank:ms-marco-TinyBERT-L-2-v2")
    assert "reranker  flashrank:ms-marco-TinyBERT-L-2-v2\n" in footnote("status", "--home", sample_home).out


def test_a_reranker_that_is_not_installed_ends_with_two_and_the_remedy(
    footnote: Footnote, sample_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOOTNOTE_RERANKER", "cross-encoder/some-model")
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)

    ran = footnote("search", "court", "--home", sample_home)

    assert (ran.code, ran.out) == (2, "")
    assert "`pip install sentence-transformers`, or unset it" in ran.err
