"""What a line of a saved page can be recognised as."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from ingest.dates import Dated

_HEADLINE_WORDS = range(2, 31)
_HEADLINE_LENGTH = 250  # characters
_TAGS = 3  # a headline may hold one comma
_TAG_WORDS = 5
_MENU_WORDS = 3


class Role(Enum):
    """What a line of a page is for; the last three are paragraphs, the others are furniture."""

    NAVIGATION = auto()
    DATE = auto()
    BYLINE = auto()
    TAGS = auto()
    FIELD = auto()  # "Title: …", as people who save articles write above them
    LABEL = auto()  # "Read also", above another story's headline
    NOTE = auto()  # "Ana Pop is a reporter at …"
    CREDIT = auto()  # "Photo: Jane Doe", without a caption
    TEASER = auto()
    CAPTION = auto()
    BODY = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """A line's role, and what the line states about the article.

    dates: of publication, as far as is known; updates: of later versions. labelled: a date says
    what it is of. field: the name of what is stated in ``value``.
    """

    role: Role
    names: tuple[str, ...] = ()
    dates: tuple[Dated, ...] = ()
    updates: tuple[Dated, ...] = ()
    labelled: bool = False
    tags: tuple[str, ...] = ()
    field: str = ""
    value: str = ""


def is_sentence(line: str) -> bool:
    """Whether a line ends as sentences do."""
    return line.rstrip("\"”’'»)] ").endswith((".", "!", "?", "…", "։", "。", "！", "？", "؟", "।", "۔"))


def is_headline(line: str) -> bool:
    """Whether a line could be the title of a story: some words that do not end in a full stop."""
    words = line.split()
    ending = line.rstrip("\"”’'»)] ")[-1:]
    return len(words) in _HEADLINE_WORDS and len(line) <= _HEADLINE_LENGTH and ending not in set(".,:;…։。।۔")


def split_tags(text: str) -> tuple[str, ...]:
    """The topics of a tags line, each once."""
    tags = (tag.strip(" #.") for tag in re.split(r"[,;|•·]|\s#", text))
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def is_tag_row(line: str) -> bool:
    """Whether a line is a list of topics: three or more, short, parted by commas."""
    parts = line.split(", ")
    words = [len(part.split()) for part in parts]
    return len(parts) >= _TAGS and max(words) <= _TAG_WORDS and sum(words) <= 2.5 * len(parts) and not is_sentence(line)


def is_menu(line: str) -> bool:
    """Whether a line is a menu or a trail of sections: "World > Europe > Armenia"."""
    parts = re.split(r"\s+[>›»|•·/]\s+", line)
    return len(parts) > 1 and all(0 < len(part.split()) <= _MENU_WORDS for part in parts) and not is_sentence(line)
