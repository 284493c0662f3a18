"""What speaks against a sentence as the answer, however near it is to the question."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.domain import Ranked
from assistant.evidence import Sentence
from assistant.question import Question
from assistant.stems import stems
from assistant.terms import Terms, spans_in, words_in

_COUNTED = re.compile(
    r"\bhow (?:many|much|old|tall|heavy)\b|\bwhat (?:is the )?(?:percentage|percent|number)\b", re.IGNORECASE
)
_COUNT = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty)\b"
    r"|\b(?:seventy|eighty|ninety|dozens?|hundreds?|thousands?|[mbtr]+illions?|half|third|quarter|twice|percent)\b"
    r"|\b(?:none|nothing|nobody|no one|single|only|both|pair|couple)\b",
    re.IGNORECASE,
)

# A day, a year, a time or the number of an article of law counts nothing.
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_LABELS = (
    "Article|Articles|Chapter|Section|Paragraph|Part|Act|Rule|Resolution|Protocol|Phase|Group|Room|Page|No\\.|Number"
)
_NO_COUNT = re.compile(
    rf"\b{_MONTH} \d\d?\b|\b\d\d? {_MONTH}|\b(?:1\d|20)\d\ds?\b|\b\d+(?:st|nd|rd|th)[ -]centur|\b\d\d?:\d\d\b"
    rf"|\b(?:{_LABELS}) \d+\b"
)

# Days and months have capitals, and are left to the reader of the article's date.
_CALENDAR = frozenset(
    stems(
        """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
        september october november december"""
    )
)

_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Doubts:
    """Signs against a sentence.

    uncounted: the question asks for a count, and it has none. other_year: it speaks of another year. of_another: the
    share of the question's words that it tells while a name is missing, as if it told the same of somebody else.
    """

    uncounted: bool = False
    other_year: bool = False
    of_another: float = 0.0


def doubts_of(question: Question, terms: Terms, sentence: Sentence) -> Doubts:
    """What speaks against this sentence as the answer; terms are the question's."""
    return Doubts(
        uncounted=bool(_COUNTED.search(question.text)) and not _COUNT.search(_NO_COUNT.sub(" ", sentence.text)),
        other_year=_other_year(question.text, sentence),
        of_another=0.0 if _names_all(terms, _around(sentence)) else sentence.words,
    )


def _names_all(terms: Terms, text: str) -> bool:
    """Whether a text has every name, or what is made from it; years and days are not looked for."""
    there = words_in(text)
    names = [each for each in terms.names if each not in _CALENDAR and not _YEAR.fullmatch(each)]
    return all(terms.likeness(each, there) for each in names)


def _other_year(question: str, sentence: Sentence) -> bool:
    """Whether a year of the question is neither the sentence's nor about the article's, and others are.

    Where the sentence tells no year its paragraph's count, and at last its article's: "in February" there is of that.
    """
    ranked = sentence.ranked
    published = _years_about(ranked)
    told = _years(sentence.text) or _years(ranked.paragraph.text) or published
    return bool(told) and bool(_years(question) - told - published - _years(ranked.description.title))


def _years_about(ranked: Ranked) -> set[str]:
    """The year of publication and those beside it: in January "last month" is of the year before."""
    day = ranked.description.day
    return {str(day.year + by) for by in (-1, 0, 1)} if day else set()


def _years(text: str) -> set[str]:
    return set(_YEAR.findall(text))


def _around(sentence: Sentence) -> str:
    """The title, and the sentence with those beside it, which may name what it only points back to."""
    paragraph = sentence.ranked.paragraph.text
    spans = spans_in(paragraph)
    at = next(index for index, (_, end) in enumerate(spans) if sentence.start < end)
    start, end = spans[max(0, at - 1)][0], spans[min(len(spans) - 1, at + 1)][1]
    return f"{sentence.ranked.description.title} {paragraph[start:end]}"
