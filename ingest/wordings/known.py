"""The words of all languages together, as lines are looked up in them."""

from __future__ import annotations

import re
from functools import cache

from ingest.wordings.dutch import DUTCH
from ingest.wordings.english import ENGLISH
from ingest.wordings.french import FRENCH
from ingest.wordings.german import GERMAN
from ingest.wordings.italian import ITALIAN
from ingest.wordings.polish import POLISH
from ingest.wordings.portuguese import PORTUGUESE
from ingest.wordings.russian import RUSSIAN
from ingest.wordings.spanish import SPANISH
from ingest.wordings.ukrainian import UKRAINIAN
from ingest.wordings.wording import phrases, words_of

WORDINGS = (ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, POLISH, DUTCH, UKRAINIAN, RUSSIAN)


def every(field: str) -> frozenset[str]:
    """The phrases that all languages note under a name."""
    return frozenset(phrase for each in WORDINGS for phrase in phrases(getattr(each, field)))


def one_of(field: str) -> str:
    """A pattern of any of these phrases, longest first."""
    noted = {phrase.rstrip(": ") for phrase in every(field)}
    return "|".join(re.escape(phrase) for phrase in sorted(noted, key=lambda phrase: (-len(phrase), phrase)))


_BUTTONS = frozenset(words_of(phrase.replace("#", "1")) for phrase in every("buttons"))
_FIRST = frozenset(words[0] for words in _BUTTONS)
_LONGEST = max(map(len, _BUTTONS))
_BOXES = re.compile("|".join(f"(?:{pattern})$" for each in WORDINGS for pattern in each.boxes), re.IGNORECASE)
_LANGUAGES = frozenset(each.language for each in WORDINGS)
_RIGHTS = every("rights")
_LONGEST_NOTICE = 250  # characters


def is_buttons(line: str) -> bool:
    """Whether a line can be read as buttons one after the other, with nothing left."""
    words = words_of(line)
    if not words or words[0] not in _FIRST:
        return False
    ends = {0}
    for start in range(len(words)):
        if start in ends:
            lengths = range(1, min(_LONGEST, len(words) - start) + 1)
            ends |= {start + length for length in lengths if words[start : start + length] in _BUTTONS}
    return len(words) in ends


def is_box(line: str) -> bool:
    """Whether a whole line is an invitation or a notice."""
    if _BOXES.match(line):
        return True
    folded = line.casefold() if len(line) <= _LONGEST_NOTICE else ""
    return any(phrase in folded for phrase in _RIGHTS)


def is_of_the_paper(line: str, language: str | None = None) -> bool:
    """Whether it has words in which outlets speak of themselves and to their readers; in any language, or in one."""
    return _ours(language if language in _LANGUAGES else None).search(line) is not None


@cache
def _ours(language: str | None) -> re.Pattern[str]:
    patterns = [each.ours for each in WORDINGS if language in (None, each.language) or each is ENGLISH]
    return re.compile(rf"\b(?:{'|'.join(patterns)})(?!\w)|@\w{{3}}|https?://", re.IGNORECASE)
