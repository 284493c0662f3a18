"""What a question asks for, and the words that carry it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property

from assistant.stems import stems


class Asks(StrEnum):
    """The kind of thing that answers, where the question's form tells it."""

    PERSON = "person"
    DATE = "date"
    PLACE = "place"
    NUMBER = "number"
    REASON = "reason"
    DECISION = "decision"
    DEFINITION = "definition"
    ANYTHING = "anything"


def _any_of(words: str) -> str:
    return "(?:" + "|".join(words.split()) + ")"


_WHICH = r"\b(?:what|which)"
_SIZES = _any_of("many much large big long old far high tall often fast deep wide heavy strong expensive")
_FIGURES = _any_of(
    "number percentage percent share amount sum price cost size rate fraction age proportion budget population"
)
_TIMES = _any_of("year day date month century decade time")
_PLACES = _any_of("country countries city cities town place state region continent location area")
_CAUSES = _any_of("reason reasons cause caused led prompted motivated")
_ACTORS = _any_of(
    "person man woman leader president minister official company organi[sz]ation group outlet agency party"
)
_VERBS = _any_of("is are was were do does did has have had can could will would should may must")

# "What is the CSTO?", "Who is Ada Quill?": a name and little else, and no "of", which "the budget of NATO" has.
_NAMED = r"(?-i:[A-Z])[\w.&-]+(?: (?!(?:of|in|to|for|on|about)\b)[\w.&-]+){0,3}"
_DEFINED = rf"^\W*(?:what|who) (?:is|are|was|were) (?:(?:the|an?) )?{_NAMED}\W*$"
_MEANT = r"\bwhat does [^?]+ (?:mean|stand for)\b|\bdefinition of\b"

# Tried in this order; the first that is found decides.
_FORMS = [
    (asks, re.compile(form, re.IGNORECASE))
    for asks, form in (
        (Asks.NUMBER, rf"\bhow {_SIZES}\b|{_WHICH} {_FIGURES}\b|\bwhat (?:is|was|are|were) the {_FIGURES}\b"),
        (Asks.DEFINITION, rf"{_DEFINED}|{_MEANT}"),
        (Asks.DATE, rf"\bwhen\b|{_WHICH} {_TIMES}\b"),
        (Asks.PLACE, rf"\bwhere\b|{_WHICH} {_PLACES}\b"),
        (Asks.REASON, rf"\b(?:why|how come)\b|{_WHICH} {_CAUSES}\b"),
        (Asks.PERSON, rf"\b(?:who|whom|whose)\b|{_WHICH} {_ACTORS}\b"),
        (Asks.DECISION, rf"^\W*{_VERBS}(?:n['’]t)?\b"),
    )
]

_MANY = re.compile(
    r"^\W*(?:list|name|enumerate)\b|\b(?:which|what) (?:are|were|(?!does|has|was)[a-z]+[^s\W]s) "
    r"|\bexamples? of\b|\ball (?:of )?the\b",
    re.IGNORECASE,
)
_SUMMARY = re.compile(
    r"\bsummar|\bsum up\b|\boverview\b|\btell me (?:more |all )?about\b|\bwhat (?:is|was|are|were) [^?]+ about\W*$"
    r"|\bwhat do we know\b|\bwhat(?: has| have)? happened (?:to|in|at|with|between)\b|^\W*(?:describe|explain)\b",
    re.IGNORECASE,
)


@cache
def _function_words() -> frozenset[str]:
    """Stems of words that say how something is asked, not what."""
    words = """a about after all also am an and any are as at away be been being by can come could did do does doing
    done ever for from get give given go had has have having he her hers him his how i if in into is it its just many
    me much my no not of off on one only or our out over s she should so some still t than that the their them then
    there these they this those to too up us was we were what when where which while who whom whose why will with would
    yet you your aren couldn didn doesn don hadn hasn haven isn ll re shouldn ve wasn weren wouldn"""
    return frozenset(stems(words))


@cache
def _words_of_telling() -> frozenset[str]:
    """Stems of words that name the telling rather than what is told: a sentence answers without them."""
    words = """say says said tell tells told report reported reports mention mentioned state stated according article
    articles story stories text news passage describe described explain happen happened name named call called type kind
    sort way main first new"""
    return frozenset(stems(words))


_NAMES = re.compile(r"(?<=\s)[\W_]*([A-Z\d][\w.,'’-]*)")
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")


@dataclass(frozen=True)
class Question:
    """A question with what it asks for and the stems that carry it."""

    text: str

    @cached_property
    def asks(self) -> Asks:
        return next((asks for asks, form in _FORMS if form.search(self.text)), Asks.ANYTHING)

    @cached_property
    def carrying(self) -> tuple[str, ...]:
        """The stems that say what is asked; never empty unless there are no words."""
        found = dict.fromkeys(stems(self.text))
        said = [stem for stem in found if stem not in self._of_asking]
        return tuple([stem for stem in said if stem not in _words_of_telling()] or said or found)

    @cached_property
    def names(self) -> frozenset[str]:
        """The stems of names and numbers among those that carry it: what cannot be said in other words.

        The first word has a capital whatever it is, and is not taken for a name.
        """
        return frozenset(stems(" ".join(_NAMES.findall(self.text)))) & set(self.carrying)

    @property
    def wants_many(self) -> bool:
        """Whether it asks for a list, which may stand in several sentences."""
        return bool(_MANY.search(self.text))

    @property
    def wants_summary(self) -> bool:
        """Whether it asks for what there is on something rather than for one thing."""
        return bool(_SUMMARY.search(self.text))

    @property
    def names_something(self) -> bool:
        """Whether any word says what the question is about, not only how it is asked."""
        return any(stem not in self._of_asking and stem not in _words_of_telling() for stem in self.carrying)

    @cached_property
    def _of_asking(self) -> frozenset[str]:
        """The function words, without those that are names here: the US, the WHO, IT."""
        names = [] if self.text.isupper() else _CAPITALS.findall(self.text)
        return _function_words() - set(stems(" ".join(names)))
