"""Questions that leave out what the one before them said: "Why?", "And in Georgia?", "What about 2023?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.followup.mentions import Mention, Sort, mentions_in

_LEAD = r"^\W*(?:(?:and|but|so|or|ok|okay|well|then)\b[\s,]*)*"
_BARE = re.compile(
    rf"{_LEAD}(?P<wh>(?:since|until|till|by|from|to|with|for|in|on|at) (?:when|where|whom|what|which \w+)|"
    r"why not|why|when|where|"
    r"who|what|how (?:long|many|much|often|far|soon|old|big)|how so|how come|how)"
    r"(?: (?:was|is|did|does) (?:that|this|it))?(?: (?:exactly|though|then|was that))?\W*$",
    re.IGNORECASE,
)
_WHAT_ABOUT = re.compile(rf"{_LEAD}(?:what|how) about (?P<x>.{{1,80}}?)\W*$", re.IGNORECASE)
_AND_IN = re.compile(
    r"^\W*(?:(?:and|but|so|or)\b[\s,]*)?(?P<prep>in|at|on|for|from|to|by|with|during|after|before|since|until|under|among)"
    r" (?P<x>(?!what\b|which\b|whom\b|where\b|when\b)[^?,]{1,60}?)\W*$",
    re.IGNORECASE,
)
_AND_X = re.compile(
    r"^\W*(?:and|or)\b[\s,]*(?P<x>(?:the |an? |his |her )?[\w'’-]+(?: [\w'’-]+){0,3})\W*$", re.IGNORECASE
)
_ELSE = re.compile(rf"{_LEAD}(?P<wh>who|what|where|when|how|why|any(?:one|body|thing)) else\W*$", re.IGNORECASE)
_NO_X = re.compile(
    r"\b(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|he|she|they|it|him|her|them|who|what|"
    r"when|where|why|how|which|this|that|then|now|so)\b",
    re.IGNORECASE,
)

_AUX = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)(?:n['’]t)?"
_ADVERBIAL = re.compile(rf"^\W*(?:why|when|where|how|since when|until when)\s+(?P<rest>{_AUX}\s.+)$", re.IGNORECASE)
_YES_NO = re.compile(rf"^\W*(?P<rest>{_AUX}\s.+)$", re.IGNORECASE)
_HOW_MANY = re.compile(
    r"^\W*how many (?P<n>\w+(?: \w+)?) (?P<aux>are|were|have|had|will|can) (?P<rest>.+)$", re.IGNORECASE
)
_WH_SUBJECT = re.compile(r"^\W*(?P<wh>who|what|where|when|how|why)\b(?P<rest>(?! else\b).*)$", re.IGNORECASE)

_YEARS = (
    r"(?:(?:1\d|20)\d\d|(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: \d{1,2},?)?(?: (?:1\d|20)\d\d)?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:last|this|next) (?:week|month|year|summer|winter|spring|autumn))"
)
_A_TIME = re.compile(rf"^(?:in |on |the )?{_YEARS}$", re.IGNORECASE)
_TIME_IN = re.compile(rf"\b(?P<prep>in|on|since|by|until|before|after|during)?\s*\b(?P<time>{_YEARS})\b")
_PREPOSITION = re.compile(r"\b(in|at|from|to|for|with|by|on|near)\s+$", re.IGNORECASE)
_SOME_PHRASE = re.compile(r"\b(?:the|an?) [a-z][\w-]*")


def filled(question: str, before: str, answer: str) -> str | None:
    """The question with what it left out, from the one before it; None where it leaves out nothing."""
    before = before.strip().rstrip("?!. ")
    if bare := _BARE.match(question):
        return _asked_anew(bare["wh"], before) if before else None
    if other := _ELSE.match(question):
        return _else(other["wh"], before)
    found = _WHAT_ABOUT.match(question) or _AND_IN.match(question) or _AND_X.match(question)
    if not before or found is None or (found.re is not _WHAT_ABOUT and _NO_X.search(found["x"])):
        return None
    prep = found["prep"].lower() if found.re is _AND_IN else ""
    return _exchanged(prep, found["x"], before, answer)


def _asked_anew(wh: str, before: str) -> str:
    """ "Why" of "Did the ferry leave": "Why did the ferry leave?"."""
    wh = wh[0].upper() + wh[1:].lower()
    if wh.lower() in ("why", "when", "where", "how", "since when", "until when", "how long", "how often", "how come"):
        if many := _HOW_MANY.match(before):
            return f"{wh} {many['aux'].lower()} {many['n']} {many['rest']}?"
        if whole := _ADVERBIAL.match(before) or _YES_NO.match(before):
            rest = whole["rest"]
            return f"{wh} {rest[0].lower()}{rest[1:]}?"
    return f"{before}, and {wh.lower()}?"


def _else(wh: str, before: str) -> str | None:
    """ "Who else" of "Who joined the crew": "Who else joined the crew?"."""
    whole = _WH_SUBJECT.match(before)
    wh = {"anyone": "who", "anybody": "who", "anything": "what"}.get(wh.lower(), wh.lower())
    if whole and whole["wh"].lower() == wh:
        return f"{whole['wh']} else{whole['rest']}?"
    return None


def _exchanged(prep: str, other: str, before: str, answer: str) -> str | None:
    """The question before with another time, place, name or thing in it; None for something in the answer."""
    if _A_TIME.match(other):
        return _other_time(prep, other, before)
    if not prep and other.casefold().removeprefix("the ") in answer.casefold():
        return None
    names = [each for each in mentions_in(before) if not each.weak]
    if prep:
        return _other_place(prep, other, before, names)
    wanted = next(iter(mentions_in(f"of {other}")), None)
    gives_way = _SOME_PHRASE.search(before) if wanted is None else None
    start, end = gives_way.span() if gives_way else (0, 0)
    if wanted and names:
        alike = min(names, key=lambda each: (_kind(each) != _kind(wanted), len(each.words) != len(wanted.words)))
        start, end = alike.start, alike.end
    return f"{before[:start]}{other}{before[end:]}?" if end else f"{before}, and what about {other}?"


def _other_place(prep: str, other: str, before: str, names: Sequence[Mention]) -> str:
    for each in reversed(names):
        found = _PREPOSITION.search(before[: each.start])
        if found and (found[1].lower() == prep or {found[1].lower(), prep} <= {"in", "at", "near", "on"}):
            return f"{before[: found.start(1)]}{prep} {other}{before[each.end :]}?"
    return f"{before} {prep} {other}?"


def _kind(name: Mention) -> Sort:
    return {Sort.MAN: Sort.PERSON, Sort.WOMAN: Sort.PERSON, Sort.PLACE: Sort.UNKNOWN}.get(name.sort, name.sort)


def _other_time(prep: str, other: str, before: str) -> str:
    found = list(_TIME_IN.finditer(before))
    if found:
        last = found[-1]
        prep = prep or last["prep"] or ""
        return " ".join(f"{before[: last.start()].strip()} {prep} {other}{before[last.end() :]}?".split())
    bare = re.sub(r"^(?:in|on) ", "", other)
    day = re.match(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\w+ \d{1,2}\b", bare)
    prep = prep or ("" if re.match(r"(?:last|this|next) ", bare) else "on" if day else "in")
    return " ".join(f"{before} {prep} {bare}?".split())
