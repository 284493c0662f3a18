"""Phrases with "the", and dates, that a later question may point back to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain import Turn
from assistant.followup.subjects import is_heading, said_in
from assistant.followup.words import ENDS_A_PHRASE

_WORD = re.compile(r"[^\W\d_][\w-]*(?:['’]s\b)?")
_PHRASE = re.compile(
    r"\b(?=(?P<det>the|this|that|these|those|an?|which|how many)\s+(?P<rest>[a-z][\w-]*(?:\s+[a-z][\w-]*){0,3}))",
    re.IGNORECASE,
)
# "Why was the ferry late": the last word is no part of the thing's name.
_SAYS_HOW_IT_IS = re.compile(
    r"^\W*(?:(?:and|why|when|where|how(?: \w+)?)\s+)?(?:is|are|was|were)\s+the\s+\S+\s+(?:\S+\s+)?\S+$", re.IGNORECASE
)
_OWNED = re.compile(r"(?:[A-Z][\w.-]*\s+){1,3}?[A-Z]?[\w.-]*['’]s?\s+[a-z]+(?:\s+[a-z]+)?")
_PLURAL = re.compile(r"(?<![su])s$|(?:people|men|women|children)$")
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_CALLED = (
    r"(?P<name>[“\"‘'][^”\"’']{2,50}[”\"’']|"
    r"[A-Z][\w’'&-]*(?: (?:(?:of|the|and|a|in|to|for) ){0,2}[A-Z][\w’'&-]*){0,6})"
)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}} )?{_MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?)?(?:,? \d{{4}})?\b|"
    r"\b(?:1\d|20)\d\d(?:[-–]\d{2,4}\b|\b(?!s))"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A determiner and its noun, where they stand."""

    determiner: str
    nouns: str
    start: int
    end: int

    @property
    def head(self) -> str:
        return self.nouns.split()[-1]

    @property
    def plural(self) -> bool:
        return bool(_PLURAL.search(self.head))

    @property
    def text(self) -> str:
        return f"the {self.nouns}"


def phrases_in(text: str, determiners: Sequence[str]) -> Iterator[Phrase]:
    """The phrases with one of these determiners; a phrase ends before the first word that is no noun's."""
    for match in _PHRASE.finditer(text):
        if match["det"].lower() not in determiners:
            continue
        nouns: list[str] = []
        for word in _WORD.finditer(match["rest"]):
            if word.group().lower() in ENDS_A_PHRASE or (nouns and word.group().endswith(("ed", "ing", "ly"))):
                break
            nouns.append(word.group())
        if nouns:
            start = match.start("rest")
            size = len(re.match(r"\s+".join(map(re.escape, nouns)), match["rest"]).group())  # type: ignore[union-attr]
            yield Phrase(match["det"].lower(), " ".join(nouns), match.start(), start + size)


def thing_asked_about(question: str, *, plural: bool) -> str | None:
    """The thing that a question was about: "Graeme's bike", "the ferry"; the last of that number."""
    owned = [each.group() for each in _OWNED.finditer(question)]
    question = question.strip().rstrip("?!. ")
    if _SAYS_HOW_IT_IS.match(question):
        question = question.rsplit(None, 1)[0]
    found = phrases_in(question, ("the", "this", "that", "these", "those", "a", "an", "which", "how many"))
    fitting = [each.text for each in found if each.plural == plural]
    kept = [each for each in owned if bool(_PLURAL.search(each)) == plural]
    return next(reversed(kept or fitting), None)


def last_date(history: Sequence[Turn]) -> str | None:
    """The day, month or year that was spoken of last."""
    for turn in reversed(history):
        if is_heading(turn):
            continue
        for text in (said_in(turn), turn.question):
            if found := _DATE.findall(text):
                return str(max(found, key=len))
    return None


def named_by(noun: str, history: Sequence[Turn]) -> str | None:
    """What the latest thing of that kind is called: for "album", the album Night Ferry."""
    after = re.compile(rf"\b{re.escape(noun)},?(?: (?:was|is))?(?: (?:titled|called|named|entitled))?,? {_CALLED}")
    for turn in reversed(history):
        if is_heading(turn):
            continue
        for text in (said_in(turn), turn.question):
            if found := list(after.finditer(text)):
                return found[-1]["name"].strip("“”\"‘’'., ")
    return None
