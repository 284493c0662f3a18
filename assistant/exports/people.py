"""The names of authors as reference managers want them: families apart from given names, bodies whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LEAD = re.compile(r"^by[\s:]+", re.IGNORECASE)
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv)\.?$", re.IGNORECASE)
_PARTICLE = re.compile(
    r"a[flp]|bint?|d[aeio]|das|del|dell?a|de[nr]|des|dos|du|el|ibn|l[aeo]|l[ao]s|ten?|ter|van|vo[mn]|y|zu[mr]?"
)
_BODY = re.compile(
    r"\b(?:agenc(?:y|ies)|agen(?:ce|tur|cia|zia)|analysts|associat(?:ed|ion)|board|bureau|cent(?:er|re)|commission"
    r"|committee|company|contributors?|correspondents?|council|department|desk|editors?|editorial|foundation|group"
    r"|inc|institute|journal|ltd|magazine|media|ministry|network|news|newspaper|newsroom|office|organi[sz]ation"
    r"|politics|post|press|radio|redaktion|reporters?|r[eé]daction|redacci[oó]n|redazione|service|staff|team|times"
    r"|tribune|tv|union|universit\w*|watch|weekly|wire|writers?"
    r"|and|et|for|of|und|without)\b|[\d@/&|]|^the\b",
    re.IGNORECASE,
)
_OTHER_NAMES = re.compile(r"[\u0600-\u06ff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Person:
    """An author: a family name with what goes with it, or a name that must not be taken apart."""

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""


def person(name: str, outlet: str | None = None) -> Person:
    """The author of that name. Whatever may be a body, or is written in another order, stays whole."""
    name = _LEAD.sub("", " ".join(name.split()))
    if _stays_whole(name, outlet):
        return Person(literal=name)
    if name.count(",") == 1:
        return _turned(*(part.strip() for part in name.split(",")))
    words = name.split()
    suffix = words.pop() if len(words) > 2 and _SUFFIX.match(words[-1]) else ""  # noqa: PLR2004  given, family, suffix
    return _split(words, suffix)


def _stays_whole(name: str, outlet: str | None) -> bool:
    words = name.replace(",", " ").split()
    return (
        not 2 <= len(words) <= _MOST_WORDS  # noqa: PLR2004  one word is no given and family name
        or name.count(",") > 1
        or name.casefold() == (outlet or "").casefold()
        or bool(_BODY.search(name) or _OTHER_NAMES.search(name))
        or (all(word.isupper() and len(word) > 1 for word in words) and "." not in name and len(words[0]) <= _INITIALS)
        or any(not word[0].isalpha() for word in words)
    )


_INITIALS = 4
"""Letters in capitals, up to which they are an agency's rather than a name's."""


def _turned(first: str, second: str) -> Person:
    """ "Doe, Jane", or "Jane Doe, Jr."."""
    if _SUFFIX.match(second):
        return _split(first.split(), second)
    family, particle = _without_particle(first.split())
    return Person(family, second, particle)


def _split(words: list[str], suffix: str) -> Person:
    """The last word is the family's, with the particles before it and what "y" joins to it."""
    at = len(words) - 1
    while at > 1 and _belongs(words, at):
        at -= 1
    family, particle = _without_particle(words[at:])
    return Person(family, " ".join(words[:at]), particle, suffix)


def _belongs(words: list[str], at: int) -> bool:
    """Whether the word before goes with the family name, too."""
    before = words[at - 1].casefold()
    return bool(_PARTICLE.fullmatch(before)) or before == "st." or words[at].casefold() in ("y", "e")


def _without_particle(words: list[str]) -> tuple[str, str]:
    """Small words before a family name are its particle; with a capital they are a part of it."""
    at = 0
    while at < len(words) - 1 and _PARTICLE.fullmatch(words[at]):
        at += 1
    return " ".join(words[at:]), " ".join(words[:at])
