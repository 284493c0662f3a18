"""Who and what an article names, and whom its pronouns and roles mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.domain import Article
from assistant.said import BODY, TITLE
from assistant.support.naming import Name, names_of, part_of, pronoun_of

Parts = tuple[str, ...]

# So many paragraphs back a pronoun is followed.
_REACH = 3
_PRONOUN = re.compile(r"\b(he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
_ROLE = (
    r"(?:\w*(?:spokes|chair|congress|police|business|fire)(?:man|woman|person)|official|minister|president|officer"
    r"|lawyer|attorney|doctor|witness|resident|analyst|professor|researcher|director|mayor|governor|senator|judge|coach"
    r"|player|singer|actor|actress|author|writer|teacher|mother|father|sister|brother|son|daughter|wife|husband|widow"
    r"|uncle|aunt|cousin|nephew|niece|deputy|neighbou?r|expert|scientist|economist|executive|prosecutor|sheriff|captain"
    r"|manager|commander|general|ambassador|diplomat|aide|advis[eo]r|student|nurse|driver|farmer|fisherman|owner"
    r"|engineer|pilot|treasurer|leader|head|chief|founder|councill?or|steward|welder|metallurgist|inspector|technician"
    r"|geneticist|zoologist|historian|pathologist|midfielder|striker|goalkeeper|defender|referee|trainer|architect"
    r"|secretary|candidate|king|queen|prince|princess|bishop|priest|journalist|reporter|editor|officer|detective"
    r"|superintendent|principal|chancellor|chair|member|partner|victim|suspect|defendant|plaintiff|artist|musician)"
)
_BODY = (
    rf"(?:{BODY}|authority|operator|club|institute|museum|school|hospital|charity|federation|league|fund|mill|brewery|village"
    r"|town|city|capital|region|country|island|river|bridge|ship|vessel|study|trench|plant|studio|network)"
)
_A_ROLE = re.compile(rf"\b(?:the|its|their|his|her|a)\s(?:\w+\s){{0,2}}?({_ROLE}|{_BODY})\b", re.IGNORECASE)
_NEARBY = 60
_NO_PERSON = re.compile(
    rf"\b(?:{_BODY}|house|post|times|news|inc|street|journal|reserve|airlines|states|kingdom|army|navy|force|press"
    r"|security|health|church|administration|foundation|congress|senate|democrats|republicans|airport|research|media"
    r"|institution|trust|gazette|register|list|alliance|group|lines|systems|holdings|industries|ltd|corp|plc|parliament"
    r"|assembly|senate|treaty|war|fort|festival|cup|games|act|stadium|airport|valley|bay|lake|island|islands|day|time|award|awards|prize)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where a paragraph has it."""

    paragraph: int
    name: Name


