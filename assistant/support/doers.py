"""Whether what is cited says it of the one of whom a sentence says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.quotations import quotations, unquoted
from assistant.support.bearing import Borne, Stretch, covered
from assistant.support.cast import Cast, Parts, cast_of, is_role
from assistant.support.clauses import statements_of
from assistant.support.folding import folded, stretch
from assistant.support.ground import Ground, Problem
from assistant.support.kinship import akin
from assistant.support.names import Names
from assistant.support.naming import Name, names_of, pronoun_of
from assistant.support.verdict import Cited
from assistant.support.voices import voices_in
from assistant.support.wording import carried, words_of

# A sentence of what is cited is taken to tell the same where it has this share of the clause's words; others that
# have nearly as many are, too.
_SAME = 0.22
_NEARLY = 0.75
_FEWEST = 2
# Share of words and closeness of vectors together, below which another may be told of: on the claims tuned on.
_CLOSE = 0.9
# Fewer words in quotation marks may stand anywhere.
_QUOTED = 3
_HE_OR_SHE = re.compile(r"\b(he|him|his|himself|she|her|hers|herself|i|me|my|we|our|who)\b", re.IGNORECASE)
_THE_ROLE = re.compile(r"\b[Tt]he ((?:[a-z]+ )?[a-z]+)\b(?!,? [A-Z])")
_LABEL = re.compile(r"([A-ZÀ-Þ][\w.’' -]{1,40}):\s")
_WHO_SAYS = re.compile(r"\b(he|she|i|we|who)\b", re.IGNORECASE)
_HE = frozenset(["he", "him", "his", "himself"])
_SHE = frozenset(["she", "her", "hers", "herself"])


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of a cited paragraph, where it stands; share: of the statement's words that it tells."""

    cited: Cited
    cast: Cast
    stretch: Stretch
    share: float = 1.0

    @property
    def names(self) -> list[Name]:
        first, last = self.stretch.start, self.stretch.end
        if self.cited.paragraph.number == 0:
            return list(names_of(self.stretch.text))
        return [
            each
            for each in self.cast.of_paragraph(self.cited.paragraph.number)
            if first <= each.start and each.end <= last
        ]


def telling(clause: str, own: Sequence[Name], ground: Ground, casts: Sequence[Cast], borne: Borne) -> list[Place]:
    """The sentences of what is cited that tell what a statement tells, its names and roles aside.

    Where the statement quotes some of them word for word, these alone.
    """
    if quoted := _quoting(clause, borne):
        return [Place(ground.cited[each.at], casts[each.at], each) for each in quoted]
    named = {stem for name in own for stem in carried(name.text)}
    named |= {word.stem for word in words_of(clause) if is_role(word.text)}
    weights = {stem: borne.weights[stem] for stem in carried(clause) - named if stem in borne.weights}
    found = _sharing(weights, borne) if weights else []
    if not found and len(weights) < _FEWEST:  # "warned Ann Lee"
        found = _sharing({stem: much for stem, much in borne.weights.items() if stem not in named}, borne)
    return [Place(ground.cited[each.at], casts[each.at], each, share) for each, share in found]


def _quoting(clause: str, borne: Borne) -> list[Stretch]:
    """The sentences that have what a statement quotes."""
    quotes = [clause[start + 1 : end - 1].rstrip(",.;!?") for start, end in quotations(clause)]
    longer = [folded(each).text for each in quotes if len(each.split()) >= _QUOTED]
    return [each for each in borne.sentences if any(stretch(quote, folded(each.text)) for quote in longer)]


def _sharing(weights: Mapping[str, float], borne: Borne) -> list[tuple[Stretch, float]]:
    """The sentences that tell most of these words, at least two where there are as many, and how much of them."""
    shares = [covered(weights, [each.told]) for each in borne.sentences]
    enough = max(_SAME, _NEARLY * max(shares, default=0.0))
    return [
        (each, share)
        for each, share in zip(borne.sentences, shares, strict=True)
        if share >= enough and len(weights.keys() & each.told.keys()) >= min(_FEWEST, len(weights))
    ]


