"""How the words are noted that pages of one language write around their articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CHOICE = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language. Phrases are one a line or parted by commas; what is in brackets may be left out.

    buttons: what buttons and menus say: a line of nothing else is no paragraph; # is any number.
    read_also: what announces other stories; with a colon, only before one. by: what bylines begin with; staff: what
    those are whom they name. published, updated: what stands beside a date. at: the same between a day and its time.
    pictures: what a picture's credit begins with, before a colon. tags: the same of a list of topics.
    rights: what notices of copyright say.
    boxes: patterns of whole lines: newsletters, cookies, donations, apps, notices.
    ours: a pattern of words in which outlets speak of themselves and to their readers.
    """

    language: str
    buttons: str
    read_also: str
    by: str
    staff: str
    published: str
    updated: str
    pictures: str
    tags: str
    rights: str
    boxes: tuple[str, ...]
    ours: str
    at: str = ""


def words_of(line: str) -> tuple[str, ...]:
    """The words of a line as they are compared: without case and punctuation, numbers as #."""
    words = _WORD.findall(line.casefold().replace("’", "'"))
    return tuple("#" if word.isdecimal() else word for word in words)


def phrases(noted: str) -> Iterator[str]:
    """Every phrase that a note stands for: "share [this|the] page" is three."""
    for line in re.split(r"[,\n]", noted):
        parts = _CHOICE.split(line)
        choices = [["", *part.split("|")] if place % 2 else [part] for place, part in enumerate(parts)]
        for chosen in product(*choices):
            if phrase := " ".join("".join(chosen).split()):
                yield phrase
