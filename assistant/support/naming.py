"""The names that a sentence mentions, as runs of words written like names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.followup.given_names import HE, SHE
from assistant.support.wording import LONGEST, is_idle, listed

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[’'\-.&](?=[^\W_])[^\W_]+)*|\S")
_POSSESSIVE = re.compile(r"[’']s?$", re.IGNORECASE)
_INITIAL = re.compile(r"(?:[^\W\d_]\.?|(?:[^\W\d_]\.){2,})$")
_PARTICLES = listed("de del della di der den van von zu bin bint al el la le les ben ibn da das dos du af ter ten")
# Written with a capital, and no names.
_COMMON = listed(
    """i i'm i've i'd i'll mr mrs ms miss dr prof professor sir dame lord lady rev st sr jr sen rep gov gen col lt sgt
    capt
    president vice prime minister deputy chancellor senator representative congressman congresswoman governor mayor
    judge justice secretary speaker general colonel captain sheriff chief king queen prince princess pope archbishop
    bishop cardinal coach ambassador commissioner director chairman chairwoman chair treasurer councillor councilor
    councilman councilwoman prosecutor lawyer attorney professor detective inspector sergeant officer constable doctor
    spokesman spokeswoman spokesperson executive manager editor reporter author analyst economist
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
    sundays january february march april may june july august
    september october november december mon tue tues wed thu thur
    thurs fri sat sun am pm gmt bst cet est edt pst utc christmas easter new-year c f km kg ceo cfo tv"""
)
_MONTHS = {(month,) for month in listed("jan feb mar apr jun jul aug sept sep oct nov dec")}
_STOPS = frozenset(".!?:")


@dataclass(frozen=True, slots=True)
class Name:
    """A run of words written like a name; parts: as they are compared; start and end: in the text.

    opens: whether its first word begins the sentence, where any word has a capital.
    """

    text: str
    parts: tuple[str, ...]
    start: int
    end: int
    opens: bool

    @property
    def last(self) -> str:
        return self.parts[-1]


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    opens: bool

    @property
    def bare(self) -> str:
        return _POSSESSIVE.sub("", self.text)

    @property
    def end(self) -> int:
        return self.start + len(self.bare)


@lru_cache(maxsize=4096)
def names_of(text: str) -> tuple[Name, ...]:
    """The names in a text, in order."""
    return tuple(_names(_tokens(text[:LONGEST])))


@lru_cache(maxsize=16384)
def part_of(word: str) -> str:
    """A word of a name as it is compared: without accents, case, points and a possessive."""
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", word)).casefold().replace("ß", "ss")
    return "".join(each for each in plain.translate(_ALIKE) if each.isalnum() or each == "-").strip("-")


# Letters that no accent makes out of another.
_ALIKE = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})


def pronoun_of(parts: Sequence[str]) -> str | None:
    """ "he" or "she", where the given name tells."""
    first = parts[0].split("-")[0]
    if first in HE:
        return "he"
    return "she" if first in SHE else None


def is_person(parts: Sequence[str]) -> bool:
    """Whether a name begins like a person's."""
    return len(parts) > 1 and pronoun_of(parts) is not None


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    opens = True
    for each in _TOKEN.finditer(text):
        found.append(_Token(each[0], each.start(), opens))
        if each[0][0].isalnum():
            opens = False
        elif each[0] in _STOPS or (each[0] in '“"«„‘' and not opens and _quotes(text, each.start())):
            opens = True
    return found


def _quotes(text: str, at: int) -> bool:
    """Whether a quotation mark opens a quotation, whose first word has a capital."""
    return at + 1 < len(text) and not text[at + 1].isspace() and (at == 0 or text[at - 1].isspace())


def _names(tokens: Sequence[_Token]) -> Iterator[Name]:
    run: list[_Token] = []
    for at, token in enumerate(tokens):
        if _capital(token):
            run.append(token)
            if token.text != token.bare:  # "Karvia's Civic Alliance" are two.
                yield from _named(run)
                run = []
        elif not (run and token.text.lower() in _PARTICLES and _goes_on(tokens, at)) and not (
            run and _joins(token.text, run[-1]) and at + 1 < len(tokens) and _capital(tokens[at + 1])
        ):
            if run:
                yield from _named(run)
                run = []
        elif token.text[0].isalpha():
            run.append(token)
    yield from _named(run)


def _joins(mark: str, before: _Token) -> bool:
    """Whether a name goes on after a mark: "J. Smith", "Farmers' Union"."""
    return (mark == "." and bool(_INITIAL.match(before.text))) or (mark in "'’" and before.text.endswith("s"))


def _capital(token: _Token) -> bool:
    return token.text[0].isupper() or (len(token.text) > 1 and token.text[0].islower() and token.text[1].isupper())


def _goes_on(tokens: Sequence[_Token], at: int) -> bool:
    following = tokens[at + 1 : at + 3]
    return bool(following) and (
        _capital(following[0])
        or (following[0].text.lower() in ("la", "las", "los", "der", "den", "the") and _capital(following[-1]))
    )


def _named(run: Sequence[_Token]) -> Iterator[Name]:
    """The run without titles at its ends; nothing where nothing else is in it."""
    kept = list(run)
    titles = [at for at, each in enumerate(kept[:-1]) if part_of(each.text) in _COMMON]
    kept = kept[titles[-1] + 1 :] if titles else kept  # "Finance Minister Ann Lee"
    while kept and (part_of(kept[0].text) in _COMMON or (kept[0].opens and is_idle(kept[0].text))):
        kept.pop(0)
    while kept and (part_of(kept[-1].text) in _COMMON or kept[-1].text.lower() in _PARTICLES):
        kept.pop()
    parts = [part for each in kept if (part := part_of(each.text)) and each.text.lower() not in _PARTICLES]
    if parts and tuple(parts) not in _MONTHS:
        text = " ".join(each.bare for each in kept)
        yield Name(text, tuple(parts), kept[0].start, kept[-1].end, kept[0].opens)
