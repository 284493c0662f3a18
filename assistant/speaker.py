"""Whose words a sentence gives where it does not name its speaker itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.domain import Kind, Paragraph
from assistant.quotations import unquoted
from assistant.said import TITLE, By, Said, attributions, is_role_of_person, names_in, tells_of
from assistant.terms import spans_in

# How far back a pronoun, or a quotation that goes on, is followed.
_REACH = 3
_FEWEST_WORDS = 4
_TITLES = re.compile(rf"^(?:{TITLE}\s+)+")
_NO_PERSON = re.compile(
    r"\b(?:House|Department|Ministry|Post|Times|News|University|Court|Police|Inc|Company|Association|Agency|Commission"
    r"|Committee|Center|Centre|Institute|Council|Party|Bank|Office|Service|Street|Journal|Reserve|Airlines|States"
    r"|Kingdom|City|County|Board|Group|Union|Army|Navy|Force|Press|Today|Security|Health|School|College|Church"
    r"|Hospital|Administration|Foundation|Network|Weather|National|American|United|White|Twitter|Facebook|World|League"
    r"|Congress|Senate|Democrats|Republicans|Officials|Authorities|Researchers|Experts|Airport|Research|Data|Media)\b"
)
# What stands before "he said": nothing, "But", or a clause that ends there; not "since the day when".
_MAIN_CLAUSE = re.compile(r"(?:^\W*(?:\w+\s+)?|[,”:;–—]\W*(?:and|but|as)?\s*|”\s+\w+\s+)$")
_HERS = re.compile(
    r"\b(?:\w*(?:spokes|chair|congress|police|business)woman|Mrs|Ms|Queen|Princess|Lady|Dame|actress|mother|sister"
    r"|daughter|wife|widow)\b"
)
_HIS = re.compile(
    r"\b(?:\w*(?:spokes|chair|congress|police|business)man|Mr|King|Prince|Sir|Lord|Pope|father|brother|son|husband)\b"
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence in its place; bare: with what it quotes blanked out."""

    paragraph: int
    bare: str

    @property
    def is_quotation(self) -> bool:
        return not re.search(r"\w", self.bare)


