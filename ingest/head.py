"""Find the title of a saved page, and what stands around it above the first paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.bylines import says_by
from ingest.marks import Mark, Role, is_headline, is_menu, is_sentence, is_tag_row, split_tags
from ingest.names import has_given_name, is_name
from ingest.outlets import is_masthead
from ingest.pictures import is_signed_by_agency

_PROSE = 12  # words: a shorter sentence above the byline may be a headline or a standfirst
_STANDFIRST = 4  # lines from a first sentence within which a byline shows that the head goes on
_COMPANY = 4  # lines between two of an article's first paragraphs: a picture and its caption fit in
_STORY = 40  # lines in which a story has used the words of its headline
_HEADLINE = 4  # words
_KIN = 3.0  # words of a long headline that are enough; without a limit the summaries below it win
_TAB = re.compile(r"\s+[|–—-]\s+(?P<outlet>[^|]{2,60})$")
_SIGNS = (Role.BYLINE, Role.DATE)


@dataclass(frozen=True, slots=True)
class Head:
    """Where the head of a page ends, its title's place, and what the lines around it turned out to be."""

    end: int = 0
    title: int | None = None
    outlet: str | None = None
    marks: tuple[tuple[int, Mark], ...] = ()


def read_head(lines: Sequence[str], marks: Sequence[Mark | None]) -> Head:
    """Read the head; a text that begins with a sentence and has no byline has none."""
    end = _end(lines, marks)
    titles = [place for place in range(end) if marks[place] is None and _may_be_title(lines[place])]
    if not titles:
        return Head(end, marks=tuple(_captions(lines, marks, end)))
    told = set[str]().union(*(_words(line) for line in lines[end : end + _STORY] if is_sentence(line)))
    title, outlet = _choose(lines, titles, _signs(marks, end), told)
    found = {
        place: _beside(lines, marks, place, title, end)
        for place in range(end)
        if marks[place] is None and place != title
    }
    known = {place: mark for place, mark in found.items() if mark}
    return Head(end, title, outlet, tuple((known | dict(_captions(lines, marks, end))).items()))


def _end(lines: Sequence[str], marks: Sequence[Mark | None]) -> int:
    """The first line of prose; behind a standfirst if a byline comes after that."""
    prose = _first_prose([mark is None and _is_prose(line) for line, mark in zip(lines, marks, strict=True)])
    bare = not _signs(marks, prose)
    behind = [
        place
        for place, mark in enumerate(marks[: prose + _STANDFIRST + 1])
        if place > prose and mark and (mark.role is Role.BYLINE or (bare and mark.role is Role.DATE))
    ]
    return behind[-1] + 1 if behind else prose


def _first_prose(prose: Sequence[bool]) -> int:
    """The first line of prose that another follows soon: a lone one above is a notice or another story's."""
    places = [place for place, is_so in enumerate(prose) if is_so]
    in_company = (one for one, other in pairwise(places) if other - one <= _COMPANY)
    return next(in_company, places[0] if places else 0)


def _is_prose(line: str) -> bool:
    return (
        is_sentence(line) and (len(line.split()) >= _PROSE or not is_headline(line)) and not is_signed_by_agency(line)
    )


def _signs(marks: Sequence[Mark | None], end: int) -> list[int]:
    return [place for place, mark in enumerate(marks[:end]) if mark and mark.role in _SIGNS]


def _may_be_title(line: str) -> bool:
    return is_headline(line) and not is_menu(line) and not is_signed_by_agency(line)


def _choose(lines: Sequence[str], titles: list[int], signs: list[int], told: set[str]) -> tuple[int, str | None]:
    """The headline among what could be one, and the outlet if the page's tab was saved above it."""
    for place in titles:
        tab = _TAB.search(lines[place])
        twin = next((other for other in titles if tab and lines[other] == lines[place][: tab.start()]), None)
        if tab and twin is not None:
            return twin, tab["outlet"]
    # A headline stands above a byline; a row of topics is one only where nothing else can be.
    above = [place for place in titles if any(place < sign for sign in signs)] or titles
    worded = [place for place in above if not is_tag_row(lines[place])] or above
    long = [place for place in worded if len(lines[place].split()) >= _HEADLINE]
    if long:
        return max(long, key=lambda place: _kinship(lines[place], told)), None
    return ([place for place in worded if not _is_outlets(lines, place)] or worded)[-1], None


def _is_outlets(lines: Sequence[str], place: int) -> bool:
    """Whether it names an outlet above "By …"."""
    return is_masthead(lines[place]) and _is_above_byline(lines, place)


def _is_above_byline(lines: Sequence[str], place: int) -> bool:
    return any(map(says_by, lines[place + 1 : place + 2]))


def _words(line: str) -> set[str]:
    """The words of some length, which a headline and its story have in common."""
    return set(re.findall(r"\w{4,}", line.casefold()))


def _kinship(line: str, told: set[str]) -> float:
    """How many of its words the story uses, and what share; from some on a headline is as good as another."""
    words = _words(line)
    return min(len(words & told) ** 2 / len(words), _KIN) if words else 0


def _beside(lines: Sequence[str], marks: Sequence[Mark | None], place: int, title: int, end: int) -> Mark | None:
    """What an unmarked line of the head is, told by its neighbours; None leaves it to the article."""
    line = lines[place]
    if is_tag_row(line):
        return Mark(Role.TAGS, tags=split_tags(line))
    if place < title:
        return None if is_sentence(line) and len(line.split()) >= _PROSE else Mark(Role.NAVIGATION)
    if is_name(line) and _is_above_byline(lines, place):
        return _above_byline(line)
    if is_name(line) and any(abs(place - sign) == 1 for sign in _signs(marks, end)):
        return Mark(Role.BYLINE, names=(line,))
    return Mark(Role.NAVIGATION) if is_menu(line) else None


def _above_byline(line: str) -> Mark:
    """A line of its own above "By …", which says who wrote the article: the outlet, a section, else one more author."""
    if is_masthead(line):
        return Mark(Role.FIELD, field="outlet", value=line)
    return Mark(Role.BYLINE, names=(line,)) if has_given_name(line) else Mark(Role.NAVIGATION)


def _captions(lines: Sequence[str], marks: Sequence[Mark | None], end: int) -> list[tuple[int, Mark]]:
    """Above the first paragraph, a sentence signed by an agency is a picture's caption."""
    free = (place for place in range(end) if marks[place] is None)
    return [(place, Mark(Role.CAPTION)) for place in free if is_signed_by_agency(lines[place])]
