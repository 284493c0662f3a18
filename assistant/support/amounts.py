"""Whether every amount of a sentence is in what it cites, told of the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from assistant.dates.patterns import DAY, MONTH
from assistant.support.around import Span
from assistant.support.clock import clocks_in
from assistant.support.compared import Finding, Rules, Told, compare, told_in
from assistant.support.derived import MOST, Passage, follows, joined
from assistant.support.digits import is_foreign, strange_digits
from assistant.support.elapsed import elapsed
from assistant.support.equal import POINT, bears_out, comparable
from assistant.support.ground import Ground, Problem
from assistant.support.marks import unmarked
from assistant.support.measured import Amount, Sort, amounts_in
from assistant.support.reckoning import leaves
from assistant.support.saying import LONGEST, TOO_LONG, cited_words, days_of, instead
from assistant.support.times import times_in
from assistant.support.unsaid import unsaid

# A day that was not read as one: "in the weeks to 8 March 3,140 came".
_DAYS = rf"{DAY}(?:\s*(?:and|or|to|[-–])\s*{DAY})?"
_BARE_DAY = re.compile(rf"\b(?:{MONTH}\s+{_DAYS}|{_DAYS}\s+{MONTH})(?![\w,.]\d|\w)", re.IGNORECASE)
# Two amounts bounded by the same words, or of the same unit or noun, are told of the same rather.
_BOUND, _MEASURE = 0.4, 0.4
_AT_A_GLANCE = 3
_FURTHER = re.compile(r"[,;]?\s+(?:and|while|but|with)\s+(?=the\b)", re.IGNORECASE)
# So many words in a row right before and behind two numbers: one sentence with its number changed.
_SAME_WORDS = 4
_YEARS = range(1500, 2100)
# Words around two numbers speak clearly from here on: of 433 paraphrases and alterations nine of ten marks are right.
# What a bare count counts is often left out: "of eleven members the remaining six agreed".
_MORE, _MORE_OF_COUNTS = 2.7, 3.5


def _alike(said: Amount, told: Amount) -> float:
    measured = (said.unit and said.unit == told.unit) or (said.counted and said.counted == told.counted)
    bounded = said.bound and said.bound is told.bound
    return (_MEASURE if measured else 0.0) + (_BOUND if bounded else 0.0)


def _may_replace(said: Amount, told: Amount) -> bool:
    """Whether both count or measure the same kind of thing, so that the text may tell one instead of the other."""
    if said.sort is not told.sort or not comparable(said, told):
        return False
    if said.unit or told.unit:
        return bool(said.unit and told.unit) and said.unit.measures == told.unit.measures  # type: ignore[union-attr]
    if said.sort is Sort.SHARE and (said.counted == POINT) is not (told.counted == POINT):
        return False  # "cut by half a point to 3%"
    return said.sort in (Sort.MONEY, Sort.SHARE) or not (said.nouns and told.nouns) or bool(said.nouns & told.nouns)


def _more(said: Amount) -> float:
    return _MORE_OF_COUNTS if said.sort is Sort.COUNT and not said.unit else _MORE


AMOUNTS = Rules(bears_out, _may_replace, _alike, _more)
"""How amounts are compared."""


def amounts(sentence: str, ground: Ground) -> list[Problem]:
    """A problem for each amount that no paragraph cited bears out, or that one tells of something else."""
    if len(sentence) > LONGEST:
        return [TOO_LONG]
    if is_foreign(sentence, ground):
        return strange_digits(unmarked(sentence), ground)
    said = amounts_told(unmarked(sentence), next(iter(days_of(ground)), None))
    told = [amounts_told(each.paragraph.text, each.article.description.day) for each in ground.cited]
    whole = Passage(sentence, [each.thing for each in said])
    texts = [Passage(text, [each.thing for each in of_one]) for text, of_one in zip(ground.texts, told, strict=True)]
    texts += [joined(texts)] if len(texts) > 1 else []
    found = compare(said, [each for of_one in told for each in of_one], AMOUNTS)
    return [_problem(each, ground) for each in found if _is_problem(each) and not _follows(each, whole, texts, ground)]


@lru_cache(maxsize=2048)
def amounts_told(text: str, day: date | None) -> tuple[Told[Amount], ...]:
    """The amounts that are no part of a time."""
    dated, timed, bare = times_in(text, day), clocks_in(text), _BARE_DAY.finditer(text)
    spans = [*((each.start, each.end) for each in dated), *((each.start, each.end) for each in timed)]
    times = sorted([*spans, *(each.span() for each in bare)])
    kept: list[tuple[Amount, Span, Span]] = []
    at = 0
    for each in amounts_in(text):
        while at < len(times) and times[at][1] <= each.start:
            at += 1
        if at == len(times) or each.end <= times[at][0]:
            kept.append((each, (each.start, each.end), (each.lead, each.end)))
    return tuple(told_in(text, kept))


def _is_problem(found: Finding[Amount]) -> bool:
    """An ordinal may stand for much ("re-elected": a second term); only another one of the same thing gives it away."""
    if _is_seen_at_a_glance(found.said) and not found.found and not _is_changed(found):
        return bool(found.rival and found.rival.thing.nouns & found.said.thing.nouns)
    if found.found and found.rival and not _counts_the_same(found.said.thing, found.rival.thing):
        return False
    if found.said.thing.sort is not Sort.ORDINAL:
        return not found.found or found.rival is not None
    of_the_same = found.rival and found.said.thing.counted and found.rival.thing.counted == found.said.thing.counted
    return not found.found and bool(of_the_same)


def _counts_the_same(said: Amount, told: Amount) -> bool:
    """Whether two counts are of one noun; other amounts have their unit in common."""
    if said.sort is not Sort.COUNT or said.unit:
        return True
    return bool(said.nouns & told.nouns or (said.counted and said.counted == told.counted))


def _is_seen_at_a_glance(told: Told[Amount]) -> bool:
    """Whether a writer counts so few without being told: "the two sides", "three awards"; scores are in digits."""
    said = told.thing
    return (
        (told.words.isalpha() or not said.value)
        and said.sort is Sort.COUNT
        and not said.unit
        and said.value <= _AT_A_GLANCE
    )


def _follows(found: Finding[Amount], sentence: Passage, texts: Sequence[Passage], ground: Ground) -> bool:
    said = found.said.thing
    if found.found or len(sentence.amounts) > MOST:
        return False
    if _is_changed(found) and not leaves(_own_words(sentence.text, said), said):
        return False
    if any(bears_out(said, each) for text in texts for each in unsaid(text.text)) or _is_year_there(said, ground):
        return True
    return follows(said, sentence, texts) or elapsed(sentence.text, said, ground)


def _is_changed(found: Finding[Amount]) -> bool:
    """Whether the text has another number between the very same words, so that nothing needs to be reckoned."""
    return found.rival is not None and found.said.beside.run(found.rival.beside) >= _SAME_WORDS


def _own_words(sentence: str, said: Amount) -> str:
    """The sentence up to where another number may be told of: "and the remainder"."""
    further = _FURTHER.search(sentence, said.end)
    return sentence[: further.start()] if further else sentence


def _is_year_there(said: Amount, ground: Ground) -> bool:
    """Whether a bare number is the year of a time that is told, or of the publication: "the forecast for 2025"."""
    if said.sort is not Sort.COUNT or said.unit or said.nouns or said.value not in _YEARS:
        return False
    told = (time for each in ground.cited for time in times_in(each.paragraph.text, each.article.description.day))
    return said.value in {*(day.year for day in days_of(ground)), *(time.first.year for time in told)}


def _problem(found: Finding[Amount], ground: Ground) -> Problem:
    says = instead(found.rival.words if found.rival else None)
    if found.found:
        return f"“{found.said.words}” is told of something else in {cited_words(ground)}{says}"
    return f"“{found.said.words}” is not in {cited_words(ground)}{says}"