class Cast:
    """The names of one article."""

    def __init__(self, texts: Sequence[str]) -> None:
        """texts: of its paragraphs, the description's line first."""
        self._texts = texts

    @cached_property
    def mentions(self) -> Sequence[Mention]:
        """Every name in its place."""
        return [
            Mention(number, name)
            for number, text in enumerate(self._texts)
            for name in names_of(text)
            if not self._is_word(name)
        ]

    @cached_property
    def parts(self) -> frozenset[str]:
        """Every word that is a name, or a part of one."""
        return frozenset(part for each in self.mentions for part in each.name.parts)

    @cached_property
    def sure(self) -> frozenset[str]:
        """Those that have their capital not only for beginning a sentence."""
        return frozenset(
            part
            for each in self.mentions
            if not each.name.opens or len(each.name.parts) > 1
            for part in each.name.parts
        )

    @cached_property
    def lower(self) -> frozenset[str]:
        """Every word that the article has without a capital."""
        words = {word for text in self._texts for word in re.findall(r"\b[^\W\d_A-Z][\w’'-]*", text)}
        return frozenset(form for word in words for form in (word, re.sub(r"[’']s?$", "", word)))

    def with_parts(self, parts: Parts) -> list[Parts]:
        """The names that have all these parts."""
        wanted = set(parts)
        return list(dict.fromkeys(each.name.parts for each in self.mentions if wanted <= set(each.name.parts)))

    def text(self, number: int) -> str:
        return self._texts[number]

    def of_paragraph(self, number: int) -> list[Name]:
        return [each.name for each in self.mentions if each.paragraph == number]

    @cached_property
    def topics(self) -> frozenset[str]:
        """Parts of names in the title and the first paragraph, or in every third one."""
        first = {part for each in self.mentions if each.paragraph <= 1 for part in each.name.parts}
        often: dict[str, set[int]] = {}
        for each in self.mentions:
            for part in each.name.parts:
                often.setdefault(part, set()).add(each.paragraph)
        enough = max(3, len(self._texts) // 3)
        return frozenset(first | {part for part, numbers in often.items() if len(numbers) >= enough})

    def is_person(self, parts: Parts) -> bool:
        """Whether a name is a person's, for the given name or for what is said around it."""
        if pronoun_of(parts) is not None or parts[-1] in self._persons:
            return True
        return not is_no_person(" ".join(parts)) and any(map(is_role_of_person, self.roles(parts)))

    @cached_property
    def _alone(self) -> frozenset[Parts]:
        """Names of one word: what a person is called the second time."""
        return frozenset(each.name.parts for each in self.mentions if len(each.name.parts) == 1)

    @cached_property
    def _persons(self) -> frozenset[str]:
        """Last names of those who are titled, aged or heard."""
        found: set[str] = set()
        for each in self.mentions:
            text, name = self._texts[each.paragraph], each.name
            before, after = text[max(0, name.start - 25) : name.start], text[name.end : name.end + 12]
            titled = re.search(rf"{TITLE}\s+$", before)
            heard = re.match(r",? (?:said|says|told|added)\b|, \d\d?,", after)
            known = len(name.parts) > 1 and (name.last,) in self._alone
            if (titled or known or (heard and len(name.parts) > 1)) and not is_no_person(name.text):
                found.add(name.last)
        return frozenset(found)

    def refers(self, number: int, parts: Parts) -> bool:
        """Whether a paragraph means a name by a part of it, a pronoun or a role."""
        return self._by_part(number, parts) or self._by_pronoun(number, parts) or self.by_role(number, parts)

    def _by_part(self, number: int, parts: Parts) -> bool:
        own = [set(name.parts) for name in self.of_paragraph(number)]
        return any(each <= set(parts) and parts[-1] in each for each in own) or any(set(parts) <= each for each in own)

    def _by_pronoun(self, number: int, parts: Parts) -> bool:
        """Whether the first "he" or "she" of a paragraph may be that person."""
        found = next(iter(self._pronouns(number)), None)
        if found is None or not self.is_person(parts):
            return False
        return any(set(each) <= set(parts) or set(parts) <= set(each) for each in self.meant_at(number, *found))

    def meant_at(self, number: int, at: int, pronoun: str) -> list[Parts]:
        """Whom a pronoun at that place may mean: those named before it in the paragraph, or in the one before."""
        own = self.of_paragraph(number)
        within = [name.parts for name in own if name.end <= at and self._may_be(name.parts, pronoun)]
        if within:
            return within
        for earlier in range(number - 1, max(0, number - 1 - _REACH), -1):
            there = [name.parts for name in self.of_paragraph(earlier) if self._may_be(name.parts, pronoun)]
            if there:
                return there
        return []

    def _may_be(self, parts: Parts, pronoun: str) -> bool:
        full = max([parts, *(each for each in self.with_parts(parts) if each[-1] == parts[-1])], key=len)
        told = pronoun_of(full)
        return self.is_person(full) and told in (None, pronoun)

    def _pronouns(self, number: int) -> Iterator[tuple[int, str]]:
        """The pronouns that stand before any name that they may mean has come up in the paragraph, then the others."""
        for each in _PRONOUN.finditer(self._texts[number]):
            yield each.start(), "he" if each[1].lower() in ("he", "him", "his", "himself") else "she"

    def by_role(self, number: int, parts: Parts) -> bool:
        """Whether a paragraph calls someone only what the article calls that one: "the mayor"."""
        roles = self.roles(parts)
        return bool(roles) and any(role in self._open_roles(number) for role in roles)

    @lru_cache(maxsize=512)  # noqa: B019  a cast lives as long as the few that are remembered
    def roles(self, parts: Parts) -> frozenset[str]:
        """The nouns that the article sets beside a name: "the mayor, Ingrid Solheim"."""
        found: set[str] = set()
        for each in self.mentions:
            if not (set(each.name.parts) <= set(parts) or set(parts) <= set(each.name.parts)):
                continue
            text, name = self._texts[each.paragraph], each.name
            before = re.split(r"[.;:—“”\"]|\b(?:and|but)\b", text[max(0, name.start - _NEARBY) : name.start])[-1]
            after = re.split(r"[.;:—“”\"]", text[name.end : name.end + _NEARBY])[0]
            if role := re.search(
                rf"\b({_ROLE}|{_BODY})(?: of [\w ]+,)?,?\s+(?:(?:Dr|Mr|Mrs|Ms|Prof)\.?\s+)?$", before, re.IGNORECASE
            ):
                found.add(role[1].lower())
            if role := re.match(
                rf",\s+(?:\d\d,\s+)?(?:an?|the|its|his|her|their)\s[^,]*?\b({_ROLE}|{_BODY})\b(?![’'])", after
            ):
                found.add(role[1].lower())
        return frozenset(found)

    def with_role(self, role: str) -> list[Parts]:
        """The persons beside whom the article sets a role: "prime minister"."""
        pattern = re.compile(rf"\b{re.escape(role)},?\s+(?:(?:Dr|Mr|Mrs|Ms|Prof)\.?\s+)?$", re.IGNORECASE)
        beside = [
            each.name.parts
            for each in self.mentions
            if pattern.search(self._texts[each.paragraph][max(0, each.name.start - _NEARBY) : each.name.start])
        ]
        return list(dict.fromkeys(each for each in beside if self.is_person(each)))

    def belongs(self, person: Parts, body: Parts) -> bool:
        """Whether the article has a person and a body side by side: "Ann Lee, a director of Merrow Lines"."""
        own = [each for each in self.mentions if set(each.name.parts) <= set(person)]
        theirs = [each for each in self.mentions if set(each.name.parts) & set(body)]
        return any(
            one.paragraph == other.paragraph
            and max(one.name.start, other.name.start) - min(one.name.end, other.name.end) < _NEARBY
            for one in own
            for other in theirs
        )

    def _open_roles(self, number: int) -> frozenset[str]:
        """The roles that a paragraph uses for someone whom it does not name beside them."""
        text = self._texts[number]
        named = [(name.start, name.end) for name in self.of_paragraph(number)]
        found = set()
        for each in _A_ROLE.finditer(text):
            if not any(_beside(each.start(), each.end(), start, end) for start, end in named):
                found.add(each[1].lower())
        return frozenset(found)

    def _is_word(self, name: Name) -> bool:
        """Whether a name is only a word that begins its sentence."""
        return name.opens and len(name.parts) == 1 and name.text.lower() in self.lower


def is_role(word: str) -> bool:
    """Whether a word says what someone is: "mayor", "company"."""
    return re.fullmatch(rf"(?:{_ROLE}|{_BODY})s?", word, re.IGNORECASE) is not None


def is_role_of_person(word: str) -> bool:
    """Whether it says what somebody is, and not what a body of people is."""
    return re.fullmatch(_ROLE, word, re.IGNORECASE) is not None


def is_no_person(name: str) -> bool:
    """Whether a word of a name tells that it is nobody's: "Harbour Office"."""
    return _NO_PERSON.search(name) is not None


def _beside(start: int, end: int, other_start: int, other_end: int) -> bool:
    """Whether two spans follow each other with a comma and a space between them at most."""
    return 0 <= other_start - end < len(", a") or 0 <= start - other_end < len(", a")


def cast_of(article: Article) -> Cast:
    """The cast of an article; those used lately are remembered."""
    return _cast((article.description.line, *(paragraph.text for paragraph in article.paragraphs)))


@lru_cache(maxsize=64)
def _cast(texts: tuple[str, ...]) -> Cast:
    return Cast(texts)


def folded_words(text: str) -> list[str]:
    """The words of a text, folded as parts of names are."""
    return [part for word in re.findall(r"[^\W_]+(?:[’'\-.&][^\W_]+)*", text) if (part := part_of(word))]
