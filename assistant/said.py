"""Who is said to speak, as a sentence outside its quotation marks tells it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class By(Enum):
    """What a sentence calls its speaker."""

    NAME = "name"
    ROLE = "role"
    HE = "he"
    SHE = "she"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution: the speaker's words, what they are, and where they begin."""

    speaker: str
    by: By
    start: int


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VERB = (
    r"(?:said|says|added|adds|told|tells|wrote|writes|argued|argues|claimed|claims|noted|notes|explained|explains"
    r"|announced|warned|warns|insisted|insists|stated|states|tweeted|recalled|recalls|continued|continues"
    r"|concluded|concludes|asked|asks|replied|responded|stressed|emphasi[sz]ed|testified|acknowledged"
    r"|predicted|urged|vowed|pledged|declared|suggested|suggests|joked|quipped|remarked|commented)"
)
_DOING = r"\w+ed|was|is|has|had|did|wasn['’]t|isn['’]t|went|came|took|made|gave|got|won|led|met|kept|thought|knew|felt"
_ADVERB = r"(?:\s+(?:also|then|later|recently|once|earlier|previously|has|had|\w+ly))*"
TITLE = (
    r"(?:Prime Minister|Foreign Minister|Defen[cs]e Minister|Vice President|Attorney General|Secretary of State"
    r"|Chief Justice|President|Minister|Chancellor|Senator|Sen\.|Rep\.|Gov\.|Governor|Mayor|Judge|Justice|Secretary"
    r"|Speaker|Gen\.|General|Col\.|Lt\.|Sgt\.|Capt\.|Captain|Sheriff|Chief|Dr\.|Prof\.|Professor|Mr\.|Mrs\.|Ms\.|Sir"
    r"|Dame|Lord|Lady|King|Queen|Prince|Princess|Pope|Archbishop|Bishop|Cardinal|Rev\.|Coach|Ambassador|Commissioner"
    r"|Director)"
)
_LAST = r"[A-ZÀ-ÞĀ-Ž](?:[\w-]|[’'](?!s\b))*[a-zß-ÿā-ž](?![\w-])"
_PART = rf"(?:{_LAST}|[A-Z]{{2}}(?!\w)|[A-Z]\.(?:[A-Z]\.)?)"
_PARTICLE = r"(?:de|del|della|der|van|von|bin|bint|al|el|la|le|ben|ibn|da|dos|du)"
NAME = rf"(?>(?:{TITLE}\s+){{0,2}}(?:{_PART}\s+(?:{_PARTICLE}\s+)?){{0,3}}{_LAST}(?:,?\s+[JS]r\.)?)"
# "said Harbour director Ann Lee": the name comes later.
_OF_ANOTHER = r"(?!\s+(?!(?:in|at|on|of|as|during|after|before|to|and)\b)[a-z][\w-]+(?:\s+[a-z][\w-]+)?\s+[A-Z])"
_PERSON = (
    r"(?:\w*(?:spokes|chair|congress|police|business)(?:man|woman|person)|official|minister|president|officer|lawyer"
    r"|attorney|doctor|source|witness|resident|analyst|professor|researcher|director|mayor|governor|senator|judge"
    r"|coach|player|singer|actor|actress|author|writer|teacher|mother|father|sister|brother|son|daughter|wife|husband"
    r"|widow|neighbou?r|expert|scientist|economist|executive|ceo|prosecutor|sheriff|captain|manager|commander|general"
    r"|ambassador|diplomat|aide|adviser|advisor|student|nurse|driver|farmer|fisherman|owner|engineer|pilot)"
)
BODY = (
    r"ministry|department|company|agency|government|police|court|committee|commission|union|council|office|bank"
    r"|firm|group|team|university|organi[sz]ation|association|party|airline|service|board|center|centre|newspaper"
)
"""Words for those who speak as one."""
_ROLE = rf"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne)\s+(?:[\w’'-]+\s+){{0,3}}?(?:{_PERSON}|{BODY})"
_FORMS = [
    re.compile(rf"(?P<subject>\b(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|[Ii]t)\b){_ADVERB}\s+{_VERB}\b"),
    re.compile(rf"”?,?\s{_VERB}\s+(?P<subject>he|she|they)\b"),
    re.compile(rf"(?P<subject>{NAME}){_ADVERB}\s+{_VERB}\b"),
    re.compile(rf",\s(?P<subject>{NAME}),{_ADVERB}\s+{_VERB}\b"),
    re.compile(rf"(?<!,\s)\b(?P<subject>{NAME}),\s[^,“”]{{2,90}},{_ADVERB}\s+{_VERB}\b"),
    re.compile(rf"”,?\s{_VERB}\s+(?:[\w-]+\s+){{0,3}}?(?P<subject>{NAME}){_OF_ANOTHER}"),
    re.compile(rf"\b[Aa]ccording\s+to\s+(?P<subject>{NAME})"),
    re.compile(rf"(?P<subject>{_ROLE})(?:\s+(?:for|of|at|in|from|with)\s+[^,.“”]{{2,40}}?)?{_ADVERB}\s+{_VERB}\b"),
    re.compile(rf"”,?\s{_VERB}\s+(?P<subject>{_ROLE})\b"),
]
# "the mayor of Chicago said", "Smith and Jones said".
_OF = re.compile(r"\b(?:of|in|at|from|for|with|on|near|by|than|against|like)\s+(?:the\s+)?$")
_AND = re.compile(r"(?:\band|&)\s+$")
_WITHIN = re.compile(r"\b(?:and|of|for|&)\s+$")
_SHORT_TITLES = _words("Sen. Rep. Gov. Gen. Col. Lt. Sgt. Capt. Dr. Prof. Mr. Mrs. Ms. Rev.")
_LATER_TITLE = re.compile(rf"(?<=\s){TITLE}\s")
_NAME = re.compile(rf"\b{NAME}")
_PRONOUNS = {"he": By.HE, "she": By.SHE}
_OTHERS = ("they", "i", "we", "it")
_OPENERS = _words(
    """but and in on at the a an as while when after before for however still so yet then also later meanwhile if
    since by from with though although that this these those there what who it one another monday tuesday wednesday
    thursday friday saturday sunday january february march april june july august september october november december
    commissioners senators presidents ministers representatives justices judges sens. reps.
    earlier once now last next some many most both asked speaking"""
)


