"""How a question calls whoever an article names, without the roles that stand before a name there."""

from __future__ import annotations

import re

from assistant.said import TITLE
from assistant.support.cast import is_no_person, is_role_of_person

_MORE_ROLES = re.compile(
    rf"{TITLE}|(?:\w+-)?(?:ceo|cfo|coo|owner|founder|commissioner|speaker|pope|archbishop|cardinal|coroner|provost"
    r"|coordinator|administrator|rector|dean|parent|producer|lieutenant|sergeant|major|colonel|constable|marshal"
    r"|president|minister|mayor|governor|vicar|imam|rabbi|chef|curator|representative|meteorologist)"
    r"|secretary-general|congress(?:man|woman)|(?:dr|mr|mrs|ms|prof)\.?",
    re.IGNORECASE,
)
_BEFORE_ROLE = re.compile("prime|vice|deputy|assistant|acting|senior|foreign|former|interim", re.IGNORECASE)
_REGNAL = re.compile("[IVX]+")  # "King Karl IV" is called so
_OF_NOBODY = re.compile(r"\b(?:County|Motors|Electric|Mills|Foods|Records|Hall|Street|Road|Avenue|Square)\b")


def called(name: str) -> str | None:
    """ "José Lima" for "Owner José Lima", "Mayor Lind" for "Hale Mayor Lind"; None for a role alone."""
    words = name.split()
    last = max((at for at, word in enumerate(words) if _is_role(word)), default=-1)
    bare = words[last + 1 :]
    if last < 0 or _is_nobody(" ".join(bare)):
        return name
    if len(bare) > 1 and not _REGNAL.fullmatch(bare[-1]):
        return " ".join(bare)
    return " ".join(words[_begin(words, last) :]) if bare else None


def _begin(words: list[str], last: int) -> int:
    """Where the roles begin of which that is the last."""
    begin = last
    while begin and (_is_role(words[begin - 1]) or _BEFORE_ROLE.fullmatch(words[begin - 1])):
        begin -= 1
    return begin


def _is_role(word: str) -> bool:
    return is_role_of_person(word) or _MORE_ROLES.fullmatch(word) is not None


def _is_nobody(name: str) -> bool:
    return is_no_person(name) or _OF_NOBODY.search(name) is not None
