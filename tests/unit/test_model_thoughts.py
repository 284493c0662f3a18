"""Thoughts are left out of a model's text, however it is cut."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.models.thoughts import Thoughts, Void


def text_of(pieces: Sequence[str]) -> str:
    """What is left of a stream, with what was taken back."""
    thoughts, text = Thoughts(), ""
    for piece in pieces:
        for each in thoughts.without(piece):
            text = "" if isinstance(each, Void) else text + each
    return text + thoughts.rest()


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("It sank.", "It sank."),
        ("<think>Did it?</think>\n\nIt sank.", "It sank."),
        ("\n <think>\nDid it?\n</think>\nIt sank.\n", "It sank.\n"),
        ("[THINK]Did it?[/THINK]It sank.", "It sank."),
        ("<thinking>1 < 2 </think> </thinking>It sank.", "It sank."),
        ("<think>Did it?", ""),
        ("<think", "<think"),
        ("<thin ice> broke.", "<thin ice> broke."),
        ("Did it?\n</think>\n\nIt sank.", "It sank."),
        ("Did it?\n</think", "Did it?\n</think"),
        ("Did it?\n</think>\nIt sank.\n</think>\nNine died.", "It sank.\n</think>\nNine died."),
        ("<think>Did it?</think>It sank.\n</think>\nNine died.", "It sank.\n</think>\nNine died."),
        ("</think>\n\nIt sank.", "It sank."),
        ("They wrote <think> on the hull.", "They wrote <think> on the hull."),
        ("They wrote </think> on the hull.", "They wrote </think> on the hull."),
        ("One.\n\nTwo.\n", "One.\n\nTwo.\n"),
        (" \n ", ""),
        ("", ""),
    ],
)
def test_thoughts_are_left_out_wherever_the_stream_is_cut(written: str, text: str) -> None:
    assert text_of([written]) == text
    assert text_of(list(written)) == text
    for at in range(len(written)):
        assert text_of([written[:at], written[at:]]) == text


def test_thoughts_that_never_end_are_known() -> None:
    thoughts = Thoughts()
    assert list(thoughts.without("<think>Did it?")) == []
    assert thoughts.are_open


@pytest.mark.parametrize(
    ("written", "are_all"),
    [("<think>Did it?</think> ", True), ("Did it?\n</think>\n \n", True), ("\n", True), ("<th", False), ("It.", False)],
)
def test_it_is_known_whether_there_was_anything_else(written: str, *, are_all: bool) -> None:
    thoughts = Thoughts()
    for piece in written:
        list(thoughts.without(piece))
    thoughts.rest()

    assert thoughts.are_all == are_all


def test_text_is_handed_on_as_it_comes() -> None:
    thoughts = Thoughts()
    assert list(thoughts.without("The ferry")) == ["The ferry"]
    assert list(thoughts.without(" sank.\n")) == [" sank."]
    assert list(thoughts.without("Nine")) == ["\nNine"]


def test_a_piece_full_of_marks_is_read_like_any_other() -> None:
    assert text_of(["\n</think>\n" * 20_000]) == ("</think>\n" + "\n</think>\n" * 19_998)


@given(st.lists(st.sampled_from(["<think>", "</think>", "\n", "<", "th", " ", "It sank.", "[THINK]", "</"])))
def test_how_a_stream_is_cut_makes_no_difference(pieces: list[str]) -> None:
    assert text_of(pieces) == text_of(["".join(pieces)]) == text_of(list("".join(pieces)))


@given(st.text(alphabet="ab<>/ \n[]"), st.integers(1, 4))
def test_text_without_marks_is_kept_whole(text: str, size: int) -> None:
    assert text_of([text[at : at + size] for at in range(0, len(text), size)]) == text.lstrip()
