"""Whether a name stands behind the noun behind which what is cited has it: "a dealer in Alba" or "in Borr"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.quotations import unquoted
from assistant.stems import stems
from assistant.support.bearing import Borne
from assistant.support.ground import Ground, Problem
from assistant.support.kinship import same_name
from assistant.support.naming import Name, names_of
from assistant.support.nouns import may_name
from assistant.terms import spans_in

_BEHIND = re.compile(
    r"\b(?P<noun>[a-z]{3,})\s+(?P<link>in|at|of|from|near|for)\s+(?:the\s+)?$",
)
# Between names of a list.
_LISTED = re.compile(r"\s*(?:,|and|or|,\s*and|&)\s*(?:the\s+)?|\s*,[^.;:]*(?:,|\band)\s+(?:the\s+)?")
_LOOK = 40


@dataclass(frozen=True, slots=True)
class _Attached:
    """A name with the noun that it is told of, in a sentence."""

    name: Name
    noun: str
    link: str
    sentence: str


def attached(text: str, ground: Ground, borne: Borne) -> Sequence[Problem]:
    """A problem for the first name that stands behind a noun behind which the text has only another."""
    del borne
    sentences = [paragraph[start:end] for paragraph in ground.texts for start, end in spans_in(paragraph)]
    there = [each for sentence in sentences for each in _attached(sentence)]
    for own in _attached(unquoted(text)):
        told = [each for each in there if (each.noun, each.link) == (own.noun, own.link)]
        known = any(same_name(each.name.text, one.text) for each in told for one in names_of(text))
        if not told or known or _has_elsewhere(own, sentences, told):
            continue
        if not any(_is_listed(own.name, each) for each in told):
            return [f"the paragraph cited has “{told[0].name.text}” where this has “{own.name.text}”"]
    return []


def _attached(sentence: str) -> Sequence[_Attached]:
    found = ((name, _BEHIND.search(sentence[max(0, name.start - _LOOK) : name.start])) for name in names_of(sentence))
    return [
        _Attached(name, "".join(stems(each["noun"])), each["link"], sentence)
        for name, each in found
        if each and may_name(each["noun"])
    ]


def _has_elsewhere(own: _Attached, sentences: Sequence[str], told: Sequence[_Attached]) -> bool:
    """Whether only sentences that do not have that noun with another name have the name."""
    having = [each for each in sentences if any(same_name(own.name.text, one.text) for one in names_of(each))]
    return bool(having) and all(each.sentence not in having for each in told)


def _is_listed(name: Name, told: _Attached) -> bool:
    """Whether it follows another in a list: "dealers in Alba and Borr"."""
    return any(
        same_name(name.text, each.text) and _LISTED.fullmatch(told.sentence, told.name.end, each.start)
        for each in names_of(told.sentence)
        if each.start >= told.name.end
    )
