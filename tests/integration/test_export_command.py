"""`footnote export`, for a conversation that is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.conversations.database import Database
from assistant.conversations.store import Conversations
from assistant.restoring import reply_from
from ingest.ingesting import ingest
from tests.made import MadeUp, answer, stories
from tests.terminal import Footnote


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A library's folder that holds a conversation, and not the article that it cites."""
    ingest(stories(1, 2), tmp_path, MadeUp())
    store = Conversations(Database(tmp_path))
    store.answer("t1", answer(store.ask("c1", "t1", "Is it open?")))
    store.close()
    return tmp_path


def test_a_conversation_is_printed_as_markdown(footnote: Footnote, home: Path) -> None:
    ran = footnote("export", "c1", "--home", home)

    assert ran.code == 0
    assert ran.out.startswith("# Is it open?\n")
    assert "The bridge is closed.\\[1\\] It is old.\\[2\\]" in ran.out
    assert ran.err == f"footnote: library {home.resolve()}\n"


def test_what_has_become_of_a_cited_paragraph_is_said(footnote: Footnote, home: Path) -> None:
    assert footnote("export", "c1", "--home", home).out.count("The article is no longer in the library.") == 2


def test_a_conversation_can_be_taken_along_without_a_library(footnote: Footnote, tmp_path: Path) -> None:
    store = Conversations(Database(tmp_path))
    store.answer("t1", answer(store.ask("c1", "t1", "Is it open?")))
    store.close()

    ran = footnote("export", "c1", "--home", tmp_path)

    assert (ran.code, "no longer" in ran.out) == (0, False)
    assert ran.err.count("whether cited paragraphs have changed since could not be looked up: there is no library") == 1


def test_json_holds_the_replies_as_asking_prints_them(footnote: Footnote, home: Path) -> None:
    ran = footnote("export", "c1", "--format", "json", "--home", home)

    assert reply_from(json.dumps(ran.json["replies"][0])) == answer()


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        *(("a.md", b"# Is"), ("a.HTML", b"<!DOCTYPE html>"), ("a.docx", b"PK"), ("a.json", b"{")),
        *(("a.bib", b"@misc{"), ("a.ris", b"TY  - GEN"), ("a.csl.json", b"[")),
    ],
)
def test_the_name_of_the_file_says_what_is_written(footnote: Footnote, home: Path, name: str, begins: bytes) -> None:
    ran = footnote("export", "c1", "--out", home / name, "--home", home)

    assert (ran.code, ran.out) == (0, "")
    assert (home / name).read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("c9",), 1, "no conversation c9 is kept here; its id stands in the page's address behind `conversation=`"),
        (("c1", "--format", "docx"), 2, "a Word file cannot be printed in a terminal; add --out NAME.docx"),
        (("c1", "--out", "a.odt"), 2, "a.odt does not say what to write; add --format with one of markdown, html"),
        (("c1", "--out", "gone/a.md"), 2, "gone/a.md cannot be written (No such file or directory); name another"),
        (("c1", "--format", "pdf"), 2, "'pdf' is not one of"),
    ],
)
def test_what_cannot_be_exported_is_told_with_what_to_do(
    footnote: Footnote, home: Path, words: tuple[str, ...], code: int, told: str
) -> None:
    ran = footnote("export", *words, "--home", home)

    assert (ran.code, ran.out) == (code, "")
    assert told in ran.err
