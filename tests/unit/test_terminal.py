"""What the terminal commands print: nothing that a file, a site or an article is called moves the cursor."""

from __future__ import annotations

import json

import pytest

from ui.terminal import print_json, print_text, say

HOSTILE = "a\x1b[2J\x9b1A\u202etxt.exe\u2066\r\x08b"


def test_a_name_cannot_fake_a_line_of_ours(capsys: pytest.CaptureFixture[str]) -> None:
    say(f"not read: gone.txt\nfootnote: {HOSTILE}: it is empty")

    assert capsys.readouterr().err == "footnote: not read: gone.txt footnote: a [2J 1A txt.exe b: it is empty\n"


def test_a_result_keeps_its_lines_and_nothing_else_that_moves_the_cursor(capsys: pytest.CaptureFixture[str]) -> None:
    print_text(f"1. {HOSTILE}\n\n   Bread is cheaper.")

    assert capsys.readouterr().out == "1. a [2J 1A txt.exe b\n\n   Bread is cheaper.\n"


def test_json_says_the_same_to_a_program_and_nothing_to_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"title": f"Brot für {HOSTILE}"})

    printed = capsys.readouterr().out
    assert json.loads(printed) == {"title": f"Brot für {HOSTILE}"}
    assert "für" in printed
    assert all(character.isprintable() for character in printed.removesuffix("\n"))
