"""A chat model's text is read into sentences with their markers, however it comes."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from assistant.sentences import sentence_spans
from assistant.writing.markers import marker
from assistant.writing.reading import Reading, sentences
from assistant.writing.sentence import Sentence

HOSTILE = "[]【】［］()0129,;-–^#†. \n\"”“'’!?:aPZé"
PIECES = [
    ", ",
    "([2]",
    ")",
    "[1]",
    " [2]",
    "[1, 3]",
    "[1-3]",
    "[[4]]",
    "【1†s】",
    "[^1]",
    "[source 1]",
    "[1",
    "[sic]",
    "[2024]",
    ". ",
    ".\n",
]
PIECES += [
    "\n\n",
    "- ",
    "The road closed.",
    " He won.",
    "“It rained. It",
    " snowed.”",
    "U.S. ",
    "Dr. ",
    "8 p.m. Monday",
    " and",
]

IN_BRACKETS = [
    re.compile(rf"{left}([^\[\]【】［］]*){right}")
    for left, right in ("【】", "［］", ("\\[", "\\]"), ("\\[\\[", "\\]\\]"))
]
IN_BRACKETS += [re.compile(r"【【([^【】]*)】】"), re.compile(r"［［([^［］]*)］］")]

streams = some.one_of(
    some.text(HOSTILE, max_size=80),
    some.lists(some.sampled_from(PIECES), max_size=20).map("".join),
    some.text(max_size=40),
)


def told(pieces: Sequence[str]) -> list[str | Sentence]:
    reading = Reading()
    return [told for piece in pieces for told in reading.feed(piece)] + list(reading.finish())


def shown(pieces: Sequence[str]) -> list[str]:
    """The text shown for each sentence."""
    texts = [""]
    for piece in told(pieces):
        texts = [*texts, ""] if isinstance(piece, Sentence) else [*texts[:-1], texts[-1] + piece]
    return texts


def joins_markers(text: str, at: int) -> bool:
    """Whether a sign stands between brackets, or between one and a marker, as in "([1], [2])"."""
    before, after = text[:at].rstrip()[-1:], text[at + 1 :].lstrip()[:1]
    opens, closes = after in set("[【［") - {""}, before in set("]】］") - {""}
    return (
        (text[at] in ",;" and closes) or (text[at] == "(" and opens) or (text[at] == ")" and (closes or before in ",;"))
    )


def texts_of(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text)]


def marked(text: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(sentence.text, sentence.markers) for sentence in sentences(text)]


@settings(max_examples=600, deadline=None)
@given(streams, some.lists(some.integers(0, 80), max_size=12))
@example("[1[2]3]", [])
@example("[[1] a", [3])
@example("a.\n\n[1]\n\nb", [])
def test_how_a_text_is_cut_into_pieces_makes_no_difference(text: str, cuts: list[int]) -> None:
    edges = [0, *sorted(min(cut, len(text)) for cut in cuts), len(text)]
    cut = [text[start:end] for start, end in pairwise(edges)]

    assert [piece for piece in told(cut) if isinstance(piece, Sentence)] == sentences(text)
    assert shown(cut) == shown([text]) == shown(list(text))


@settings(max_examples=600, deadline=None)
@given(streams)
def test_what_is_shown_until_a_sentence_is_whole_is_that_sentence(text: str) -> None:
    assert shown(list(text)) == [*texts_of(text), ""]


@settings(max_examples=600, deadline=None)
@given(streams)
def test_nothing_but_markers_and_white_space_is_ever_lost(text: str) -> None:
    kept = "".join("".join(texts_of(text)).split())

    assert len(kept) in lengths_without_markers(text, kept)


def lengths_without_markers(text: str, kept: str) -> set[int]:
    """How much of what was kept the text can be, if only white space and whole markers are left out of it."""
    reached: list[set[int]] = [{0}, *(set[int]() for _ in text)]
    for start, character in enumerate(text):
        found = [pattern.match(text, start) for pattern in IN_BRACKETS]
        leaving_out = [brackets.end() for brackets in found if brackets and marker(brackets[1])]
        leaving_out += [start + 1] * (character.isspace() or joins_markers(text, start))
        for end in leaving_out:
            reached[end] |= reached[start]
        reached[start + 1] |= {so_far + 1 for so_far in reached[start] if kept[so_far : so_far + 1] == character}
    return reached[-1]


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("[1]", (1,)),
        ("[1][2]", (1, 2)),
        ("[1] [2]", (1, 2)),
        ("[1], [2]", (1, 2)),
        ("[1]; [2],[3]", (1, 2, 3)),
        ("([1])", (1,)),
        ("([1][2], [3])", (1, 2, 3)),
        ("[1, 2]", (1, 2)),
        ("[1; 2]", (1, 2)),
        ("[2,1]", (2, 1)),
        ("[1 and 2]", (1, 2)),
        ("[1, 2, and 3]", (1, 2, 3)),
        ("[1-3]", (1, 2, 3)),
        ("[1–3, 7]", (1, 2, 3, 7)),
        ("[^1]", (1,)),
        ("[[1]]", (1,)),
        ("[ 1 ]", (1,)),
        ("[#1]", (1,)),
        ("[source 1]", (1,)),
        ("[Paragraph 1, 2]", (1, 2)),
        ("[paragraphs 1 and 2]", (1, 2)),
        ("[P1]", (1,)),
        ("[P1, P3]", (1, 3)),
        ("【1】", (1,)),
        ("【1†source】", (1,)),
        ("［１］", (1,)),
        ("[1][1]", (1,)),
        ("[12][345]", (12, 345)),
    ],
)
@pytest.mark.parametrize(
    "sentence", ["The dam held{}.", "The dam held {}.", "The dam held.{}", "The dam held. {}", "The dam held.\n{}"]
)
def test_a_marker_counts_for_its_sentence_wherever_it_stands(
    sentence: str, written: str, numbers: tuple[int, ...]
) -> None:
    text = sentence.format(written) + " The town was not told until noon."

    assert marked(text) == [("The dam held.", numbers), ("The town was not told until noon.", ())]


@pytest.mark.parametrize(
    "words",
    [
        "[sic]",
        "[he]",
        "[2024]",
        "[2019-2021]",
        "[...]",
        "[…]",
        "[the dam](https://dam.example)",
        "[1](https://dam.example)",
        "array[0]",
        "[0]",
        "[0, 1]",
        "[1-40]",
        "[3-1]",
        "[]",
        "[1.5]",
        "[a1]",
        "[1",
        "1]",
        "[1】",
        "[07]",
        "(paragraph 1)",
    ],
)
def test_other_brackets_are_text(words: str) -> None:
    assert marked(f"The mayor said {words} was right.") == [(f"The mayor said {words} was right.", ())]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("said (see [1]) so.", "said (see) so."),
        ("said ([sic]) so.", "said ([sic]) so."),
        ("said (in [1] too) so.", "said (in too) so."),
        ("said ([1] and [2] too) so.", "said (and too) so."),
        ("said [1], then left.", "said, then left."),
        ("said [1], [he] left.", "said, [he] left."),
        ("said (twice.", "said (twice."),
        ("said [1],", "said,"),
        ("said ([1],", "said (,"),
    ],
)
def test_signs_around_markers_stay_where_text_is_among_them(written: str, kept: str) -> None:
    assert texts_of(written) == [kept]


def test_the_text_of_a_footnote_stays_as_it_is() -> None:
    assert marked("The dam held.[^1]\n\n[^1]: Valley Post\n") == [("The dam held.", (1,)), ("[^1]: Valley Post", ())]


def test_a_marker_after_a_clause_counts_for_the_whole_sentence() -> None:
    text = "The dam held [2], officials said [1] , and nobody was hurt [2]."

    assert marked(text) == [("The dam held, officials said, and nobody was hurt.", (2, 1))]


def test_a_marker_behind_or_inside_a_quotation_belongs_to_its_sentence() -> None:
    text = "“It held,” he said [1]. “We were lucky.” [2] She saw “a miracle.”[3] Then “All of it.[4] Twice,” he said."

    assert [markers for _, markers in marked(text)] == [(1,), (2,), (3,), (4,)]


def test_a_marker_at_the_start_of_the_next_line_belongs_to_the_sentence_before() -> None:
    text = "The dam held.\n[1] The town flooded.\n\n[2]\n\nNobody was hurt."

    assert marked(text) == [("The dam held.", (1,)), ("The town flooded.", (2,)), ("Nobody was hurt.", ())]


def test_a_marker_that_begins_a_paragraph_belongs_to_the_sentence_that_it_begins() -> None:
    assert marked("[1] The dam held.\n\n[2] The town flooded.") == [
        ("The dam held.", (1,)),
        ("The town flooded.", (2,)),
    ]


def test_a_short_sentence_with_its_own_marker_stands_alone() -> None:
    assert marked("The dam held.[1] It rained.[2] He left [3]. Why?[4]") == [
        ("The dam held.", (1,)),
        ("It rained.", (2,)),
        ("He left.", (3,)),
        ("Why?", (4,)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Secretary of State arrived. He left the U.S. The visit was short.",
        "Gate No. 5 jammed on Sunday. Dr. Lee paid $1.5bn for it. Nobody knows why.",
        "He left at 8 p.m. Monday. The gates were shut at once.",
        "“It was late. Nobody knew. We slept,” she said. The flood came at night.",
        '"It was late. Nobody knew." She said so on Tuesday. Then she went home.',
        "He asked: “Why now?” Nobody answered him. “Go. Go now!” he shouted. They went.",
        "Was it the rain?! Nobody knows for certain... The town waits. Well… it waits.",
        "The dam (built in 1950. Rebuilt since) held. The town did not. It flooded.",
        "The Valley Co. Ltd. reopened. It had been shut for 3.5 years, i.e. since the flood.",
        "Yes. The road was closed. No. It was open again by noon on Sept. 4, 2021.",
        "“Did it hold all night?” Hale said. “It did. Until noon.” She left the town.",
        "The mayor, J. R. Hale, resigned. His deputy took over. Voters approved.",
    ],
)
def test_sentences_end_where_they_do_in_articles(text: str) -> None:
    assert texts_of(text) == [text[start:end] for start, end in sentence_spans(text)]


def test_a_sentence_is_whole_as_soon_as_its_marker_is_followed_by_a_letter() -> None:
    reading = Reading()

    assert list(reading.feed("The dam held.[1] ")) == ["The dam held."]
    assert list(reading.feed("[2] T")) == [Sentence("The dam held.", (1, 2)), "T"]


def test_words_without_markers_are_held_back_for_two_words_at_most() -> None:
    assert told(["The dam held. The town fl", "ooded"])[:2] == ["The dam held.", Sentence("The dam held.", ())]
    assert "".join(map(str, list(Reading().feed("He left the U.S. Secretary of State alone"))[:1])).endswith("alone")


@pytest.mark.parametrize("opening", ["[", "[12", "[1, 2", "[source 1", "【1†"])
def test_what_may_be_a_marker_is_not_held_back_for_long(opening: str) -> None:
    reading = Reading()

    first = "".join(map(str, reading.feed("The dam " + opening)))
    after = "".join(map(str, reading.feed(" held and" * 5)))

    assert first == "The dam"
    assert (first + after).startswith("The dam " + opening)


def test_a_half_marker_at_the_end_is_text() -> None:
    assert marked("The dam held [1") == [("The dam held [1", ())]


def test_a_blank_line_ends_a_sentence_and_opens_a_paragraph() -> None:
    assert sentences("The dam held\n \nThe town flooded.\n\n\nThen it rained.") == [
        Sentence("The dam held", ()),
        Sentence("The town flooded.", (), opens=True),
        Sentence("Then it rained.", (), opens=True),
    ]


def test_lists_and_headings_stay_text_line_by_line() -> None:
    text = (
        "## The flood\nThis happened:\n- the dam held [1]\n- the town **flooded** [2]\n1. It rained. [3]\n2) It snowed."
    )

    assert sentences(text) == [
        Sentence("## The flood", ()),
        Sentence("This happened:", ()),
        Sentence("- the dam held", (1,), opens=True),
        Sentence("- the town **flooded**", (2,), opens=True),
        Sentence("1. It rained.", (3,), opens=True),
        Sentence("2) It snowed.", (), opens=True),
    ]


def test_lines_that_end_as_on_another_system_are_lines() -> None:
    assert sentences("* the dam held [1]\r\n* it flooded\r\n\r\nThen it rained.") == [
        Sentence("* the dam held", (1,)),
        Sentence("* it flooded", (), opens=True),
        Sentence("Then it rained.", (), opens=True),
    ]


def test_a_line_break_within_a_sentence_is_white_space() -> None:
    assert marked("The dam\nheld for a day [1]\nand a night.") == [("The dam held for a day and a night.", (1,))]


def test_a_quotation_mark_that_is_never_closed_keeps_sentences_together_for_a_while_only() -> None:
    text = "He shouted “stop at once. " + "The dam held for a day and a night. " * 40

    found = texts_of(text)

    assert len(found) > 10
    assert max(map(len, found)) < 500


def test_no_text_is_no_sentence() -> None:
    assert told([]) == told([""]) == told([" \n\n "]) == told(["[1]", " [2]"]) == []


def seconds(text: str) -> float:
    """What it takes to read a text that comes character by character."""
    reading = Reading()
    start = process_time()
    for character in text:
        deque(reading.feed(character), maxlen=0)
    deque(reading.finish(), maxlen=0)
    return process_time() - start


@pytest.mark.parametrize(
    "shape",
    [
        "[",
        "[1",
        "[1,",
        "[[1",
        "[1]",
        "【",
        "【1†a",
        ". ",
        "Ab. ",
        "a.\n",
        "\n",
        " ",
        "word ",
        "x",
        '"a. ',
        "(a. B ",
        "'a. ",
        "Mr. ",
    ],
)
def test_hostile_text_takes_no_more_time_a_character_than_a_little_of_it(shape: str) -> None:
    short, long = (shape * 16_000)[:2_000], (shape * 16_000)[:16_000]

    assert seconds(long) < 24 * max(seconds(short), 0.002)


def test_a_sentence_without_end_is_read_like_any_other() -> None:
    text = ("The dam held and Mr. Hale won " * 3_000)[:-1]

    assert texts_of(text) == [text]
