"""Recognise lines that say who wrote an article, when, and on what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ingest.dates import Dated, WrittenDate, find_dates
from ingest.marks import Mark, Role, is_sentence, split_tags
from ingest.names import is_name, names_in
from ingest.wordings.known import one_of

_READING_TIME = re.compile(
    r"(?:(?:estimated )?reading time:?\s*)?\b\d{1,3}[\s-]*min\b\.?(?:[\s-]+(?:read|reading|listen|watch)\b)?"
    r"|\b\d{1,3}[\s-]*min(?:ute)?s?\b[\s-]+(?:read|reading|listen|watch)\b"
    r"|(?:estimated )?reading time:?\s*\d{1,3}[\s-]*min(?:ute)?s?\b\.?"
    r"|\b\d{1,2}:\d\d\s*/\s*\d{1,2}:\d\d\b",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(r"^\W*(?:le|am|vom|den|el|il|op|em)\W*$", re.IGNORECASE)  # "Le 7 mars 2024"
_DATE_LABEL = re.compile(rf"\b(?:{one_of('published')}|{one_of('updated')})(?!\w):?", re.IGNORECASE)
_UPDATED = re.compile(rf"\b(?:{one_of('updated')})(?!\w)", re.IGNORECASE)
_BYLINE = re.compile(
    r"^(?:(?:written|reported|story|words|text|analysis|opinion|commentary) )?by:?\s+(?P<by>\S.*)$"
    rf"|^(?:{one_of('by')})\s*:\s*(?P<author>\S.*)$"
    rf"|^(?:{one_of('by')})\s+(?P<elsewhere>\S.*)$",
    re.IGNORECASE,
)
_STAFF = re.compile(
    rf"^(?P<who>[^,|•·–—]+?)\s*[,|•·–—]\s*(?:[\w.’']+ ){{0,4}}(?:{one_of('staff')})(?:\s*[,|].*)?$",
    re.IGNORECASE,
)
# A line of its own where the page sets "By", the name and the office under each other.
_OPENING = re.compile(r"by|(?:[\w.’']+ ){1,3}(?:correspondent|reporter|editor|writer|columnist)", re.IGNORECASE)
_TAGS = re.compile(rf"^(?:{one_of('tags')})\s*:\s*(?P<tags>\S.*)$", re.IGNORECASE)
_FIELD = re.compile(
    r"^(?P<field>title|headline|source|outlet|publication|publisher|newspaper|url|link)"
    r"\s*:\s*(?P<value>\S.*)$",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_SEPARATORS = " \t|·•/–—-,:;()[]"
_LONGEST = 200  # characters
_LONGEST_SENTENCE = 80  # a byline ends in a full stop only after "Jr." and the like


def byline(line: str) -> Mark | None:
    """A line of names, with the date or the reading time that pages put beside them."""
    if len(line) > (_LONGEST_SENTENCE if is_sentence(line) else _LONGEST):
        return None
    found = bare(line)
    rest = found.rest.strip(_SEPARATORS)
    names = _named(rest, beside_date=bool(found.dates or found.updates))
    if not names and not _OPENING.fullmatch(rest):
        return None
    return Mark(Role.BYLINE, names=names, dates=found.dates, updates=found.updates, labelled=True)


def says_by(line: str) -> bool:
    """Whether it is a line that names somebody behind "By"."""
    return _BYLINE.match(bare(line).rest.strip(_SEPARATORS)) is not None and byline(line) is not None


def statement(line: str) -> Mark | None:
    """A line that names what it states: "Tags: …", "Source: …"."""
    if len(line) > 2 * _LONGEST:
        return None
    if (found := _TAGS.match(line)) and not is_sentence(line):
        return Mark(Role.TAGS, tags=split_tags(found["tags"]))
    if found := _FIELD.match(line):
        return Mark(Role.FIELD, field=found["field"].lower(), value=found["value"])
    return None


@dataclass(frozen=True, slots=True)
class Bare:
    """What is left of a line without its dates, their labels and its reading time; and the dates.

    updates: those that a word before them says are of a later version.
    """

    rest: str
    dates: tuple[Dated, ...] = ()
    updates: tuple[Dated, ...] = ()


@lru_cache(maxsize=2)
def bare(line: str) -> Bare:
    """Take apart a line that may say when an article was published."""
    if not _DIGIT.search(line):
        return Bare(line)
    written = list(find_dates(line))
    updates = [one for one, before in zip(written, _labels(line, written), strict=True) if _says_updated(before)]
    rest = line
    for one in reversed(written):
        rest = rest[: one.start] + " " + rest[one.end :]
    rest = _BEFORE_DATE.sub("", _DATE_LABEL.sub(" ", rest)) if written else rest
    return Bare(
        _READING_TIME.sub(" ", rest),
        tuple(one.dated for one in written if one not in updates),
        tuple(one.dated for one in updates),
    )


def _labels(line: str, written: Sequence[WrittenDate]) -> list[str]:
    """What stands before each date, from the one before on."""
    starts = [0, *(one.end for one in written)]
    return [line[start : one.start] for start, one in zip(starts, written, strict=False)]


def labels_a_date(line: str) -> bool:
    """Whether it says what its date is of: "Published …"."""
    return _DATE_LABEL.search(line) is not None


def _says_updated(label: str) -> bool:
    """Whether the last label in it is of a later version."""
    labels = [found[0] for found in _DATE_LABEL.finditer(label)]
    return bool(labels) and _UPDATED.search(labels[-1]) is not None


def _named(rest: str, *, beside_date: bool) -> tuple[str, ...]:
    """The names that a line without its dates consists of."""
    if (found := _BYLINE.match(rest)) and not is_sentence(rest):
        names = names_in(found["by"] or found["author"] or found["elsewhere"])
        may_be_desk = found["elsewhere"] is None  # "Von" and "Par" begin headlines, too
        return names if all(is_name(name) or (may_be_desk and _is_desk(name)) for name in names) else ()
    if (found := _STAFF.match(rest)) and is_name(found["who"]):
        return names_in(found["who"])
    return (rest,) if beside_date and is_name(rest) else ()


def _is_desk(name: str) -> bool:
    """Whether it is who signs for several: "Reuters", "Sample desk", "The Associated Press"."""
    words = name.split()
    return len(words) in range(1, 6) and words[0][0].isupper()