class Doers:
    """Finds persons put in another's place; names: finds the names of a sentence."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def __call__(self, text: str, ground: Ground, borne: Borne) -> Sequence[Problem]:
        """A problem for the first person whom the sentences that tell the same do not mean, but another."""
        casts = [cast_of(each.article) for each in ground.cited]
        bare = unquoted(text)
        named = [*self._names.named(bare, casts), *_by_role(bare, casts)]
        for start, end in statements_of(text):
            own = [name for name in named if start <= name.start < end]
            told = telling(text[start:end], own, ground, casts, borne)
            for name in own:
                says = any(name.text in voice.who for voice in voices_in(text))
                if told and _is_person(name, casts) and (other := _in_its_place(name, named, told, says=says)):
                    return [f"the paragraph cited says this of {other}, not of {name.text}"]
        return []


def _by_role(text: str, casts: Sequence[Cast]) -> Iterator[Name]:
    """Those whom a sentence means by a role that its articles set beside one name only: "the prime minister"."""
    for each in _THE_ROLE.finditer(text):
        role = each[1].lower()
        if is_role(role.split()[-1]):
            meant = {parts for cast in casts for parts in cast.with_role(role)}
            if len({parts[-1] for parts in meant}) == 1:
                yield Name(each[0], max(meant, key=len), each.start(), each.end(), opens=each.start() == 0)


def _is_person(name: Name, casts: Sequence[Cast]) -> bool:
    return any(cast.is_person(full) for cast in casts for full in _full(cast, name))


def _full(cast: Cast, name: Name) -> list[Parts]:
    """The forms in which an article has a name; itself where it has none."""
    return [each for each in cast.with_parts(name.parts) if each[-1] == name.last] or [name.parts]


def _in_its_place(name: Name, named: Sequence[Name], told: Sequence[Place], *, says: bool) -> str | None:
    """Who is told of instead, in every one of these sentences; None where one of them may mean that person."""
    if any(_is_named_beside(name, place) for place in told):
        return None
    others = [_other(name, named, place, says=says) for place in told]
    return others[0] if all(others) else None


def _is_named_beside(name: Name, place: Place) -> bool:
    """Whether a sentence tells the same only by half, in a paragraph that names that person, too."""
    close = place.share + place.stretch.meaning
    return close < _CLOSE and any(
        _compatible(each.parts, name.parts) for each in place.cast.of_paragraph(place.cited.paragraph.number)
    )


def _other(name: Name, named: Sequence[Name], place: Place, *, says: bool) -> str | None:
    """Another of whom a sentence tells, and not of that one; says: who has to say it, so that "her" is not enough."""
    if _may_be_told(name, place, says=says):
        return None
    absent = [each for each in place.names if not any(_compatible(each.parts, known.parts) for known in named)]
    for each in absent:
        if place.cast.is_person(each.parts):
            return each.text
    if says and {voice.who.lower() for voice in voices_in(place.stretch.text)} == {"it"}:  # A body says it.
        return "somebody else"
    pronoun = next(_HE_OR_SHE.finditer(place.stretch.text), None)
    if pronoun is None or pronoun[0].lower() not in _HE | _SHE:
        return None
    return None if any(_means(place, pronoun, [each.parts]) for each in named) else "somebody else"


def _may_be_told(name: Name, place: Place, *, says: bool) -> bool:
    """Whether a sentence names that person, or may mean them by a pronoun or a role."""
    full = _full(place.cast, name)
    speaks = _LABEL.match(place.cited.paragraph.text)  # "Voss: …" in an interview
    told_by = [each.parts for each in names_of(speaks[1])] if speaks else []
    pronouns = (_WHO_SAYS if says else _HE_OR_SHE).finditer(place.stretch.text)
    return (
        any(_compatible(parts, form) for parts in [*told_by, *(each.parts for each in place.names)] for form in full)
        or any(_means(place, found, full) for found in pronouns)
        or any(_has_role(role, place.stretch.text) for form in full for role in place.cast.roles(form))
    )


def _has_role(role: str, text: str) -> bool:
    """Whether a text has "the mayor", or "a mayor said", but no new "a mayor"."""
    found = re.search(
        rf"\b(?:the|its|their|his|her)\s(?:[\w-]+\s){{0,2}}?{role}s?\b(?!,?\s[A-Z])|\ban?\s{role}\ssa",
        text,
        re.IGNORECASE,
    )
    return found is not None


def _means(place: Place, found: re.Match[str], full: Sequence[Parts]) -> bool:
    """Whether a pronoun may mean a person of these forms; one that is not resolved may mean anybody."""
    pronoun = found[0].lower()
    if pronoun not in _HE | _SHE:
        return pronoun != "who"
    at = place.stretch.start + found.start()
    meant = place.cast.meant_at(place.cited.paragraph.number, at, "he" if pronoun in _HE else "she")
    if not meant or any(_compatible(each, form) for each in meant for form in full):
        return True
    fits = {pronoun_of(form) for form in full} <= {None, "he" if pronoun in _HE else "she"}
    return fits and any(place.cast.by_role(place.cited.paragraph.number, form) for form in full)


def _compatible(one: Parts, other: Parts) -> bool:
    """Whether two forms may be of one name."""
    shorter, longer = sorted((one, other), key=len)
    return all(any(akin(part, each) for each in longer) for part in shorter)
