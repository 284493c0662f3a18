"""Words near in meaning, and what they do to the words of a question."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from assistant.embeddings import open_encoder
from assistant.embeddings.encoder import Encoder, Neighbours
from assistant.embeddings.thesaurus import make_thesaurus, open_thesaurus, read_thesaurus
from assistant.question import Question
from assistant.terms import terms_of

NEAR: dict[str, Neighbours] = {
    "founded": {"establish": 0.6},
    "Norwegia": {"norwegian": 0.7, "swede": 0.5},
    "mayor": {"council": 0.4},
}


def near(word: str) -> Neighbours:
    return NEAR.get(word, {})


def evenly(_: str) -> float:
    return 1.0


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return open_encoder(None, None)


def test_the_encoder_knows_words_that_say_the_same(encoder: Encoder) -> None:
    assert encoder.near("founded")["establish"] > 0.4
    assert encoder.near("Doctor")["physician"] > 0.6


def test_words_that_have_nothing_to_do_with_each_other_are_not_near(encoder: Encoder) -> None:
    assert "banana" not in encoder.near("government")
    assert "govern" not in encoder.near("government")  # its own stem


def test_nothing_is_near_a_word_that_is_in_pieces_in_the_vocabulary(encoder: Encoder) -> None:
    assert encoder.near("Xyzzyvale") == {}


def test_a_thesaurus_is_made_once_and_kept(tmp_path: Path) -> None:
    vocabulary = tmp_path / "tokenizer.json"
    vocabulary.write_text(json.dumps({"model": {"vocab": {"[CLS]": 0, "boat": 1, "ship": 2, "##s": 3, "tea": 4}}}))
    made = []

    def encode(words: object) -> np.ndarray:
        made.append(words)
        return np.array([[1, 0], [0.8, 0.6], [0, 1]], np.float32)

    first, second = (open_thesaurus(vocabulary, encode, tmp_path / "cache") for _ in range(2))

    assert made == [["boat", "ship", "tea"]]
    assert first.near("boat") == second.near("boat") == {"ship": pytest.approx((0.8 - 0.45) / 0.55, abs=0.01)}
    assert set(first.near("ship")) == {"boat", "tea"}


def test_a_thesaurus_reads_the_same_from_memory(tmp_path: Path) -> None:
    vocabulary = tmp_path / "tokenizer.json"
    vocabulary.write_text(json.dumps({"model": {"vocab": {"boat": 1, "ship": 2}}}))

    assert read_thesaurus(make_thesaurus(vocabulary, lambda _: np.eye(2, dtype=np.float32))).near("boat") == {}


def test_a_word_near_the_questions_tells_some_of_it() -> None:
    terms = terms_of(Question("When was it founded?"), evenly, near)

    assert terms.told_by("It was founded in May.") == 1
    assert terms.told_by("It was established in May.") == pytest.approx(0.6)
    assert terms.told_by("It was closed in May.") == 0


def test_a_name_is_told_by_itself_or_what_is_made_from_it_and_by_no_other_name() -> None:
    terms = terms_of(Question("Who left Norwegia?"), evenly, near)

    assert terms.names == {"norwegia"}
    assert terms.told_by("A Norwegian left.") == pytest.approx((1 + 0.7) / 2)
    assert terms.told_by("A Swede left.") == pytest.approx(1 / 2)


def test_names_are_counted_apart() -> None:
    terms = terms_of(Question("What did Ada Quill buy in 2021?"), evenly)

    assert terms.named_by("Quill bought a boat.") == pytest.approx(1 / 3)
    assert terms_of(Question("what was bought?"), evenly).named_by("Nothing.") == 1
