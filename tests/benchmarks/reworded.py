"""Sentences said in other words by a program, so that what they say stays the same."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

Rewording = Callable[[str], str]

_CONTRACTED = (
    (r"\b(did|does|do|is|was|were|has|have|had|would|could|should|are) not\b", r"\1n't"),
    (r"\bcannot\b|\bcan not\b", "can't"),
    (r"\bwill not\b", "won't"),
    (r"\b(it|that|he|she|there) is\b", r"\1's"),
    (r"\b(they|we) are\b", r"\1're"),
    (r"\b(he|she|they|we|it) will\b", r"\1'll"),
)
_SPELLED_OUT = (
    (r"\b(did|does|do|is|was|were|has|have|had|would|could|should|are)n['’]t\b", r"\1 not"),
    (r"\bcan['’]t\b", "cannot"),
    (r"\bwon['’]t\b", "will not"),
    (r"\b(it|there)['’]s (?=(?:a|the|not|an)\b)", r"\1 is "),
    (r"\b(they|we)['’]re\b", r"\1 are"),
)
_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_VERBS = "said|told reporters|added|explained|wrote"
_NAME = r"(?:[A-Z][\w.’'-]+(?: (?:of|the|de|van) )?\s?){1,4}(?<! )"


def reworded(sentence: str, chance: random.Random) -> str:
    """All rewordings that fit, each with an even chance, and one of them at least where any fits."""
    ways = [way for way in REWORDINGS if _outside_quotations(sentence, way) != sentence]
    if not ways:
        return sentence
    chosen = [way for way in ways if chance.random() < 0.5] or [chance.choice(ways)]
    for way in chosen:
        sentence = _outside_quotations(sentence, way)
    return sentence


def _outside_quotations(sentence: str, way: Rewording) -> str:
    if way in _WHOLE:
        return way(sentence)
    pieces = re.split(r"(“[^”]*(?:”|$)|\"[^\"]*(?:\"|$))", sentence)
    return "".join(piece if at % 2 else way(piece) for at, piece in enumerate(pieces))


def contracted(text: str) -> str:
    return _replaced(text, _CONTRACTED)


def spelled_out(text: str) -> str:
    return _replaced(text, _SPELLED_OUT)


def in_digits(text: str) -> str:
    """ "three" -> "3"."""
    return re.sub(rf"(?<![-\w])(?:{'|'.join(_WORDS)})(?![-\w])", lambda found: str(_WORDS.index(found[0]) + 2), text)


def in_words(text: str) -> str:
    """ "3" -> "three"; not of scores, dates, times and sums."""
    form = r"(?<=[a-z]{2} )(?:[2-9]|1[0-2])(?= [a-z]{3,}s\b)"
    return re.sub(form, lambda found: _WORDS[int(found[0]) - 2], text)


def percent(text: str) -> str:
    return re.sub(r"(?<=\d)\s?%", " percent", text) if "%" in text else re.sub(r"(?<=\d) percent\b", "%", text)


def sums(text: str) -> str:
    """ "$1.5 billion" -> "1.5 billion dollars"."""
    return re.sub(r"(?<![A-Z])\$([\d.]+) (million|billion)\b(?! (?:dollar|[a-z]+ion))", r"\1 \2 dollars", text)


def short_sums(text: str) -> str:
    """ "$1.5 billion" -> "$1.5bn"."""
    return re.sub(
        r"\$([\d.]+) (m|b)illion\b", lambda found: f"${found[1]}{found[2]}{'n' if found[2] == 'b' else ''}", text
    )


def day_first(text: str) -> str:
    """ "March 14" -> "14 March"."""
    return re.sub(rf"\b({_MONTHS}) (\d\d?)\b(?!,? \d{{4}})", r"\2 \1", text)


def day_first_with_year(text: str) -> str:
    return re.sub(rf"\b({_MONTHS}) (\d\d?), (\d{{4}}),?", r"\2 \1 \3", text)


def speaker_first(text: str) -> str:
    """ "…,” said Ada Quill." -> "…,” Ada Quill said."."""
    return re.sub(rf"([,?!][”\"]|[”\"],) (said|added|explained|wrote) ({_NAME})(?=[.,])", r"\1 \3 \2", text)


def speaker_last(text: str) -> str:
    """ "…,” Ada Quill said." -> "…,” said Ada Quill."."""
    return re.sub(rf"([,?!][”\"]|[”\"],) ({_NAME}) (said|added|explained|wrote)(?=\.)", r"\1 \3 \2", text)


def time_last(text: str) -> str:
    """ "In 2019, it closed." -> "It closed in 2019."; a subordinate clause likewise."""
    found = re.fullmatch(
        r"(In|On|After|Before|When|Since|During|Until|Because|While|If|As|At) ([^,“”\"]{4,70}), "
        r"([^,;:“”\"]{15,160})\.",
        text,
    )
    if not found or re.match(r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|and|or|but)\b", found[3]):
        return text
    return f"{found[3][0].upper()}{found[3][1:]} {found[1].lower()} {found[2]}."


def clauses_swapped(text: str) -> str:
    """ "It closed because nobody came." -> "Because nobody came, it closed."."""
    found = re.fullmatch(
        r"([A-Z][^,;:“”\"]{15,140}?),? (because|after|although|when|while|since|before|if) ([^,;:“”\"]{10,120})\.", text
    )
    if not found:
        return text
    first = found[1] if re.match(r"[A-Z]\w+ [A-Z]|I\b|[A-Z]{2}", found[1]) else found[1][0].lower() + found[1][1:]
    return f"{found[2].capitalize()} {found[3]}, {first}."


def hedged(text: str) -> str:
    """ "about 300" -> "some 300"."""
    return (
        re.sub(r"\babout (?=\d)", "some ", text)
        if "about " in text
        else re.sub(r"(?<!no )\bmore than (?=\d)", "over ", text)
    )


def reported(text: str) -> str:
    """ "The mayor said the vote was fair." -> "According to the mayor, the vote was fair."."""
    found = re.fullmatch(rf"((?:The [a-z]+|{_NAME})) said (?:that )?((?:the|a|there) [^“”\"]{{15,}})\.", text)
    if not found:
        return text
    speaker = found[1][0].lower() + found[1][1:] if found[1].startswith("The ") else found[1]
    return f"According to {speaker}, {found[2]}."


def _replaced(text: str, forms: tuple[tuple[str, str], ...]) -> str:
    for form, other in forms:
        text = re.sub(form, other, text)
    return text


_WHOLE = frozenset((speaker_first, speaker_last, time_last, clauses_swapped, reported))
REWORDINGS: tuple[Rewording, ...] = (
    contracted, spelled_out, in_digits, in_words, percent, sums, short_sums, day_first, day_first_with_year,
    speaker_first, speaker_last, time_last, clauses_swapped, hedged, reported,
)  # fmt: skip