def attributions(bare: str) -> list[Said]:
    """Every attribution in a sentence whose quotations are blanked out, in order."""
    found = {said.start: said for form in reversed(_FORMS) for each in form.finditer(bare) if (said := _read(each))}
    return [found[start] for start in sorted(found)]


def _read(found: re.Match[str]) -> Said | None:
    words, start = found["subject"].strip(), found.start("subject")
    if words.lower() in _PRONOUNS:
        return Said(words, _PRONOUNS[words.lower()], start)
    if words.lower() in _OTHERS:
        return Said(words, By.OTHER, start)
    if re.fullmatch(_ROLE, words):
        if words.lower().startswith(("his ", "her ", "their ")):
            return Said(words, By.OTHER, start)
        return Said(words[0].lower() + words[1:], By.ROLE, start)
    if _OF.search(found.string, 0, start):
        return None
    bare = _without_opener(words)
    name = _whole(found.string, start, bare)
    by = By.OTHER if name == bare and _AND.search(found.string, 0, start) else By.NAME
    return Said(name, by, start + len(words) - len(name)) if name else None


def names_in(text: str) -> list[str]:
    """What is written like a name, in order."""
    found = ((each.start(), _without_opener(each[0])) for each in _NAME.finditer(text))
    return [_whole(text, start, name) for start, name in found if name]


def tells_of(name: str, bare: str) -> bool:
    """Whether a sentence has that name do something: "Rusk ordered"."""
    return re.search(rf"\b{re.escape(name)}\s+(?:{_DOING})\b", bare) is not None


def is_role_of_person(words: str) -> bool:
    """Whether "the spokeswoman" and not "the ministry"."""
    return re.search(rf"\b{_PERSON}$", words) is not None


def _whole(text: str, start: int, name: str) -> str:
    """Without the end of another name: "the Fund for Ships and Harbours Director Ann Lee"."""
    title = _LATER_TITLE.search(name)
    return name[title.start() :].strip() if title and _WITHIN.search(text, 0, start) else name


def _without_opener(words: str) -> str:
    """Without the first words of a sentence that are capitals only there: "But Ann Lee"."""
    while words and words.split(maxsplit=1)[0].lower().strip(",") in _OPENERS:
        words = words.partition(" ")[2]
    return "" if f"{words.rpartition(' ')[2]}." in _SHORT_TITLES else words
