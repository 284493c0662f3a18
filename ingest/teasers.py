"""Recognise the headlines of other stories that pages set between an article's paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.marks import Mark, Role, is_headline, is_sentence
from ingest.names import is_name
from ingest.paragraphs import Line
from ingest.wordings.known import every
from ingest.wordings.wording import words_of

_SEPARATOR = re.compile(r"\s*(?P<sign>[:|»›→])\s*|\s[-–—]\s")
_LABELS = frozenset(words_of(phrase) for phrase in every("read_also") if not phrase.endswith(":"))
_LABELS_BEFORE = frozenset(words_of(phrase) for phrase in every("read_also"))  # "More" is one only in "More: …"
_JOINT = re.compile(r"(?<=[^\W\d_])(?=[A-Z][^\WA-Z\d_])")
_PREFIXES = ("mc", "mac", "de", "di", "du", "fitz", "la", "le", "van", "o", "al")
_SHORTEST, _LONGEST = 3, 40  # words of a headline behind a label
_LONGEST_LABEL = 60  # characters
_SIGNATURE = 9  # words of an outlet and an author
_SMALL = 3  # letters of the words that names of outlets write small


def teaser(line: str) -> Mark | None:
    """A label such as "Read also", alone or with the headline that it announces."""
    if len(line.split()) > _LONGEST:
        return None
    found = _SEPARATOR.search(line)
    label, rest = (line[: found.start()], line[found.end() :].split()) if found else (line, [])
    if len(label) > _LONGEST_LABEL or words_of(label) not in (_LABELS_BEFORE if found and found["sign"] else _LABELS):
        return None
    if rest:
        return Mark(Role.TEASER) if len(rest) >= _SHORTEST else None
    return Mark(Role.LABEL)


def teasers_among(lines: Sequence[Line], marks: Sequence[Mark | None]) -> set[int]:
    """The places of unmarked lines that are teasers by where they stand."""
    free = [mark is None for mark in marks]
    places: set[int] = set()
    for place, mark in enumerate(marks):
        if mark and mark.role is Role.LABEL:
            places |= _announced(lines, free, place)
        elif free[place] and _is_signed(lines[place].text):
            places |= _card(lines, free, place)
    return places


def _announced(lines: Sequence[Line], free: Sequence[bool], label: int) -> set[int]:
    """The headlines under a label: all in its block, or the first line of the next."""
    found: set[int] = set()
    for place in range(label + 1, len(lines)):
        same_block = lines[place].block == lines[label].block
        if not free[place] or not is_headline(lines[place].text) or (found and not same_block):
            break
        found.add(place)
    return found


def _card(lines: Sequence[Line], free: Sequence[bool], signature: int) -> set[int]:
    """The headline and the summary above an outlet and an author; none where these do not stand there."""
    above = signature - 1
    if above >= 0 and free[above] and is_sentence(lines[above].text):
        above -= 1
    if above < 0 or not free[above] or is_sentence(lines[above].text) or not is_headline(lines[above].text):
        return set()
    return set(range(above, signature + 1))


def _is_signed(line: str) -> bool:
    """Whether an outlet and an author stand in it without a space between: "The Daily NewsJane Doe"."""
    if len(line.split()) > _SIGNATURE or is_sentence(line):
        return False
    halves = ((line[: joint.start()], line[joint.start() :]) for joint in _JOINT.finditer(line))
    return any(
        left.split()[-1].lower() not in _PREFIXES
        and (_are_outlet_and_name(left, right) or _are_outlet_and_name(right, left))
        for left, right in halves
    )


def _are_outlet_and_name(outlet: str, name: str) -> bool:
    return is_name(name) and all(word[0].isupper() or len(word) <= _SMALL for word in outlet.split())
