"""Markdown files: words without marks, and what the front matter says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.domain import Basis
from ingest.draft import Draft, Rejected
from ingest.read import read

FRONT = """---
title: "Ferry stops for good"
author: [Ana Pop, Tom Ash]
date: 2024-05-08
tags:
  - ferries
  - Hallin
url: https://coast.example/ferry
draft: false
---
"""
STORY = """The ferry at Hallin stopped on Monday, when its engine failed in the middle of the sound.

Buses run instead, the head of the port said, and nobody knows for how long they will."""
BODY = """# Ferry stops

The **ferry** at [Hallin](https://coast.example/hallin) stopped on *Monday*. Its
engine had failed, `twice`.

- Buses run *instead*, the port said.
- Trains do not, it added.

> “We are sorry,” the port's head said.

![The ferry in port](ferry.jpg)

| Line | Runs |
|------|------|
| 4    | yes, all day |

<div>Tickets are paid <b>back</b>.</div>
"""


def draft(tmp_path: Path, text: str) -> Draft:
    path = tmp_path / "ferry.md"
    path.write_text(text, encoding="utf-8")
    [found] = read(path)
    assert isinstance(found, Draft), found
    return found


def words(found: Draft) -> list[str]:
    return [paragraph.text for paragraph in found.paragraphs]


@pytest.mark.parametrize(
    ("above", "outlet"),
    [
        ("Harbour Gazette\n\nBy Ana Pop", "Harbour Gazette"),
        ("**The Oxmoor Chronicle**\n\n*By Ana Pop*", "The Oxmoor Chronicle"),
        ("Oxmoor Today\n\nBy Ana Pop | 8 May 2024", "Oxmoor Today"),
        ("River Wire\nBy Ana Pop\n8 May 2024", "River Wire"),
        ("Jordan Coast News\n\nBy Ana Pop", "Jordan Coast News"),
        ("World News\n\nBy Ana Pop", None),
        ("Ocean Matters\n\nBy Ana Pop", None),
    ],
)
def test_the_line_above_who_wrote_it_is_no_author(tmp_path: Path, above: str, outlet: str | None) -> None:
    found = draft(tmp_path, f"# Ferry stops\n\n{above}\n\n{STORY}")

    assert (found.description.outlet, found.description.authors) == (outlet, ("Ana Pop",))
    assert words(found) == STORY.split("\n\n")


def test_a_second_author_above_the_first_stays_one(tmp_path: Path) -> None:
    found = draft(tmp_path, f"# The ferry stops for good\n\nMartha Ash\n\nBy Ana Pop\n\n{STORY}")

    assert found.description.authors == ("Martha Ash", "Ana Pop")


def test_a_broken_line_that_begins_like_a_byline_is_the_paragraphs(tmp_path: Path) -> None:
    found = draft(tmp_path, "# Ferry stops\n\nThe ferry was steered\nby Ana Pop\nuntil its engine failed on Monday.")

    assert words(found) == ["The ferry was steered by Ana Pop until its engine failed on Monday."]


def test_marks_are_taken_off_and_paragraphs_kept(tmp_path: Path) -> None:
    found = draft(tmp_path, BODY)
    assert found.description.title == "Ferry stops"
    assert words(found)[:4] == [
        "The ferry at Hallin stopped on Monday. Its engine had failed, twice.",
        "Buses run instead, the port said.",
        "Trains do not, it added.",
        "“We are sorry,” the port's head said.",
    ]
    assert {"The ferry in port", "yes, all day", "Tickets are paid back."} <= {
        *words(found),
        *(line.text for line in found.furniture),
    }


def test_front_matter_is_what_is_given(tmp_path: Path) -> None:
    found = draft(tmp_path, FRONT + BODY)
    description = found.description
    assert (description.title, description.bases.title) == ("Ferry stops for good", Basis.GIVEN)
    assert description.authors == ("Ana Pop", "Tom Ash")
    assert (description.published, description.bases.published) == (date(2024, 5, 8), Basis.GIVEN)
    assert description.tags == ("ferries", "Hallin")
    assert found.key == "url:https://coast.example/ferry"


def test_a_rule_at_the_beginning_is_no_front_matter(tmp_path: Path) -> None:
    assert words(draft(tmp_path, "---\n\nThe ferry stopped on Monday.\n\n---\n\nBuses run instead.\n")) == [
        "The ferry stopped on Monday.",
        "Buses run instead.",
    ]


def test_what_is_nested_too_deeply_for_the_parser_is_not_lost(tmp_path: Path) -> None:
    found = draft(tmp_path, "> " * 2_000 + "The ferry stopped on Monday. Its engine had failed.")
    assert found.paragraphs[-1].text.endswith("The ferry stopped on Monday. Its engine had failed.")


def test_front_matter_alone_is_no_article(tmp_path: Path) -> None:
    path = tmp_path / "ferry.markdown"
    path.write_text(FRONT, encoding="utf-8")
    [found] = read(path)
    assert isinstance(found, Rejected)
    assert found.reason == "it has no text"
