"""How paragraphs are cut into passages."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as some

from assistant.domain import Article, Description, Paragraph
from ingest.passages import passages

SENTENCES = some.lists(
    some.one_of(
        some.text(min_size=1, max_size=200),
        some.sampled_from(
            [
                "The ferry left at 8 p.m. and came back on Tuesday.",
                "“Nobody was hurt,” said Mayor Ola Berg. “We were lucky.”",
                "word " * 200,
                "x" * 4000,
                "渡し船は八時に出た。" * 40,
                "See https://example.org/" + "a/" * 300,
                "\u2028\n\n ",
            ]
        ),
    ),
    min_size=1,
    max_size=40,
)


def article(text: str) -> Article:
    return Article("a", Description("Ferry", "made"), (Paragraph(1, text),))


def words(text: str) -> int:
    return max(len(text.split()), len(text) // 25)


@settings(deadline=None)
@given(SENTENCES.map(" ".join).filter(str.strip))
def test_no_character_of_a_paragraph_is_in_no_window(text: str) -> None:
    found = passages(article(text))

    covered = {place for passage in found for place in range(passage.start, passage.end)}
    assert [place for place, letter in enumerate(text) if not letter.isspace() and place not in covered] == []


@settings(deadline=None)
@given(SENTENCES.map(" ".join).filter(str.strip))
def test_windows_are_spans_of_the_paragraph_in_order(text: str) -> None:
    found = passages(article(text))

    assert [passage.window for passage in found] == list(range(len(found)))
    assert all(passage.text == text[passage.start : passage.end] for passage in found)
    assert all(passage.text.strip() for passage in found)
    assert [passage.start for passage in found] == sorted({passage.start for passage in found})
    assert [passage.end for passage in found] == sorted({passage.end for passage in found})
    assert len({passage.id for passage in found}) == len(found)


@settings(deadline=None)
@given(SENTENCES.map(" ".join).filter(str.strip))
def test_no_window_is_longer_than_the_encoder_reads(text: str) -> None:
    assert all(words(passage.text) <= 160 for passage in passages(article(text)))


def test_a_paragraph_of_common_length_is_one_passage() -> None:
    text = "The ferry sailed at eight. " * 20
    [passage] = passages(article(text))
    assert passage.text == text
    assert passage.text == text


def test_a_window_begins_with_the_last_sentence_of_the_one_before() -> None:
    sentences = [f"Sentence number {number} says that the ferry sailed to the island." for number in range(40)]
    found = passages(article(" ".join(sentences)))
    assert len(found) > 2
    for before, after in pairwise(found):
        last = sentences[int(after.text.split()[2])]
        assert after.text.startswith(last)
        assert before.text.endswith(last)


def test_a_script_without_spaces_is_cut_too() -> None:
    assert len(passages(article("渡し船は八時に出た。" * 100))) > 5


def test_an_articles_lead_is_its_first_passages_text() -> None:
    ferry = article("The ferry sailed at eight.")
    assert ferry.lead == f"Ferry\n{passages(ferry)[0].text}"
