"""Find where a saved page goes on after its article: with other stories, menus, comments."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ingest.marks import Mark, Role, is_sentence

_PROSE = 6  # words
_APART = 8  # lines between two sentences, from which on the second is another story's or a reader's
_SURE = 3  # recognised pieces of furniture without which the lines may be a list of the article's
_MENU_WORDS = 3
_FURNITURE = frozenset({Role.NAVIGATION, Role.LABEL, Role.DATE, Role.TAGS})


def tail_of(texts: Sequence[str], marks: Sequence[Mark | None], start: int) -> dict[int, Mark]:
    """What the unmarked lines of the tail are; none where the page seems to end with its article.

    start: where the head of the page is over.
    """
    end = _end(texts, marks, start)
    furniture = [place for place in range(end, len(texts)) if (mark := marks[place]) and mark.role in _FURNITURE]
    if len(furniture) < _SURE:
        return {}
    return {
        place: Mark(Role.NAVIGATION if _is_menu_entry(texts[place]) else Role.TEASER)
        for place in range(furniture[0], len(texts))
        if marks[place] is None
    }


def _end(texts: Sequence[str], marks: Sequence[Mark | None], start: int) -> int:
    """Behind the longest stretch of prose that nothing long interrupts."""
    prose = [
        place
        for place in range(start, len(texts))
        if marks[place] is None and is_sentence(texts[place]) and len(texts[place].split()) >= _PROSE
    ]
    stretches: list[list[int]] = [prose[:1]]
    for one, other in pairwise(prose):
        if other - one > _APART:
            stretches.append([])
        stretches[-1].append(other)
    longest = max(stretches, key=lambda places: sum(len(texts[place]) for place in places))
    return longest[-1] + 1 if longest else len(texts)


def _is_menu_entry(line: str) -> bool:
    return len(line.split()) <= _MENU_WORDS and not is_sentence(line)
