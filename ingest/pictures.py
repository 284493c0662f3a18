"""Recognise the captions and credits of pictures."""

from __future__ import annotations

import re

from ingest.marks import Mark, Role

_AGENCY = (
    r"(?:getty(?: images)?|reuters|afp|associated press|ap|epa|efe|dpa|anadolu(?: agency)?|shutterstock"
    r"|istock|alamy|bloomberg|tass|xinhua|ukrinform|unsplash|wikimedia(?: commons)?|wikipedia)"
)
_SHOT = r"(?:photos?|images?|pictures?|photograph|illustration|screenshot|courtesy|credit|handout|via)"
_CAPTIONS = (
    # A credit in parentheses at the end: photo by whom, or a name and an agency with a slash between.
    rf"\((?=[^()]*(?:\b{_SHOT}\b|{_AGENCY}\s*/|/\s*{_AGENCY}\b))[^()]{{2,100}}\)\.?$",
    # A credit at the end without them, behind a full stop, a bar or a slash.
    r"[.|/–—-]\s*(?:photo(?:graph)?|image|picture)(?: (?:by|credit|courtesy of))?\s*:\s*[^.:]{2,60}\.?$",
    r"[.|/–—-]\s*(?:photo(?:graph)?|image|picture) (?:by|courtesy of) [^.]{2,50}\.?$",
    rf"[|/©]\s*{_AGENCY}(?: (?:photo|images))?\.?$",
    r"(?:ap photo|reuters|afp|epa)/\w[^./]{2,40}\.?$",
    # Words that captions begin with or hold.
    r"^\(?l\s?(?:-|–|—|to)\s?r\)?\s*:",
    r"^(?:\(?from )?left to right\)?\s*[:,(]",
    r"^pictured(?: (?:above|here|left|right))?\s*[:,]",
    r"^(?:image |photo )?caption\s*[:,]",
    r"^(?:file )?(?:photo|image|picture|illustration)\s*:\s*(?:\S+ ){6}",
    r"^file(?: photo)?\s?[-–—:]\s",
    r"^in this (?:\w+[ .,]+){0,6}(?:photo|image|picture)\b",
    r"\bfor illustrati(?:ve|on) purposes?\b",
    r"\billustrati(?:ve|on) purposes only\b",
    r"\(?\b(?:illustrative|file) (?:photo|picture|image)\b[.)]*$",
)
_CREDITS = (
    r"^(?:image|photo(?:graph)?|picture)(?: (?:credits?|source|by|courtesy(?: of)?))?\s*[:,]\s*\S+(?: \S+)*$",
    rf"^(?:©\s*)?{_AGENCY}(?: (?:photo|images))?(?:/[^.]{{2,40}})?$",
    rf"^(?!.*\w{{3}}\. )[\w .'’-]{{2,40}}/{_AGENCY}(?: (?:photo|images))?$",
)
_CAPTION = re.compile("|".join(_CAPTIONS), re.IGNORECASE)
_CREDIT = re.compile("|".join(_CREDITS), re.IGNORECASE)
_SIGNED = re.compile(rf"\({_AGENCY}\)\.?$", re.IGNORECASE)
_LONGEST_CREDIT = 8  # words
_LONGEST_CAPTION = 120


def picture(line: str) -> Mark | None:
    """A line that is sure to belong to a picture; a lone credit is furniture, a caption a paragraph."""
    words = len(line.split())
    if words <= _LONGEST_CREDIT and _CREDIT.search(line):
        return Mark(Role.CREDIT)
    return Mark(Role.CAPTION) if words <= _LONGEST_CAPTION and _CAPTION.search(line) else None


def is_signed_by_agency(line: str) -> bool:
    """Whether it ends "(Reuters)": a caption above the article, anybody's sentence inside it."""
    return len(line.split()) <= _LONGEST_CAPTION and _SIGNED.search(line) is not None
