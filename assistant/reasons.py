"""Why there is no answer, in words for a person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.domain import Ranked
from assistant.question import Asks, Question
from assistant.stems import stems
from assistant.terms import Terms, words_in
from assistant.tongue import NAMES, tongue_of

PassagesWith = Callable[[str], int]

# What is this near says the same: "troops" for an army, "established" for founded; "town" for a village no longer.
_SAME = 0.5

_MOST = 4
"""Words told of in one sentence."""

# Words that tell nobody what the articles lack.
_LIGHT_WORDS = """make makes made take takes took become becomes became want wants use uses used go goes going went see
look keep let put know known think mean means work works since before during between yes no please exactly actually
really"""
_LIGHT = frozenset(_LIGHT_WORDS.split())

_ASKED = {
    Asks.PERSON: "who",
    Asks.DATE: "when",
    Asks.PLACE: "where",
    Asks.NUMBER: "how many",
    Asks.REASON: "why",
    Asks.DECISION: "whether that is so",
    Asks.DEFINITION: "what that is",
    Asks.ANYTHING: "what is asked",
}
_HOW = re.compile(
    r"\bhow (?:many|much|old|large|big|long|far|high|tall|often|fast|deep|wide|heavy|strong)\b", re.IGNORECASE
)
_INITIALS = re.compile("[A-Z]{2,6}")
_POSSESSIVE = re.compile(r"['’]s?$")
_EDGES = ".,;:!?\"'“”‘’()[]«»¿¡"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the question that belong together, as they were typed: a name of several words, or one word."""

    text: str
    stems: tuple[str, ...]
    is_name: bool

    @property
    def is_words_of_name(self) -> bool:
        """Whether it is a name, and no number."""
        return self.is_name and not self.text[0].isdigit()

    def followed_by(self, other: Phrase) -> Phrase:
        """Both as one name."""
        return Phrase(f"{self.text} {other.text}", self.stems + other.stems, is_name=True)


def reason(
    question: Question, terms: Terms, ranking: Sequence[Ranked], passages_with: PassagesWith, articles: int
) -> str:
    """What the question names and the articles do not; else what they mention without saying what is asked."""
    foreign = _in_another_language(question.text, ranking)
    if foreign:
        return foreign
    found = _Found(" ".join(each.paragraph.text for each in ranking), terms, passages_with)
    phrases = list(_phrases(question))
    there = [each for each in phrases if found.tells(each)]
    missing = [each for each in phrases if each not in there]
    if missing and (not there or any(each.is_name for each in missing)):
        where = "the one article" if articles == 1 else f"any of the {articles:,} articles"
        return f"there is nothing about {_listed(missing, 'or')} in {where}"
    mentions = "the article mentions" if articles == 1 else "the articles mention"
    if missing:
        return f"{mentions} {_listed(there, 'and')}, but not {_listed(missing, 'or')}"
    names = [each for each in phrases if each.is_name and all(map(passages_with, each.stems))]
    if _apart(names, ranking):
        return f"{mentions} {_listed(names, 'and')}, but nowhere together"
    return f"{mentions} {_listed(there, 'and')}, but not {_asked(question)}"


@dataclass(frozen=True, slots=True)
class _Found:
    """The words of what was found, beside those of the whole library."""

    text: str
    terms: Terms
    passages_with: PassagesWith

    def tells(self, phrase: Phrase) -> bool:
        """Whether the articles have all of it, or what was found says it in other words."""
        return self._spells_out(phrase.text) or all(map(self._has, phrase.stems))

    def _has(self, stem: str) -> bool:
        return bool(self.passages_with(stem)) or self.terms.likeness(stem, words_in(self.text)) >= _SAME

    def _spells_out(self, initials: str) -> bool:
        """Whether "EU" stands there as "European Union"."""
        if not _INITIALS.fullmatch(initials):
            return False
        written = r"\w+ (?:(?:of|the|and|for) ){0,2}".join(initials)
        return bool(re.search(rf"\b{written}\w+", self.text))


def _in_another_language(question: str, ranking: Sequence[Ranked]) -> str | None:
    """What to say where the question seems to be in another language than the articles nearest to it."""
    told = tongue_of(question)
    theirs = language_of(ranking)
    if told is None or theirs is None or told == theirs:
        return None
    return f"the question seems to be in {NAMES[told]}; the articles are in {NAMES[theirs]}"


def language_of(ranking: Sequence[Ranked]) -> str | None:
    """The code of the language that most of the paragraphs found are in, among those that have a name here."""
    theirs = Counter(language for each in ranking if (language := _language(each)) in NAMES).most_common(1)
    return theirs[0][0] if theirs else None


def _language(ranked: Ranked) -> str | None:
    said = ranked.description.language
    return said.split("-")[0].lower() if said else tongue_of(ranked.paragraph.text)


def _phrases(question: Question) -> list[Phrase]:
    """The words that carry the question; the words of a name are one, up to a comma or an apostrophe."""
    found: list[Phrase] = []
    name_goes_on = False
    for typed in question.text.split():
        phrase = _phrase(typed, question)
        if phrase and phrase.is_words_of_name and name_goes_on:
            found[-1] = found[-1].followed_by(phrase)
        elif phrase:
            found.append(phrase)
        name_goes_on = phrase is not None and phrase.is_words_of_name and _bare(typed) == typed
    return found


def _phrase(typed: str, question: Question) -> Phrase | None:
    """A word with what of it carries the question; none where nothing does, or it asks how large."""
    word, asking = _bare(typed), _HOW.search(question.text)
    of_asking = stems(asking.group()) if asking else []
    carrying = tuple(stem for stem in stems(word) if stem in question.carrying and stem not in of_asking)
    if not carrying or word.lower() in _LIGHT:
        return None
    return Phrase(word, carrying, bool(question.names & set(carrying)))


def _bare(typed: str) -> str:
    return _POSSESSIVE.sub("", typed.strip(_EDGES))


def _apart(names: Sequence[Phrase], ranking: Sequence[Ranked]) -> bool:
    """Whether nothing that was found has all of several names."""
    texts = [words_in(f"{each.description.title} {each.paragraph.text}") for each in ranking]
    return len(names) > 1 and not any(all(there.issuperset(name.stems) for name in names) for there in texts)


def _asked(question: Question) -> str:
    how = _HOW.search(question.text)
    return how.group().lower() if question.asks is Asks.NUMBER and how else _ASKED[question.asks]


def _listed(phrases: Sequence[Phrase], joint: str) -> str:
    quoted = list(dict.fromkeys(f"“{each.text}”" for each in phrases))[:_MOST]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + f" {joint} " + quoted[-1]
