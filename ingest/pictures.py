"""Recognise the captions and credits of pictures."""

from __future__ import annotations

import re

from ingest.marks import Mark, Role
from ingest.wordings.known import one_of

_AGENCY = (
    r"(?:getty(?: images)?|reuters|afp|associated press|ap|epa|efe|dpa|anadolu(?: agency)?|shutterstock"
    r"|istock|alamy|bloomberg|tass|xinhua|ukrinform|unsplash|wikimedia(?: commons)?|wikipedia)"
)
_OF = rf"(?:{one_of('pictures')})"
_SHOT = rf"(?:photos|images|pictures|screenshot|courtesy|credit|handout|via {_AGENCY}|{_OF})"
# How the last words of a caption look: the line is searched from here on.
_TAIL = 130  # characters
_TAILS = (
    # A credit in parentheses behind a caption: photo by whom, or a name and an agency with a slash between.
    rf"(?<=\S)\s*\((?=[^()]*(?:\b{_SHOT}\b|{_AGENCY}\s*/|/\s*{_AGENCY}\b))[^()]{{2,100}}\)\.?$",
    # A credit at the end without them, behind a full stop, a bar or a slash.
    rf"[.|/–—-]\s*{_OF}(?: (?:by|credit|courtesy of))?\s*:\s*[^.:]{{2,60}}\.?$",
    r"[.|/–—-]\s*(?:photo(?:graph)?|image|picture) (?:by|courtesy of) [^.]{2,50}\.?$",
    rf"[|/©]\s*{_AGENCY}(?: (?:photo|images))?\.?$",
    r"(?:ap photo|reuters|afp|epa)/\w[^./]{2,40}\.?$",
    r"\(?\b(?:illustrative|file) (?:photo|picture|image)\b[.)]*$",
)
_BEGINNINGS = (
    r"\(?l\s?(?:-|–|—|to)\s?r\)?\s*:",
    r"(?:\(?from )?left to right\)?\s*[:,(]",
    r"pictured(?: (?:above|here|left|right))?\s*[:,]",
    r"(?:image |photo )?caption\s*[:,]",
    rf"(?:file )?(?!fotos|images|bilder|imágenes){_OF}\s*:\s*(?:\S+ ){{6}}",
    r"file(?: photo)?\s?[-–—:]\s",
    r"in this (?:\w+[ .,]+){0,6}(?:photo|image|picture)\b",
)
_ANYWHERE = (
    "for illustrative purposes",
    "for illustrative purpose",
    "for illustration purposes",
    "illustrative purposes only",
    "illustration purposes only",
)
_CREDITS = (
    rf"{_OF}(?: (?:credits?|source|by|courtesy(?: of)?))?\s*[:,/]\s*\S+(?: \S+)*$",
    r"fot\. \S+(?: \S+)*$",
    rf"(?:©\s*|the )?{_AGENCY}(?: (?:photo|images))?(?:/[^.]{{2,40}})?$",
    rf"(?!.*\w{{3}}\. )[\w .'’-]{{2,40}}/{_AGENCY}(?: (?:photo|images))?$",
)
_HINT = re.compile(r"[:/|©)]|photo|picture|image", re.IGNORECASE)  # no tail is without
_CAPTION_TAIL = re.compile("|".join(_TAILS), re.IGNORECASE)
_CAPTION_BEGINNING = re.compile("|".join(_BEGINNINGS), re.IGNORECASE)
_CREDIT = re.compile("|".join(_CREDITS), re.IGNORECASE)
_SIGNED = re.compile(rf"\({_AGENCY}\)\.?$", re.IGNORECASE)
_LONGEST_CREDIT = 8  # words
_LONGEST_CAPTION = 120


def picture(line: str) -> Mark | None:
    """A line that is sure to belong to a picture; a lone credit is furniture, a caption a paragraph."""
    words = len(line.split())
    if words <= _LONGEST_CREDIT and _CREDIT.match(line):
        return Mark(Role.CREDIT)
    return Mark(Role.CAPTION) if words <= _LONGEST_CAPTION and _is_caption(line) else None


def _is_caption(line: str) -> bool:
    tail = max(0, len(line) - _TAIL)
    return bool(
        _CAPTION_BEGINNING.match(line)
        or (_HINT.search(line, tail) and _CAPTION_TAIL.search(line, tail))
        or ("purpose" in line and any(words in line.casefold() for words in _ANYWHERE))
    )


def is_signed_by_agency(line: str) -> bool:
    """Whether it ends "(Reuters)": a caption above the article, anybody's sentence inside it."""
    return len(line.split()) <= _LONGEST_CAPTION and _SIGNED.search(line) is not None