class Speakers:
    """Who speaks in the sentences of one article."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs = paragraphs

    def speaker(self, number: int, start: int, end: int) -> str | None:
        """Who speaks in that span of a paragraph, told by what stands before it; None unless that is plain."""
        text = self._paragraphs[number - 1].text
        bare = unquoted(text)[start:end]
        before = self._before(number, start)
        if said := attributions(bare):
            return self._meant(said, bare, before)
        if re.search(r"\w", bare) or len(text[start:end].split()) < _FEWEST_WORDS:
            return None
        return self._going_on(number, end, before)

    def _meant(self, said: Sequence[Said], bare: str, before: Sequence[_Sentence]) -> str | None:
        """Who "he" is, where the sentence has said no name before."""
        first = said[0]
        others = {each.by for each in said[1:]} - {first.by, By.OTHER}
        lead = bare[: first.start]
        if first.by not in (By.HE, By.SHE) or others or names_in(lead) or not _MAIN_CLAUSE.search(lead):
            return None
        told = self._antecedent(before, first.by)
        return None if told and re.search(rf"\b{re.escape(told.split()[-1])}\b", bare) else told

    def _going_on(self, number: int, end: int, before: Sequence[_Sentence]) -> str | None:
        """Who spoke last, where a quotation goes on; nobody, where its paragraph names another after it."""
        speaker = self._last_to_speak(before)
        after = [said for each in self._after(number, end) for said in attributions(each.bare)]
        named = [said.speaker for said in after if said.by in (By.NAME, By.ROLE)]
        if speaker is None or any(self._in_full(name, number) != speaker for name in named):
            return None
        return speaker

    def _last_to_speak(self, before: Sequence[_Sentence]) -> str | None:
        for at, sentence in enumerate(before):
            if sentence.is_quotation:
                continue
            said = attributions(sentence.bare)
            if len({(each.by, each.speaker.lower()) for each in said}) != 1:
                return None
            if said[0].by in (By.HE, By.SHE):
                return self._meant(said, sentence.bare, before[at + 1 :])
            return self._named(said[0], sentence.paragraph)
        return None

    def _antecedent(self, before: Sequence[_Sentence], pronoun: By) -> str | None:
        """The nearest before who spoke, or of whom a sentence told first; nobody where another stands between."""
        for sentence in before:
            said = [each for each in attributions(sentence.bare) if each.by is not By.OTHER]
            if any(each.by in (By.HE, By.SHE) and each.by is not pronoun for each in said):
                return None
            named = {each.speaker: each for each in said if each.by in (By.NAME, By.ROLE)}
            if not named and said:
                continue
            persons = self._persons(sentence.bare)
            if len(named) == 1:
                told = self._named(next(iter(named.values())), sentence.paragraph)
            elif not named and len(persons) == 1 and self._told_of(sentence.bare, persons[0]):
                told = self._in_full(persons[0], sentence.paragraph)
            elif named or persons:
                return None
            else:
                continue
            return told if told and _is_person(told) and _fits(told, pronoun) else None
        return None

    def _told_of(self, bare: str, person: str) -> bool:
        """Whether a sentence begins with that person, who is known to be one for being titled or heard."""
        return bare.startswith(person) and (
            bool(_TITLES.match(person)) or person.rsplit(maxsplit=1)[-1] in self._speaking
        )

    def _named(self, said: Said, paragraph: int) -> str | None:
        if said.by is By.NAME:
            return self._in_full(said.speaker, paragraph)
        return said.speaker if said.by is By.ROLE else None

    def _persons(self, bare: str) -> list[str]:
        """Names in a text that the article has used in full for someone, or that do something."""
        known = len(self._paragraphs)
        return [name for name in names_in(bare) if _is_person(self._in_full(name, known)) or tells_of(name, bare)]

    def _in_full(self, name: str, until: int) -> str:
        """The fullest form in which the article has given that name up to a paragraph; as it is, where two share it."""
        known = _untitled(name)
        forms = {each for names in self._names[:until] for each in names if f" {each}".endswith(f" {known}")}
        first_names = {_untitled(each).split()[0] for each in forms if " " in _untitled(each)}
        return max([name, *sorted(forms)], key=len) if len(first_names) <= 1 else name

    @cached_property
    def _names(self) -> list[list[str]]:
        return [names_in(paragraph.text) for paragraph in self._paragraphs]

    @cached_property
    def _speaking(self) -> frozenset[str]:
        """The last names of those whom the article names as speaking."""
        said = [each for paragraph in self._paragraphs for each in attributions(unquoted(paragraph.text))]
        return frozenset(each.speaker.split()[-1] for each in said if each.by is By.NAME)

    def _before(self, number: int, start: int) -> list[_Sentence]:
        """The sentences before, the nearest first."""
        found: list[_Sentence] = []
        kept = [each for each in self._paragraphs[: number - 1] if each.kind is Kind.BODY][-_REACH:]
        for paragraph in [*kept, self._paragraphs[number - 1]]:
            bare = unquoted(paragraph.text)
            found += [
                _Sentence(paragraph.number, bare[one:other])
                for one, other in spans_in(paragraph.text)
                if paragraph.number < number or other <= start
            ]
        return found[::-1]

    def _after(self, number: int, end: int) -> Iterator[_Sentence]:
        text = self._paragraphs[number - 1].text
        bare = unquoted(text)
        return (_Sentence(number, bare[one:other]) for one, other in spans_in(text) if one >= end)


def _is_person(name: str) -> bool:
    """A role, a titled name or a first and a last name."""
    if name[0].islower():
        return is_role_of_person(name)
    return not _NO_PERSON.search(name) and (bool(_TITLES.match(name)) or len(name.split()) > 1)


def _untitled(name: str) -> str:
    return _TITLES.sub("", name) or name


def _fits(name: str, pronoun: By) -> bool:
    return not (_HIS if pronoun is By.SHE else _HERS).search(name)
