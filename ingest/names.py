"""Names of authors, out of bylines and out of fields that hold more than names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from ingest.clean import one_line
from ingest.outlets import repeats

_LEAD = re.compile(
    r"^(?:(?:written|reported|story|words|text)\s+)?by[:\s]+"
    r"|^(?:authors?|analysis|opinion)(?::|\s+by\b|\s(?=\w+ \w))\s*",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"(?:Von|VON|Par|PAR|Por|POR|Text von|Texte par|A cura di|a cura di)\s+(?=\S+ \S)")
_BETWEEN = re.compile(r"\s*(?:,(?!\s*(?:jr|sr|ii|iii|iv|phd|ph\.d|md|m\.d|esq)\b)|\||•|·|\band\b|&)\s*", re.IGNORECASE)
# "Ana y Tom" is two only where both sides are whole names: José Ortega y Gasset is one man.
_JOINED = re.compile(r"\s+(?:und|et|y|e|ed|en|i|oraz|і|й|та|и)\s+")
_ROLE = re.compile(
    r"\b(?:staff|writers?|reporters?|correspondents?|editors?|contributors?|columnists?|bureau|desk|chief"
    r"|producers?|analysts?|journalists?|news|times|post|press|network|media|agency|tv|radio)\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"https?:|www\.|\d|[@<>{}\[\]]"
    r"|\b(?:links?|navigation|subscribe|newsletters?|follow|share|facebook|twitter|instagram)\b"
    r"|^(?:unknown|none|null|nan|n/a)$|^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|^an? |^the end\b",
    re.IGNORECASE,
)
_PARTICLES = re.compile(
    r"al|bin|da|das|de|del|della|den|der|di|do|dos|du|el|la|las|le|los|ten|ter|van|von|y|zu|zum|zur", re.IGNORECASE
)
_NAME_WORDS = range(2, 6)
_SURNAME_FIRST = re.compile(r"[^\s,;&]+, [^\s,;&]+")
_MOST = 100
_LONGEST = 80  # characters: what is longer is a sentence about the author


def names_in(text: str) -> tuple[str, ...]:
    """The names in a byline or an author field: "By A, B and C, Staff writers" is A, B and C."""
    text = without_lead(one_line(text).strip(" -–—|•·,"))
    if ";" in text or _SURNAME_FIRST.fullmatch(text):  # "Doe, Jane; Roe, Richard"
        return without_noise(part.strip() for part in text.split(";"))
    parts = [_without_place(one) for part in _BETWEEN.split(text) if part and part.strip() for one in _joined(part)]
    return without_noise(part for place, part in enumerate(parts) if place == 0 or not _ROLE.search(part))


def without_lead(text: str) -> str:
    """What follows "By", "Analysis by" or, before whole names, "Von"."""
    rest = _LEAD.sub("", text, count=1)
    found = _ELSEWHERE.match(rest)
    return rest[found.end() :] if found and is_name(_BETWEEN.split(rest[found.end() :])[0].strip()) else rest


def without_noise(names: Iterable[str], outlet: str | None = None) -> tuple[str, ...]:
    """Each name once: no links, no sections of the outlet, none that strings the others together."""
    kept: dict[str, str] = {}
    for name in map(one_line, islice(names, _MOST)):
        if name and len(name) <= _LONGEST and not _NO_NAME.search(name) and not _is_section(name, outlet):
            kept.setdefault(name.casefold(), name)
    return tuple(name for name in kept.values() if not _strings_together(name, list(kept)))


def is_name(text: str) -> bool:
    """Whether a line could be one person's name and nothing else."""
    words = text.split()
    return (
        len(words) in _NAME_WORDS
        and not _NO_NAME.search(text)
        and all(re.fullmatch(r"[^\W\d_][\w.'’-]*", word) for word in words)
        and all(word[0].isupper() or _PARTICLES.fullmatch(word) for word in words)
        and words[-1][0].isupper()
        and len(words[-1]) > 1
        and not text.endswith("..")
    )


def has_given_name(name: str) -> bool:
    """Whether it begins with a name that people are given: "Ada Quill", not "Ocean Desk"."""
    from assistant.followup.given_names import HE, SHE  # rarely asked for, and what imports it takes its time

    return name.split(maxsplit=1)[0].casefold() in HE | SHE


def _joined(part: str) -> list[str]:
    """The names that another language's "and" joins."""
    names = _JOINED.split(part.strip())
    return names if all(is_name(name) for name in names) else [part]


def _without_place(part: str) -> str:
    """ "Jane Doe in Kyiv" is Jane Doe."""
    return re.sub(r"\s+(?:in|for|at|reporting from)\s+\S.*$", "", part).strip(" .-–—")


def _is_section(name: str, outlet: str | None) -> bool:
    """Whether it is the outlet, or one of its sections; its staff may stand for authors."""
    return outlet is not None and repeats(name, outlet) and not name.casefold().endswith("staff")


def _strings_together(name: str, names: list[str]) -> bool:
    """Whether it is two or more of the other names, one after the other."""
    rest, found = name.casefold(), 0
    for other in sorted(names, key=len, reverse=True):
        if other != name.casefold() and other in rest:
            rest, found = rest.replace(other, " ", 1), found + 1
    return found > 1 and not re.sub(r"\band\b|\W", "", rest)
