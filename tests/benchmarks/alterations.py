"""Sentences altered in one thing by a program, so that what they cite no longer bears them out."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SMALL = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty",
    "forty", "fifty",
)  # fmt: skip
_NUMBER = re.compile(
    rf"(?<![\w.,:/#-])(?<!No\. )(?:\d+(?:[.,]\d+)*|{'|'.join(_SMALL)})(?![\w:/]|-[A-Z]|[.,]\d)"
    rf"(?! (?:a\.m|p\.m|{'|'.join(_MONTHS)}))"
)
_YEAR = re.compile(r"(?<![\w.,$£€-])(?:19|20)\d\d(?![\w-]|[.,]\d)")
_MONTH = re.compile(rf"(?<![\w-])(?:{'|'.join(_MONTHS)})(?![\w-])(?! [A-Z])")
_DAY_OF_MONTH = re.compile(
    rf"(?<=\b)(?P<month>{'|'.join(_MONTHS)}) (?P<day>\d\d?)\b|\b(?P<day2>\d\d?) (?P<month2>{'|'.join(_MONTHS)})\b"
)
_WEEKDAY = re.compile(rf"(?<![\w-])(?:{'|'.join(_DAYS)})(?![\w-])(?! (?:Night|Morning|Times|Mail))")
_QUOTATION = re.compile(r"“[^“”]{8,}”|\"[^\"]{8,}\"")
_NAME = re.compile(r"(?<![\w.“\"’'-])(?<!^)[A-Z][a-zà-ÿ]{2,}(?:[ -][A-Z][a-zà-ÿ]+)*(?![\w’'])")
_NO_NAMES = {
    *_MONTHS,
    *_DAYS,
    "The",
    "But",
    "And",
    "They",
    "She",
    "Its",
    "His",
    "Her",
    "When",
    "While",
    "After",
    "This",
}
_SPEAKER = re.compile(
    r"(?P<name>(?:[A-Z][\w.’'-]+ ){0,2}[A-Z][a-z][\w’'-]+) "
    r"(?P<verb>said|told|added|wrote|argued|warned|claimed|announced)\b"
    r"|\b(?P<verb2>said|added|wrote) (?P<name2>(?:[A-Z][\w.’'-]+ ){0,2}[A-Z][a-z][\w’'-]+)"
)
_TURNED = (
    (r"\b(was|were|is|are|has|had|did|does|do|will|would|could|should|can) not\b", r"\1"),
    (r"\b(was|were|is|are|would|could|should|did|does|had|has)n['’]t\b", r"\1"),
    (r"\b(was|were|is|are|will|would|could|should|has been|have been|had been)\b(?! not\b|n['’]t)", r"\1 not"),
    (r"\bnever\b", "always"), (r"\bno one\b|\bnobody\b", "everyone"), (r"\bnone of\b", "all of"),
    (r"\bmore than\b", "less than"), (r"\bless than\b", "more than"), (r"\bat least\b", "at most"),
    (r"\brose\b", "fell"), (r"\bfell\b", "rose"), (r"\bincreased\b", "decreased"), (r"\bincrease\b", "decrease"),
    (r"\brejected\b", "accepted"), (r"\bapproved\b", "rejected"), (r"\bdenied\b", "confirmed"),
    (r"\bwithout\b", "with"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Around:
    """What an alteration draws from: chance, the paragraph, and the rest of its article."""

    chance: random.Random
    paragraph: str
    article: Sequence[str]

    def among(self, pattern: re.Pattern[str], *but: str) -> list[str]:
        """What else of a form the article has."""
        found = {each[0] for text in self.article for each in pattern.finditer(text)}
        return sorted(found - set(but))


Alteration = Callable[[str, Around], str | None]


def number(sentence: str, around: Around) -> str | None:
    """Another number of the paragraph, or one digit or scale changed."""
    found = _one_of(_NUMBER, _without_quotations(sentence), around.chance, lambda each: not _YEAR.fullmatch(each))
    if found is None:
        return None
    there = [each[0] for each in _NUMBER.finditer(around.paragraph) if not _YEAR.fullmatch(each[0])]
    others = [each for each in there if each != found[0] and each.isalpha() == found[0].isalpha()]
    if others and around.chance.random() < 0.3:
        return _put(sentence, found, around.chance.choice(others))
    return _put(sentence, found, _other_number(found[0], there, around.chance))


def _other_number(written: str, there: Sequence[str], chance: random.Random) -> str:
    if written.isalpha():
        return chance.choice([each for each in _SMALL if each != written and each not in there])
    at = chance.choice([at for at, each in enumerate(written) if each.isdigit()])
    digits = [each for each in "123456789" if each != written[at]]
    return written[:at] + chance.choice(digits) + written[at + 1 :]


def date(sentence: str, around: Around) -> str | None:
    """Another year, month, day of the month or day of the week."""
    blank = _without_quotations(sentence)
    forms = [(_YEAR, _other_year), (_MONTH, _other_month), (_DAY_OF_MONTH, _other_day), (_WEEKDAY, _other_weekday)]
    around.chance.shuffle(forms)
    for form, other in forms:
        found = _one_of(form, blank, around.chance)
        if found:
            return _put(sentence, found, other(found[0], around.chance))
    return None


def _other_year(written: str, chance: random.Random) -> str:
    return str(int(written) + chance.choice((-10, -3, -2, -1, 1, 2, 3)))


def _other_month(written: str, chance: random.Random) -> str:
    return chance.choice([each for each in _MONTHS if each != written])


def _other_day(written: str, chance: random.Random) -> str:
    return re.sub(r"\d+", lambda found: str(chance.choice([d for d in range(1, 29) if d != int(found[0])])), written)


def _other_weekday(written: str, chance: random.Random) -> str:
    return chance.choice([each for each in _DAYS if each != written])


def name(sentence: str, around: Around) -> str | None:
    """A name of the article that the paragraph does not have."""
    found = _one_of(_NAME, _without_quotations(sentence), around.chance, lambda each: each not in _NO_NAMES)
    others = [each for each in around.among(_NAME, *_NO_NAMES) if each not in around.paragraph]
    alike = [each for each in others if found and (" " in each) == (" " in found[0])]
    return _put(sentence, found, around.chance.choice(alike)) if found and alike else None


def negation(sentence: str, around: Around) -> str | None:
    """What is said turned into its opposite."""
    blank = _without_quotations(sentence)
    fitting = [(re.compile(form), other) for form, other in _TURNED if re.search(form, blank)]
    if not fitting:
        return None
    form, other = around.chance.choice(fitting)
    found = form.search(blank)
    return _put(sentence, found, found.expand(other)) if found else None


def attribution(sentence: str, around: Around) -> str | None:
    """What one says put into another's mouth: one whom the article quotes, too."""
    found = _SPEAKER.search(_without_quotations(sentence))
    if found is None:
        return None
    group = "name" if found["name"] else "name2"
    others = [
        each["name"] or each["name2"]
        for text in around.article
        for each in _SPEAKER.finditer(_without_quotations(text))
    ]
    known = set(found[group].split())
    fitting = sorted({each for each in others if not known & set(each.split()) and each.split()[0] not in _NO_NAMES})
    if not fitting or found[group].split()[0] in _NO_NAMES:
        return None
    return sentence[: found.start(group)] + around.chance.choice(fitting) + sentence[found.end(group) :]


def quote(sentence: str, around: Around) -> str | None:
    """One word within quotation marks changed or left out."""
    found = _one_of(_QUOTATION, sentence, around.chance)
    if found is None:
        return None
    words = list(re.finditer(r"\b[a-z]{3,}\b", found[0]))
    if not words:
        return None
    word = around.chance.choice(words)
    other = around.chance.choice([each for each in ("really", "people", "matter", "never", "great") if each != word[0]])
    start = found.start() + word.start()
    return sentence[:start] + other + sentence[start + len(word[0]) :]


ALTERATIONS: dict[str, Alteration] = {
    "number": number, "date": date, "name": name, "negation": negation, "attribution": attribution, "quote": quote,
}  # fmt: skip


def _without_quotations(sentence: str) -> str:
    return _QUOTATION.sub(lambda found: " " * len(found[0]), sentence)


def _one_of(
    form: re.Pattern[str], text: str, chance: random.Random, fits: Callable[[str], bool] = bool
) -> re.Match[str] | None:
    found = [each for each in form.finditer(text) if fits(each[0])]
    return chance.choice(found) if found else None


def _put(sentence: str, found: re.Match[str], other: str) -> str:
    return sentence[: found.start()] + other + sentence[found.end() :]
