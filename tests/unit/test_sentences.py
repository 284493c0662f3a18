"""Sentences as spans of a paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@given(st.text() | st.text(alphabet="aZ .?!\n\t“”\"'’()U.S9,é中。"))
def test_spans_stand_in_order_and_leave_out_nothing_but_white_space(text: str) -> None:
    spans = sentence_spans(text)
    edges = [0, *(edge for span in spans for edge in span), len(text)]

    assert edges == sorted(edges)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert not any(text[end:start].strip() for end, start in zip(edges[::2], edges[1::2], strict=True))


@pytest.mark.parametrize(
    "sentence",
    [
        "He met then-U.S. Secretary of State Jo Marsh in the port of Hale.",
        "The ferry left at 8 p.m. Monday.",
        "Dr. Quill of Oar & Co. sold 2.5 million tickets.",
        "“We won. We did,” she said.",
        "The mayor, J. R. Oar, resigned.",
    ],
)
def test_stops_that_end_no_sentence_do_not_cut_it(sentence: str) -> None:
    assert sentences(sentence) == [sentence]
    assert sentences(f"It rained all day. {sentence} Nobody came to the port.") == [
        "It rained all day.",
        sentence,
        "Nobody came to the port.",
    ]


def test_a_piece_too_short_to_stand_alone_joins_the_one_before_it() -> None:
    assert sentences("The ferry was late again. Why? Nobody in the port knew.") == [
        "The ferry was late again. Why?",
        "Nobody in the port knew.",
    ]


def test_a_text_without_words_has_no_sentences() -> None:
    assert sentence_spans("") == sentence_spans(" \n ") == []
