"""Whether a sentence holds the kind of thing that a question asks for."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache

from assistant.question import Asks, Question
from assistant.stems import stems
from assistant.terms import words_in

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober)?"
_SIGNS = {
    Asks.DATE: re.compile(
        rf"\b(?:1\d|20)\d\d\b|\b{_MONTH}\b|\b\d+(?:st|nd|rd|th)\b|\bcentur|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
        r"|\b(?:yesterday|today|tomorrow|tonight|decade|last (?:week|month|year))\b",
        re.IGNORECASE,
    ),
    Asks.NUMBER: re.compile(
        r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|twenty|thirty|forty|fifty)\b"
        r"|\b(?:sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|half|third|quarter|twice|percent)\b",
        re.IGNORECASE,
    ),
    Asks.REASON: re.compile(
        r"\b(?:because|due to|since|after|as a result|in order to|so that|over|amid|caused?|reason|led to|owing to)\b"
        r"|\b(?:prompted|to (?:avoid|prevent|ensure|protect|strengthen)|fail(?:ed|ure)?|fearing|disappointed|afraid)\b"
        r"|\b(?:response|citing|let down)\b",
        re.IGNORECASE,
    ),
}
_SAYING = re.compile(r"\b(?:report|sa[iy]|told|tell|announc|stat(?:ed|ing|ement)|according)", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_IS_A = re.compile(
    r"['’\")”]*(?:\s*\([^)]{1,60}\))?(?:,? (?:is|was|are|were|means|stands for|refers to)|,|:| ?[–—-]| \()"
    r"(?: \w+ly)? ?(?:an?|the|one|who|which|his|her|its|founded|based)\b"
)
_WHO_SAID = re.compile(
    r"\bwhat (?:did|does|do|has|have) (.+?) (?:say|said|tell|told|claim|warn|announce|call|think|suggest|argue)",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-Z][\w’'.-]+(?: (?:(?:of|the|and|de|van|von|al|bin) )?[A-Z][\w’'.-]+)*")


def answers_in_form(question: Question, sentence: str) -> bool:
    """Whether the sentence has a date, name, number … that the question does not say itself."""
    match question.asks:
        case Asks.ANYTHING | Asks.DECISION:
            needed = _needed(question)
            return not needed or not needed.isdisjoint(words_in(sentence))
        case Asks.DEFINITION:
            return _defines(question, sentence)
        case Asks.REASON:
            return bool(_SIGNS[Asks.REASON].search(sentence))
        case Asks.PERSON if _SAYING.search(question.text):
            # "Who reported it?" wants the one it is attributed to, not just any name.
            return bool(_SAYING.search(sentence)) and _has_new(question, _NAME, sentence)
        case Asks.PERSON | Asks.PLACE:
            return _has_new(question, _NAME, sentence)
        case _:
            return _has_new(question, _SIGNS[question.asks], sentence)


def _defines(question: Question, sentence: str) -> bool:
    """Whether it says what the thing is: "the CSTO, a military alliance", "Ada Quill, who", "the ferry is the one"."""
    named = [match for match in _WORD.finditer(sentence) if set(stems(match.group())) & set(question.carrying)]
    return any(_IS_A.match(sentence, match.end()) for match in named)


@lru_cache(maxsize=64)
def _needed(question: Question) -> AbstractSet[str]:
    """Stems of which a sentence that answers has one; empty where any may do.

    "What did the mayor say?" is answered by what names the mayor. "Has she resigned?" is decided by what speaks of
    resigning, not by whatever names her.
    """
    carrying = set(question.carrying)
    if question.asks is Asks.DECISION:
        return carrying - question.names
    said = _WHO_SAID.search(question.text)
    return carrying & set(stems(said.group(1))) if said else set()


def _has_new(question: Question, sign: re.Pattern[str], sentence: str) -> bool:
    said = words_in(question.text)
    return any(words_in(match.group()) - said for match in sign.finditer(sentence))
