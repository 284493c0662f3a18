"""Recognise what stands under an article about those who wrote it, told by its words and its place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.marks import Mark, Role
from ingest.names import is_name
from ingest.wordings.known import one_of

_LONGEST = 400  # characters
_NAME = r"(?P<name>[A-ZÀ-ÖØ-ÞА-ЯІЇЄҐŁŚŻ][\w.'’-]*(?: (?:[\w.'’-]+)){1,4}?)"
# "Ana Pop is a reporter at The Coast News covering ports."
_AUTHOR = re.compile(
    rf"^(?:{_NAME},?) (?:is|was|are|ist|est|es|é|è|jest|—|–|-|covers|writes|reports|schreibt|berichtet|arbeitet|couvre"
    r"|escribe|scrive|escreve|pisze|schrijft|працює|пише|работает|пишет)\s"
    rf"(?=.*\b(?i:{one_of('staff')}|journalists|authors?|critic|producer|fellow|intern|photographer|covers|covering"
    r"|writes|freelance\w*|redaktion|rédaction|redacción|redazione|redação|redakcji|redactie|редакції|редакции)\b)",
)
_EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_CONTACT = re.compile(
    rf"^(?:{_EMAIL}|@\w+)$"
    r"|^(?:reach|contact(?! \d)|e-?mail|follow|you can (?:reach|contact|follow|e-?mail)|tips?|send (?:tips|questions)"
    r"|got a tip|kontakt|contactez|contacta|contatta|contacte|contact opnemen|пишіть|пишите)\b.*"
    rf"(?:{_EMAIL}|@\w{{2}}|\d{{3}}[-.) ]\s?\d{{3}}|\bhere\b)"
    rf"|^{_NAME} (?:can be (?:reached|contacted|found|e-?mailed)|is on|tweets)\b.*(?:@|https?://|\bX\b|twitter)",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\(?(?:contributing|contributions?|contributors?|reporting|writing|editing|mitarbeit|redaktion|übersetzung|réalisation"
    r"|edición|montaggio)\s*:\s*\S.*",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\(?(?:(?:additional |with )?(?:reporting|writing|editing|production|research|translation) (?:and \w+ )?by"
    r"|contributing|with (?:contributions|reporting|files) (?:by|from)|from(?=.*\breports$))\s(?P<names>\S.*)",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"contributed (?:to this (?:report|story|article)|reporting)(?: from [^.,]{2,40})?\)?\.?"
    r"(?: [^.]{2,60} contributed\.)?$",
    re.IGNORECASE,
)
# Words between the names of those who report, write and edit; another one makes a sentence of it.
_BETWEEN = re.compile(
    r"additional|and|at|by|contributed|de|editing|for|from|in|of|or|reporters?|reporting|reports|staff|the|to|translation"
    r"|van|von|wire|with|writing"
)


def credits_helpers(line: str) -> bool:
    """Whether a line says who else worked on an article; no story has such a line of its own."""
    if len(line) > _LONGEST:
        return False
    if signed := _SIGNED.match(line):
        return all(_BETWEEN.fullmatch(word) or not word.islower() for word in re.findall(r"[\w'’-]+", signed["names"]))
    return bool(_LABELLED.match(line) or ("contributed" in line and _CONTRIBUTED.search(line)))


def notes_at_foot(texts: Sequence[str], marks: Sequence[Mark | None]) -> list[int]:
    """The places at the end, between furniture, of notes about the author; never of a person whom the story names."""
    places: list[int] = []
    for place in range(len(texts) - 1, 0, -1):
        mark = marks[place]
        if mark is None or mark.role is Role.BODY:
            if not _is_note(texts[place], texts[:place]):
                break
            places.append(place)
    return places


def _is_note(line: str, above: Sequence[str]) -> bool:
    if len(line) > _LONGEST:
        return False
    if _CONTACT.match(line):
        return True
    found = _AUTHOR.match(line)
    return found is not None and is_name(found["name"]) and not _is_told_of(found["name"], above)


def _is_told_of(name: str, above: Sequence[str]) -> bool:
    """Whether what stands above uses the surname, other than in a line of its own as bylines do."""
    surname = re.compile(rf"(?<!\w){re.escape(name.rsplit(maxsplit=1)[-1])}(?!\w)")
    return any(surname.search(line) for line in above if len(line) > 2 * len(name) + 20)
