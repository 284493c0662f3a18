"""Recognise what pages put around articles: buttons, boxes and notices."""

from __future__ import annotations

import re

from ingest.bylines import bare, byline, labels_a_date, statement
from ingest.foot import credits_helpers
from ingest.marks import Mark, Role, is_sentence
from ingest.pictures import picture
from ingest.teasers import teaser
from ingest.wordings.known import is_box, is_buttons

_COPYRIGHT = re.compile(
    r"^(?:copyright|©|\(c\))[\s©]*(?:\(c\)\s*)?(?:19|20)\d\d(?:\s*[-–—]\s*(?:(?:19|20)\d\d|present))?[\s,]*"
    r"(?P<outlet>[^\W\d_][^.,;|©]{1,60}?)(?:[.,;|].*|\s+all rights.*)?$",
    re.IGNORECASE,
)
_LONGEST = 2_000  # characters; what is longer is a paragraph
_LONGEST_BOX = 600
_LONGEST_ROW = 300
_LONGEST_SENTENCE = 80


def recognise(line: str) -> Mark | None:
    """What a line is by its own words, wherever it stands; None where it may be the article's."""
    if not any(character.isalnum() for character in line):
        return Mark(Role.NAVIGATION)
    if len(line) > _LONGEST:
        return None
    if credits_helpers(line):
        return Mark(Role.NOTE)
    return _box(line) or picture(line) or teaser(line) or statement(line) or byline(line) or _buttons(line)


def _box(line: str) -> Mark | None:
    """A notice or an invitation; a copyright line says whose page it is."""
    if len(line) > _LONGEST_BOX or not is_box(line):
        return None
    if found := _COPYRIGHT.match(line):
        return Mark(Role.NAVIGATION, field="copyright", value=found["outlet"].strip())
    return Mark(Role.NAVIGATION)


def _buttons(line: str) -> Mark | None:
    """A line in which nothing is left once dates, buttons and reading times are taken away."""
    if len(line) > (_LONGEST_SENTENCE if is_sentence(line) else _LONGEST_ROW):
        return None
    found = bare(line)
    is_empty = not any(character.isalnum() for character in found.rest)
    if not (is_empty or is_buttons(found.rest) or is_buttons(line)):
        return None
    if not (found.dates or found.updates):
        return Mark(Role.NAVIGATION)
    return Mark(Role.DATE, dates=found.dates, updates=found.updates, labelled=labels_a_date(line))
