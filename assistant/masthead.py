"""The outlets and authors of a library by the names that people call them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

# An outlet's name often goes on with its section or its motto: "FOX News - Health".
_SECTION = re.compile(r"\s+[|–—-]\s+|:\s+")
_DOMAIN = re.compile(r"(?:\.(?:com|co|org|net|news|uk|au|us|in|eu|de|fr|ie|ca))+$", re.IGNORECASE)
_SUFFIX = re.compile(r"\s+(?:news|online|magazine|newspaper|sports?)$", re.IGNORECASE)
_CALLED_ALSO = ("com", "news", "online", "magazine")
_FEWEST_INITIALS = 3

# The longest run of words that is looked up.
MOST_WORDS = 12


_NO_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Credits:
    """The outlets and authors that a library names, and its first and last day of publication."""

    outlets: tuple[str, ...]
    authors: tuple[str, ...]
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Masthead:
    """Names as the library has them, by the folded forms that they are called by."""

    outlets: Mapping[str, tuple[str, ...]]
    authors: Mapping[str, tuple[str, ...]]
    initials: Mapping[str, tuple[str, ...]]


def fold(name: str) -> str:
    """A name without case, accents, space and punctuation: "CBS Sports" and "CBSSports" are one."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return _NO_LETTERS.sub("", plain)


@lru_cache(maxsize=4)
def masthead_of(named: Credits) -> Masthead:
    """The forms of all names; of a form that several share ("The Independent" of its sections) all are meant."""
    return Masthead(
        _by_form((form, name) for name in named.outlets for form in _forms(name)),
        _by_form((fold(name), name) for name in named.authors if len(name.split()) > 1),
        _by_form((form, name) for name in named.outlets for form in _initials(name)),
    )


def _by_form(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for form, name in pairs:
        if form:
            found.setdefault(form, {})[name] = None
    return {form: tuple(names) for form, names in found.items()}


def _forms(outlet: str) -> Iterator[str]:
    """What an outlet is called: by its whole name, without its section, its domain, its "The"."""
    yield fold(_without_the(outlet))
    head = _SECTION.split(outlet)[0]
    for name in (head, _DOMAIN.sub("", head), _SUFFIX.sub("", head)):
        form = fold(_without_the(name))
        yield form
        yield from (form + word for word in _CALLED_ALSO)
        if _DOMAIN.search(head) and form.startswith("the"):
            yield form.removeprefix("the")


def _initials(outlet: str) -> Iterator[str]:
    words = _without_the(_DOMAIN.sub("", _SECTION.split(outlet)[0])).split()
    if len(words) >= _FEWEST_INITIALS:
        yield "".join(word[0] for word in words).upper()


def _without_the(name: str) -> str:
    return re.sub(r"^\W*the\s+", "", name.strip(), flags=re.IGNORECASE)
