"""Who is said to say, think or reckon something in a sentence, be it a person, a body or a role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.quotations import unquoted
from assistant.said import NAME
from assistant.support.wording import LONGEST, listed

SAYING = (
    r"(?:sa(?:y|ys|id|ying)|tell(?:s|ing)?|told|add(?:s|ed|ing)|writ(?:es|ing)|wrote|argu(?:es?|ed|ing)"
    r"|claim(?:s|ed|ing)?"
    r"|not(?:es|ed|ing)|explain(?:s|ed|ing)?|announc(?:es?|ed|ing)|warn(?:s|ed|ing)?|insist(?:s|ed|ing)?"
    r"|stated|tweet(?:s|ed)|recall(?:s|ed|ing)?|conclud(?:es?|ed|ing)|repl(?:y|ies|ied)|respond(?:s|ed)"
    r"|stress(?:es|ed|ing)?|emphasi[sz](?:es?|ed|ing)|testif(?:y|ies|ied)|acknowledg(?:es?|ed|ing)|admit(?:s|ted|ting)?"
    r"|conced(?:es?|ed|ing)|predict(?:s|ed|ing)?|urg(?:es|ed|ing)|vow(?:s|ed)?|pledg(?:es?|ed)"
    r"|declar(?:es?|ed|ing)|suggest(?:s|ed|ing)?|joked|quipped|remark(?:s|ed)|comment(?:s|ed)|alleg(?:es?|ed|ing)"
    r"|accus(?:es?|ed|ing)|contend(?:s|ed|ing)?|maintain(?:s|ed|ing)?|assert(?:s|ed|ing)?|complain(?:s|ed|ing)?"
    r"|den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|disput(?:es?|ed|ing)|call(?:s|ed|ing)|describ(?:es?|ed|ing)"
    r"|point(?:s|ed|ing)? out|estimat(?:es?|ed)|reckon(?:s|ed|ing)?|believ(?:es?|ed|ing)|think(?:s|ing)?|thought"
    r"|expect(?:s|ed|ing)?|fear(?:s|ed|ing)?|hop(?:es|ed|ing)"
    r"|puts|putting|put(?=\s+(?:the|its|their|it|them|this)\b[^,.]{0,40}\bat\b)"
    r"|count(?:s|ed)|sp(?:eaks|oke) of|reported|confirm(?:s|ed|ing)?"
    r"|f(?:ound|inds)(?=\s+that\b)|observ(?:es|ed)|propos(?:es?|ed|ing)|recommend(?:s|ed|ing)?|demand(?:ed|ing)|suspect(?:s|ed)|caution(?:s|ed))"
)
_NOUN = r"(?:reckoning|estimates?|account|count|calculations?|figures?|view|opinion|words|forecast|version|telling)"
_BEFORE = (
    r"(?:\s+(?:also|then|later|once|earlier|previously|has|have|had|itself|himself|herself|themselves|still|now"
    r"|\w+ly))*"
)
_ROLE = r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Ss]ome)\s+(?:[\w’'-]+\s+){0,4}?[\w’'-]+"
_BARE = r"[A-Z][a-z]+s"
_PRONOUN = r"\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|I)\b"
_OWNED = rf"{NAME}[’']s?\s+(?:[\w-]+\s+){{0,2}}[\w-]+"
_SOME = (
    r"(?:(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]everal|[Mm]any|[Ss]ome|[Oo]ne)\s)"
    r"(?:people|persons?|sources?|officials?|witnesses|employees|workers|residents|lawyers|diplomats|executives|members)"
)
_WHO = rf"(?P<who>{_OWNED}|{NAME}|{_ROLE}|{_BARE}|{_PRONOUN})"
# What stands between commas is said of a voice, not another clause: "the heat, though few were old, said the minister".
_BESIDE = r"(?!(?:though|although|but|and|or|while|when|after|because|as|so|if)\b)"
_FORMS = [
    re.compile(rf"(?:^|[,;:—–“”]\s*|\b(?:and|but|as|while|that|whereas)\s+){_WHO}{_BEFORE}\s+(?P<verb>{SAYING})\b"),
    re.compile(rf"(?:^|\s){_WHO},\s{_BESIDE}[^,“”]{{2,90}},{_BEFORE}\s+(?!\w+ing\b)(?P<verb>{SAYING})\b"),
    re.compile(rf"^(?P<who>{NAME}),\s[^“”.]{{2,150}},{_BEFORE}\s+(?P<verb>{SAYING})\b"),
    re.compile(rf"\b(?P<who>{_SOME})\b[^,.;“”]{{0,60}}?\s(?P<verb>{SAYING})\b"),
    re.compile(rf"\b[Aa]ccording\s+to\s+(?P<who>{_SOME})\b"),
    re.compile(rf"^(?P<who>{_BARE})\s(?:at|from|in|of|with)\s[^,.;“”]{{2,60}}?\s(?P<verb>{SAYING})\b"),
    re.compile(rf"^(?P<who>{NAME})\s[^“”.;]{{3,90}},\s(?P<verb>saying|adding|arguing|insisting|claiming)\b"),
    re.compile(
        r"\b(?:described|called|dismissed|praised|criticised|criticized|denounced|condemned|branded)\s[^,.;“”]{0,60}?"
        rf"\bby\s+{_WHO}(?=[\s.,;:’']|$)"
    ),
    re.compile(rf"[,”]\s*(?P<verb>{SAYING})\s+{_WHO}(?=[\s.,;]|$)"),
    re.compile(rf"\b(?P<who>{NAME}|{_ROLE}?)[’']s?\s+(?:own\s+)?(?!accounts?\b){_NOUN}\b"),
    re.compile(rf"\b[Aa]ccording\s+to\s+{_WHO}(?=[.,;:’']|$|\s(?:who|on|in|at|after|before|as|and|but|no|the)\b)"),
    re.compile(
        rf"\b(?:[Bb]y|[Ii]n|[Oo]n)\s+(?P<who>{NAME}|{_ROLE}|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)(?:[’']s?)?"
        rf"\s+(?:own\s+)?{_NOUN}\b"
    ),
]
_ANY = re.compile(
    rf"\b(?:{SAYING}|[Aa]ccording|{_NOUN}|supposedly|allegedly|reportedly|would-be|prosecution|defence)\b"
)
_NO_HEAD = listed(
    """is are was were be been being had has have could would should will may might can must than of in on at to not
    widely and or but for from with by about it him them us me that"""
)
_POSSESSIVE = re.compile(r"[’']s?$")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says it, in the sentence's words; verb: "" for "according to"; at: where it begins."""

    who: str
    verb: str
    at: int

    @property
    def head(self) -> str:
        """The last word: the noun of a role, the last name of a person."""
        return _POSSESSIVE.sub("", self.who.split()[-1]).lower()

    @property
    def is_pronoun(self) -> bool:
        return self.who.lower() in ("he", "she", "it", "they", "we", "i", "its", "his", "her", "their")

    @property
    def is_role(self) -> bool:
        return not self.is_pronoun and (self.who[0].islower() or not self.who.split()[-1][0].isupper())


@lru_cache(maxsize=4096)
def voices_in(text: str) -> tuple[Voice, ...]:
    """The voices of a sentence, outside its quotation marks, in order."""
    bare = unquoted(text[:LONGEST])
    found = {each.at: each for form in reversed(_FORMS) for each in _found(form, bare)}
    return tuple(found[at] for at in sorted(found))


def has_voice(text: str) -> bool:
    """Whether anything in a sentence makes it somebody's word."""
    return bool(_ANY.search(text)) or "”" in text or '"' in text


def _found(form: re.Pattern[str], bare: str) -> Iterator[Voice]:
    for each in form.finditer(bare):
        if each["who"].split()[-1] in _NO_HEAD or bare[: each.start("who")].endswith(
            "what "
        ):  # "the deal was expected"
            continue
        yield Voice(each["who"].strip(), each.groupdict().get("verb") or "", each.start("who"))
